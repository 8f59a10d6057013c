/** @file What stands beside the focused field: chip, panel and the reminder before sending. */

import { stateWords } from '../shared/messages.js';
import { Chip } from './chip.js';
import { element } from './element.js';
import { panelContent, sameSnapshot } from './panel.js';
import { place } from './place.js';
import { Reminder } from './reminder.js';
import { caretRect } from './surface.js';

/** @typedef {import('./session.js').Session} Session */

export class Side {
  /** @type {Session | null} the focused field */
  session = null;
  /** @type {Session | null} the one that was focused last */
  latest = null;
  /** @type {{ left: number, top: number } | null} where the chip is being dragged to */
  #dragged = null;
  /** @type {import('./panel.js').Snapshot | null} what the panel shows */
  #filled = null;

  /**
   * @param {import('./ui.js').Ui} ui
   * @param {import('./guide.js').Services} services
   * @param {(session: Session) => void} goToFirst
   */
  constructor(ui, services, goToFirst) {
    this.ui = ui;
    this.services = services;
    this.goToFirst = goToFirst;
    this.chip = new Chip(ui, services.words, () => this.toggle(), {
      moved: () => this.#dragged ?? services.choices().view.chipAt,
      move: (by) => {
        this.#dragged = { left: Math.round(by.left), top: Math.round(by.top) };
        this.settle();
      },
      keep: () => {
        if (this.#dragged) services.preferences.keepChip(this.#dragged);
        this.#dragged = null;
      },
    });
    this.reminder = new Reminder(ui, services.words);
    this.panel = element(ui.home, 'section', {
      className: 'panel',
      popover: 'manual',
      role: 'dialog',
      'aria-label': services.words('panelName'),
      onmousedown: (/** @type {Event} */ event) => event.preventDefault(),
    });
  }

  get isOpen() {
    return this.panel.isConnected && this.panel.matches(':popover-open');
  }

  /** @param {Session} session that got the focus */
  attend(session) {
    if (this.session !== session) this.closePanel();
    this.session = session;
    this.latest = session;
    this.ui.mount(session.field);
    this.changed(session);
    this.settle();
  }

  /** @param {Session} session that lost the focus or is gone */
  leave(session) {
    if (this.session !== session) return;
    this.session = null;
    this.chip.hide();
    this.closePanel();
    this.reminder.hide();
  }

  /** @param {Session} session */
  changed(session) {
    if (this.session !== session) return;
    this.chip.tell(session.snapshot);
    const state = session.state === 'ok' && !session.isCurrent ? 'checking' : session.state;
    if (this.ui.host.dataset.state !== state) this.ui.host.dataset.state = state;
    if (this.isOpen && !sameSnapshot(session.snapshot, this.#filled)) this.#fill(session);
  }

  /** The agent typed: the chip makes way when the caret comes near. */
  typed() {
    const session = this.session;
    if (!session) return;
    if (!this.ui.host.isConnected) this.attend(session);
    const rect = caretRect(session);
    const inTheWay = rect && this.chip.covers(this.ui.locate(rect, session.field));
    if (inTheWay || this.chip.isShown === session.snapshot.blank) this.settle();
  }

  settle() {
    const session = this.session;
    if (!session) return;
    const { view } = this.services.choices();
    session.painter.refresh();
    if (!view.chip || view.chipAt.hidden || this.#isIdle(session)) return this.chip.hide();
    this.chip.moveTo(session.field, this.ui.mustSee(session));
    if (this.isOpen) this.#put();
  }

  /**
   * Nothing to tell: no words yet, or switched off here by the agent's settings.
   *
   * @param {Session} session
   */
  #isIdle({ snapshot, paused }) {
    const { view } = this.services.choices();
    return (snapshot.blank && !snapshot.review?.boundary) || (!view.on && !paused);
  }

  /**
   * An old copy of the extension: says once that the tab wants reloading, then is gone.
   *
   * @param {() => void} leave
   */
  sayFarewell(leave) {
    if (!this.session) return leave();
    const { words } = this.services;
    this.reminder.tell(
      'coolhead',
      [stateWords(words, 'reload-tab')],
      this.ui.boxOf(this.session.field),
      leave,
    );
  }

  toggle() {
    const session = this.session;
    if (this.isOpen || !session) return this.closePanel();
    this.#fill(session);
    this.ui.show(this.panel);
    this.chip.box.setAttribute('aria-expanded', 'true');
    this.#put();
  }

  closePanel() {
    this.ui.hide(this.panel);
    this.chip.box.setAttribute('aria-expanded', 'false');
    this.session?.showEvidence([]);
  }

  #put() {
    const anchor = this.chip.box.getBoundingClientRect();
    const size = this.panel.getBoundingClientRect();
    const { left, top } = place(
      { ...edges(anchor), left: anchor.right - size.width },
      size,
      this.ui.viewport,
      [anchor, ...(this.session ? this.ui.mustSee(this.session) : [])],
    );
    Object.assign(this.panel.style, { left: `${left}px`, top: `${top}px` });
  }

  /** @param {Session} session */
  #fill(session) {
    this.#filled = session.snapshot;
    const content = panelContent(this.ui.home, this.services.words, session.snapshot, {
      showEvidence: (row) => session.showEvidence(row?.evidence ?? []),
      goToFirst: () => this.goToFirst(session),
      insert: (line) => session.insert(line),
    });
    this.panel.replaceChildren(...content, this.#bar(session));
  }

  /** For this site, until the agent asks for it again in the popup. @param {Session} session */
  #hideChip(session) {
    const { words, preferences } = this.services;
    preferences.keepChip({ hidden: true });
    this.closePanel();
    this.chip.hide();
    this.reminder.tell(words('chipHidden'), [words('chipHiddenHelp')], this.ui.boxOf(session.field));
  }

  /** @param {Session} session */
  #bar(session) {
    const { words, preferences } = this.services;
    const button = (/** @type {string} */ text, /** @type {() => void} */ onclick) =>
      element(this.ui.home, 'button', { type: 'button', className: 'quiet', onclick }, text);
    return element(
      this.ui.home,
      'div',
      { className: 'bar' },
      button(words(session.paused ? 'panelResume' : 'panelPause'), () => session.pause(!session.paused)),
      button(words('panelHide'), () => this.#hideChip(session)),
      preferences.open && button(words('panelOptions'), preferences.open),
    );
  }
}

/** @param {DOMRect} rect */
function edges({ left, top, right, bottom }) {
  return { left, top, right, bottom };
}
