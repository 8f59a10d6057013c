import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import {
  DEFAULTS,
  isAddress,
  lockedSettings,
  migrate,
  readSettings,
  saveSettings,
} from '../../extension/background/settings.js';
import { exportChosen, importChosen } from '../../extension/background/transfer.js';
import { installBrowser } from './background-browser.js';

beforeEach(() => installBrowser());

test('a fresh browser has the defaults', async () => {
  assert.deepEqual(await readSettings(), DEFAULTS);
});

test('what is saved comes back, and the token is not synced', async () => {
  const browser = installBrowser();
  await saveSettings({ ruleset: 'team', token: 'secret', chip: false });
  assert.deepEqual(await readSettings(), { ...DEFAULTS, ruleset: 'team', token: 'secret', chip: false });
  assert.deepEqual(browser.storage.local.values, { token: 'secret' });
  assert.ok(!JSON.stringify(browser.storage.sync.values).includes('secret'));
});

test('two savings at once both hold', async () => {
  await Promise.all([saveSettings({ chip: false }), saveSettings({ reminder: true })]);
  const { chip, reminder } = await readSettings();
  assert.deepEqual([chip, reminder], [false, true]);
});

test('a policy wins over the agent and cannot be saved over', async () => {
  installBrowser({
    sync: { settings: { version: 1, address: 'http://localhost:1' } },
    managed: {
      address: 'https://coolhead.example.com',
      severity: 'error',
      sites: ['https://desk.example.com/*'],
    },
  });
  await saveSettings({ address: 'http://127.0.0.1:9', ruleset: 'team' });
  const { address, severity, ruleset, sites } = await readSettings();
  assert.equal(address, 'https://coolhead.example.com');
  assert.equal(severity, 'error');
  assert.equal(ruleset, 'team');
  assert.deepEqual(sites, ['https://desk.example.com/*']);
  assert.deepEqual((await lockedSettings()).sort(), ['address', 'severity', 'sites']);
});

test('values of the wrong kind are left out, whoever wrote them', async () => {
  installBrowser({
    sync: { settings: { version: 1, chip: 'yes', severity: 'loud', sites: ['<all_urls>'], other: 1 } },
  });
  assert.deepEqual(await readSettings(), DEFAULTS);
});

for (const [address, holds] of /** @type {[string, boolean][]} */ ([
  ['http://127.0.0.1:8425', true],
  ['http://localhost:9', true],
  ['https://coolhead.example.com/base', true],
  ['http://coolhead.example.com', false],
  ['http://127.0.0.1.example.com', false],
  ['https://user@example.com', false],
  ['https://example.com/?next=1', false],
  ['ftp://127.0.0.1', false],
  ['javascript:alert(1)', false],
  ['', false],
])) {
  test(`${address || 'nothing'} is ${holds ? 'an' : 'no'} address`, () => {
    assert.equal(isAddress(address), holds);
  });
}

test('migrations run in order from the version that was stored, and only those', () => {
  const steps = ['one', 'two', 'three'].map((name) => (/** @type {{ [key: string]: unknown }} */ old) => ({
    ...old,
    steps: `${old.steps ?? ''} ${name}`,
  }));
  assert.equal(migrate({}, steps).steps, ' one two three');
  assert.equal(migrate({ version: 2 }, steps).steps, ' three');
  assert.equal(migrate({ version: 9, kept: true }, steps).kept, true);
});

test('settings and ignored items go to a file and back, without the token', async () => {
  const phrase = { scope: 'phrase', rule: 'desk/kindly', phrase: 'kindly' };
  installBrowser({ sync: { 'ignored 1': phrase }, local: { token: 'secret' } });
  await saveSettings({ ruleset: 'team' });
  const json = await exportChosen();
  assert.ok(!json.includes('secret'));
  const other = installBrowser();
  assert.equal(await importChosen(json), true);
  assert.equal((await readSettings()).ruleset, 'team');
  assert.ok(JSON.stringify(other.storage.sync.values).includes('kindly'));
});

for (const json of ['', '[]', '{"coolhead": 2, "settings": {}}', '{"coolhead": 1}', 'null']) {
  test(`${json || 'an empty file'} is not taken as settings`, async () => {
    const browser = installBrowser();
    assert.equal(await importChosen(json), false);
    assert.deepEqual(browser.storage.sync.values, {});
  });
}
