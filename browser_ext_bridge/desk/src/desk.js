/** The desk: a field for a draft, what is known around it, and what postlint says of it while it is written. */

import { EditorView } from "@codemirror/view";
import { Announcer } from "./announcer.js";
import { status, told } from "./bridge.js";
import { Checking } from "./checking.js";
import { part } from "./element.js";
import { findingsAt, makeField, mark, relabel, replace, select, takeBack } from "./field.js";
import { Findings } from "./findings.js";
import { Popover } from "./popover.js";
import { context, onContextChange, preset } from "./surroundings.js";
import { showLength, showVerdict, spoken } from "./verdict.js";
import { Comparison } from "./versions.js";
import { labelPage, switchLanguage, words } from "./words.js";

/** @import { ViewUpdate } from "@codemirror/view" */
/** @import { Outcome } from "./checking.js" */
/** @import { Actions } from "./findings.js" */
/** @import { Status } from "./wire.js" */

/** @type {Outcome} */
let outcome = { state: "empty" };
/** @type {Status | null} */
let checkedWith = null;

const announcer = new Announcer(part("said", HTMLElement));
const comparison = new Comparison(part("comparison", HTMLElement));
const compare = part("compare", HTMLButtonElement);

/** @type {Actions} */
const actions = {
  replace(finding, suggestion) {
    const before = replace(field, finding, suggestion);
    if (before) announcer.now(words().applied(before, suggestion));
  },
  show: (finding) => select(field, finding),
  say: (sentence, lang) => announcer.now(sentence, lang),
  sayVerdict: () => announcer.verdict(spoken(outcome)),
};
const findings = new Findings(part("findings", HTMLElement), actions);
const popover = new Popover(part("popover", HTMLElement), actions, draftLanguage);
const field = makeField(part("field", HTMLElement), [EditorView.updateListener.of(changed), popover.extension]);
const checking = new Checking(() => ({ text: draft(), context: context() }), show);

function draft() {
  return field.state.doc.toString().toWellFormed();
}

function draftLanguage() {
  return (outcome.state === "checked" && outcome.report.lang) || "";
}

/** @param {ViewUpdate} update */
function changed(update) {
  if (update.docChanged) {
    announcer.wait();
    checking.soon();
    keepFirstPaste(update);
    if (comparison.open) comparison.show(draft());
  }
  if (update.docChanged || update.selectionSet) pointAtCursor();
}

/** What is pasted into an empty field is what the draft will be compared with. @param {ViewUpdate} update */
function keepFirstPaste(update) {
  const pasted = update.transactions.some((each) => each.isUserEvent("input.paste") || each.isUserEvent("input.drop"));
  if (pasted && update.startState.doc.length === 0) keepVersion("pasted");
}

/** @param {"pasted" | "remembered"} how */
function keepVersion(how) {
  comparison.version = { text: draft(), at: new Date(), how };
  compare.disabled = false;
  if (comparison.open) comparison.show(draft());
}

function pointAtCursor() {
  findings.point(findingsAt(field, field.state.selection.main.head).map(({ finding }) => finding));
}

/** Show what is known of the draft; while it is not checked, what was found before stays. @param {Outcome} known */
function show(known) {
  outcome = known;
  if (known.state === "checked") {
    for (const id of ["field", "comparison-texts"]) part(id, HTMLElement).lang = known.report.lang ?? "";
    mark(field, known.report.findings);
    findings.show(known.report);
    pointAtCursor();
  } else if (known.state === "empty") {
    mark(field, []);
    findings.clear();
  }
  showVerdict(part("verdict", HTMLElement), known);
  showLength(part("length", HTMLElement), known);
  part("findings-title", HTMLElement).hidden = known.state !== "checked" || known.report.findings.length === 0;
  announcer.atRest(spoken(known));
}

/** Say everything in the language in use. */
function label() {
  labelPage();
  relabel(field);
  part("language", HTMLElement).lang = document.documentElement.lang === "nl" ? "en" : "nl";
  part("packs", HTMLElement).textContent = checkedWith
    ? [words().packs(checkedWith.packs.map(({ name }) => name).join(", ")), ...checkedWith.problems.map(told)].join(
        ". ",
      )
    : "";
  findings.clear();
  show(outcome);
  if (comparison.open) comparison.show(draft());
}

part("language", HTMLButtonElement).addEventListener("click", () => {
  switchLanguage();
  label();
});
part("undo", HTMLButtonElement).addEventListener("click", () => takeBack(field));
part("remember", HTMLButtonElement).addEventListener("click", () => {
  keepVersion("remembered");
  announcer.now(words().remembered);
});
compare.addEventListener("click", () => {
  if (comparison.open) comparison.close();
  else comparison.show(draft());
  compare.setAttribute("aria-expanded", String(comparison.open));
});
window.addEventListener("beforeunload", (event) => draft().trim() && event.preventDefault());
onContextChange(() => checking.soon());

label();
field.focus();
status().then(
  (answer) => {
    checkedWith = answer;
    preset(answer.context);
    label();
  },
  (why) => show({ state: "unchecked", why }),
);
