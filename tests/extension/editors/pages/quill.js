// LinkedIn's.
import Quill from "quill";
import "quill/dist/quill.snow.css";

import { place } from "./place.js";
import { DRAFT, MENTION } from "./draft-text.js";

class MentionBlot extends Quill.import("blots/embed") {
  static blotName = "mention";
  static tagName = "span";
  static className = "mention";
  static create(name) {
    const element = super.create(name);
    element.textContent = name;
    element.dataset.name = name;
    return element;
  }
  static value(element) {
    return element.dataset.name;
  }
}
Quill.register(MentionBlot);

let quill = null;

function start(element) {
  quill = new Quill(element, { theme: "snow", placeholder: "Waar wilt u over praten?", modules: { toolbar: [["bold"]] } });
  const parts = `${DRAFT}\n`.split(/(@jan)/);
  quill.setContents(parts.map((part) => ({ insert: part === MENTION ? { mention: part } : part })));
  quill.history.clear();
}

const written = ({ insert }) => (typeof insert === "string" ? insert : insert.mention);

window.editor = { ...place(start, () => {}), text: () => quill.getContents().ops.map(written).join("").replace(/\n$/, "") };
