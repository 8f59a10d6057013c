import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readSettings } from '../../extension/background/settings.js';
import { registerSites, takeGranted, wantSite } from '../../extension/background/sites.js';
import { installBrowser } from './background-browser.js';

const [DESK, SHOP] = ['https://desk.example.com/*', 'https://shop.example.com/*'];

/**
 * A browser that has granted some sites before, and looks after one that was removed.
 *
 * @param {{ sites?: string[], granted?: string[], script?: string }} [part] `script` as `getManifest` names it
 */
function browserWith({ sites = [], granted = [], script = 'content/boot.js' } = {}) {
  const browser = installBrowser({ sync: { settings: { version: 1, sites } } });
  /** @type {{ scripts: any[] }} */
  const registered = { scripts: [{ id: 'further-sites', matches: ['https://gone.example.com/*'] }] };
  Object.assign(browser, {
    permissions: {
      contains: async (/** @type {{ origins: string[] }} */ { origins }) =>
        origins.every((origin) => granted.includes(origin)),
    },
    scripting: {
      getRegisteredContentScripts: async () => registered.scripts,
      unregisterContentScripts: async () => {
        registered.scripts = [];
      },
      registerContentScripts: async (/** @type {any[]} */ more) => registered.scripts.push(...more),
    },
  });
  Object.assign(browser.runtime, { getManifest: () => ({ content_scripts: [{ js: [script] }] }) });
  return registered;
}

test('exactly the sites that are wished for and granted are looked after', async () => {
  const registered = browserWith({ sites: [DESK, SHOP], granted: [SHOP] });
  await registerSites();
  assert.deepEqual(
    registered.scripts.map(({ matches }) => matches),
    [[SHOP]],
  );
});

test('without such a site nothing stays registered', async () => {
  const registered = browserWith({ granted: [SHOP] });
  await registerSites();
  assert.deepEqual(registered.scripts, []);
});

test('the script is named within the extension, however the browser lists it', async () => {
  for (const script of [
    'content/boot.js',
    '/content/boot.js',
    'chrome-extension://coolhead/content/boot.js',
  ]) {
    const registered = browserWith({ sites: [DESK], granted: [DESK], script });
    await registerSites();
    assert.deepEqual(registered.scripts[0].js, ['content/boot.js'], script);
  }
});

test('a site that was asked for is added once granted, though the popup that asked is gone', async () => {
  const granted = [DESK];
  browserWith({ sites: [DESK], granted });
  await wantSite(SHOP);
  assert.deepEqual((await readSettings()).sites, [DESK]);
  granted.push(SHOP);
  await takeGranted({ origins: [SHOP] });
  assert.deepEqual((await readSettings()).sites, [DESK, SHOP]);
});

test('a site the browser had granted before is added at once', async () => {
  const registered = browserWith({ granted: [SHOP] });
  await wantSite(SHOP);
  assert.deepEqual((await readSettings()).sites, [SHOP]);
  assert.deepEqual(registered.scripts[0].matches, [SHOP]);
});

test('the address of a service, granted too, is no site', async () => {
  browserWith();
  await takeGranted({ origins: ['https://coolhead.example.com/*'] });
  assert.deepEqual((await readSettings()).sites, []);
});
