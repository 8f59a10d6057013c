/** @file Opens the card after the pointer has rested on a fault for a beat, closes it a beat after it left both. */

/** @typedef {import('./wordings.js').Fault} Fault */
/** @typedef {import('./session.js').Session} Session */

const OPEN = 220;
const CLOSE = 320;

/**
 * @typedef {object} HoverActions
 * @property {(session: Session, fault: Fault) => void} open
 * @property {() => void} close
 */

export class Hover {
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer;
  /** @type {Fault | null} under the pointer */
  #under = null;
  #opened = false;

  /**
   * @param {HoverActions} actions
   * @param {AbortSignal} signal
   */
  constructor(actions, signal) {
    this.actions = actions;
    signal.addEventListener('abort', () => clearTimeout(this.#timer), { once: true });
  }

  /**
   * @param {Session} session
   * @param {Fault | null} fault under the pointer now
   */
  over(session, fault) {
    if (sameFault(fault, this.#under)) return;
    this.#under = fault;
    clearTimeout(this.#timer);
    if (fault) this.#timer = setTimeout(() => this.#open(session, fault), OPEN);
    else if (this.#opened) this.#timer = setTimeout(() => this.#close(), CLOSE);
  }

  /** The pointer is in the card: it stays. */
  rest() {
    clearTimeout(this.#timer);
    this.#under = null;
  }

  /** A press, a key: nothing opens by itself until the pointer has left the fault and come back. */
  cancel() {
    clearTimeout(this.#timer);
    this.#opened = false;
  }

  /**
   * @param {Session} session
   * @param {Fault} fault
   */
  #open(session, fault) {
    this.#opened = true;
    this.actions.open(session, fault);
  }

  #close() {
    this.#opened = false;
    this.actions.close();
  }
}

/**
 * @param {Fault | null} one
 * @param {Fault | null} other
 */
export function sameFault(one, other) {
  return (
    one === other ||
    (one !== null && other !== null && one.start === other.start && one.match.rule.id === other.match.rule.id)
  );
}
