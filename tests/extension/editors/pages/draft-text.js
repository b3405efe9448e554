// The draft that every page opens with, as often as its address says. An editor of paragraphs has four, with a line break
// within the second.
export const MENTION = "@jan";
const ONCE = ["Hallo 👩‍👧 wereld, dit is fijn.", "Regel een\nregel twee", "", `Dank ${MENTION}, wij komen erop terug.`];
const times = Number(new URLSearchParams(location.search).get("times") ?? 1);
export const PARAGRAPHS = Array(times).fill(ONCE).flat();
export const DRAFT = PARAGRAPHS.join("\n");
