/** What a screen reader says by itself: the verdict once typing rests and only when it is another, and what was done. */

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

  /** @param {string} sentence nothing where it is empty: a region that is emptied is told by its kind alone */
  atRest(sentence) {
    this.wait();
    this.#timer = window.setTimeout(() => {
      if (sentence && sentence !== this.#last) this.now(sentence);
      this.#last = sentence;
    }, REST);
  }

  /** @param {string} sentence @param {string} [lang] its language, where that is not the page's */
  now(sentence, lang = document.documentElement.lang) {
    this.#region.lang = lang;
    this.#region.textContent = sentence;
  }
}
