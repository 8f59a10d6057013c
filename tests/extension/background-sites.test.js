import assert from 'node:assert/strict';
import { test } from 'node:test';
import { registerSites } from '../../extension/background/sites.js';
import { installBrowser } from './background-browser.js';

/** @param {string[]} sites @param {string[]} granted @param {string} script as `getManifest` names it */
async function registered(sites, granted, script) {
  const browser = installBrowser({ sync: { settings: { version: 1, sites } } });
  /** @type {any[]} */
  let scripts = [{ id: 'further-sites', matches: ['https://gone.example.com/*'] }];
  Object.assign(browser, {
    permissions: {
      contains: async (/** @type {{ origins: string[] }} */ { origins }) =>
        origins.every((origin) => granted.includes(origin)),
    },
    scripting: {
      getRegisteredContentScripts: async () => scripts,
      unregisterContentScripts: async () => {
        scripts = [];
      },
      registerContentScripts: async (/** @type {any[]} */ more) => {
        scripts = [...scripts, ...more];
      },
    },
  });
  Object.assign(browser.runtime, { getManifest: () => ({ content_scripts: [{ js: [script] }] }) });
  await registerSites();
  return scripts;
}

const [DESK, SHOP] = ['https://desk.example.com/*', 'https://shop.example.com/*'];

test('exactly the sites that are wished for and granted are looked after', async () => {
  const [only, ...more] = await registered([DESK, SHOP], [SHOP], 'content/boot.js');
  assert.deepEqual(only.matches, [SHOP]);
  assert.deepEqual(more, []);
});

test('without such a site nothing stays registered', async () => {
  assert.deepEqual(await registered([], [SHOP], 'content/boot.js'), []);
});

test('the script is named within the extension, however the browser lists it', async () => {
  for (const listed of [
    'content/boot.js',
    '/content/boot.js',
    'chrome-extension://coolhead/content/boot.js',
  ]) {
    const [only] = await registered([DESK], [DESK], listed);
    assert.deepEqual(only.js, ['content/boot.js'], listed);
  }
});
