// The marks of findings in fields: ranges that the browser paints, so that nothing in the page's tree changes.

/** What is heavier is painted over what is lighter. */
const PRIORITIES = { note: 0, reconsider: 1, hold: 2 };

/** @typedef {MarkedSpan & {range: Range}} Mark */

/** @implements {FieldHighlights} */
class Highlights {
  /** @type {Map<PostField, MarkedField>} */
  #shown = new Map();

  /** Mark these spans of the field's draft as it is now, and no others; they move along when the draft is edited, and go
   * where it is edited within them. @param {PostField} field @param {MarkedSpan[]} spans */
  show(field, spans) {
    if (!field.alive || !spans.length) return this.clear(field);
    const marked = this.#shown.get(field) ?? new MarkedField(field, () => this.clear(field));
    this.#shown.set(field, marked);
    marked.mark(spans);
  }

  /** @param {PostField} field */
  clear(field) {
    this.#shown.get(field)?.end();
    this.#shown.delete(field);
  }
}

/** The marks of one field. */
class MarkedField {
  /** @type {Mark[]} */
  #marks = [];
  #text = "";

  /** @param {PostField} field @param {() => void} gone hears that the field has left the page */
  constructor(field, gone) {
    this.field = field;
    this.letGo = field.hold();
    this.stop = field.onChange(() => (field.alive ? this.#follow() : gone()));
  }

  /** @param {MarkedSpan[]} spans */
  mark(spans) {
    this.#unmark(this.#marks);
    this.#text = this.field.text();
    this.#marks = spans.flatMap((span) => {
      const range = this.#place(span, document.createRange());
      return range ? [{ ...span, range }] : [];
    });
    for (const { severity, range } of this.#marks) highlightOf(severity).add(range);
  }

  end() {
    this.stop();
    this.#unmark(this.#marks);
    this.letGo();
  }

  #follow() {
    const text = this.field.text();
    const edit = editBetween(this.#text, text);
    this.#text = text;
    /** @type {Mark[]} */
    const kept = [];
    for (const mark of this.#marks) {
      const moved = movedSpan(mark, edit);
      if (moved && this.#place(moved, mark.range)) kept.push(moved);
      else this.#unmark([mark]);
    }
    this.#marks = kept;
  }

  /** Move a range to where a span stands; editors put new nodes in the place of old ones.
   * @param {{start: number, end: number}} span @param {Range} range @returns {Range | null} */
  #place({ start, end }, range) {
    const points = this.field.points(start, end);
    if (!points) return null;
    const [first, last] = points;
    const isThere =
      range.startContainer === first.node &&
      range.startOffset === first.offset &&
      range.endContainer === last.node &&
      range.endOffset === last.offset;
    if (isThere) return range;
    range.setStart(first.node, first.offset);
    range.setEnd(last.node, last.offset);
    return range;
  }

  /** @param {Mark[]} marks */
  #unmark(marks) {
    for (const { severity, range } of marks) {
      const highlight = highlightOf(severity);
      highlight.delete(range);
      if (!highlight.size) CSS.highlights.delete(`postlint-${severity}`);
    }
  }
}

/** @param {Severity} severity @returns {Highlight} */
function highlightOf(severity) {
  const name = `postlint-${severity}`;
  const highlight = CSS.highlights.get(name) ?? new Highlight();
  highlight.priority = PRIORITIES[severity];
  CSS.highlights.set(name, highlight);
  return highlight;
}
