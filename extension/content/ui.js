/** @file The one element coolhead adds to a page: a host with a closed shadow root for card, chip, panel and reminder. */

import { element } from './element.js';
import { LOOK } from './look.js';
import { frameOrigin, meet, shift } from './place.js';
import { caretRect } from './surface.js';

/** @typedef {import('./place.js').Box} Box */

export class Ui {
  /**
   * @param {Document} home
   * @param {{ language?: string, direction?: string, mode?: ShadowRootMode }} face the mode is `open` only where tests
   *   and the curious look in
   */
  constructor(home, { language = 'en', direction = 'ltr', mode = 'closed' }) {
    this.home = home;
    this.host = home.createElement('coolhead-ui');
    this.host.setAttribute('data-coolhead-ui', '');
    this.host.lang = language;
    this.host.dir = direction;
    this.host.style.cssText = 'display: contents !important; visibility: visible !important;';
    this.root = this.host.attachShadow({ mode });
    const view = /** @type {Window & typeof globalThis} */ (home.defaultView);
    const sheet = new view.CSSStyleSheet();
    sheet.replaceSync(LOOK);
    this.root.adoptedStyleSheets = [sheet];
    this.live = element(home, 'div', { className: 'live', role: 'status', 'aria-live': 'polite' });
    this.root.append(this.live);
  }

  /**
   * Brings the host to where it can be seen and clicked: pages wipe it, and a modal dialog makes all outside it inert.
   *
   * @param {HTMLElement} field
   */
  mount(field) {
    const parent =
      (field.ownerDocument === this.home && field.closest('dialog:modal')) || this.home.documentElement;
    if (this.host.parentNode !== parent) parent.append(this.host);
    // Places are reckoned in pixels of the viewport, whatever zoom the page has given itself.
    this.host.style.setProperty('zoom', String(1 / parent.currentCSSZoom), 'important');
    this.host.style.setProperty('color-scheme', isDark(field) ? 'dark' : 'light', 'important');
  }

  /** @param {HTMLElement} box a popover of this root; while a page has thrown the root out nothing can be shown */
  show(box) {
    if (!this.host.isConnected) return;
    if (!box.isConnected) this.root.append(box);
    if (!box.matches(':popover-open')) box.showPopover();
  }

  /** @param {HTMLElement} box */
  hide(box) {
    if (box.isConnected && box.matches(':popover-open')) box.hidePopover();
  }

  /** @param {string} text */
  say(text) {
    this.live.textContent = text;
  }

  get viewport() {
    const root = this.home.documentElement;
    return { width: root.clientWidth, height: /** @type {Window} */ (this.home.defaultView).innerHeight };
  }

  /**
   * @param {DOMRect} rect in the viewport of the element's document
   * @param {Element} element
   * @returns {Box} in the viewport of the home document
   */
  locate(rect, element) {
    return shift(rect, frameOrigin(element, this.home));
  }

  /**
   * What no box may cover.
   *
   * @param {import('./session.js').Session} session
   * @returns {Box[]} the caret, Send
   */
  mustSee(session) {
    const { field, around } = session;
    const caret = caretRect(session);
    const send = around.site.sendButtons(field).map((button) => this.boxOf(button));
    return caret ? [this.locate(caret, field), ...send] : send;
  }

  /**
   * @param {Element} element
   * @returns {Box} in the viewport of the home document
   */
  boxOf(element) {
    return this.locate(element.getBoundingClientRect(), element);
  }

  /**
   * @param {HTMLElement} field
   * @returns {Box} what can be seen of it; turned inside out when that is nothing
   */
  visiblePart(field) {
    const { width, height } = this.viewport;
    let seen = meet(this.boxOf(field), { left: 0, top: 0, right: width, bottom: height });
    for (
      let outer = field.parentElement;
      outer && outer !== outer.ownerDocument.body;
      outer = outer.parentElement
    ) {
      if (getComputedStyle(outer).overflowY !== 'visible') seen = meet(seen, this.boxOf(outer));
    }
    return seen;
  }

  /** Whether an event happened inside coolhead's own boxes. */
  owns(/** @type {Event} */ event) {
    return event.composedPath().includes(this.host);
  }

  remove() {
    this.host.remove();
  }
}

/**
 * Whether the field is dark, whatever the operating system prefers.
 *
 * @param {HTMLElement} field
 */
function isDark(field) {
  const view = /** @type {Window} */ (field.ownerDocument.defaultView);
  for (let node = /** @type {Element | null} */ (field); node; node = node.parentElement) {
    const channels =
      view
        .getComputedStyle(node)
        .backgroundColor.match(/[\d.]+/g)
        ?.map(Number) ?? [];
    const [red = 0, green = 0, blue = 0, alpha = 1] = channels;
    if (channels.length >= 3 && alpha > 0.5) return 0.299 * red + 0.587 * green + 0.114 * blue < 110;
  }
  return (
    view.matchMedia('(prefers-color-scheme: dark)').matches &&
    view.getComputedStyle(field).colorScheme.includes('dark')
  );
}
