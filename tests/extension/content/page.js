/** @file A page to test on: jsdom with the globals the content modules use. */

import { JSDOM } from 'jsdom';

/**
 * @param {string} body
 * @returns {Document}
 */
export function pageOf(body) {
  const { window } = new JSDOM(`<!doctype html><body>${body}</body>`, { pretendToBeVisual: true });
  const { MutationObserver, AbortController, document } = window;
  Object.assign(globalThis, { MutationObserver, AbortController, document, window });
  return window.document;
}

/**
 * @param {ParentNode} root
 * @param {string} selector
 * @returns {HTMLElement}
 */
export function find(root, selector) {
  const found = root.querySelector(selector);
  if (!found) throw new Error(`nothing matches ${selector}`);
  return /** @type {HTMLElement} */ (found);
}
