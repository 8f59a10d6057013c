/** @file The card beside a fault: what it does to the reader, better words, why, and ways to ignore it. */

import { element } from './element.js';
import { place } from './place.js';

/** @typedef {import('./wordings.js').Fault} Fault */
/** @typedef {import('./wordings.js').Wording} Wording */
/** @typedef {import('./place.js').Box} Box */
/** @typedef {import('../shared/messages.js').Words} Words */
/** @typedef {'here' | 'phrase' | 'rule' | 'site'} Scope */
/** @typedef {{ next: string, use: string, choose: string, close: string }} Keys */

/**
 * @typedef {object} CardActions
 * @property {(wording: Wording) => void} use
 * @property {(scope: Scope) => void} ignore
 * @property {() => void} close
 * @property {(text: string) => Promise<void>} copy
 */

const SEVERITY_KEYS = /** @type {const} */ ({
  error: 'severityError',
  warning: 'severityWarning',
  suggestion: 'severitySuggestion',
});
const IGNORE = /** @type {const} */ ([
  ['here', 'cardIgnoreHere'],
  ['phrase', 'cardIgnorePhrase'],
  ['rule', 'cardIgnoreRule'],
  ['site', 'cardIgnoreSite'],
]);

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
   * @param {{ index: number, count: number, keys: Keys }} position
   */
  open(fault, position) {
    this.box.replaceChildren(
      this.#header(fault, position),
      this.#make('p', { className: 'reason', id: 'card-reason' }, fault.match.message),
      this.#make('p', { className: 'guideline' }, fault.match.rule.category.name),
      this.#wordings(fault, position.keys),
      ...this.#why(fault),
      this.#footer(position.keys),
    );
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
    const notice = this.#make('p', { className: 'notice', role: 'status' }, this.words('cardUnapplied'));
    const copy = async () => {
      await this.actions.copy(value);
      notice.textContent = this.words('cardCopied');
    };
    const button = this.#make(
      'button',
      { type: 'button', className: 'wording', onclick: copy },
      this.#make('span', {}, `“${value}”`),
      this.words('cardCopy'),
    );
    this.box.querySelector('.wordings')?.replaceChildren(notice, button);
  }

  /**
   * @param {Fault} fault
   * @param {{ index: number, count: number }} position
   */
  #header({ match }, { index, count }) {
    const severity = this.words(SEVERITY_KEYS[match.severity]);
    return this.#make(
      'div',
      { className: 'head' },
      this.#make('span', {
        className: `dot ${match.severity}`,
        role: 'img',
        'aria-label': severity,
        title: severity,
      }),
      this.#make('h2', { id: 'card-title' }, match.shortMessage),
      this.#make('span', { className: 'position' }, this.words('cardPosition', index + 1, count)),
      this.#make(
        'button',
        {
          type: 'button',
          className: 'close',
          'aria-label': this.words('cardClose'),
          onclick: this.actions.close,
        },
        '×',
      ),
    );
  }

  /**
   * @param {Fault} fault
   * @param {Keys} keys
   */
  #wordings({ wordings }, keys) {
    const list = this.#make('div', { className: 'wordings' });
    for (const [index, wording] of wordings.entries()) {
      if (wording.whole !== wordings[index - 1]?.whole) {
        list.append(this.#make('h3', {}, this.words(wording.whole ? 'cardRewrite' : 'cardReplace')));
      }
      list.append(this.#wording(wording, index === 0 ? keys.use : ''));
    }
    return wordings.length ? list : this.#make('div', { className: 'wordings', hidden: true });
  }

  /**
   * @param {Wording} wording
   * @param {string} key
   */
  #wording(wording, key) {
    return this.#make(
      'button',
      { type: 'button', className: 'wording', onclick: () => this.actions.use(wording) },
      this.#make('span', {}, wording.removes ? this.words('cardRemove') : wording.value),
      key && this.#make('kbd', { 'aria-hidden': 'true' }, key),
    );
  }

  /** @param {Fault} fault */
  #why({ match }) {
    const link = match.rule.urls[0]?.value;
    if (!match.rule.description && !link) return [];
    const more =
      link &&
      this.#make('a', { href: link, target: '_blank', rel: 'noopener noreferrer' }, this.words('cardMore'));
    return [
      this.#make(
        'details',
        {},
        this.#make('summary', {}, this.words('cardWhy')),
        this.#make('p', {}, match.rule.description, ' ', more),
      ),
    ];
  }

  /** @param {Keys} keys */
  #footer(keys) {
    const ignore = this.#make(
      'div',
      { className: 'ignore', role: 'group', 'aria-label': this.words('cardIgnore') },
      this.#make('span', {}, this.words('cardIgnore')),
    );
    for (const [scope, key] of IGNORE) {
      ignore.append(
        this.#make('button', { type: 'button', onclick: () => this.actions.ignore(scope) }, this.words(key)),
      );
    }
    const line = this.words('cardKeys', keys.next, keys.use, keys.choose, keys.close);
    return this.#make('div', { className: 'foot' }, ignore, this.#make('p', { className: 'keys' }, line));
  }

  /**
   * @template {keyof HTMLElementTagNameMap} T
   * @param {T} tag
   * @param {import('./element.js').Properties} properties
   * @param {...import('./element.js').Child} children
   */
  #make(tag, properties, ...children) {
    return element(this.ui.home, tag, properties, ...children);
  }
}
