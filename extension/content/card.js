/** @file The card beside a fault: what it does to the reader, better words, why, and ways to ignore it. */

import { cardContent } from './card-content.js';
import { element, maker } from './element.js';
import { place } from './place.js';

/** @typedef {import('./wordings.js').Fault} Fault */
/** @typedef {import('./wordings.js').Wording} Wording */
/** @typedef {import('./place.js').Box} Box */
/** @typedef {import('../shared/messages.js').Words} Words */
/** @typedef {'here' | import('../shared/ignoring.js').Scope} Scope */
/** @typedef {{ next: string, use: string, choose: string, close: string }} Keys */
/** @typedef {{ index: number, count: number, keys: Keys }} Position among the faults of the field */

/**
 * @typedef {object} CardActions
 * @property {(wording: Wording) => void} use
 * @property {(scope: Scope) => void} ignore
 * @property {() => void} close
 * @property {(text: string) => Promise<void>} copy
 */

export class Card {
  /**
   * @param {import('./ui.js').Ui} ui
   * @param {Words} words
   * @param {CardActions} actions
   */
  constructor(ui, words, actions) {
    this.ui = ui;
    this.words = words;
    this.actions = actions;
    this.box = element(ui.home, 'section', {
      className: 'card',
      popover: 'manual',
      role: 'dialog',
      'aria-labelledby': 'card-title',
      'aria-describedby': 'card-reason',
      // The field keeps the focus when the card is clicked.
      onmousedown: (/** @type {Event} */ event) => event.preventDefault(),
    });
  }

  get isOpen() {
    return this.box.isConnected && this.box.matches(':popover-open');
  }

  /**
   * @param {Fault} fault
   * @param {Position} position
   */
  open(fault, position) {
    this.box.replaceChildren(...cardContent(maker(this.ui.home), this.words, fault, position, this.actions));
    this.ui.show(this.box);
  }

  /**
   * @param {Box} anchor the marked words
   * @param {readonly Box[]} avoid
   */
  moveTo(anchor, avoid) {
    const size = this.box.getBoundingClientRect();
    const point = place(anchor, size, this.ui.viewport, avoid);
    Object.assign(this.box.style, { left: `${point.left}px`, top: `${point.top}px` });
  }

  close() {
    this.ui.hide(this.box);
  }

  focus() {
    const first = this.box.querySelector('button.wording') ?? this.box.querySelector('button');
    /** @type {HTMLElement | null} */ (first)?.focus();
  }

  /**
   * The change could not be verified: the words are offered to copy instead.
   *
   * @param {string} value
   */
  offerCopy(value) {
    const make = maker(this.ui.home);
    const notice = make('p', { className: 'notice', role: 'status' }, this.words('cardUnapplied'));
    const copy = async () => {
      await this.actions.copy(value);
      notice.textContent = this.words('cardCopied');
    };
    const button = make(
      'button',
      { type: 'button', className: 'wording', onclick: copy },
      make('span', {}, `“${value}”`),
      this.words('cardCopy'),
    );
    this.box.querySelector('.wordings')?.replaceChildren(notice, button);
  }
}
