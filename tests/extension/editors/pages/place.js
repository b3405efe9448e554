/** A page's `add` and `remove` for an editor that `start` makes of an element; it is added at once. */
export function place(start, stop) {
  const add = () => {
    const element = document.createElement("div");
    document.getElementById("place").append(element);
    return start(element);
  };
  const remove = async () => {
    await stop();
    document.getElementById("place").replaceChildren();
  };
  return { added: add(), add, remove };
}
