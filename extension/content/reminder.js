/** @file A quiet word when the agent is about to send; it never blocks the sending and eats no event. */

import { faultWords, virtueWords } from '../shared/messages.js';
import { element } from './element.js';
import { place } from './place.js';

/** @typedef {import('./panel.js').Snapshot} Snapshot */

/** Milliseconds it stays. */
const STAY = 6000;

export class Reminder {
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer;

  /**
   * @param {import('./ui.js').Ui} ui
   * @param {import('../shared/messages.js').Words} words
   */
  constructor(ui, words) {
    this.ui = ui;
    this.words = words;
    this.box = element(ui.home, 'section', { className: 'reminder', popover: 'manual', role: 'status' });
  }

  /**
   * @param {Snapshot} snapshot
   * @param {import('./place.js').Box} anchor of Send, or of the field
   * @returns {boolean} whether there was something to say
   */
  remind(snapshot, anchor) {
    const lines = reminderLines(this.words, snapshot);
    if (lines.length) this.tell(this.words('reminderTitle'), lines, anchor);
    return lines.length > 0;
  }

  /**
   * @param {string} title
   * @param {string[]} lines
   * @param {import('./place.js').Box} anchor
   * @param {() => void} [gone] called when it has gone by itself
   */
  tell(title, lines, anchor, gone) {
    const { home } = this.ui;
    this.box.replaceChildren(
      element(home, 'h2', {}, title),
      ...lines.map((line) => element(home, 'p', {}, line)),
    );
    this.ui.show(this.box);
    const { left, top } = place(anchor, this.box.getBoundingClientRect(), this.ui.viewport, [anchor]);
    Object.assign(this.box.style, { left: `${left}px`, top: `${top}px` });
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => [this.hide(), gone?.()], STAY);
  }

  hide() {
    clearTimeout(this.#timer);
    this.ui.hide(this.box);
  }
}

/**
 * @param {import('../shared/messages.js').Words} words
 * @param {Snapshot} snapshot
 * @returns {string[]} nothing when the reply is in good order
 */
export function reminderLines(words, { review, faults }) {
  if (!review) return [];
  const grave = review.matches.some((match) => match.severity !== 'suggestion') && faults > 0;
  const missing = review.checklist
    .filter((row) => row.status === 'missing')
    .map((row) => virtueWords(words, row.virtue));
  return [
    ...(grave ? [faultWords(words, faults)] : []),
    ...(missing.length ? [words('reminderMissing', missing.slice(0, 3).join(' · '))] : []),
  ];
}
