import tinymce from "tinymce";
import "tinymce/models/dom";
import "tinymce/themes/silver";
import "tinymce/icons/default";
import "tinymce/skins/ui/oxide/skin.js";
import "tinymce/skins/ui/oxide/content.js";
import "tinymce/skins/content/default/content.js";

import { place } from "./place.js";
import { MENTION, PARAGRAPHS } from "./draft-text.js";

const mention = `<span class="mention" contenteditable="false">${MENTION}</span>`;
const html = PARAGRAPHS.map((text) => `<p>${text.replace("\n", "<br>").replace(MENTION, mention)}</p>`).join("\n");
let tiny = null;

async function start(element) {
  const options = { license_key: "gpl", menubar: false, toolbar: "bold", promotion: false, height: 300 };
  [tiny] = await tinymce.init({ target: element, placeholder: "Schrijf hier", ...options });
  tiny.setContent(html);
  tiny.undoManager.clear();
  tiny.undoManager.add();
}

const text = () => tiny.getContent({ format: "text" }).replaceAll("\n\n", "\n");

window.editor = { ...place(start, () => tiny.remove()), text };
