// What changed between two states of a text, and where places in it have gone since.

/** @typedef {{start: number, removed: number, inserted: number}} TextEdit in UTF-16 units, or in lines */

/**
 * The one edit that makes `after` of `before`: of two texts, or of two lists of lines.
 * @param {ArrayLike<string>} before @param {ArrayLike<string>} after @returns {TextEdit}
 */
function editBetween(before, after) {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before[start] === after[start]) start += 1;
  let kept = 0;
  const rest = shorter - start;
  while (kept < rest && before[before.length - 1 - kept] === after[after.length - 1 - kept]) kept += 1;
  return { start, removed: before.length - start - kept, inserted: after.length - start - kept };
}

/**
 * Where a span is after an edit, or null where the edit changed what it says.
 * @template {{start: number, end: number}} Span
 * @param {Span} span @param {TextEdit} edit @returns {Span | null}
 */
function movedSpan(span, edit) {
  if (span.end <= edit.start) return span;
  if (span.start < edit.start + edit.removed || span.start < edit.start) return null;
  const shift = edit.inserted - edit.removed;
  return { ...span, start: span.start + shift, end: span.end + shift };
}
