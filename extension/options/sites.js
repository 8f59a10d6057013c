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
export async function showSites(chosen, save) {
  ({ settings } = chosen);
  const { sites, offHosts } = settings;
  const locked = chosen.locked.includes('sites');
  const form = element('add-site', HTMLFormElement);
  form.hidden = locked;
  noteLock(form, locked);
  const granted = await Promise.all(sites.map(isGranted));
  const rows = sites.map((pattern, index) => {
    const host = new URL(pattern).hostname;
    const allow = () => allowSite(pattern, () => showSites(chosen, save));
    return row(
      granted[index] ? host : `${host} (${word('site_ungranted')})`,
      !granted[index] && button(word('allow'), word('allow_what', host), allow),
      !locked && button(word('remove'), word('remove_what', host), () => removeSite(pattern, save)),
    );
  });
  const off = offHosts.map((host) => {
    const others = offHosts.filter((other) => other !== host);
    const goOn = () => save({ offHosts: others });
    return row(`${host} (${word('site_off')})`, button(word('site_on'), word('site_on_what', host), goOn));
  });
  element('sites', HTMLElement).replaceChildren(...rows, ...off);
}

/** @param {string} text @param {...(HTMLElement | false)} buttons */
function row(text, ...buttons) {
  const item = document.createElement('li');
  item.append(text, ...buttons.filter((each) => each !== false));
  return item;
}

/** A site may be on the list by a policy, a file or another machine, and not be allowed here. @param {string} pattern */
function isGranted(pattern) {
  return chrome.permissions.contains({ origins: [pattern] });
}

/** @param {string} pattern @param {() => void} done */
async function allowSite(pattern, done) {
  if (await chrome.permissions.request({ origins: [pattern] })) done();
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
