/** The findings as cards beside the text; a card stays as it is, opened or in use, for as long as its finding does. */

import { element } from "./element.js";
import { practice } from "./practice.js";
import { words } from "./words.js";

/** @import { Finding, Report, Severity } from "./wire.js" */

/** @type {Record<Severity, string>} */
export const SIGNS = { hold: "■", reconsider: "▲", note: "●" };

/**
 * What can be done with a finding.
 *
 * @typedef {object} Actions
 * @property {(finding: Finding, suggestion: string) => void} replace
 * @property {(finding: Finding) => void} show
 * @property {(sentence: string, lang: string) => void} say
 * @property {() => void} sayVerdict
 */

/** @typedef {{ element: HTMLLIElement, finding: Finding }} Card */

export class Findings {
  /** @type {Map<string, Card>} */
  #cards = new Map();
  #list;
  #actions;

  /**
   * @param {HTMLElement} list
   * @param {Actions} actions
   */
  constructor(list, actions) {
    this.#list = list;
    this.#actions = actions;
  }

  /** @param {Report} report */
  show({ findings, lang }) {
    /** @type {Map<string, Card>} */
    const cards = new Map();
    for (const finding of findings) {
      const key = keyOf(finding, cards);
      const card = this.#cards.get(key) ?? this.#card(finding, lang ?? "");
      card.finding = finding;
      cards.set(key, card);
    }
    this.#cards = cards;
    arrange(
      this.#list,
      [...cards.values()].map((card) => card.element),
    );
  }

  /** Show nothing; what comes next is made anew. */
  clear() {
    this.#cards = new Map();
    this.#list.replaceChildren();
  }

  /**
   * Point out the cards of the findings at the cursor.
   *
   * @param {Finding[]} current
   */
  point(current) {
    for (const card of this.#cards.values()) {
      card.element.classList.toggle("current", current.includes(card.finding));
    }
  }

  /**
   * @param {Finding} finding
   * @param {string} lang
   */
  #card(finding, lang) {
    /** @type {Card} */
    const card = { finding, element: element("li", { class: `card ${finding.severity}` }) };
    const show = () => this.#actions.show(card.finding);
    card.element.append(
      ...told(finding, lang),
      element("p", { lang, class: "why" }, finding.why),
      element("p", { lang, class: "advice" }, finding.advice),
      ...suggestions(finding, lang, (suggestion) => this.#actions.replace(card.finding, suggestion)),
      practice(finding.risk, lang || "nl"),
      element(
        "footer",
        {},
        finding.whole
          ? element("span", {}, words().whole)
          : element("button", { type: "button", class: "plain", onclick: show }, words().showInText),
        element("code", {}, finding.rule),
      ),
    );
    return card;
  }
}

/**
 * What a finding says first.
 *
 * @param {Finding} finding
 * @param {string} lang
 */
export function told(finding, lang) {
  const sign = element("span", { "aria-hidden": "true" }, SIGNS[finding.severity]);
  return [
    element("p", { class: "severity" }, sign, ` ${words()[finding.severity]}`),
    element("h3", { lang }, finding.message),
  ];
}

/**
 * Buttons that put a suggestion in the place of a finding's words.
 *
 * @param {Finding} finding
 * @param {string} lang
 * @param {(suggestion: string) => void} replace
 */
export function suggestions(finding, lang, replace) {
  if (finding.suggestions.length === 0) return [];
  const buttons = finding.suggestions.map((suggestion) =>
    element("button", { type: "button", lang, onclick: () => replace(suggestion) }, suggestion),
  );
  return [element("p", { class: "suggestions" }, element("span", {}, words().forInstance), ...buttons)];
}

/**
 * What makes a card the same; of two findings with the same words the order tells them apart.
 *
 * @param {Finding} finding
 * @param {Map<string, Card>} taken
 */
function keyOf({ rule, severity, text, message, why, advice, suggestions }, taken) {
  const told = JSON.stringify([rule, severity, text, message, why, advice, suggestions]);
  let key = told;
  for (let number = 2; taken.has(key); number++) key = `${told} ${number}`;
  return key;
}

/**
 * Make these the children, in this order; those that stay are not moved, so that the focus stays with them.
 *
 * @param {HTMLElement} list
 * @param {HTMLElement[]} elements
 */
function arrange(list, elements) {
  const kept = new Set(elements);
  for (const child of [...list.children]) {
    if (!kept.has(/** @type {HTMLElement} */ (child))) child.remove();
  }
  elements.forEach((each, place) => {
    if (list.children[place] !== each) list.insertBefore(each, list.children[place] ?? null);
  });
}
