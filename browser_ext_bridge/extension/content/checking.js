// The checks of one field's draft while it is written: a moment after the last key, and only the newest counts.

const PAUSE = 60; // milliseconds after a key; the finding shall be there within 150
const TRY_AGAIN = 5000; // milliseconds after which a bridge that was away or slow is asked once more

/** @typedef {{state: "checked", text: string, report: Report, at: string}} Checked */
/** @typedef {Checked | {state: "empty"} | {state: "long"} | {state: NotChecked}} Judged what is known of a draft */

let fieldsSoFar = 0;

class Checking {
  #number = 0;
  #id = ++fieldsSoFar;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer;

  /**
   * @param {PostField} field @param {() => DraftContext} context
   * @param {(judged: Judged | null) => void} known hears what is known of the draft, or null: we may ask no more
   */
  constructor(field, context, known) {
    this.field = field;
    this.context = context;
    this.known = known;
  }

  /** The draft has changed. */
  changed() {
    this.#after(PAUSE);
  }

  /** @param {number} milliseconds */
  #after(milliseconds) {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.check(), milliseconds);
  }

  /** Check the draft as it stands. */
  async check() {
    const number = ++this.#number;
    if (!this.field.alive) return;
    const text = this.field.text();
    if (!text.trim()) return this.known({ state: "empty" });
    if (text.length > LONGEST_DRAFT) return this.known({ state: "long" });
    const answer = await this.#ask(text);
    if (number !== this.#number) return; // a newer one is under way, or the field was left
    if (answer?.state === "superseded") return;
    if (answer?.state === "away" || answer?.state === "slow") this.#after(TRY_AGAIN);
    this.known(answer?.state === "checked" ? { ...answer, text } : answer);
  }

  /** @param {string} text @returns {Promise<CheckAnswer | null>} */
  #ask(text) {
    return workerLink.ask({ kind: "check", field: this.#id, text, context: this.context() });
  }

  /** Hear no more of what is under way. */
  stop() {
    this.#number += 1;
    clearTimeout(this.#timer);
  }
}
