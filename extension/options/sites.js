/** @file The pages beyond the fixed list: asked for one by one, given back when removed. */

import { button, element } from '../shared/elements.js';
import { word } from '../shared/words.js';
import { noteLock } from './fields.js';

/** @typedef {import('../shared/panel.js').Chosen} Chosen */
/** @typedef {import('../shared/panel.js').Settings} Settings */
/** @typedef {(changes: Partial<Settings>) => Promise<void>} Save */

/** @type {Settings} */
let settings;

/** @param {Chosen} chosen @param {Save} save */
export function showSites(chosen, save) {
  ({ settings } = chosen);
  const locked = chosen.locked.includes('sites');
  const form = element('add-site', HTMLFormElement);
  form.hidden = locked;
  noteLock(form, locked);
  const rows = settings.sites.map((pattern) =>
    row(new URL(pattern.replace('*.', '')).host, '', locked ? null : () => removeSite(pattern, save)),
  );
  const off = settings.offHosts.map((host) =>
    row(host, word('site_off'), () =>
      save({ offHosts: settings.offHosts.filter((other) => other !== host) }),
    ),
  );
  element('sites', HTMLElement).replaceChildren(...rows, ...off);
}

/** @param {string} host @param {string} note @param {(() => void) | null} remove */
function row(host, note, remove) {
  const item = document.createElement('li');
  item.append(note ? `${host} (${note})` : host);
  if (remove) item.append(button(word('remove'), word('remove_what', host), remove));
  return item;
}

/** @param {string} pattern @param {Save} save */
async function removeSite(pattern, save) {
  await save({ sites: settings.sites.filter((other) => other !== pattern) });
  await chrome.permissions.remove({ origins: [pattern] });
}

/**
 * `desk.example.com`, or an address on it, as a match pattern.
 *
 * @param {string} typed
 * @returns {string | null}
 */
export function patternOf(typed) {
  const address = /^https?:\/\//.test(typed) ? typed : `https://${typed}`;
  if (!URL.canParse(address)) return null;
  const { hostname } = new URL(address);
  return /^[a-z0-9-]+(\.[a-z0-9-]+)+$/.test(hostname) ? `https://${hostname}/*` : null;
}

/** @param {Save} save */
export function wireSites(save) {
  const field = element('site', HTMLInputElement);
  const problem = element('site-problem', HTMLElement);
  element('add-site', HTMLFormElement).addEventListener('submit', async (event) => {
    event.preventDefault();
    const pattern = patternOf(field.value.trim());
    problem.textContent = pattern ? '' : word('site_bad');
    if (!pattern) return;
    if (!(await chrome.permissions.request({ origins: [pattern] }))) {
      problem.textContent = word('site_refused');
      return;
    }
    await save({ sites: [...new Set([...settings.sites, pattern])] });
    field.value = '';
  });
}
