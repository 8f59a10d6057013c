/** @file The options page: every choice is saved as it is made. */

import { element } from '../shared/elements.js';
import { askLeave, toldState } from '../shared/leave.js';
import { ask } from '../shared/protocol.js';
import { fillWords, word } from '../shared/words.js';
import { showFields, wireFields } from './fields.js';
import { showIgnored } from './ignored.js';
import { showKeys } from './keys.js';
import { showProgress, wireProgress } from './progress.js';
import { showSites, wireSites } from './sites.js';
import { wireTransfer } from './transfer.js';

/** @typedef {import('../shared/panel.js').Chosen} Chosen */
/** @template T @typedef {import('../shared/protocol.js').Reply<T>} Reply */

/** @param {string} text */
function say(text) {
  element('saved', HTMLElement).textContent = text;
}

/** @param {Chosen} chosen */
function show(chosen) {
  showFields(chosen);
  showSites(chosen, save);
  showIgnored(chosen.ignored, (item) => ask('options-removes-ignored', { item }).then(follow));
}

/** @param {Reply<Chosen>} reply */
function follow(reply) {
  if (reply.ok) show(reply.value);
  say(word(reply.ok ? 'saved' : 'not_saved'));
  return reply.ok;
}

/** @param {Partial<import('../shared/panel.js').Settings>} changes */
async function save(changes) {
  follow(await ask('options-saves-settings', { changes }));
  await showHealth();
}

async function showHealth() {
  const reply = await ask('panel-asks-probe', {});
  if (!reply.ok) return;
  const address = element('address', HTMLInputElement).value;
  const state = await toldState(reply.value.state, address);
  const key = `state_${state.replaceAll('-', '_')}`;
  const box = element('health', HTMLElement);
  box.dataset.state = state;
  box.textContent = `${word(key)}. ${word(`${key}_help`, state === 'ok' ? reply.value.latency : address)}`;
  element('allow-address', HTMLElement).hidden = state !== 'ungranted';
}

function wireLeave() {
  element('allow-address', HTMLElement).addEventListener('click', () =>
    askLeave(element('address', HTMLInputElement).value).then(showHealth),
  );
}

fillWords(document);
wireFields(save, say);
wireSites(save);
wireProgress();
wireTransfer(follow, say);
wireLeave();
const chosen = await ask('options-asks-settings', {});
if (chosen.ok) show(chosen.value);
await Promise.all([showKeys(), showProgress(), showHealth()]);
document.documentElement.dataset.ready = '';
