/** @file Finds the fields the agent writes in, as they are focused, and lets go of them when they are gone. */

import { proseField } from './prose.js';

/** @typedef {(field: HTMLElement, signal: AbortSignal) => void} Attach */

const WATCHED = {
  childList: true,
  subtree: true,
  attributes: true,
  attributeFilter: ['contenteditable', 'readonly', 'disabled', 'class', 'style', 'hidden', 'open'],
};

/**
 * Attaches once to every prose field that gets the focus or input, in this document, its open shadow roots and its
 * same-origin frames, until `signal` aborts. A field's own signal aborts when it leaves the page or stops being editable.
 *
 * @param {Document} home
 * @param {(field: HTMLElement) => boolean} accepts
 * @param {Attach} attach
 * @param {() => void} changed called when something around the fields came, went or changed its looks
 * @param {AbortSignal} signal
 */
export function watch(home, accepts, attach, changed, signal) {
  const watcher = new Watcher(accepts, attach, changed, signal);
  watcher.adopt(home);
  signal.addEventListener('abort', () => watcher.stop(), { once: true });
}

class Watcher {
  /** @type {Map<HTMLElement, AbortController>} */
  #fields = new Map();
  /** @type {Set<Document>} */
  #documents = new Set();

  /**
   * @param {(field: HTMLElement) => boolean} accepts
   * @param {Attach} attach
   * @param {() => void} changed
   * @param {AbortSignal} signal
   */
  constructor(accepts, attach, changed, signal) {
    this.accepts = accepts;
    this.attach = attach;
    this.changed = changed;
    this.signal = signal;
    this.observer = new MutationObserver((records) => this.#review(records));
  }

  /** @param {Document} document */
  adopt(document) {
    if (!this.#documents.has(document)) this.#listen(document);
  }

  /**
   * Listening twice is listening once; a document that an editor wrote anew has lost its listeners.
   *
   * @param {Document} document
   */
  #listen(document) {
    this.#documents.add(document);
    const options = { capture: true, signal: this.signal };
    for (const type of ['focusin', 'input']) document.addEventListener(type, this.#meet, options);
    document.addEventListener('load', this.#loaded, options);
    this.observer.observe(document, WATCHED);
    this.#enterFrames(document);
    const active = deepActive(document);
    if (active) this.#consider(active);
  }

  stop() {
    this.observer.disconnect();
    for (const controller of this.#fields.values()) controller.abort();
    this.#fields.clear();
  }

  #meet = (/** @type {Event} */ event) => {
    const target = event.composedPath()[0];
    if (target && isElement(target)) this.#consider(target);
  };

  #loaded = (/** @type {Event} */ { target }) => {
    const inner = target && frameContent(target);
    if (inner) this.#listen(inner);
  };

  /** @param {Element} target */
  #consider(target) {
    const field = proseField(target);
    if (!field || this.#fields.has(field) || !this.accepts(field)) return;
    const root = field.getRootNode();
    if (root.nodeType === 11) this.observer.observe(root, WATCHED);
    const controller = new AbortController();
    this.#fields.set(field, controller);
    this.attach(field, controller.signal);
  }

  /** @param {MutationRecord[]} records */
  #review(records) {
    for (const [field, controller] of this.#fields) {
      if (field.isConnected && proseField(field) === field) continue;
      this.#fields.delete(field);
      controller.abort();
    }
    for (const document of this.#documents) this.#visit(document);
    if (records.some((record) => !this.#isInside(record))) this.changed();
  }

  /**
   * What an editor does within its field moves nothing around it.
   *
   * @param {MutationRecord} record
   */
  #isInside({ target, type }) {
    const own = type === 'attributes' ? target.parentNode : target;
    return [...this.#fields.keys()].some((field) => field.contains(own));
  }

  /** @param {Document} document */
  #visit(document) {
    if (document.defaultView) this.#enterFrames(document);
    else this.#documents.delete(document);
  }

  /** @param {Document} document */
  #enterFrames(document) {
    for (const frame of document.getElementsByTagName('iframe')) {
      const inner = frameContent(frame);
      if (inner) this.adopt(inner);
    }
  }
}

/**
 * @param {EventTarget} target
 * @returns {Document | null} null when it is no frame, or one of another origin
 */
function frameContent(target) {
  if (!isElement(target) || target.tagName !== 'IFRAME') return null;
  try {
    return /** @type {HTMLIFrameElement} */ (target).contentDocument;
  } catch {
    return null;
  }
}

/**
 * @param {EventTarget} target
 * @returns {target is Element}
 */
function isElement(target) {
  return /** @type {Node} */ (target).nodeType === 1;
}

/**
 * @param {Document | ShadowRoot} root
 * @returns {Element | null}
 */
function deepActive(root) {
  const active = root.activeElement;
  return active?.shadowRoot ? deepActive(active.shadowRoot) : active;
}
