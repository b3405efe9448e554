/** What a finding says, beside its words: when they are pointed at or clicked, and at the cursor by Ctrl+. */

import { EditorView, keymap } from "@codemirror/view";
import { autoUpdate, computePosition, flip, offset, shift } from "@floating-ui/dom";
import { element } from "./element.js";
import { findingsAt } from "./field.js";
import { suggestions, told } from "./findings.js";
import { words } from "./words.js";

/** @import { Extension } from "@codemirror/state" */
/** @import { Actions } from "./findings.js" */
/** @import { Finding } from "./wire.js" */
/** @typedef {{ finding: Finding, from: number, to: number }} Place */

const POINTING = 250; // milliseconds until a pointer means it
const LEAVING = 300; // milliseconds in which the pointer may cross to the popover

export class Popover {
  #timer = 0;
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
    document.addEventListener("keydown", (event) => event.key === "Escape" && this.#leave());
    document.addEventListener("pointerdown", (event) => !event.composedPath().includes(shown) && this.close());
  }

  /** What makes the field open it. @returns {Extension} */
  get extension() {
    return [
      keymap.of([{ key: "Mod-.", run: (field) => this.#openAtCursor(field) }]),
      EditorView.domEventHandlers({
        mousemove: (event, field) => this.#pointed(event, field),
        mouseleave: () => this.#later(() => this.close(), LEAVING),
        click: (event, field) => this.#clicked(event, field),
      }),
      EditorView.updateListener.of((update) => update.docChanged && this.close()),
    ];
  }

  close() {
    clearTimeout(this.#timer);
    this.#follow();
    this.#follow = () => {};
    this.#shown.hidden = true;
    this.#shown.replaceChildren();
  }

  /** Close by the keyboard: the focus goes back to the field if it was here. */
  #leave() {
    const back = this.#shown.contains(document.activeElement);
    this.close();
    if (back) this.#field?.focus();
  }

  /** @param {() => void} action @param {number} milliseconds */
  #later(action, milliseconds) {
    clearTimeout(this.#timer);
    this.#timer = window.setTimeout(action, milliseconds);
  }

  /** @param {MouseEvent} event @param {EditorView} field */
  #pointed(event, field) {
    const places = under(event, field);
    if (places.length > 0) this.#later(() => this.#open(field, places), POINTING);
    else if (!this.#shown.hidden) this.#later(() => this.close(), LEAVING);
    else clearTimeout(this.#timer);
  }

  /** @param {MouseEvent} event @param {EditorView} field */
  #clicked(event, field) {
    const places = under(event, field);
    if (places.length > 0 && field.state.selection.main.empty) this.#open(field, places);
  }

  /** @param {EditorView} field */
  #openAtCursor(field) {
    const places = findingsAt(field, field.state.selection.main.head);
    if (places.length === 0) return false;
    this.#open(field, places);
    this.#shown.querySelector("button")?.focus();
    return true;
  }

  /** @param {EditorView} field @param {Place[]} places */
  #open(field, places) {
    this.close();
    this.#field = field;
    const close = element("button", { type: "button", class: "close", onclick: () => this.#leave() }, "×");
    close.setAttribute("aria-label", words().close);
    this.#shown.replaceChildren(...places.map(({ finding }) => this.#part(finding)), close);
    this.#shown.hidden = false;
    const [{ from }] = /** @type {[Place]} */ (places);
    const words_ = { contextElement: field.dom, getBoundingClientRect: () => rectangle(field, from) };
    this.#follow = autoUpdate(words_, this.#shown, async () => {
      const middleware = [offset(8), flip({ padding: 8 }), shift({ padding: 8 })];
      const { x, y } = await computePosition(words_, this.#shown, {
        strategy: "fixed",
        placement: "bottom-start",
        middleware,
      });
      Object.assign(this.#shown.style, { left: `${x}px`, top: `${y}px` });
    });
  }

  /** @param {Finding} finding */
  #part(finding) {
    const lang = this.#lang();
    const replace = (/** @type {string} */ suggestion) => this.#actions.replace(finding, suggestion);
    return element(
      "div",
      { class: finding.severity },
      ...told(finding, lang),
      element("p", { lang, class: "advice" }, finding.advice),
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
