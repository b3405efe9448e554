// Mastodon's kind: a textarea that React controls and that grows with its text.
import { useState } from "react";
import TextareaAutosize from "react-textarea-autosize";

import { show } from "./react.jsx";
import { DRAFT } from "./draft-text.js";

let current = "";

function Composer() {
  const [value, setValue] = useState(DRAFT);
  current = value;
  return (
    <TextareaAutosize
      className="composer"
      value={value}
      onChange={(event) => setValue(event.target.value)}
      placeholder="Waar denk je aan?"
      aria-label="Bericht"
      minRows={2}
    />
  );
}

window.editor = { ...show(<Composer />), text: () => current };
