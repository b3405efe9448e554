// X's, and what Facebook had before Lexical.
import { CompositeDecorator, convertFromRaw, Editor, EditorState } from "draft-js";
import "draft-js/dist/Draft.css";
import { useState } from "react";

import { show } from "./react.jsx";
import { MENTION, PARAGRAPHS } from "./draft-text.js";

const mentions = new CompositeDecorator([
  {
    strategy: (block, found, content) =>
      block.findEntityRanges((character) => {
        const entity = character.getEntity();
        return entity !== null && content.getEntity(entity).getType() === "mention";
      }, found),
    component: ({ children }) => <a className="mention">{children}</a>,
  },
]);

function start() {
  const blocks = PARAGRAPHS.map((text, index) => {
    const offset = text.indexOf(MENTION);
    const entityRanges = offset < 0 ? [] : [{ key: 0, offset, length: MENTION.length }];
    return { key: `block${index}`, text, type: "unstyled", depth: 0, inlineStyleRanges: [], entityRanges };
  });
  const entityMap = { 0: { type: "mention", mutability: "IMMUTABLE", data: {} } };
  return EditorState.createWithContent(convertFromRaw({ blocks, entityMap }), mentions);
}

let current = null;

function Composer() {
  const [state, setState] = useState(start);
  current = state;
  return <Editor editorState={state} onChange={setState} placeholder="Wat gebeurt er?" ariaLabel="Bericht" />;
}

window.editor = { ...show(<Composer />), text: () => current.getCurrentContent().getPlainText("\n") };
