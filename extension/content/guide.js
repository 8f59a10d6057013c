/** @file Leads the agent through the faults: card by pointer and key, chip and panel at the focused field. */

import { itemOf } from '../shared/ignoring.js';
import { Card } from './card.js';
import { Hover, sameFault } from './hover.js';
import { KEYS } from './keys.js';
import { overlap } from './place.js';
import { Side } from './side.js';

/** @typedef {import('./wordings.js').Fault} Fault */
/** @typedef {import('./session.js').Session} Session */
/** @typedef {import('./keys.js').KeyCommand} KeyCommand */

/**
 * @typedef {object} Services
 * @property {import('../shared/messages.js').Words} words
 * @property {() => Omit<import('../shared/ignoring.js').Choices, 'here'>} choices
 * @property {import('./parts.js').Preferences} preferences
 */

export class Guide {
  /** @type {{ session: Session, fault: Fault } | null} what the card is about */
  #open = null;

  /**
   * @param {import('./ui.js').Ui} ui
   * @param {Services} services
   * @param {AbortSignal} signal
   */
  constructor(ui, services, signal) {
    this.ui = ui;
    this.services = services;
    this.hover = new Hover(
      { open: (session, fault) => this.show(session, fault), close: () => this.close() },
      signal,
    );
    this.side = new Side(ui, services, (session) => this.#goTo(session, 1));
    this.card = new Card(ui, services.words, {
      use: (wording) => this.#apply(wording),
      ignore: (scope) => this.#ignore(scope),
      close: () => this.close(),
      copy: (text) => navigator.clipboard.writeText(text),
    });
    // “Why” unfolds: the card may no longer fit where it is.
    this.card.box.addEventListener('toggle', () => this.settle(), { capture: true, signal });
  }

  get isOpen() {
    return this.#open !== null;
  }

  /**
   * @param {Session} session
   * @param {Fault} fault
   */
  show(session, fault) {
    session.refresh();
    // A newer answer may have come since the pointer began to rest.
    const rank = session.faults.findIndex((other) => sameFault(other, fault));
    const now = session.faults[rank];
    if (!now) return;
    this.#open?.session.point(null);
    this.#open = { session, fault: now };
    this.ui.mount(session.field);
    this.card.open(now, { index: rank, count: session.faults.length, keys: this.#keys() });
    session.point(now);
    this.settle();
  }

  close() {
    if (!this.#open) return;
    const { session } = this.#open;
    const held = this.ui.root.activeElement !== null;
    this.#open = null;
    session.point(null);
    this.card.close();
    this.hover.cancel();
    if (held) session.field.focus({ preventScroll: true });
  }

  /** The page moved: the card stays at its words, or goes when they are out of sight. */
  settle() {
    this.side.settle();
    if (!this.#open) return;
    const { session, fault } = this.#open;
    const rect = session.rectOf(fault);
    const anchor = rect && this.ui.locate(rect, session.field);
    if (!anchor || overlap(anchor, this.ui.visiblePart(session.field)) === 0) return this.close();
    this.card.moveTo(anchor, this.ui.mustSee(session));
  }

  /** @param {Session} session whose faults or text changed */
  changed(session) {
    this.side.changed(session);
    if (this.#open?.session !== session) return;
    const { fault } = this.#open;
    const still = session.faults.find((other) => sameFault(other, fault));
    if (!still) this.close();
    else if (still.match !== fault.match) this.show(session, still);
  }

  /** @param {Session} session in which the agent typed: nothing of ours stays in the way */
  typed(session) {
    if (this.#open?.session === session) this.close();
    this.side.typed();
  }

  /** @param {Session} session that is gone */
  forget(session) {
    if (this.#open?.session !== session) return;
    this.#open = null;
    this.card.close();
  }

  /**
   * @param {KeyCommand} command
   * @param {Session} session the focused one
   */
  run(command, session) {
    const wording = { 'apply-first': 0, 'use-2': 1, 'use-3': 2 }[/** @type {string} */ (command)];
    if (wording !== undefined) this.#applyRank(wording);
    else if (command === 'next-fault') this.#goTo(session, 1);
    else if (command === 'previous-fault') this.#goTo(session, -1);
    else if (command === 'ignore-fault') this.#ignore('here');
    else if (command === 'choose') this.card.focus();
    else if (this.isOpen) this.close();
    else this.side.closePanel();
  }

  /**
   * @param {Session} session
   * @param {1 | -1} step
   */
  #goTo(session, step) {
    const { faults } = session;
    const from =
      this.#open?.session === session
        ? this.#open.fault.start
        : (session.surface.selected()?.start ?? 0) - (step > 0 ? 1 : 0);
    const ahead =
      step > 0 ? faults.find(({ start }) => start > from) : faults.findLast(({ start }) => start < from);
    const fault = ahead ?? faults.at(step > 0 ? 0 : -1);
    if (!fault) return this.ui.say(this.services.words('liveNone'));
    session.reveal(fault);
    this.show(session, fault);
    this.#announce(session, fault);
  }

  /**
   * @param {Session} session
   * @param {Fault} fault
   */
  #announce(session, fault) {
    const { words } = this.services;
    const first = fault.wordings[0];
    const wording = first ? words('liveWording', this.#keys().use, first.value) : fault.match.message;
    const phrase = session.text.slice(fault.start, fault.end);
    const rank = session.faults.indexOf(fault) + 1;
    this.ui.say(words('liveFault', rank, session.faults.length, fault.match.shortMessage, phrase, wording));
  }

  /** @param {number} rank */
  #applyRank(rank) {
    const wording = this.#open?.fault.wordings[rank];
    if (wording) this.#apply(wording);
  }

  /** @param {import('./wordings.js').Wording} wording */
  async #apply(wording) {
    if (!this.#open) return;
    const { session, fault } = this.#open;
    this.#open = null;
    this.hover.cancel();
    const done = await session.use(wording);
    session.point(null);
    if (done) {
      this.card.close();
      this.services.preferences.fixed(fault.match.kind);
      this.ui.say(this.services.words('liveApplied', wording.value));
    } else {
      this.#open = { session, fault };
      this.card.offerCopy(wording.value);
    }
  }

  /** @param {import('./card.js').Scope} scope */
  #ignore(scope) {
    if (!this.#open) return;
    const { session, fault } = this.#open;
    const { preferences, choices } = this.services;
    const phrase = session.text.slice(fault.start, fault.end);
    this.close();
    if (scope === 'here') session.ignore(fault);
    else preferences.ignore(itemOf(scope, fault.match, phrase, choices().host));
    session.reconsider();
  }

  #keys() {
    const chosen = this.services.choices().view.keys ?? {};
    return { ...KEYS, next: chosen['next-fault'] || KEYS.next, use: chosen['apply-first'] || KEYS.use };
  }
}
