/** @file The words of the interface, from the browser's locale files. */

/**
 * @param {string} key
 * @param {(string | number)[]} values for $1, $2 …
 * @returns {string}
 */
export function word(key, ...values) {
  return chrome.i18n.getMessage(key, values.map(String)) || key;
}

/**
 * Fills every element that names its words by `data-word` or `data-label`, and sets language and direction: those of
 * the words, which need not be those of the browser.
 *
 * @param {Document} page
 */
export function fillWords(page) {
  page.documentElement.lang = word('language');
  page.documentElement.dir = word('direction');
  for (const element of page.querySelectorAll('[data-word]')) {
    element.textContent = word(/** @type {HTMLElement} */ (element).dataset.word ?? '');
  }
  for (const element of page.querySelectorAll('[data-label]')) {
    element.setAttribute('aria-label', word(/** @type {HTMLElement} */ (element).dataset.label ?? ''));
  }
}
