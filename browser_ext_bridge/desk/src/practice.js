/** Good practice: how a colleague put what a finding is about; asked for when it is opened, one case at a time. */

import { cases } from "./bridge.js";
import { element } from "./element.js";
import { words } from "./words.js";

/** @import { Case } from "./wire.js" */

/**
 * @param {string} risk
 * @param {string} lang
 */
export function practice(risk, lang) {
  const shown = element("div", { lang, class: "case" });
  const opened = element("details", { class: "practice" }, element("summary", {}, words().practice), shown);
  opened.addEventListener("toggle", async () => {
    if (opened.open && !shown.hasChildNodes()) turnOver(shown, await cases(risk, lang).catch(() => []), 0);
  });
  return opened;
}

/**
 * Show the case with that number, and a button to the one behind it.
 *
 * @param {HTMLElement} shown
 * @param {Case[]} all
 * @param {number} number
 */
function turnOver(shown, all, number) {
  const told = all[number];
  if (!told) {
    shown.replaceChildren(words().noCase);
    return;
  }
  const label = `${words().nextCase} (${number + 1}/${all.length})`;
  const next = element("button", { type: "button", class: "plain", lang: document.documentElement.lang }, label);
  next.addEventListener("click", () => {
    turnOver(shown, all, (number + 1) % all.length);
    shown.querySelector("button")?.focus();
  });
  shown.replaceChildren(...parts(told), ...(all.length > 1 ? [next] : []));
}

/** @param {Case} told */
function parts(told) {
  return [
    element("h4", {}, told.title),
    ...(told.context ? [element("p", {}, told.context)] : []),
    element("p", { class: "label" }, words().caseDraft),
    element("blockquote", {}, told.draft),
    element("p", {}, told.wrong),
    element("p", { class: "label" }, words().caseRewritten),
    element("blockquote", { class: "rewritten" }, told.rewritten),
    element("p", {}, told.why),
  ];
}
