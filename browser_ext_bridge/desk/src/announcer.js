/** What a screen reader says: the verdict, by itself once typing rests and only when it is another, and what was done. */

const REST = 1200; // milliseconds without a change

export class Announcer {
  #timer = 0;
  #last = "";
  #region;

  /** @param {HTMLElement} region */
  constructor(region) {
    this.#region = region;
  }

  /** The draft changes: say nothing yet. */
  wait() {
    clearTimeout(this.#timer);
  }

  /** Say the verdict once typing rests, where it is another. @param {string} sentence */
  atRest(sentence) {
    this.wait();
    this.#timer = window.setTimeout(() => sentence !== this.#last && this.verdict(sentence), REST);
  }

  /** Say the verdict. @param {string} sentence nothing where it is empty: an emptied region is told by its kind alone */
  verdict(sentence) {
    this.wait();
    this.#last = sentence;
    if (sentence) this.now(sentence);
  }

  /** @param {string} sentence @param {string} [lang] its language, where that is not the page's */
  now(sentence, lang = document.documentElement.lang) {
    this.#region.lang = lang;
    // Orca does not tell the same text twice, so what is said again has a space behind it
    this.#region.textContent = this.#region.textContent === sentence ? `${sentence}\u00a0` : sentence;
  }
}
