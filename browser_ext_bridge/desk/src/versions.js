/** The version of the draft that is compared with: what was pasted first, or what the author had remembered since. */

import { MergeView, unifiedMergeView } from "@codemirror/merge";
import { EditorState } from "@codemirror/state";
import { EditorView } from "@codemirror/view";
import { theme } from "./theme.js";
import { time, words } from "./words.js";

/** @typedef {{ text: string, at: Date, how: "pasted" | "remembered" }} Version */

/** Narrower than this, both versions are shown as one text with its changes. */
const NARROW = "(max-width: 40rem)";

export class Comparison {
  /** @type {Version | null} */
  version = null;
  #shown = { destroy() {} };
  #section;
  #root;

  /** @param {HTMLElement} section with the places for both names (`.before`, `.after`) and the text (`.texts`) */
  constructor(section) {
    this.#section = section;
    this.#root = /** @type {HTMLElement} */ (section.querySelector(".texts")).attachShadow({ mode: "open" });
    matchMedia(NARROW).addEventListener("change", () => this.open && this.show(this.#now));
  }

  #now = "";

  get open() {
    return !this.#section.hidden;
  }

  close() {
    this.#section.hidden = true;
    this.#shown.destroy();
  }

  /**
   * Show the version and the draft as it now stands.
   *
   * @param {string} now
   */
  show(now) {
    if (!this.version) return;
    this.#now = now;
    this.#shown.destroy();
    this.#section.hidden = false;
    this.#name(this.version);
    this.#root.replaceChildren();
    this.#shown = matchMedia(NARROW).matches ? this.#asOne(this.version.text) : this.#sideBySide(this.version.text);
  }

  /** @param {Version} version */
  #name({ how, at }) {
    const told = how === "pasted" ? words().pastedAt(time(at)) : words().rememberedAt(time(at));
    const [before, after] = this.#section.querySelectorAll(".before, .after");
    if (before) before.textContent = `${words().before}, ${told}`;
    if (after) after.textContent = words().after;
  }

  /** @param {string} before */
  #sideBySide(before) {
    return new MergeView({
      a: { doc: before, extensions: readable(words().before) },
      b: { doc: this.#now, extensions: readable(words().after) },
      gutter: false,
      parent: this.#root,
      root: this.#root,
    });
  }

  /** @param {string} before */
  #asOne(before) {
    const changes = unifiedMergeView({ original: before, mergeControls: false, gutter: false, allowInlineDiffs: true });
    const extensions = [readable(words().compare), changes, EditorView.editorAttributes.of({ class: "cm-merge-b" })];
    return new EditorView({ doc: this.#now, extensions, parent: this.#root, root: this.#root });
  }
}

/** @param {string} name */
function readable(name) {
  return [
    EditorState.readOnly.of(true),
    EditorView.editable.of(false),
    EditorView.lineWrapping,
    EditorView.contentAttributes.of({ "aria-label": name, "aria-readonly": "true", tabindex: "0", translate: "no" }),
    theme,
  ];
}
