// The draft in an editor, as the author sees it, with the place of each of its characters in the page's tree.

/** What editors put into a text for themselves: zero-width space, word joiner, byte order mark. */
const FILLERS = "\\u200B\\u2060\\uFEFF";
const KEPT = new RegExp(`[^${FILLERS}]+`, "g");
const COLLAPSED = new RegExp(`[ \\t\\n\\r\\f]+|[^ \\t\\n\\r\\f${FILLERS}]+`, "g");
const ONLY_FILLERS = new RegExp(`^[${FILLERS}]+$`);
const SPACE = /^[ \t\n\r\f]/;
const EMOJI = /\p{Extended_Pictographic}|\p{Regional_Indicator}/u;

/** Elements in an editor that are no part of what is written: controls, media, what editors lay over or beside it. */
const NOT_WRITTEN =
  "button, input, select, textarea, script, style, template, noscript, svg, canvas, video, audio, iframe, object, " +
  "[role=button], [role=toolbar], [data-rich-text-placeholder], [data-slate-placeholder], [data-mce-bogus=all], .ProseMirror-widget";

/**
 * A part of a reading: characters that stand together in a text node, an element that stands for characters (a picture
 * of an emoji), or a block within the block.
 * @typedef {{start: number, length: number, node: Text, offset: number}} TextPart
 * @typedef {{start: number, length: number, picture: Element}} PicturePart
 * @typedef {{start: number, length: number, block: BlockReading}} BlockPart
 */

/**
 * What one block of an editor says: its lines, joined by \n. A block within it begins and ends a line. It holds no
 * offsets of other blocks, so that it lives on while they change.
 */
class BlockReading {
  text = "";
  /** Whether there is a line in it, if only an empty one. */
  hasLines = false;
  /** In the order of the text. What lies between two of them, a \n, stands nowhere in the tree.
   * @type {(TextPart | PicturePart | BlockPart)[]} */
  parts = [];

  /** Where in the tree a character begins (`isEnd` false), or where the one before it ends.
   * @param {number} position @param {boolean} isEnd @returns {TreePoint | null} null where nothing is written */
  point(position, isEnd) {
    const part = this.#partAt(position, isEnd);
    if (!part) return null;
    const within = Math.min(Math.max(position - part.start, 0), part.length);
    if ("block" in part) return part.block.point(within, isEnd);
    if ("node" in part) return { node: part.node, offset: part.offset + within };
    const parent = part.picture.parentNode;
    if (!parent) return null;
    return { node: parent, offset: [...parent.childNodes].indexOf(part.picture) + (isEnd ? 1 : 0) };
  }

  /** The first part that ends after `position`, or the last that begins before it. @param {number} position @param {boolean} isEnd */
  #partAt(position, isEnd) {
    let low = 0;
    let high = this.parts.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      const part = this.parts[middle];
      if (!part) break;
      if (isEnd ? part.start < position : part.start + part.length <= position) low = middle + 1;
      else high = middle;
    }
    return this.parts[isEnd ? Math.max(low - 1, 0) : Math.min(low, this.parts.length - 1)];
  }
}

/** Reads one block, and has the blocks in it read where `known` has no reading of them. */
class BlockReader {
  #reading = new BlockReading();
  #lineIsOpen = false;
  /** A break that counts only when something follows in its line: editors end a line, or hold it open, with one. */
  #breakWaits = false;
  /** A space that counts only when something follows in its line. @type {TextPart | null} */
  #spaceWaits = null;

  /**
   * @param {HTMLElement} block @param {boolean} isWritten whether text right within it is part of the draft
   * @param {WeakMap<Element, BlockReading>} known
   */
  static read(block, isWritten, known) {
    const reader = new BlockReader(known);
    reader.#readWithin(block, getComputedStyle(block), isWritten);
    return reader.#reading;
  }

  /** @param {WeakMap<Element, BlockReading>} known */
  constructor(known) {
    this.known = known;
  }

