/** @file One small chip at the focused field: score ring, number of faults, state. Draggable; never over a control. */

import { faultWords, stateWords } from '../shared/messages.js';
import { element } from './element.js';
import { levelOf, sameSnapshot } from './panel.js';
import { overlap } from './place.js';

/** @typedef {import('./place.js').Box} Box */
/** @typedef {import('./panel.js').Snapshot} Snapshot */

/** @type {Record<string, string>} */
const GLYPHS = { starting: '…', paused: '‖' };
const SIZE = 30;
const MARGIN = 6;
const CONTROL = 'a[href], button, input, select, summary, [role="button"], [role="link"], [role="menuitem"]';

/**
 * How far the agent moved the chip from its corner, for every field of the site.
 *
 * @typedef {object} Placing
 * @property {() => { left: number, top: number }} moved
 * @property {(by: { left: number, top: number }) => void} move called while it is dragged
 * @property {() => void} keep called when it is let go
 */

export class Chip {
  /** @type {Snapshot | null} */
  #told = null;
  /** Its corner of the field, where it is while nobody moves it. */
  #home = { left: 0, top: 0 };

  /**
   * @param {import('./ui.js').Ui} ui
   * @param {import('../shared/messages.js').Words} words
   * @param {() => void} toggle opens or closes the panel
   * @param {Placing} placing
   */
  constructor(ui, words, toggle, placing) {
    this.ui = ui;
    this.words = words;
    this.placing = placing;
    this.box = element(ui.home, 'button', {
      type: 'button',
      className: 'chip',
      popover: 'manual',
      'aria-haspopup': 'dialog',
      onmousedown: (/** @type {Event} */ event) => event.preventDefault(),
      onpointerdown: (/** @type {PointerEvent} */ event) => this.#drag(event, toggle),
      onclick: (/** @type {MouseEvent} */ event) => event.detail === 0 && toggle(),
    });
  }

  /** @param {Snapshot} snapshot */
  tell(snapshot) {
    if (sameSnapshot(snapshot, this.#told)) return;
    this.#told = snapshot;
    const { review, faults, paused } = snapshot;
    const state = paused ? 'paused' : snapshot.state;
    const ready = state === 'ok' ? review : null;
    this.box.dataset.state = state;
    this.box.textContent = ready ? String(faults || '✓') : (GLYPHS[state] ?? '!');
    const name = ready
      ? this.words('chipName', faultWords(this.words, faults), ready.score.value, ready.score.max)
      : this.words('chipState', stateWords(this.words, state));
    this.box.setAttribute('aria-label', name);
    this.box.title = name;
    if (ready) this.#ring(ready);
  }

  /** @param {import('../shared/review.js').Review} review */
  #ring(review) {
    this.box.dataset.level = levelOf(review);
    this.box.style.setProperty('--share', `${(100 * review.score.value) / (review.score.max || 100)}%`);
  }

  /**
   * Shows the chip at the first free corner of the field, or hides it when there is none.
   *
   * @param {HTMLElement} field
   * @param {readonly Box[]} avoid the caret, Send, …
   */
  moveTo(field, avoid) {
    const box = this.ui.visiblePart(field);
    const roomy = box.right - box.left > 2 * SIZE && box.bottom - box.top > SIZE / 2;
    const point = roomy && this.#corners(box).find((corner) => this.#isFree(corner, field, avoid));
    if (!point) return this.ui.hide(this.box);
    this.ui.show(this.box);
    Object.assign(this.box.style, { left: `${point.left}px`, top: `${point.top}px` });
  }

  get isShown() {
    return this.box.matches(':popover-open');
  }

  /** @param {Box} box */
  covers(box) {
    return this.isShown && overlap(this.box.getBoundingClientRect(), box) > 0;
  }

  hide() {
    this.ui.hide(this.box);
  }

  /** @param {Box} box */
  #corners({ left, top, right, bottom }) {
    const by = this.placing.moved();
    this.#home = { left: right - SIZE - MARGIN, top: bottom - SIZE - MARGIN };
    return [
      { left: this.#home.left + by.left, top: this.#home.top + by.top },
      this.#home,
      { left: right - SIZE - MARGIN, top: top + MARGIN },
      { left: right - 2 * SIZE - 2 * MARGIN, top: bottom - SIZE - MARGIN },
      { left: right + MARGIN, top: bottom - SIZE },
      { left: left + MARGIN, top: bottom - SIZE - MARGIN },
    ];
  }

  /**
   * @param {{ left: number, top: number }} point
   * @param {HTMLElement} field
   * @param {readonly Box[]} avoid
   */
  #isFree({ left, top }, field, avoid) {
    const box = { left, top, right: left + SIZE, bottom: top + SIZE };
    const { width, height } = this.ui.viewport;
    if (left < 0 || top < 0 || box.right > width || box.bottom > height) return false;
    if (avoid.some((other) => overlap(box, other) > 0)) return false;
    return [
      [left + 1, top + 1],
      [box.right - 1, top + 1],
      [left + 1, box.bottom - 1],
      [box.right - 1, box.bottom - 1],
    ].every(([x = 0, y = 0]) => this.#isQuiet(x, y, field));
  }

  /**
   * @param {number} x
   * @param {number} y
   * @param {HTMLElement} field
   */
  #isQuiet(x, y, field) {
    const top = this.ui.home.elementsFromPoint(x, y).find((other) => other !== this.ui.host);
    if (!top || (top.closest(CONTROL) && !top.contains(field) && top !== field)) return false;
    const inField =
      top === field || field.contains(top) || top.tagName === 'IFRAME' || top.shadowRoot !== null;
    return inField || top.contains(field);
  }

  /**
   * A press that does not move is a click.
   *
   * @param {PointerEvent} start
   * @param {() => void} toggle
   */
  #drag(start, toggle) {
    if (start.button !== 0) return;
    const chip = this.box;
    const { left, top } = chip.getBoundingClientRect();
    const origin = { left: left - this.#home.left, top: top - this.#home.top };
    const drag = new AbortController();
    let dragged = false;
    chip.setPointerCapture(start.pointerId);
    const move = (/** @type {PointerEvent} */ event) => {
      const by = { left: event.clientX - start.clientX, top: event.clientY - start.clientY };
      dragged ||= Math.hypot(by.left, by.top) > 4;
      if (!dragged) return;
      this.placing.move({ left: origin.left + by.left, top: origin.top + by.top });
    };
    const end = () => {
      drag.abort();
      if (dragged) this.placing.keep();
      else toggle();
    };
    chip.addEventListener('pointermove', move, { signal: drag.signal });
    chip.addEventListener('pointerup', end, { signal: drag.signal });
    chip.addEventListener('pointercancel', () => drag.abort(), { signal: drag.signal });
  }
}
