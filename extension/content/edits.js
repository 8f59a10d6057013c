/** @file Tells when the text of a field may have changed, at most once a frame and not amid an IME composition. */

import { oncePerFrame } from './moves.js';

/**
 * @param {import('./surface.js').Surface} surface
 * @param {() => void} edited
 * @param {AbortSignal} signal
 * @returns {{ readonly composing: boolean }}
 */
export function onEdits({ field, plain }, edited, signal) {
  const soon = oncePerFrame(field.ownerDocument, edited, signal);
  const state = { composing: false };
  const compose = (/** @type {Event} */ { type }) => {
    state.composing = type === 'compositionstart';
    if (!state.composing) soon();
  };
  for (const type of ['compositionstart', 'compositionend'])
    field.addEventListener(type, compose, { signal });
  for (const type of ['input', 'change', 'focus']) field.addEventListener(type, soon, { signal });
  if (plain) {
    // A page that empties its textarea tells nobody; the selection moves, though.
    field.addEventListener('selectionchange', soon, { signal });
    return state;
  }
  const observer = new MutationObserver(soon);
  observer.observe(field, { childList: true, characterData: true, subtree: true });
  signal.addEventListener('abort', () => observer.disconnect(), { once: true });
  return state;
}