  /** @param {HTMLElement} parent @param {CSSStyleDeclaration} style @param {boolean} isWritten */
  #readWithin(parent, style, isWritten) {
    const keepsSpace = !/^(normal|nowrap)/.test(style.whiteSpace);
    for (let child = parent.firstChild; child; child = child.nextSibling) {
      if (isTextNode(child)) {
        if (isWritten) this.#readText(child, keepsSpace);
      } else if (isHtml(child)) {
        this.#readElement(child, isWritten);
      }
    }
  }

  /** @param {HTMLElement} element @param {boolean} isWritten */
  #readElement(element, isWritten) {
    const known = this.known.get(element);
    if (known) return this.#addBlock(known);
    if (element.matches(NOT_WRITTEN)) return;
    if (isNamed(element, "br")) return isWritten && this.#addBreak();
    if (isNamed(element, "img")) return isWritten && this.#addPicture(element);
    const style = getComputedStyle(element);
    if (style.display === "none" || style.visibility === "hidden") return;
    const isBlock = !/^(inline|contents|ruby)/.test(style.display);
    const isWrittenIn = isWrittenWithin(element, isBlock, isWritten);
    if (!isBlock) return this.#readWithin(element, style, isWrittenIn);
    const reading = BlockReader.read(element, isWrittenIn, this.known);
    this.known.set(element, reading);
    this.#addBlock(reading);
  }

  /** @param {Text} node @param {boolean} keepsSpace */
  #readText(node, keepsSpace) {
    if (keepsSpace) return this.#readKeptText(node);
    for (const { 0: found, index } of node.data.matchAll(COLLAPSED)) {
      if (!SPACE.test(found)) this.#addText(node, index, found);
      else if (this.#lineIsOpen && !this.#breakWaits) this.#spaceWaits ??= { start: 0, length: 1, node, offset: index };
    }
    if (ONLY_FILLERS.test(node.data)) this.#openLine();
  }

  /** @param {Text} node */
  #readKeptText(node) {
    const endsInBreak = node.data.endsWith("\n"); // as a break element: it shows only when something follows
    for (const { 0: found, index } of node.data.matchAll(KEPT)) {
      const isLast = endsInBreak && index + found.length === node.data.length;
      const seen = isLast ? found.slice(0, -1) : found;
      if (seen) this.#addText(node, index, seen);
    }
    if (endsInBreak) this.#addBreak();
    else if (node.data) this.#openLine();
  }

  /** @param {Text} node @param {number} offset @param {string} found */
  #addText(node, offset, found) {
    this.#openLine();
    this.#addRun(node, offset, found.replaceAll("\u00A0", " "));
  }

  /** @param {Text} node @param {number} offset @param {string} text */
  #addRun(node, offset, text) {
    const { parts } = this.#reading;
    const last = parts.at(-1);
    const start = this.#reading.text.length;
    const follows = last && "node" in last && last.node === node && last.offset + last.length === offset;
    if (follows && last.start + last.length === start) last.length += text.length;
    else parts.push({ start, length: text.length, node, offset });
    this.#reading.text += text;
  }

  /** @param {HTMLImageElement} picture */
  #addPicture(picture) {
    if (!EMOJI.test(picture.alt)) return;
    this.#openLine();
    this.#reading.parts.push({ start: this.#reading.text.length, length: picture.alt.length, picture });
    this.#reading.text += picture.alt;
  }

  #addBreak() {
    this.#spaceWaits = null;
    this.#openLine();
    this.#breakWaits = true;
  }

  /** @param {BlockReading} block */
  #addBlock(block) {
    if (!block.hasLines) return;
    this.#closeLine();
    this.#openLine();
    const start = this.#reading.text.length;
    if (block.text) this.#reading.parts.push({ start, length: block.text.length, block });
    this.#reading.text += block.text;
    this.#closeLine();
  }

  #openLine() {
    const reading = this.#reading;
    if (this.#breakWaits || (!this.#lineIsOpen && reading.hasLines)) reading.text += "\n";
    const space = this.#spaceWaits;
    this.#breakWaits = false;
    this.#spaceWaits = null;
    this.#lineIsOpen = true;
    reading.hasLines = true;
    if (space) this.#addRun(space.node, space.offset, " ");
  }

  #closeLine() {
    this.#lineIsOpen = false;
    this.#breakWaits = false;
    this.#spaceWaits = null;
  }
}

/**
 * Whether text within an element is the author's. A block that is not editable is a part of the editor, until one in it
 * is editable again; within a line it is a name that was picked from a list.
 * @param {HTMLElement} element @param {boolean} isBlock @param {boolean} isWritten
 */
function isWrittenWithin(element, isBlock, isWritten) {
  if (element.contentEditable === "false") return isWritten && !isBlock;
  return isWritten || element.isContentEditable;
}

// Not by `instanceof`: in Firefox a node that came from another document is of none of this one's classes.

/** @param {Node} node @returns {node is Text} */
function isTextNode(node) {
  return node.nodeType === Node.TEXT_NODE;
}

/** @param {Node} node @returns {node is HTMLElement} */
function isHtml(node) {
  return node.nodeType === Node.ELEMENT_NODE && "isContentEditable" in node;
}

/**
 * @template {keyof HTMLElementTagNameMap} Name
 * @param {HTMLElement} element @param {Name} name @returns {element is HTMLElementTagNameMap[Name]}
 */
function isNamed(element, name) {
  return element.localName === name;
}
