import { Bold, ClassicEditor, Essentials, Mention, Paragraph } from "ckeditor5";
import "ckeditor5/ckeditor5.css";

import { place } from "./place.js";
import { MENTION, PARAGRAPHS } from "./draft-text.js";

const mention = `<span class="mention" data-mention="${MENTION}">${MENTION}</span>`;
const html = PARAGRAPHS.map((text) => `<p>${text.replace("\n", "<br>").replace(MENTION, mention)}</p>`).join("");
let ckeditor = null;

async function start(element) {
  ckeditor = await ClassicEditor.create(element, {
    licenseKey: "GPL",
    plugins: [Bold, Essentials, Mention, Paragraph],
    toolbar: ["bold"],
    mention: { feeds: [{ marker: "@", feed: [MENTION] }] },
    placeholder: "Schrijf hier",
    initialData: html,
  });
}

function written(node) {
  if (node.is("$text")) return node.data;
  return node.is("element", "softBreak") ? "\n" : [...node.getChildren()].map(written).join("");
}

const text = () => [...ckeditor.model.document.getRoot().getChildren()].map(written).join("\n");

window.editor = { ...place(start, () => ckeditor.destroy()), text };
