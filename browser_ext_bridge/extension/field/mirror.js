// A copy of a textarea's layout, laid over it without a colour of its own: a textarea has no places in the page's tree
// that a highlight could stand at. It hangs beside the page's body, closed to the page, and lets every click through.

/** What decides where a textarea's characters stand. */
const LAYOUT_PROPERTIES = [
  ...["font-family", "font-size", "font-style", "font-weight", "font-stretch", "font-size-adjust", "font-kerning"],
  ...["font-variant", "font-feature-settings", "font-variation-settings", "font-optical-sizing", "text-rendering"],
  ...["line-height", "letter-spacing", "word-spacing", "tab-size", "text-indent", "text-align", "text-transform"],
  ...[
    "white-space",
    "word-break",
    "overflow-wrap",
    "line-break",
    "hyphens",
    "direction",
    "unicode-bidi",
    "writing-mode",
  ],
  ...["padding-top", "padding-right", "padding-bottom", "padding-left"],
];

/** @typedef {{start: number, said: string, text: Text, block: HTMLElement}} MirrorLine */

class Mirror {
  #host = document.createElement("div");
  #window = document.createElement("div");
  #content = document.createElement("div");
  /** The text's lines, each a block of its own, so that typing in one lays out and paints that one. @type {MirrorLine[]} */
  #lines = [];
  #stopping = new AbortController();
  /** Parts of the page that cut off what hangs out of them. @type {Element[]} */
  #clips = [];
  /** @type {string | null} */
  #said = null;
  #look = "";
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #dressing;

