/** The language in which the desk itself speaks: the user's choice, else the browser's; the choice alone is kept. */

import { STRINGS } from "./strings.js";

/** @typedef {keyof typeof STRINGS} Lang */
/** @typedef {typeof STRINGS["nl"]} Words */
/** @typedef {{ [Key in keyof Words]: Words[Key] extends string ? Key : never }[keyof Words]} Phrase */

const KEPT = "postlint.lang";
const LOCALES = { nl: "nl-NL", en: "en-GB" }; // of Europe, where a day comes before its month

/** @type {Lang} */
let lang = chosen();

/** @returns {Lang} */
function chosen() {
  const wanted = [localStorage.getItem(KEPT), ...navigator.languages].map((name) => name?.slice(0, 2));
  return wanted.find((name) => name === "nl" || name === "en") === "nl" ? "nl" : "en";
}

/** The words of the language in use. */
export function words() {
  return STRINGS[lang];
}

/** Change to the other language, and keep the choice. */
export function switchLanguage() {
  lang = lang === "nl" ? "en" : "nl";
  localStorage.setItem(KEPT, lang);
}

/** Put the words of the language in use in every element that names its own (`data-say`, `data-say-label`). */
export function labelPage() {
  document.documentElement.lang = lang;
  document.title = `${words().title} · postlint`;
  for (const part of document.querySelectorAll("[data-say]")) {
    part.textContent = phrase(part.getAttribute("data-say"));
  }
  for (const part of document.querySelectorAll("[data-say-label]")) {
    part.setAttribute("aria-label", phrase(part.getAttribute("data-say-label")));
  }
  for (const part of document.querySelectorAll("[data-say-placeholder]")) {
    part.setAttribute("placeholder", phrase(part.getAttribute("data-say-placeholder")));
  }
}

/** @param {string | null} name */
function phrase(name) {
  return words()[/** @type {Phrase} */ (name)];
}

/**
 * A number as the language in use writes it.
 *
 * @param {number} count
 */
export function number(count) {
  return new Intl.NumberFormat(LOCALES[lang]).format(count);
}

/**
 * A moment in words, in the time of this computer.
 *
 * @param {string} moment ISO 8601
 */
export function dayAndTime(moment) {
  return new Intl.DateTimeFormat(LOCALES[lang], { dateStyle: "full", timeStyle: "short" }).format(new Date(moment));
}

/** @param {Date} moment */
export function time(moment) {
  return new Intl.DateTimeFormat(LOCALES[lang], { timeStyle: "short" }).format(moment);
}
