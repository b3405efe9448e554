/** The verdict beside the text. */

import { told } from "./bridge.js";
import { element } from "./element.js";
import { SIGNS } from "./findings.js";
import { dayAndTime, number, words } from "./words.js";

/** @import { Outcome } from "./checking.js" */
/** @import { Report, Severity } from "./wire.js" */

const VERDICT_SIGNS = { ...SIGNS, post: "✔", unchecked: "?", empty: "" };

/**
 * Show what is known of the draft.
 *
 * @param {HTMLElement} panel
 * @param {Outcome} outcome
 */
export function showVerdict(panel, outcome) {
  const kind = outcome.state === "checked" ? outcome.report.verdict : outcome.state;
  panel.className = `verdict ${kind}`;
  const sign = VERDICT_SIGNS[kind];
  panel.replaceChildren(
    element("p", { class: "word" }, sign ? element("span", { "aria-hidden": "true" }, sign) : null, headline(outcome)),
    ...lines(outcome).map((line) => element("p", {}, line)),
  );
}

/**
 * The verdict in a sentence, for who hears it.
 *
 * @param {Outcome} outcome
 */
export function spoken(outcome) {
  if (outcome.state === "empty") return "";
  return [headline(outcome), ...lines(outcome)].map((line) => line.replace(/\.?$/, ".")).join(" ");
}

/** @param {Outcome} outcome */
function headline(outcome) {
  if (outcome.state !== "checked") return words()[outcome.state];
  const { verdict, until } = outcome.report;
  return until ? `${words()[verdict]} ${words().until(dayAndTime(until))}` : words()[verdict];
}

/** @param {Outcome} outcome */
function lines(outcome) {
  if (outcome.state === "empty") return [words().emptyHint];
  if (outcome.state === "unchecked") {
    const { reason, told } = outcome.why;
    return reason === "refused" ? told : [words()[reason]];
  }
  const { report } = outcome;
  const missed = report.complete ? [] : [words().partly, ...report.problems.map(told)];
  return [...missed, report.findings.length > 0 ? counted(report) : words().nothing];
}

/** @param {Report} report */
function counted({ findings }) {
  /** @type {Severity[]} */
  const kinds = ["hold", "reconsider", "note"];
  const counts = kinds
    .map((kind) => /** @type {const} */ ([kind, findings.filter(({ severity }) => severity === kind).length]))
    .filter(([, count]) => count > 0)
    .map(([kind, count]) => `${count}\u00a0×\u00a0${words()[kind].toLowerCase()}`);
  return `${words().count(findings.length)}: ${counts.join(", ")}`;
}

/**
 * The length of the draft, and the language in which it was read.
 *
 * @param {HTMLElement} line
 * @param {Outcome} outcome
 */
export function showLength(line, outcome) {
  line.replaceChildren();
  if (outcome.state !== "checked") return;
  const { length, lang } = outcome.report;
  const { characters, limit } = length;
  const over = limit !== null && characters > limit ? characters - limit : 0;
  const count = number(characters);
  line.append(
    element("span", {}, limit === null ? words().characters(count) : words().charactersOf(count, number(limit))),
    over ? element("strong", { class: "over" }, words().tooMany(number(over))) : "",
    lang ? element("span", {}, lang === "nl" ? words().readAsNl : words().readAsEn) : "",
  );
}
