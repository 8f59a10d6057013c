/** @file The keys of the commands; the browser lets nobody but the user change them. */

import { element } from '../shared/elements.js';
import { legible } from '../shared/shortcuts.js';
import { word } from '../shared/words.js';

export async function showKeys() {
  const commands = await chrome.commands.getAll();
  const rows = commands
    .filter(({ description }) => description)
    .flatMap(({ description = '', shortcut }) => [
      term(description),
      key(legible(shortcut ?? '') || word('keys_none')),
    ]);
  element('keys', HTMLElement).replaceChildren(...rows);
  const page = navigator.userAgent.includes('Firefox') ? 'about:addons' : 'chrome://extensions/shortcuts';
  element('keys-page', HTMLElement).textContent = word('keys_change', page);
}

/** @param {string} text */
function term(text) {
  const made = document.createElement('dt');
  made.textContent = text;
  return made;
}

/** @param {string} text */
function key(text) {
  const made = document.createElement('dd');
  const cap = document.createElement('kbd');
  cap.textContent = text;
  made.append(cap);
  return made;
}
