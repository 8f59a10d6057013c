/** @file One field under care: reads it, has it checked, keeps its faults where they stand, paints them. */

import { alikeOn, keyOf } from '../shared/ignoring.js';
import { apply } from './apply.js';
import { Checker } from './checker.js';
import { onEdits } from './edits.js';
import { Findings } from './findings.js';
import { highlightPainter, paintsNatively } from './marks.js';
import { mirrorPainter } from './mirror.js';
import { reveal } from './reveal.js';
import { requestFor } from './site.js';
import { surfaceOf } from './surface.js';
import { changeOf } from './wordings.js';

/** @typedef {import('./wordings.js').Fault} Fault */
/** @typedef {import('../shared/review.js').Review} Review */
/** @typedef {import('../shared/review.js').CheckRequest} CheckRequest */
/** @typedef {import('../shared/ignoring.js').Choices} Choices */
/** @template T @typedef {import('../shared/protocol.js').Reply<T>} Reply */

/**
 * Takes a request to the service and brings its answer.
 *
 * @typedef {object} Transport
 * @property {(request: CheckRequest, signal: AbortSignal, field: string) => Promise<Reply<Review>>} check
 */

/**
 * @typedef {object} Surroundings
 * @property {import('./site.js').Site} site
 * @property {Transport} transport
 * @property {() => Omit<Choices, 'here'>} choices
 * @property {ShadowRoot} overlay where a mirror may be drawn
 * @property {(session: Session) => void} changed something the card, chip or panel shows
 */

let count = 0;

export class Session {
  findings = new Findings();
  /** @type {import('../shared/protocol.js').State} */
  state = 'starting';
  paused = false;
  text = '';
  /** @type {Set<string>} what the agent does not want to see again in this message */
  #here = new Set();

  /**
   * @param {HTMLElement} field
   * @param {Surroundings} around
   * @param {AbortSignal} signal
   */
  constructor(field, around, signal) {
    this.around = around;
    this.signal = signal;
    this.name = `field-${++count}`;
    this.surface = surfaceOf(field, around.site.excluded);
    this.painter = paintsNatively(this.surface)
      ? highlightPainter(this.surface, signal)
      : mirrorPainter(/** @type {import('./surface.js').PlainField} */ (field), around.overlay, signal);
    this.checker = new Checker(
      {
        ask: (text, abort) => this.#ask(text, abort),
        onReview: (text, review) => {
          this.findings.accept(text, review, this.text, this.#choices());
          this.#changed();
        },
        onState: (state) => this.#enter(state),
        isActive: () => field.matches(':focus, :focus-within'),
      },
      signal,
    );
    this.edits = onEdits(this.surface, () => this.refresh(), signal);
    field.addEventListener('focusin', () => this.checker.retry(), { signal });
    this.refresh();
  }

  get field() {
    return this.surface.field;
  }

  get faults() {
    return this.findings.faults;
  }

  /** Whether the last answer was about the text as it is now. */
  get isCurrent() {
    return this.findings.review !== null && this.findings.reviewed === this.text;
  }

  /** @returns {import('./panel.js').Snapshot} */
  get snapshot() {
    const { review, faults } = this.findings;
    return {
      review,
      state: this.state,
      faults: faults.length,
      paused: this.paused,
      blank: this.text.trim() === '',
    };
  }

  /** The text changed, or the editor rebuilt its DOM: read, follow, repaint, and ask when there is something new. */
  refresh() {
    if (this.edits.composing) return;
    const before = this.text;
    this.text = this.surface.read().text;
    if (this.text !== before) {
      this.findings.follow(before, this.text);
      if (this.text.trim() === '') this.#startAnew();
      this.checker.push(this.text);
      this.around.changed(this);
    }
    this.#paint();
  }

  /** The field was emptied, by sending most likely: what was chosen for that message is over. */
  #startAnew() {
    this.#here.clear();
    this.paused = false;
  }

  /** Choices changed: what is shown follows at once, and the service is asked again. */
  reconsider() {
    this.findings.choose(this.text, this.#choices());
    this.#changed();
    this.checker.retry();
  }

  /** @param {boolean} paused for this message */
  pause(paused) {
    this.paused = paused;
    if (paused) this.findings.clear();
    this.reconsider();
  }

  /** @param {Fault} fault not to be seen again in this message */
  ignore({ match, start, end }) {
    this.#here.add(keyOf(match.rule.id, this.text.slice(start, end)));
  }

  /** @param {Fault | null} fault the one the card is about */
  point(fault) {
    this.findings.point(fault);
    this.#paint();
  }

  /** @param {readonly import('../shared/review.js').Span[]} spans of the last answer's text */
  showEvidence(spans) {
    this.findings.showEvidence(spans, this.text);
    this.#paint();
  }

  /**
   * @param {import('./wordings.js').Wording} wording
   * @returns {Promise<boolean>}
   */
  async use(wording) {
    if (this.surface.read().text !== this.text) this.refresh();
    const done = await apply(this.surface, changeOf(wording, this.text), this.signal);
    this.refresh();
    return done;
  }

  /**
   * @param {string} line an approved one, put where the caret is
   * @returns {Promise<boolean>}
   */
  async insert(line) {
    const at = this.surface.selected()?.end ?? this.text.length;
    const done = await apply(this.surface, { start: at, end: at, value: line }, this.signal);
    this.refresh();
    return done;
  }

  /** @param {Fault} fault scrolled into view */
  reveal(fault) {
    reveal(this.field, () => {
      this.painter.refresh();
      return this.rectOf(fault);
    });
  }

  /**
   * @param {Fault} fault
   * @returns {DOMRect | undefined} of its first line, in the viewport of the field's document
   */
  rectOf({ start, end }) {
    const [rect] = this.painter.rects(start, end);
    if (rect) return rect;
    // The editor rebuilt its DOM since the last reading.
    this.refresh();
    return this.painter.rects(start, end)[0];
  }

  /**
   * @param {number} x in the viewport of the field's document
   * @param {number} y
   * @returns {Fault | null} the fault under that point; of several the shortest
   */
  faultAt(x, y) {
    const hit = (/** @type {DOMRect} */ box) =>
      x >= box.left && x <= box.right && y >= box.top && y <= box.bottom + 3;
    const hits = this.faults.filter((fault) => this.painter.rects(fault.start, fault.end).some(hit));
    return (
      hits.reduce((best, fault) => (best && sizeOf(best) <= sizeOf(fault) ? best : fault), hits[0]) ?? null
    );
  }

  /**
   * @param {string} text
   * @param {AbortSignal} signal
   * @returns {Promise<Reply<Review>>}
   */
  #ask(text, signal) {
    const { site, transport, choices } = this.around;
    const { view, host } = choices();
    const silent = this.paused || !view.on || site.internal(this.field);
    if (silent) return Promise.resolve({ ok: false, reason: 'paused' });
    const ignored = alikeOn(view.ignored, host);
    const request = { ...requestFor(site, this.field, text), ...(ignored.length > 0 && { ignored }) };
    return transport.check(request, signal, this.name);
  }

  /** @param {import('../shared/protocol.js').State} state */
  #enter(state) {
    this.state = state;
    if (state === 'paused' || state === 'reload-tab') this.findings.clear();
    this.#changed();
  }

  #choices() {
    return { ...this.around.choices(), here: this.#here };
  }

  #changed() {
    this.#paint();
    this.around.changed(this);
  }

  #paint() {
    if (!this.edits.composing) this.painter.paint(this.findings.marks);
  }
}

/** @param {Fault} fault */
function sizeOf(fault) {
  return fault.end - fault.start;
}
