/** @file The keys: F8 walks the faults; while a card is open, Alt+Enter uses its first wording and Escape closes it. */

/** @typedef {import('../shared/protocol.js').Command} Command */
/** @typedef {Command | 'choose' | 'use-2' | 'use-3'} KeyCommand */

export const KEYS = { next: 'F8', use: 'Alt+Enter', choose: 'Alt+↓', close: 'Esc' };

/** @type {Record<string, KeyCommand>} */
const ALWAYS = { F8: 'next-fault', 'Shift+F8': 'previous-fault' };
/** @type {Record<string, KeyCommand>} */
const WITH_CARD = {
  'Alt+Enter': 'apply-first',
  'Alt+1': 'apply-first',
  'Alt+2': 'use-2',
  'Alt+3': 'use-3',
  'Alt+ArrowDown': 'choose',
  'Alt+Backspace': 'ignore-fault',
  Escape: 'close-card',
};

/**
 * @param {Pick<KeyboardEvent, 'key' | 'code' | 'altKey' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'isComposing'>} event
 * @param {boolean} open whether a card is open, or a panel that has the focus
 * @returns {KeyCommand | null}
 */
export function commandOf(event, open) {
  if (event.isComposing || event.ctrlKey || event.metaKey) return null;
  // With Alt held a digit key may type another character; its place on the keyboard tells which it is.
  const key = event.altKey ? event.code.replace(/^Digit/, '') : event.key;
  const chord = `${event.altKey ? 'Alt+' : ''}${event.shiftKey ? 'Shift+' : ''}${key}`;
  return ALWAYS[chord] ?? (open ? (WITH_CARD[chord] ?? null) : null);
}

/**
 * Moves among the buttons of a box with the arrow keys.
 *
 * @param {KeyboardEvent} event
 * @param {HTMLElement} box
 * @returns {boolean} whether the key was one of them
 */
export function walkButtons(event, box) {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (!step || event.altKey) return false;
  const stops = [...box.querySelectorAll('button, a[href], summary, [tabindex="0"]')];
  const root = /** @type {ShadowRoot} */ (box.getRootNode());
  const at = root.activeElement ? stops.indexOf(root.activeElement) : -1;
  const next = stops[(at + step + stops.length) % stops.length];
  /** @type {HTMLElement | undefined} */ (next)?.focus();
  return true;
}
