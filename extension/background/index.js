/** @file Wires the worker: who is heard, and what follows a change. */

import { answer } from '../shared/protocol.js';
import { handlers } from './handlers.js';
import { forgetTab } from './pauses.js';
import { onRecovery, probe } from './service.js';
import { registerSites, takeGranted } from './sites.js';
import { tellEveryPage } from './views.js';

answer(handlers);
onRecovery(tellEveryPage);
self.addEventListener('online', probe);

chrome.runtime.onInstalled.addListener(({ reason }) => {
  registerSites();
  if (reason === chrome.runtime.OnInstalledReason.INSTALL) probe();
});
chrome.tabs.onRemoved.addListener(forgetTab);
chrome.permissions.onAdded.addListener((granted) => {
  takeGranted(granted);
  probe();
});
chrome.permissions.onRemoved.addListener(registerSites);

chrome.commands.onCommand.addListener((command, tab) => {
  if (tab?.id) chrome.tabs.sendMessage(tab.id, { type: 'worker-tells-command', command }).catch(() => {});
});

/** Keys whose change a page can notice; health and progress are not among them. */
const SEEN = ['settings', 'token', 'pauses', 'chips', 'ignored '];

chrome.storage.onChanged.addListener((changes) => {
  const keys = Object.keys(changes);
  if (keys.some((key) => SEEN.some((seen) => key.startsWith(seen)))) tellEveryPage();
  if (keys.includes('settings')) registerSites();
  if (keys.includes('settings') || keys.includes('token')) probe();
});