  /** @param {HTMLTextAreaElement | HTMLInputElement} element */
  constructor(element) {
    this.element = element;
    const style = document.createElement("style");
    style.textContent = MIRROR_STYLE;
    this.#host.setAttribute("aria-hidden", "true");
    this.#window.className = "window";
    this.#content.className = "content";
    this.#window.append(this.#content);
    this.#host.attachShadow({ mode: "closed" }).append(style, this.#window);
    (element.closest("dialog:modal, :popover-open") ?? document.documentElement).append(this.#host);
    this.setText(element.value);
    this.#dress();
    this.#follow();
  }

  /** @param {string} text */
  setText(text) {
    if (text === this.#said) return;
    this.#said = text;
    this.#setLines(text.split("\n"));
    // what is typed seldom moves the field, and then other things tell; it may change its font, and nothing tells
    clearTimeout(this.#dressing);
    this.#dressing = setTimeout(() => this.#dress(), 200);
  }

  /** @param {number} start @param {number} end @returns {[TreePoint, TreePoint] | null} */
  points(start, end) {
    const first = this.#pointAt(start);
    const last = this.#pointAt(end);
    return first && last && [first, last];
  }

  /** @param {number} position @returns {TreePoint | null} */
  #pointAt(position) {
    const line = this.#lines.findLast(({ start }) => start <= position);
    return line ? { node: line.text, offset: Math.min(position - line.start, line.text.length) } : null;
  }

  /** @param {string[]} said */
  #setLines(said) {
    const lines = this.#lines;
    const known = lines.map((line) => line.said);
    const { start, removed, inserted } = editBetween(known, said);
    const changed = Math.min(removed, inserted);
    for (let index = start; index < start + changed; index += 1) changeLine(lines[index], said[index]);
    const added = said.slice(start + changed, start + inserted).map(newLine);
    const after = lines[start + removed]?.block ?? null;
    for (const { block } of added) this.#content.insertBefore(block, after);
    for (const { block } of lines.splice(start + changed, removed - changed, ...added)) block.remove();
    let length = 0;
    for (const line of lines) {
      line.start = length;
      length += line.said.length + 1;
    }
  }

  remove() {
    this.#stopping.abort();
    clearTimeout(this.#dressing);
    this.#host.remove();
  }

  /** Stand where the field is, in this moment. */
  #place() {
    const { element } = this;
    const box = element.getBoundingClientRect();
    const origin = this.#host.getBoundingClientRect();
    const zoom = element.currentCSSZoom ?? 1;
    const scale = box.width / (element.offsetWidth * zoom) || 1; // the page may show it transformed
    const { style } = this.#window;
    style.translate = `${(box.left - origin.left) / zoom}px ${(box.top - origin.top) / zoom}px`;
    style.scale = String(scale);
    style.zoom = String(zoom);
    style.width = `${element.offsetWidth}px`;
    style.height = `${element.offsetHeight}px`;
    style.clipPath = this.#clipOf(box, scale * zoom);
    const left = element.clientLeft - element.scrollLeft;
    const top = element.clientTop - element.scrollTop;
    this.#content.style.translate = `${left}px ${top}px`;
  }

  /** Take over what decides the layout. */
  #dress() {
    const { element } = this;
    const computed = getComputedStyle(element);
    const kept = LAYOUT_PROPERTIES.map((name) => `${name}: ${computed.getPropertyValue(name)};`);
    const inOneLine =
      element instanceof HTMLInputElement ? `white-space: pre; line-height: ${lineOf(element, computed)}px;` : "";
    const look = `${kept.join("")} width: ${contentWidth(element, computed)}px; ${inOneLine}`;
    if (look !== this.#look) this.#content.style.cssText = look; // the same again would cost a style for every line
    this.#look = look;
    const lang = element.closest("[lang]")?.getAttribute("lang") ?? "";
    if (lang !== this.#content.lang) this.#content.lang = lang;
    this.#clips = clippersOf(element);
    this.#place();
  }

  #follow() {
    const { signal } = this.#stopping;
    const dress = () => this.#dress();
    addEventListener("scroll", (event) => this.#scrolled(event), { capture: true, passive: true, signal });
    addEventListener("resize", dress, { signal });
    document.fonts.addEventListener("loadingdone", dress, { signal });
    const resized = new ResizeObserver(dress);
    resized.observe(this.element);
    signal.addEventListener("abort", () => resized.disconnect());
    followMoves(this.element, () => this.#place(), signal);
  }

  /** @param {Event} event */
  #scrolled({ target }) {
    if (target instanceof Node && target.contains(this.element)) this.#place();
  }

  /** What of the window the page's own parts leave to be seen. @param {DOMRect} box @param {number} scale */
  #clipOf(box, scale) {
    const inset = { top: 0, right: 0, bottom: 0, left: 0 };
    for (const clip of this.#clips) {
      const around = clip.getBoundingClientRect();
      inset.top = Math.max(inset.top, around.top - box.top);
      inset.left = Math.max(inset.left, around.left - box.left);
      inset.right = Math.max(inset.right, box.right - around.right);
      inset.bottom = Math.max(inset.bottom, box.bottom - around.bottom);
    }
    const sides = [inset.top, inset.right, inset.bottom, inset.left];
    return sides.some(Boolean) ? `inset(${sides.map((side) => `${side / scale}px`).join(" ")})` : "";
  }
}

const MIRROR_STYLE = `
:host {
  all: initial !important;
  position: absolute !important;
  inset: 0 auto auto 0 !important;
  width: 0 !important;
  height: 0 !important;
  overflow: visible !important;
  pointer-events: none !important;
  z-index: 2147483646 !important;
}
.window { position: absolute; top: 0; left: 0; overflow: hidden; transform-origin: 0 0; contain: strict; }
.content { box-sizing: content-box; width: max-content; color: transparent; forced-color-adjust: none; }
.line { min-height: 1lh; unicode-bidi: inherit; }
.line + .line { text-indent: 0; }
::highlight(postlint-note) { text-decoration: underline dotted #3f78c9 2px; }
::highlight(postlint-reconsider) { text-decoration: underline wavy #b86e00 1.5px; }
::highlight(postlint-hold) { text-decoration: underline solid #d93a32 2.5px; background-color: rgb(217 58 50 / 0.14); }
`;

/** @param {string} said @returns {MirrorLine} */
function newLine(said) {
  const block = document.createElement("div");
  const text = document.createTextNode(said);
  block.className = "line";
  block.append(text);
  return { start: 0, said, text, block };
}

/** @param {MirrorLine | undefined} line @param {string | undefined} said */
function changeLine(line, said = "") {
  if (!line) return;
  const { start, removed, inserted } = editBetween(line.said, said);
  line.text.replaceData(start, removed, said.slice(start, start + inserted));
  line.said = said;
}

/** The width in which the text of a textarea is broken into lines. @param {HTMLElement} element @param {CSSStyleDeclaration} computed */
function contentWidth(element, computed) {
  const padding = parseFloat(computed.paddingLeft) + parseFloat(computed.paddingRight);
  const borders = parseFloat(computed.borderLeftWidth) + parseFloat(computed.borderRightWidth);
  const scrollbar = Math.max(0, Math.round(element.offsetWidth - element.clientWidth - borders));
  const width = parseFloat(computed.width);
  return computed.boxSizing === "border-box" ? width - borders - padding - scrollbar : width - scrollbar;
}

/** The height of the one line of an input, in which its text is centred. @param {Element} element @param {CSSStyleDeclaration} computed */
function lineOf(element, computed) {
  return element.clientHeight - parseFloat(computed.paddingTop) - parseFloat(computed.paddingBottom);
}

/** The parts of the page that cut off what of an element sticks out. @param {Element} element @returns {Element[]} */
function clippersOf(element) {
  const clippers = [];
  for (let parent = element.parentElement; parent && parent !== document.body; parent = parent.parentElement) {
    if (getComputedStyle(parent).overflow !== "visible") clippers.push(parent);
  }
  return clippers;
}

/**
 * Call back when an element moves for another reason than scrolling, such as something above it that grows: an observer
 * of exactly the place where it is now notices when it is no longer there.
 * @param {Element} element @param {() => void} moved @param {AbortSignal} signal
 */
function followMoves(element, moved, signal) {
  /** @type {IntersectionObserver | undefined} */
  let observer;
  /** @param {number} threshold what part of it can be seen; less, or more, tells that it moved */
  const watch = (threshold) => {
    observer?.disconnect();
    const { top, left, right, bottom, width, height } = element.getBoundingClientRect();
    if (!width || !height) return;
    const root = document.documentElement;
    const sides = [top, root.clientWidth - right, root.clientHeight - bottom, left];
    const rootMargin = sides.map((side) => `${-Math.floor(side)}px`).join(" ");
    let isFirst = true;
    /** @param {IntersectionObserverEntry[]} entries */
    const seen = ([entry]) => {
      const ratio = entry?.intersectionRatio || 1e-7;
      if (!isFirst) moved();
      if (!isFirst || ratio !== threshold) watch(ratio);
      isFirst = false;
    };
    observer = new IntersectionObserver(seen, { root: document, rootMargin, threshold });
    observer.observe(element);
  };
  watch(1);
  signal.addEventListener("abort", () => observer?.disconnect());
}
