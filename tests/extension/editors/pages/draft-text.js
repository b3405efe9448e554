// The draft that every page opens with. An editor of paragraphs has four, with a line break within the second.
export const MENTION = "@jan";
export const PARAGRAPHS = ["Hallo 👩‍👧 wereld, dit is fijn.", "Regel een\nregel twee", "", `Dank ${MENTION}, wij komen erop terug.`];
export const DRAFT = PARAGRAPHS.join("\n");
