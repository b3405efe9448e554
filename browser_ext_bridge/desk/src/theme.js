/** How text looks in the field and beside it; the colours are those of the page (desk.css). */

import { EditorView } from "@codemirror/view";

/** @param {string} colour @param {string} line */
function underlined(colour, line) {
  return {
    textDecoration: `underline ${line} var(--${colour})`,
    textUnderlineOffset: "0.28em",
    textDecorationSkipInk: "none",
    backgroundColor: `var(--${colour}-tint)`,
  };
}

export const theme = EditorView.theme({
  "&": { color: "var(--ink)" },
  "&.cm-focused": { outline: "none" }, // the card around it shows the focus
  ".cm-scroller": { font: "inherit", lineHeight: "inherit", overflowX: "hidden" },
  ".cm-content": { padding: "1.25rem", minHeight: "var(--field-height, 0)", caretColor: "var(--ink)" },
  ".cm-line": { padding: "0" },
  ".cm-placeholder": { color: "var(--quiet)" },
  ".cm-lintRange": { backgroundImage: "none !important", paddingBottom: "0", borderRadius: "0.15em" },
  ".cm-lintRange.note": underlined("note", "dotted 3px"),
  ".cm-lintRange.reconsider": underlined("reconsider", "wavy 2px"),
  ".cm-lintRange.hold": underlined("hold", "solid 3px"),
  ".cm-changedLine, .cm-deletedChunk, .cm-insertedLine": { backgroundColor: "transparent !important" },
  "&.cm-merge-a .cm-changedText, .cm-deletedText": {
    background: "var(--hold-tint) !important",
    textDecoration: "line-through var(--hold) !important",
  },
  "&.cm-merge-b .cm-changedText": {
    background: "var(--post-tint) !important",
    textDecoration: "underline 2px var(--post) !important",
    textUnderlineOffset: "0.2em",
  },
});
