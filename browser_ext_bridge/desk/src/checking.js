/** Having a draft checked while it changes: not at every key, and never two at once. */

import { check, NotDone } from "./bridge.js";

/** @import { Draft, Report } from "./wire.js" */

/**
 * What is known of the draft as it stands.
 *
 * @typedef {{ state: "empty" } | { state: "checked", report: Report } | { state: "unchecked", why: NotDone }} Outcome
 */

const REST = 60; // milliseconds without a key
const AGAIN = 2000; // milliseconds until a bridge that was away is asked again

export class Checking {
  #timer = 0;
  #underWay = new AbortController();
  #draft;
  #tell;

  /**
   * @param {() => Draft} draft gives the draft as it stands
   * @param {(outcome: Outcome) => void} tell
   */
  constructor(draft, tell) {
    this.#draft = draft;
    this.#tell = tell;
  }

  /** The draft changed: check it once the keys rest. What is under way is of no use any more. */
  soon() {
    this.#after(REST);
  }

  /** @param {number} milliseconds */
  #after(milliseconds) {
    clearTimeout(this.#timer);
    this.#underWay.abort();
    this.#timer = window.setTimeout(() => this.#now(), milliseconds);
  }

  async #now() {
    this.#underWay = new AbortController();
    const { signal } = this.#underWay;
    const draft = this.#draft();
    if (!draft.text.trim()) {
      this.#tell({ state: "empty" });
      return;
    }
    try {
      const report = await check(draft, signal);
      if (!signal.aborted) this.#tell({ state: "checked", report });
    } catch (why) {
      if (signal.aborted) return;
      if (!(why instanceof NotDone)) throw why;
      this.#tell({ state: "unchecked", why });
      if (why.reason !== "refused") this.#after(AGAIN);
    }
  }
}
