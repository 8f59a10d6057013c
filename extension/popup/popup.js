/** @file The popup: the state of the service in words, and the switches of the page in front. */

import { element } from '../shared/elements.js';
import { askLeave, toldState } from '../shared/leave.js';
import { faultWords } from '../shared/messages.js';
import { ask } from '../shared/protocol.js';
import { fillWords, word } from '../shared/words.js';
import { findTab, tell } from './tab.js';

/** @typedef {import('../shared/panel.js').Status} Status */
/** @typedef {import('../shared/panel.js').PauseSpan} PauseSpan */
/** @typedef {import('./tab.js').Tab} Tab */

const switches = {
  site: element('site-on', HTMLInputElement),
  message: element('pause-message', HTMLButtonElement),
  quarter: element('pause-quarter', HTMLButtonElement),
  tab: element('pause-tab', HTMLButtonElement),
  resume: element('resume', HTMLButtonElement),
};

/** @param {Status} status */
async function showState({ health, address }) {
  const state = await toldState(health.state, address);
  const key = `state_${state.replaceAll('-', '_')}`;
  element('state', HTMLElement).dataset.state = state;
  element('state-title', HTMLElement).textContent = word(key);
  element('state-help', HTMLElement).textContent = word(
    `${key}_help`,
    state === 'ok' ? health.latency : address,
  );
  element('state-rules', HTMLElement).hidden = state !== 'ok' || health.complete;
  element('retry', HTMLElement).hidden = state === 'ok' || state === 'ungranted';
  const allow = element('allow-address', HTMLElement);
  allow.hidden = state !== 'ungranted';
  allow.onclick = () => askLeave(address).then(askAgain);
}

/** @param {Tab} tab @param {Status} status */
function showPage({ host, paused, faults }, { siteOn, chipHidden, pause }) {
  const span = pause === 'none' && paused ? 'message' : pause;
  element('here', HTMLElement).hidden = false;
  element('site-name', HTMLElement).textContent = word('site_switch', host);
  switches.site.checked = siteOn;
  element('faults', HTMLElement).textContent =
    siteOn && span === 'none' ? word('faults_here', faultWords(word, faults)) : '';
  element('chip-hidden', HTMLElement).hidden = !siteOn || !chipHidden;
  element('pauses', HTMLElement).hidden = !siteOn || span !== 'none';
  element('paused', HTMLElement).hidden = !siteOn || span === 'none';
  element('paused-words', HTMLElement).textContent = span === 'none' ? '' : word(`paused_${span}`);
}

/** @param {Tab} tab */
function showElsewhere({ origin }) {
  const add = element('add-site', HTMLButtonElement);
  element('elsewhere', HTMLElement).hidden = false;
  add.hidden = !origin.startsWith('https:');
  add.textContent = word('add_this_site', origin.replace(/^https:\/\//, ''));
  add.onclick = () => addSite(`${origin}/*`);
}

/** @param {string} pattern */
async function addSite(pattern) {
  // Not waited for: a click is enough for one question only if that is asked at once.
  ask('popup-wants-site', { pattern });
  if (!(await chrome.permissions.request({ origins: [pattern] }))) return;
  await ask('popup-wants-site', { pattern });
  element('added', HTMLElement).textContent = word('site_added');
}

async function refresh() {
  const tab = await findTab();
  const status = await ask('popup-asks-status', { tab: tab.id, host: tab.host });
  if (!status.ok) return;
  await showState(status.value);
  if (tab.here) showPage(tab, status.value);
  else showElsewhere(tab);
}

async function askAgain() {
  await ask('panel-asks-probe', {});
  await refresh();
}

/** @param {PauseSpan} until */
async function pause(until) {
  const tab = await findTab();
  if (until === 'none' && tab.paused) await tell(tab.id, 'popup-pauses-message');
  await ask('popup-pauses', { tab: tab.id, until });
  await refresh();
}

switches.site.addEventListener('change', async () => {
  const { host } = await findTab();
  await ask('popup-sets-site', { host, on: switches.site.checked });
  await refresh();
});
element('show-chip', HTMLElement).addEventListener('click', async () => {
  const { host } = await findTab();
  await ask('popup-shows-chip', { host });
  await refresh();
});
switches.message.addEventListener('click', async () => {
  const { id } = await findTab();
  await tell(id, 'popup-pauses-message');
  await refresh();
});
switches.quarter.addEventListener('click', () => pause('quarter'));
switches.tab.addEventListener('click', () => pause('tab'));
switches.resume.addEventListener('click', () => pause('none'));
element('retry', HTMLElement).addEventListener('click', askAgain);
element('options', HTMLElement).addEventListener('click', () => chrome.runtime.openOptionsPage());

chrome.storage.onChanged.addListener((changes) => {
  if ('health' in changes) refresh();
});

fillWords(document);
await refresh();
await askAgain();
document.documentElement.dataset.ready = '';
