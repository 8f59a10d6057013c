/** @file The single settings: shown, locked where the policy says so, saved on change. */

import { element } from '../shared/elements.js';
import { askLeave } from '../shared/leave.js';
import { word } from '../shared/words.js';

/** @typedef {import('../shared/panel.js').Chosen} Chosen */
/** @typedef {import('../shared/panel.js').Settings} Settings */

const TEXTS = /** @type {const} */ (['address', 'token', 'ruleset']);
const TICKS = /** @type {const} */ (['chip', 'reminder']);

/** @param {Chosen} chosen */
export function showFields({ settings, locked }) {
  for (const name of TEXTS) element(name, HTMLInputElement).value = settings[name];
  for (const name of TICKS) element(name, HTMLInputElement).checked = settings[name];
  element('severity', HTMLSelectElement).value = settings.severity;
  for (const name of [...TEXTS, 'severity']) lock(name, locked.includes(name));
}

/** @param {string} name @param {boolean} locked */
function lock(name, locked) {
  const field = /** @type {HTMLInputElement | HTMLSelectElement} */ (element(name, HTMLElement));
  field.disabled = locked;
  noteLock(field, locked);
}

/**
 * Says beneath what cannot be changed who has set it.
 *
 * @param {HTMLElement} part
 * @param {boolean} locked
 */
export function noteLock(part, locked) {
  const name = `${part.id}-locked`;
  document.getElementById(name)?.remove();
  if (!locked) return;
  const note = document.createElement('p');
  Object.assign(note, { id: name, className: 'quiet', textContent: word('locked') });
  part.after(note);
}

/**
 * @param {(changes: Partial<Settings>) => Promise<void>} save
 * @param {(text: string) => void} say
 */
export function wireFields(save, say) {
  for (const name of TEXTS) {
    const field = element(name, HTMLInputElement);
    field.addEventListener('change', async () => {
      if (name === 'address' && !(await mayUse(field.value.trim()))) return say(word('address_bad'));
      await save({ [name]: field.value.trim() });
    });
  }
  for (const name of TICKS) {
    const field = element(name, HTMLInputElement);
    field.addEventListener('change', () => save({ [name]: field.checked }));
  }
  const severity = element('severity', HTMLSelectElement);
  severity.addEventListener('change', () =>
    save({ severity: /** @type {Settings['severity']} */ (severity.value) }),
  );
}

/**
 * A service on another machine needs the browser's leave; this computer has it from the start.
 *
 * @param {string} address
 */
async function mayUse(address) {
  if (!URL.canParse(address)) return false;
  const { protocol, hostname } = new URL(address);
  if (protocol === 'http:') return ['127.0.0.1', 'localhost'].includes(hostname);
  return protocol === 'https:' && askLeave(address);
}
