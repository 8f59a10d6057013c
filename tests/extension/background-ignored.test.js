/** @file Sentences like one the agent ignored: kept on this machine, by fingerprint, never by text. */

import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { addIgnored, readIgnored, removeIgnored } from '../../extension/background/ignored.js';
import { exportChosen, importChosen } from '../../extension/background/transfer.js';
import { installBrowser } from './background-browser.js';

/** @type {import('../../extension/shared/view.js').Ignored} */
const ALIKE = {
  scope: 'alike',
  rule: 'model/blame',
  likeness: `beef${'A'.repeat(64)}`,
  host: 'mail.google.com',
  title: 'Sounds as if the customer caused it',
  date: '2026-11-22',
};

beforeEach(() => installBrowser());

test('it stays on this machine and comes back whole, once', async () => {
  const browser = installBrowser();
  await addIgnored(ALIKE);
  await addIgnored({ ...ALIKE });
  assert.deepEqual(await readIgnored(), [ALIKE]);
  assert.deepEqual(browser.storage.sync.values, {});
});

test('no part of it is a text, whatever a page sends along', async () => {
  const browser = installBrowser();
  await addIgnored({ ...ALIKE, phrase: 'read the small print', sentence: 'Do read the small print.' });
  assert.doesNotMatch(JSON.stringify(browser.storage.local.values), /small print/);
});

for (const change of [
  { likeness: 'You should have read the small print.' },
  { likeness: undefined },
  { likeness: 'A'.repeat(201) },
  { rule: undefined },
  { rule: 'r'.repeat(201) },
  { host: undefined },
  { date: 'yesterday' },
]) {
  test(`it is not kept with ${JSON.stringify(change).slice(0, 60)}`, async () => {
    await addIgnored(JSON.parse(JSON.stringify({ ...ALIKE, ...change })));
    assert.deepEqual(await readIgnored(), []);
  });
}

test('two sentences of one rule are two items, and one of them can be taken back', async () => {
  const other = { ...ALIKE, likeness: `beef${'B'.repeat(64)}` };
  await addIgnored(ALIKE);
  await addIgnored(other);
  await removeIgnored(ALIKE);
  assert.deepEqual(await readIgnored(), [other]);
});

test('it goes to a file and back', async () => {
  await addIgnored(ALIKE);
  const json = await exportChosen();
  installBrowser();
  assert.equal(await importChosen(json), true);
  assert.deepEqual(await readIgnored(), [ALIKE]);
});

test('items of earlier versions are read, and removed by the keys they had', async () => {
  const phrase = { scope: 'phrase', rule: 'desk/kindly', phrase: 'kindly' };
  const site = { scope: 'site', host: 'mail.google.com', rule: 'desk/kindly' };
  const browser = installBrowser({
    sync: {
      'ignored ["phrase","desk/kindly","kindly",""]': phrase,
      'ignored ["site","desk/kindly","","mail.google.com"]': site,
    },
  });
  const items = await readIgnored();
  assert.deepEqual(items, [phrase, site]);
  for (const item of items) await removeIgnored(item);
  assert.deepEqual(browser.storage.sync.values, {});
});
