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

  /** @param {string} sentence */
  atRest(sentence) {
    this.wait();
    this.#timer = window.setTimeout(() => {
      if (sentence !== this.#last) this.#region.textContent = sentence;
      this.#last = sentence;
    }, REST);
  }

  /** @param {string} sentence */
  now(sentence) {
    this.#region.textContent = sentence;
  }
}
