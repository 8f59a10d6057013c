/** @file Spans follow a single edit until the next answer comes; a span the edit touched is dropped. */

/** @typedef {{ start: number, removed: number, inserted: string }} Edit */

const WORD = /[\p{L}\p{N}\p{M}'’]/u;

/**
 * The one replacement that turns `before` into `after`.
 *
 * @param {string} before
 * @param {string} after
 * @returns {Edit}
 */
export function difference(before, after) {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before.charCodeAt(start) === after.charCodeAt(start)) start += 1;
  let tail = 0;
  const limit = shorter - start;
  while (
    tail < limit &&
    before.charCodeAt(before.length - 1 - tail) === after.charCodeAt(after.length - 1 - tail)
  ) {
    tail += 1;
  }
  return { start, removed: before.length - start - tail, inserted: after.slice(start, after.length - tail) };
}

/**
 * @template {{ start: number, end: number }} S
 * @param {readonly S[]} spans
 * @param {Edit} edit
 * @returns {S[]} shifted copies; touched ones are left out
 */
export function follow(spans, edit) {
  const editEnd = edit.start + edit.removed;
  const shift = edit.inserted.length - edit.removed;
  const growsLeft = WORD.test(edit.inserted.at(-1) ?? '');
  const growsRight = WORD.test(edit.inserted.at(0) ?? '');
  /** @type {S[]} */
  const kept = [];
  for (const span of spans) {
    if (edit.start > span.end || (edit.start === span.end && !growsRight)) kept.push(span);
    else if (editEnd < span.start || (editEnd === span.start && !growsLeft)) {
      kept.push({ ...span, start: span.start + shift, end: span.end + shift });
    }
  }
  return kept;
}
