/** @file Faults where they stand in the text now, and the better words each can be given. */

import { follow } from './spans.js';

/** @typedef {import('../shared/review.js').Match} Match */
/** @typedef {{ start: number, end: number, value: string, whole: boolean, removes: boolean }} Wording */
/** @typedef {{ start: number, end: number, match: Match, wordings: Wording[] }} Fault */

const MOST = 3;

/**
 * @param {Match} match
 * @returns {Fault} its wordings: replacements first, then rewrites of the sentence
 */
export function faultOf(match) {
  const [start, end] = [match.offset, match.offset + match.length];
  const replacements = match.replacements.map(({ value }) => ({
    start,
    end,
    value,
    whole: false,
    removes: value === '',
  }));
  const rewrites = match.rewrites.map(({ offset, length, value }) => ({
    start: offset,
    end: offset + length,
    value,
    whole: true,
    removes: false,
  }));
  return { start, end, match, wordings: [...replacements, ...rewrites].slice(0, MOST) };
}

/**
 * @param {readonly Fault[]} faults
 * @param {import('./spans.js').Edit} edit
 * @returns {Fault[]} moved; a rewrite whose sentence was touched is dropped with its fault kept
 */
export function followFaults(faults, edit) {
  return follow(faults, edit).map((fault) => ({ ...fault, wordings: follow(fault.wordings, edit) }));
}

/**
 * What to write where. Leaving words out is written as the following character taking their place, so that every
 * editor gets a replacement it can undo in one step.
 *
 * @param {Wording} wording
 * @param {string} text
 * @returns {{ start: number, end: number, value: string }}
 */
export function changeOf(wording, text) {
  if (!wording.removes) return wording;
  const space = text[wording.end] === ' ' ? 1 : 0;
  const next = [...text.slice(wording.end + space, wording.end + space + 2)][0];
  if (next && next !== '\n')
    return { start: wording.start, end: wording.end + space + next.length, value: next };
  const before = text[wording.start - 1] ?? '';
  return { start: wording.start - before.length, end: wording.end, value: before };
}
