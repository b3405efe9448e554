/** The field in which the draft is written: CodeMirror, with the findings as its lint marks. */

import { history, historyKeymap, isolateHistory, standardKeymap, undo } from "@codemirror/commands";
import { forEachDiagnostic, linter, setDiagnostics } from "@codemirror/lint";
import { Compartment } from "@codemirror/state";
import { EditorView, keymap, placeholder } from "@codemirror/view";
import { element } from "./element.js";
import { theme } from "./theme.js";
import { words } from "./words.js";

/** @import { Diagnostic } from "@codemirror/lint" */
/** @import { Extension } from "@codemirror/state" */
/** @import { Finding, Severity } from "./wire.js" */
/** @typedef {Diagnostic & { finding: Finding }} Mark */

/** @type {Record<Severity, Diagnostic["severity"]>} */
const SEVERITIES = { hold: "error", reconsider: "warning", note: "info" };

const labels = new Compartment();

/**
 * CodeMirror stands in a shadow root: there it adopts its style sheet, which a strict policy allows, where in the page
 * it would write a style element, which that refuses.
 *
 * @param {HTMLElement} host
 * @param {Extension} extensions
 * @returns {EditorView}
 */
export function makeField(host, extensions) {
  const root = host.attachShadow({ mode: "open" });
  return new EditorView({
    parent: root,
    root,
    extensions: [
      history(),
      keymap.of([...historyKeymap, ...standardKeymap]),
      EditorView.lineWrapping,
      linter(null, { tooltipFilter: none }),
      labels.of(labelled()),
      theme,
      extensions,
    ],
  });
}

/** The desk has a popover of its own, so the lint extension shows none. @returns {any} */
function none() {
  return null;
}

/** A placeholder of text alone would be told as what stands in the field, also where there is a draft in it. */
function labelled() {
  const hint = { "aria-placeholder": words().placeholder };
  return [
    placeholder(() => element("span", {}, words().placeholder)),
    EditorView.contentAttributes.of({
      "aria-label": words().draft,
      "aria-keyshortcuts": "F8 Alt+Enter",
      translate: "no",
    }),
    EditorView.contentAttributes.of(({ state }) => (state.doc.length > 0 ? null : hint)),
  ];
}

/** Speak the language in use. @param {EditorView} field */
export function relabel(field) {
  field.dispatch({ effects: labels.reconfigure(labelled()) });
}

/**
 * Mark the findings that have a place.
 *
 * @param {EditorView} field
 * @param {Finding[]} findings
 */
export function mark(field, findings) {
  /** @type {Mark[]} */
  const marks = findings.flatMap((finding) => {
    const { start: from, end: to } = finding.utf16;
    const severity = SEVERITIES[finding.severity];
    return finding.whole
      ? []
      : [{ from, to, severity, markClass: finding.severity, message: finding.message, finding }];
  });
  field.dispatch(setDiagnostics(field.state, marks));
}

/**
 * The findings whose marks touch a place, with where they now stand.
 *
 * @param {EditorView} field
 * @param {number} place
 */
export function findingsAt(field, place) {
  return marked(field).filter(({ from, to }) => from <= place && place <= to);
}

/**
 * Where the words of a finding now stand; null where they were changed since.
 *
 * @param {EditorView} field
 * @param {Finding} finding
 */
export function placeOf(field, finding) {
  const place = marked(field).find((each) => each.finding === finding);
  return place && field.state.sliceDoc(place.from, place.to) === finding.text ? place : null;
}

/** @param {EditorView} field */
function marked(field) {
  /** @type {{ finding: Finding, from: number, to: number }[]} */
  const found = [];
  forEachDiagnostic(field.state, (diagnostic, from, to) => {
    found.push({ finding: /** @type {Mark} */ (diagnostic).finding, from, to });
  });
  return found;
}

/**
 * Select the words of a finding.
 *
 * @param {EditorView} field
 * @param {Finding} finding
 */
export function select(field, finding) {
  const place = placeOf(field, finding);
  if (place) {
    field.dispatch({
      selection: { anchor: place.from, head: place.to },
      effects: EditorView.scrollIntoView(place.from, { y: "center" }),
    });
  }
  field.focus();
}

/**
 * Put a suggestion in the place of a finding's words, as one step to undo. Gives those words; null where it could not.
 *
 * @param {EditorView} field
 * @param {Finding} finding
 * @param {string} suggestion
 */
export function replace(field, finding, suggestion) {
  const place = placeOf(field, finding);
  field.focus();
  if (!place) return null;
  field.dispatch({
    changes: { from: place.from, to: place.to, insert: suggestion },
    selection: { anchor: place.from + suggestion.length },
    annotations: isolateHistory.of("full"),
    userEvent: "input.complete",
    scrollIntoView: true,
  });
  return finding.text;
}

/** Take back the last change. @param {EditorView} field */
export function takeBack(field) {
  undo(field);
  field.focus();
}
