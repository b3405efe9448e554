/** What a finding says, beside its words: when they are pointed at or clicked, and at the cursor by Alt+Enter. */

import { nextDiagnostic, previousDiagnostic } from "@codemirror/lint";
import { EditorView, keymap } from "@codemirror/view";
import { autoUpdate, computePosition, flip, offset, shift } from "@floating-ui/dom";
import { element } from "./element.js";
import { findingsAt } from "./field.js";
import { suggestions, told } from "./findings.js";
import { words } from "./words.js";

/** @import { Extension } from "@codemirror/state" */
/** @import { Command } from "@codemirror/view" */
/** @import { Actions } from "./findings.js" */
/** @import { Finding } from "./wire.js" */
/** @typedef {{ finding: Finding, from: number, to: number }} Place */

const POINTING = 250; // milliseconds until a pointer means it
const LEAVING = 300; // milliseconds in which the pointer may cross to the popover

export class Popover {
  #timer = 0;
  /** @type {Finding[]} of which it tells now */
  #of = [];
  #follow = () => {};
  /** @type {EditorView | null} */
  #field = null;
  #shown;
  #actions;
  #lang;

  /**
   * @param {HTMLElement} shown
   * @param {Actions} actions
   * @param {() => string} lang the language of the findings
   */
  constructor(shown, actions, lang) {
    this.#shown = shown;
    this.#actions = actions;
    this.#lang = lang;
    shown.addEventListener("mouseenter", () => clearTimeout(this.#timer));
    shown.addEventListener("mouseleave", () => this.#later(() => this.close(), LEAVING));
    shown.addEventListener("keydown", (event) => event.key === "Tab" && this.#stepOut(event));
    document.addEventListener("keydown", (event) => event.key === "Escape" && this.#leave());
    document.addEventListener("pointerdown", (event) => !event.composedPath().includes(shown) && this.close());
  }

  /** What makes the field open it. @returns {Extension} */
  get extension() {
    return [
      keymap.of([
        {
          key: "F8",
          run: (field) => this.#go(field, nextDiagnostic),
          shift: (field) => this.#go(field, previousDiagnostic),
        },
        { key: "Alt-Enter", run: (field) => this.#enter(field) }, // Ctrl+. is that of GTK's choice of emoji
      ]),
      EditorView.domEventHandlers({
        mousemove: (event, field) => this.#pointed(event, field),
        mouseleave: () => this.#later(() => this.close(), LEAVING),
        click: (event, field) => this.#clicked(event, field),
      }),
      EditorView.updateListener.of((update) => (update.docChanged || update.selectionSet) && this.close()),
    ];
  }

  close() {
    clearTimeout(this.#timer);
    this.#follow();
    this.#follow = () => {};
    this.#of = [];
    this.#shown.hidden = true;
    this.#shown.replaceChildren();
  }

  /** Close by the keyboard: the focus goes back to the field if it was here. */
  #leave() {
    const back = this.#shown.contains(document.activeElement);
    this.close();
    if (back) this.#field?.focus();
  }

  /** It stands at the end of the page: behind its last button, and before its first, comes the field. @param {KeyboardEvent} event */
  #stepOut(event) {
    const buttons = [...this.#shown.querySelectorAll("button")];
    if (document.activeElement !== buttons.at(event.shiftKey ? 0 : -1)) return;
    event.preventDefault();
    this.#leave();
  }

  /** @param {() => void} action @param {number} milliseconds */
  #later(action, milliseconds) {
    clearTimeout(this.#timer);
    this.#timer = window.setTimeout(action, milliseconds);
  }

  /** @param {MouseEvent} event @param {EditorView} field */
  #pointed(event, field) {
    const places = under(event, field);
    if (places.some(({ finding }) => this.#of.includes(finding))) clearTimeout(this.#timer);
    else if (places.length > 0) this.#later(() => this.#open(field, places), POINTING);
    else if (!this.#shown.hidden) this.#later(() => this.close(), LEAVING);
    else clearTimeout(this.#timer);
  }

  /** @param {MouseEvent} event @param {EditorView} field */
  #clicked(event, field) {
    const places = under(event, field);
    if (places.length > 0 && field.state.selection.main.empty) this.#open(field, places);
  }

  /** Go to another finding and say what it is; the verdict where there is none. @param {EditorView} field @param {Command} there */
  #go(field, there) {
    there(field);
    if (this.#openAtCursor(field)) this.#actions.say(this.#of.map(({ message }) => message).join(" "), this.#lang());
    else this.#actions.sayVerdict();
    return true;
  }

  /** @param {EditorView} field */
  #openAtCursor(field) {
    const places = findingsAt(field, field.state.selection.main.head);
    if (places.length > 0) this.#open(field, places);
    return places.length > 0;
  }

  /** Go into the popover, or say the verdict where nothing is at the cursor; no key is left for the field. @param {EditorView} field */
  #enter(field) {
    if (this.#openAtCursor(field)) this.#shown.querySelector("button")?.focus();
    else this.#actions.sayVerdict();
    return true;
  }

  /** @param {EditorView} field @param {Place[]} places */
  #open(field, places) {
    this.close();
    this.#field = field;
    this.#of = places.map(({ finding }) => finding);
    const close = element("button", { type: "button", class: "close", onclick: () => this.#leave() }, "×");
    close.setAttribute("aria-label", words().close);
    this.#shown.replaceChildren(...places.map(({ finding }, number) => this.#part(finding, `told-${number}`)), close);
    this.#shown.setAttribute("aria-describedby", places.map((_, number) => `told-${number}`).join(" "));
    this.#shown.hidden = false;
    const [{ from }] = /** @type {[Place]} */ (places);
    const reference = { contextElement: field.dom, getBoundingClientRect: () => rectangle(field, from) };
    this.#follow = autoUpdate(reference, this.#shown, async () => {
      const middleware = [offset(8), flip({ padding: 8 }), shift({ padding: 8 })];
      const { x, y } = await computePosition(reference, this.#shown, {
        strategy: "fixed",
        placement: "bottom-start",
        middleware,
      });
      Object.assign(this.#shown.style, { left: `${x}px`, top: `${y}px` });
    });
  }

  /** @param {Finding} finding @param {string} id of what it says, which describes the popover to who enters it */
  #part(finding, id) {
    const lang = this.#lang();
    const replace = (/** @type {string} */ suggestion) => this.#actions.replace(finding, suggestion);
    return element(
      "div",
      { class: finding.severity },
      element("div", { id }, ...told(finding, lang), element("p", { lang, class: "advice" }, finding.advice)),
      ...suggestions(finding, lang, replace),
    );
  }
}

/**
 * The findings whose marks are under the pointer.
 *
 * @param {MouseEvent} event
 * @param {EditorView} field
 */
function under(event, field) {
  if (!(event.target instanceof Element && event.target.closest(".cm-lintRange"))) return [];
  const place = field.posAtCoords(event);
  return place === null ? [] : findingsAt(field, place);
}

/**
 * Where the line begins on which a place stands, from there.
 *
 * @param {EditorView} field
 * @param {number} from
 */
function rectangle(field, from) {
  const { left, top, bottom } = field.coordsAtPos(from, 1) ?? field.dom.getBoundingClientRect();
  return { x: left, y: top, left, right: left, top, bottom, width: 0, height: bottom - top };
}
