import { createRoot } from "react-dom/client";

/** A page's `add` and `remove` for what React draws; it is added at once. */
export function show(composer) {
  let root = null;
  const add = () => {
    root = createRoot(document.getElementById("place"));
    root.render(composer);
  };
  const remove = () => root.unmount();
  add();
  return { add, remove };
}
