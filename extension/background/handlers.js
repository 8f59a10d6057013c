/** @file One function per message; every one answers a Reply. */

import { readChip, saveChip } from './chips.js';
import { readHealth } from './health.js';
import { addIgnored, readIgnored, removeIgnored } from './ignored.js';
import { pause, pausedUntil, readPauses } from './pauses.js';
import { countFixed, eraseProgress, readProgress } from './progress.js';
import { check, probe } from './service.js';
import { lockedSettings, readSettings, saveSettings } from './settings.js';
import { wantSite } from './sites.js';
import { exportChosen, importChosen } from './transfer.js';
import { viewFor } from './views.js';

/** @typedef {chrome.runtime.MessageSender} Sender */
/** @typedef {import('../shared/protocol.js').Kind} Kind */
/** @template {Kind} K @typedef {import('../shared/protocol.js').Message<K>} Message */
/** @template {Kind} K @typedef {import('../shared/protocol.js').Answer<K>} Answer */

/** @template T @param {T} value @returns {{ ok: true, value: T }} */
const done = (value) => ({ ok: true, value });

/** @param {Sender} sender */
const hostOf = ({ origin, url = '' }) => new URL(origin && origin !== 'null' ? origin : url).hostname;

/** @param {Message<'page-asks-check'>} message @param {Sender} sender @returns {Promise<Answer<'page-asks-check'>>} */
async function pageAsksCheck({ field, request }, sender) {
  const { on } = await viewFor(hostOf(sender), sender.tab?.id);
  if (!on) return { ok: false, reason: 'paused' };
  return check(`${sender.tab?.id} ${sender.frameId} ${field}`, request);
}

/** @param {Message<'page-asks-view'>} _message @param {Sender} sender */
async function pageAsksView(_message, sender) {
  return done(await viewFor(hostOf(sender), sender.tab?.id));
}

/** @param {Message<'page-asks-ignore'>} message @param {Sender} sender */
async function pageAsksIgnore({ item }, sender) {
  await addIgnored(item);
  return done(await viewFor(hostOf(sender), sender.tab?.id));
}

/** @param {Message<'page-tells-fixed'>} message */
async function pageTellsFixed({ kind }) {
  await countFixed(kind);
  return done(null);
}

/** @param {Message<'page-keeps-chip'>} message @param {Sender} sender */
async function pageKeepsChip({ change }, sender) {
  await saveChip(hostOf(sender), change);
  return done(null);
}

async function pageOpensOptions() {
  await chrome.runtime.openOptionsPage();
  return done(null);
}

/** @param {Message<'popup-asks-status'>} message @returns {Promise<Answer<'popup-asks-status'>>} */
async function popupAsksStatus({ tab, host }) {
  const [health, settings, pauses, chip] = await Promise.all([
    readHealth(),
    readSettings(),
    readPauses(),
    readChip(host),
  ]);
  const tabPause = pauses.tabs.includes(tab) ? 'tab' : 'none';
  const pause = pausedUntil({ ...pauses, tabs: [] }, tab) > 0 ? 'quarter' : tabPause;
  const siteOn = !settings.offHosts.includes(host);
  const chipHidden = settings.chip && chip.hidden;
  return done({ health, address: settings.address, siteOn, chipHidden, pause });
}

/** @param {Message<'popup-sets-site'>} message */
async function popupSetsSite({ host, on }) {
  const { offHosts } = await readSettings();
  const others = offHosts.filter((other) => other !== host);
  await saveSettings({ offHosts: on ? others : [...others, host] });
  return done(null);
}

/** @param {Message<'popup-wants-site'>} message */
async function popupWantsSite({ pattern }) {
  await wantSite(pattern);
  return done(null);
}

/** @param {Message<'popup-shows-chip'>} message */
async function popupShowsChip({ host }) {
  await saveChip(host, { hidden: false });
  return done(null);
}

/** @param {Message<'popup-pauses'>} message */
async function popupPauses({ tab, until }) {
  await pause(tab, until);
  return done(null);
}

async function panelAsksProbe() {
  return done(await probe());
}

async function optionsAsksSettings() {
  const [settings, locked, ignored] = await Promise.all([readSettings(), lockedSettings(), readIgnored()]);
  return done({ settings, locked, ignored });
}

/** @param {Message<'options-saves-settings'>} message */
async function optionsSavesSettings({ changes }) {
  await saveSettings(changes);
  return optionsAsksSettings();
}

/** @param {Message<'options-removes-ignored'>} message */
async function optionsRemovesIgnored({ item }) {
  await removeIgnored(item);
  return optionsAsksSettings();
}

async function optionsExports() {
  return done(await exportChosen());
}

/** @param {Message<'options-imports'>} message @returns {Promise<Answer<'options-imports'>>} */
async function optionsImports({ json }) {
  return (await importChosen(json)) ? optionsAsksSettings() : { ok: false, reason: 'refused' };
}

async function optionsAsksProgress() {
  return done(await readProgress());
}

async function optionsErasesProgress() {
  await eraseProgress();
  return done(null);
}

/**
 * Lets only our own pages in: a page on the web, even one with our content script, gets no settings.
 *
 * @template M, A
 * @param {(message: M, sender: Sender) => Promise<A>} handle
 * @returns {(message: M, sender: Sender) => Promise<A> | null}
 */
function forPanels(handle) {
  const own = chrome.runtime.getURL('');
  return (message, sender) => (sender.url?.startsWith(own) ? handle(message, sender) : null);
}

export const handlers = {
  'page-asks-check': pageAsksCheck,
  'page-asks-view': pageAsksView,
  'page-asks-ignore': pageAsksIgnore,
  'page-tells-fixed': pageTellsFixed,
  'page-keeps-chip': pageKeepsChip,
  'page-opens-options': pageOpensOptions,
  'popup-asks-status': forPanels(popupAsksStatus),
  'popup-sets-site': forPanels(popupSetsSite),
  'popup-wants-site': forPanels(popupWantsSite),
  'popup-shows-chip': forPanels(popupShowsChip),
  'popup-pauses': forPanels(popupPauses),
  'panel-asks-probe': forPanels(panelAsksProbe),
  'options-asks-settings': forPanels(optionsAsksSettings),
  'options-saves-settings': forPanels(optionsSavesSettings),
  'options-removes-ignored': forPanels(optionsRemovesIgnored),
  'options-exports': forPanels(optionsExports),
  'options-imports': forPanels(optionsImports),
  'options-asks-progress': forPanels(optionsAsksProgress),
  'options-erases-progress': forPanels(optionsErasesProgress),
};
