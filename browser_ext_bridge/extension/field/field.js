// A field in which someone writes a post: which one it is, what it says, where that stands, and putting other words there.

/** What the name of a single-line field says when a part of a post is written in it, such as its title. */
const COMPOSING_NAME =
  /title|subject|headline|message|comment|caption|status|summary|excerpt|titel|onderwerp|kop\b|bericht|reactie|bijschrift|samenvatting/i;
const SEARCHING = "[type=search], [role=searchbox], [role=search] *, search *";
/** Editors of several editables that are one draft together: WordPress's block editor. */
const EDITOR_OF_BLOCKS = ".block-editor-block-list__layout.is-root-container";
/** TinyMCE makes a step of undo at an input event of a correction; not where text is inserted otherwise. */
const TINYMCE = ".mce-content-body";
/** Draft.js listens to no corrections, and loses the words when the browser makes one in more than one of its spans. */
const DRAFT_JS = ".public-DraftEditor-content";
const TAKEN_BY_PAGE = { bubbles: true, cancelable: true, composed: true };
const UNDO_STEP = { inputType: "insertReplacementText", bubbles: true };

/** @implements {PostField} */
class Field {
  /** @type {WeakMap<Element, Field>} */
  static #known = new WeakMap();
  /** @type {Set<() => void>} */
  #callbacks = new Set();
  /** Ends what watches the element while somebody wants to hear of its changes. @type {AbortController | null} */
  #watching = null;

  /**
   * The field that holds the target of an event, or null where there is none that posts are written in.
   * @param {EventTarget | null} target @returns {Field | null}
   */
  static at(target) {
    const element = target instanceof Element ? composingElement(target) : null;
    if (!element) return null;
    const known =
      Field.#known.get(element) ?? (isControl(element) ? new ControlField(element) : new EditorField(element));
    Field.#known.set(element, known);
    return known;
  }

  /** @param {HTMLElement} element */
  constructor(element) {
    this.element = element;
  }

  get alive() {
    return this.element.isConnected;
  }

  /** @returns {string} */
  text() {
    return "";
  }

  /** Where a part of the draft stands in a tree: the page's, or that of a textarea's mirror while `hold` lasts.
   * @param {number} _start @param {number} _end @returns {[TreePoint, TreePoint] | null} */
  points(_start, _end) {
    return null;
  }

  /** Keep what `points` needs, until what it returns is called. @returns {() => void} */
  hold() {
    return () => {};
  }

  /** @param {number} start @param {number} end @returns {DOMRect[]} */
  boxes(start, end) {
    const letGo = this.hold();
    const points = this.points(start, end);
    const range = points && rangeOf(points);
    const boxes = range ? lineBoxes(range.getClientRects()) : [];
    letGo();
    return boxes;
  }

  /** @param {number} start @param {number} end @param {string} replacement @param {string} expected @returns {Promise<boolean>} */
  async replace(start, end, replacement, expected) {
    const before = this.text();
    if (!this.alive || before.slice(start, end) !== expected) return false;
    if (!(await this.select(start, end)) || this.text() !== before) return false;
    this.insert(replacement);
    const wanted = before.slice(0, start) + replacement + before.slice(end);
    return lasts(() => this.text() === wanted);
  }

  /** Select a part of the draft as the author would. @param {number} _start @param {number} _end @returns {Promise<boolean>} */
  async select(_start, _end) {
    return false;
  }

  /** Have what is selected replaced, as typing would. @param {string} replacement */
  insert(replacement) {
    if (replacement) document.execCommand("insertText", false, replacement);
    else document.execCommand("delete");
  }

