// Bluesky's: ProseMirror, through TipTap.
import { Editor } from "@tiptap/core";
import Mention from "@tiptap/extension-mention";
import { Placeholder } from "@tiptap/extensions";
import StarterKit from "@tiptap/starter-kit";

import { place } from "./place.js";
import { MENTION, PARAGRAPHS } from "./draft-text.js";

function inline(text) {
  const parts = text.split(/(@jan|\n)/).filter(Boolean);
  return parts.map((part) => {
    if (part === "\n") return { type: "hardBreak" };
    return part === MENTION ? { type: "mention", attrs: { id: "jan" } } : { type: "text", text: part };
  });
}

const paragraphs = PARAGRAPHS.map((text) => ({ type: "paragraph", content: inline(text) }));
const content = { type: "doc", content: paragraphs };
const extensions = [StarterKit, Mention, Placeholder.configure({ placeholder: "Hoe gaat het?", showOnlyCurrent: false })];
let tiptap = null;

function start(element) {
  tiptap = new Editor({ element, extensions, content });
}

window.editor = { ...place(start, () => tiptap.destroy()), text: () => tiptap.getText({ blockSeparator: "\n" }) };
