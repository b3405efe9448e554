// WordPress: blocks that are each an editable, together in a frame as in its own editor.
import { BlockCanvas, BlockEditorProvider, BlockTools } from "@wordpress/block-editor";
import "@wordpress/block-editor/build-style/style.css";
import "@wordpress/components/build-style/style.css";
import { createBlock, setDefaultBlockName } from "@wordpress/blocks";
import * as paragraph from "@wordpress/block-library/build-module/paragraph/index.mjs";
import "@wordpress/format-library";
import { useStateWithHistory } from "@wordpress/compose";

import { show } from "./react.jsx";
import { PARAGRAPHS } from "./draft-text.js";

paragraph.init();
setDefaultBlockName("core/paragraph");
let current = [];
let setCurrent;

const start = PARAGRAPHS.map((text) => createBlock("core/paragraph", { content: text.replace("\n", "<br>") }));

function Composer() {
  const { value, setValue, undo } = useStateWithHistory(start);
  current = value;
  setCurrent = setValue;
  const onKeyDown = (event) => event.ctrlKey && event.key === "z" && undo();
  return (
    <div onKeyDown={onKeyDown}>
      <BlockEditorProvider
        value={value}
        onInput={(blocks) => setValue(blocks, true)}
        onChange={(blocks) => setValue(blocks, false)}
        settings={{}}
      >
        <BlockTools>
          <BlockCanvas height="300px" />
        </BlockTools>
      </BlockEditorProvider>
    </div>
  );
}

const written = (block) => String(block.attributes.content).replaceAll("<br>", "\n");

const empty = () => (setCurrent([createBlock("core/paragraph")], false), true);

window.editor = { ...show(<Composer />), empty, text: () => current.map(written).join("\n") };