  /** @param {() => void} callback @returns {() => void} */
  onChange(callback) {
    const own = () => callback(); // the same function may be given twice
    this.#callbacks.add(own);
    this.#watching ??= this.#watch();
    return () => {
      this.#callbacks.delete(own);
      if (!this.#callbacks.size) this.#watching?.abort();
      if (!this.#callbacks.size) this.#watching = null;
    };
  }

  #watch() {
    const watching = new AbortController();
    const { signal } = watching;
    const left = new ResizeObserver(() => this.alive || this.changed()); // an element that leaves loses its size
    left.observe(this.element);
    signal.addEventListener("abort", () => left.disconnect());
    this.watch(signal);
    return watching;
  }

  /** Call `changed` when the draft has, until the signal. @param {AbortSignal} _signal */
  watch(_signal) {}

  /** Tell that the draft has changed, or that the field has left the document. */
  changed() {
    for (const callback of [...this.#callbacks]) callback();
  }
}

/** A textarea, or an input of one line. */
class ControlField extends Field {
  /** @type {Mirror | null} */
  #mirror = null;
  #holders = 0;
  #seen = "";

  /** @param {HTMLTextAreaElement | HTMLInputElement} control */
  constructor(control) {
    super(control);
    this.control = control;
  }

  text() {
    return this.control.value;
  }

  /** @param {number} start @param {number} end @returns {[TreePoint, TreePoint] | null} */
  points(start, end) {
    this.#mirror?.setText(this.text());
    return this.#mirror?.points(start, end) ?? null;
  }

  hold() {
    this.#holders += 1;
    this.#mirror ??= new Mirror(this.control);
    return () => {
      this.#holders -= 1;
      if (this.#holders) return;
      this.#mirror?.remove();
      this.#mirror = null;
    };
  }

  /** @param {number} start @param {number} end */
  async select(start, end) {
    this.control.focus({ preventScroll: true });
    this.control.setSelectionRange(start, end);
    return true;
  }

  /** @param {AbortSignal} signal */
  watch(signal) {
    this.#seen = this.text();
    const look = () => {
      if (this.text() === this.#seen) return;
      this.#seen = this.text();
      this.changed();
    };
    this.control.addEventListener("input", look, { signal });
    const looking = setInterval(look, 500); // nothing tells when the page sets the value, as it does after posting
    signal.addEventListener("abort", () => clearInterval(looking));
  }
}

/** An editor: an element that is contenteditable. */
class EditorField extends Field {
  /** What is known of each block, while the tree is watched. @type {WeakMap<Element, BlockReading>} */
  #readings = new WeakMap();
  /** @type {MutationObserver | null} */
  #observer = null;

  text() {
    return this.#reading().text;
  }

  /** @param {number} start @param {number} end @returns {[TreePoint, TreePoint] | null} */
  points(start, end) {
    const reading = this.#reading();
    const first = reading.point(start, false);
    const last = end > start ? reading.point(end, true) : first;
    return first && last && [first, last];
  }

  /** @param {number} start @param {number} end */
  async select(start, end) {
    const points = this.points(start, end);
    const host = points && editingHost(points[0].node);
    if (!host || host !== editingHost(points[1].node)) return false; // two blocks of WordPress are two editables
    host.focus({ preventScroll: true });
    await settled(); // editors move the selection to where it was when they get the focus
    const again = this.points(start, end);
    if (!again) return false;
    const [{ node, offset }, last] = again;
    getSelection()?.setBaseAndExtent(node, offset, last.node, last.offset);
    await settled(); // and take over the selection when they hear of it
    return true;
  }

  /**
   * As the browser does with a correction of its spelling check: editors that keep a model of their own take it from the
   * event, for the others the browser does what was asked.
   * @param {string} replacement
   */
  insert(replacement) {
    const selected = getSelection()?.getRangeAt(0);
    const host = selected && editingHost(selected.startContainer);
    if (!host) return;
    // made on the page's side: Firefox keeps from the page what a script of an extension puts in its own
    const dataTransfer = new (window.wrappedJSObject ?? window).DataTransfer();
    dataTransfer.setData("text/plain", replacement);
    if (host.matches(DRAFT_JS)) {
      const type = replacement ? "paste" : "cut";
      const inFirefox = { data: replacement, dataType: "text/plain" }; // which takes no clipboardData
      host.dispatchEvent(new ClipboardEvent(type, { ...TAKEN_BY_PAGE, ...inFirefox, clipboardData: dataTransfer }));
      return;
    }
    const inputType = replacement ? "insertReplacementText" : "deleteContentBackward";
    const targetRanges = [new StaticRange(selected)];
    const asked = new InputEvent("beforeinput", { ...TAKEN_BY_PAGE, inputType, dataTransfer, targetRanges });
    if (!host.dispatchEvent(asked)) return;
    const makeStep = () => host.matches(TINYMCE) && host.dispatchEvent(new InputEvent("input", UNDO_STEP));
    makeStep(); // of what was typed before
    super.insert(replacement);
    makeStep();
  }

  /** @param {AbortSignal} signal */
  watch(signal) {
    const observer = new MutationObserver((records) => {
      this.#forget(records);
      this.changed();
    });
    observer.observe(this.element, { childList: true, characterData: true, subtree: true });
    this.#observer = observer;
    signal.addEventListener("abort", () => {
      observer.disconnect();
      this.#observer = null;
    });
  }

  #reading() {
    if (!this.#observer) this.#readings = new WeakMap();
    const records = this.#observer?.takeRecords() ?? [];
    this.#forget(records);
    if (records.length) queueMicrotask(() => this.changed());
    const known = this.#readings.get(this.element);
    if (known) return known;
    const reading = BlockReader.read(this.element, this.element.isContentEditable, this.#readings);
    this.#readings.set(this.element, reading);
    return reading;
  }

  /** Read again, when asked, the blocks in which something changed. @param {MutationRecord[]} records */
  #forget(records) {
    for (const { target } of records) {
      for (
        let node = /** @type {Node | null} */ (target);
        node;
        node = node === this.element ? null : node.parentNode
      ) {
        if (isHtml(node)) this.#readings.delete(node);
      }
    }
  }
}

/** @param {Element} element @returns {element is HTMLTextAreaElement | HTMLInputElement} */
function isControl(element) {
  return element instanceof HTMLTextAreaElement || element instanceof HTMLInputElement;
}

/** The element that a post is written in at this place of the page. @param {Element} target @returns {HTMLElement | null} */
function composingElement(target) {
  if (target.matches(SEARCHING)) return null;
  if (isControl(target)) return isComposingControl(target) ? target : null;
  const blocks = target.closest(EDITOR_OF_BLOCKS);
  if (blocks instanceof HTMLElement && target !== blocks && target.closest("[contenteditable=true]")) return blocks;
  return target instanceof HTMLElement && target.isContentEditable ? editingHost(target) : null;
}

/** @param {HTMLTextAreaElement | HTMLInputElement} control */
function isComposingControl(control) {
  if (control.readOnly || control.disabled) return false;
  if (control instanceof HTMLTextAreaElement) return true;
  const names = [control.name, control.id, control.placeholder, control.ariaLabel, control.labels?.[0]?.textContent];
  return control.type === "text" && names.some((name) => name && COMPOSING_NAME.test(name));
}

/** The outermost editable around a place of the page. @param {Node} node @returns {HTMLElement | null} */
function editingHost(node) {
  let host = null;
  for (let parent = isHtml(node) ? node : node.parentElement; parent; parent = parent.parentElement) {
    if (isHtml(parent) && parent.isContentEditable) host = parent;
  }
  return host;
}

/** @param {[TreePoint, TreePoint]} points */
function rangeOf([first, last]) {
  const range = document.createRange();
  range.setStart(first.node, first.offset);
  range.setEnd(last.node, last.offset);
  return range;
}

/** One box for each line. @param {Iterable<DOMRect>} rects @returns {DOMRect[]} */
function lineBoxes(rects) {
  /** @type {DOMRect[]} */
  const lines = [];
  for (const rect of rects) {
    if (!rect.width || !rect.height) continue;
    const line = lines.at(-1);
    const shared = line ? Math.min(line.bottom, rect.bottom) - Math.max(line.top, rect.top) : 0;
    if (line && shared > Math.min(line.height, rect.height) / 2) lines[lines.length - 1] = joined(line, rect);
    else lines.push(rect);
  }
  return lines;
}

/** @param {DOMRect} one @param {DOMRect} other */
function joined(one, other) {
  const left = Math.min(one.left, other.left);
  const top = Math.min(one.top, other.top);
  return new DOMRect(left, top, Math.max(one.right, other.right) - left, Math.max(one.bottom, other.bottom) - top);
}

/** After what the page does in answer to an event. @returns {Promise<void>} */
function settled() {
  return new Promise((resolve) => setTimeout(resolve, 20));
}

/** Whether something comes true soon, and stays so: an editor may take back what it did not do itself.
 * @param {() => boolean} holds @returns {Promise<boolean>} */
async function lasts(holds) {
  for (let round = 0; round < 25; round += 1) {
    await settled();
    if (!holds()) continue;
    await settled();
    return holds();
  }
  return false;
}
