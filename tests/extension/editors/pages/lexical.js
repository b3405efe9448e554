// Facebook's.
import { createEmptyHistoryState, registerHistory } from "@lexical/history";
import { registerRichText } from "@lexical/rich-text";
import { $createLineBreakNode, $createParagraphNode, $createTextNode, $getRoot, createEditor, TextNode } from "lexical";

import { place } from "./place.js";
import { MENTION, PARAGRAPHS } from "./draft-text.js";

class MentionNode extends TextNode {
  static getType() {
    return "mention";
  }
  static clone(node) {
    return new MentionNode(node.__text, node.__key);
  }
  createDOM(config) {
    const element = super.createDOM(config);
    element.className = "mention";
    return element;
  }
}

function inline(text) {
  const parts = text.split(/(@jan|\n)/).filter(Boolean);
  return parts.map((part) => {
    if (part === "\n") return $createLineBreakNode();
    return part === MENTION ? new MentionNode(part).setMode("segmented") : $createTextNode(part);
  });
}

let lexical = null;
let stop = null;

function start(element) {
  element.contentEditable = "true";
  element.setAttribute("role", "textbox");
  element.setAttribute("data-lexical-editor", "true");
  lexical = createEditor({ namespace: "page", nodes: [MentionNode], onError: (error) => console.error(error) });
  lexical.setRootElement(element);
  const stops = [registerRichText(lexical), registerHistory(lexical, createEmptyHistoryState(), 0)];
  stop = () => {
    stops.forEach((each) => each());
    lexical.setRootElement(null);
  };
  lexical.update(
    () => $getRoot().clear().append(...PARAGRAPHS.map((text) => $createParagraphNode().append(...inline(text)))),
    { discrete: true, tag: "history-merge" },
  );
}

const paragraphs = () => $getRoot().getChildren().map((child) => child.getTextContent());

window.editor = { ...place(start, () => stop()), text: () => lexical.read(paragraphs).join("\n") };
