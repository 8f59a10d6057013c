/** @file When to ask for a review: after a short pause, one request at a time, the latest text last, with back-off. */

/** @typedef {import('../shared/review.js').Review} Review */
/** @typedef {import('../shared/protocol.js').State} State */
/** @template T @typedef {import('../shared/protocol.js').Reply<T>} Reply */

/** Milliseconds: after the last key; at most while keys keep coming; before a missing answer is called slow. */
const PAUSE = 55;
const PATIENCE = 300;
const SLOW = 1500;
const BACK_OFF = [500, 1000, 2000, 5000, 15000, 30000];

/** States that another try with the same text would not end. */
const SETTLED = new Set(['wrong-token', 'paused', 'reload-tab', 'refused']);

/**
 * @typedef {object} Checking
 * @property {(text: string, signal: AbortSignal) => Promise<Reply<Review>>} ask
 * @property {(text: string, review: Review) => void} onReview
 * @property {(state: State) => void} onState
 * @property {() => boolean} isActive whether trying again unasked is worth it (the field has the focus)
 */

export class Checker {
  #wanted = '';
  /** @type {{ text: string, review: Review } | null} the last answer */
  #answered = null;
  #busy = false;
  /** Whether something changed elsewhere while an answer was under way. */
  #stale = false;
  #failures = 0;
  #firstKey = 0;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer;
  /** @type {State} */
  #state = 'starting';

  /**
   * @param {Checking} checking
   * @param {AbortSignal} signal
   */
  constructor(checking, signal) {
    this.checking = checking;
    this.signal = signal;
    signal.addEventListener('abort', () => clearTimeout(this.#timer), { once: true });
  }

  /** @param {string} text what the field holds now */
  push(text) {
    this.#wanted = text;
    if (this.#busy || this.#failures || this.#state === 'reload-tab') return;
    this.#firstKey ||= Date.now();
    const waited = Date.now() - this.#firstKey;
    this.#schedule(Math.max(Math.min(PAUSE, PATIENCE - waited), 0));
  }

  /** Something changed elsewhere (settings, network, focus): ask again now, even about the same text. */
  retry() {
    this.#failures = 0;
    this.#answered = null;
    if (this.#busy) this.#stale = true;
    else this.#schedule(0);
  }

  /** @param {number} delay milliseconds */
  #schedule(delay) {
    clearTimeout(this.#timer);
    if (!this.signal.aborted) this.#timer = setTimeout(() => this.#ask(), delay);
  }

  async #ask() {
    const text = this.#wanted;
    this.#firstKey = 0;
    if (this.signal.aborted) return;
    // Typed away and back again within the pause: marks were lost on the way, the answer still holds.
    if (text === this.#answered?.text) return this.checking.onReview(text, this.#answered.review);
    this.#busy = true;
    this.#stale = false;
    this.#timer = setTimeout(() => this.#tell('slow'), SLOW);
    const reply = await this.checking.ask(text, this.signal);
    clearTimeout(this.#timer);
    this.#busy = false;
    if (this.signal.aborted) return;
    if (reply.ok) this.#accept(text, reply.value);
    else this.#fail(reply.reason);
    if (this.#stale) this.retry();
    else if (this.#wanted !== text && !this.#failures) this.push(this.#wanted);
  }

  /**
   * @param {string} text
   * @param {Review} review
   */
  #accept(text, review) {
    this.#failures = 0;
    this.#answered = { text, review };
    this.#tell('ok');
    this.checking.onReview(text, review);
  }

  /** @param {import('../shared/protocol.js').Reason} reason */
  #fail(reason) {
    if (reason === 'superseded') return;
    this.#tell(reason);
    if (SETTLED.has(reason)) return;
    const delay = BACK_OFF[Math.min(this.#failures, BACK_OFF.length - 1)] ?? 0;
    this.#failures += 1;
    if (this.checking.isActive()) this.#schedule(delay);
  }

  /** @param {State} state */
  #tell(state) {
    if (state === this.#state) return;
    this.#state = state;
    this.checking.onState(state);
  }
}
