/** Asking the bridge, below the desk's own path, where its cookie goes. */

/** @import { Case, Draft, Report, Status } from "./wire.js" */

/** The bridge did not do what it was asked; `told` is what it says of that itself. */
export class NotDone extends Error {
  /**
   * @param {"away" | "shut" | "refused"} reason
   * @param {string[]} told
   */
  constructor(reason, told = []) {
    super(reason);
    this.reason = reason;
    this.told = told;
  }
}

/**
 * @param {Draft} draft
 * @param {AbortSignal} signal
 * @returns {Promise<Report>}
 */
export async function check(draft, signal) {
  const headers = { "Content-Type": "application/json" };
  return await ask("v1/check", { method: "POST", headers, body: JSON.stringify(draft), signal });
}

/**
 * The cases of good practice of a risk.
 *
 * @param {string} risk
 * @param {string} lang
 * @returns {Promise<Case[]>}
 */
export async function cases(risk, lang) {
  return (await ask(`v1/explain?${new URLSearchParams({ name: risk, lang })}`)).cases;
}

/** @returns {Promise<Status>} */
export async function status() {
  return await ask("v1/status");
}

/**
 * @param {string} path
 * @param {RequestInit} [options]
 */
async function ask(path, options) {
  const answer = await fetch(path, options).catch(lost);
  if (answer.status === 401 || answer.status === 403) throw new NotDone("shut");
  if (answer.status >= 500) throw new NotDone("away");
  const data = await answer.json().catch(lost);
  if (!answer.ok) throw new NotDone("refused", data.errors.map(told));
  return data;
}

/**
 * @param {Error} wrong
 * @returns {never}
 */
function lost(wrong) {
  throw wrong.name === "AbortError" ? wrong : new NotDone("away");
}

/** @param {{ what: string, remedy: string }} problem */
export function told({ what, remedy }) {
  return `${what} ${remedy}`.trim();
}
