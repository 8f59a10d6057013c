import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { installBrowser } from './background-browser.js';

installBrowser();
const { handlers } = await import('../../extension/background/handlers.js');

const PAGE = {
  id: 'coolhead',
  tab: { id: 7 },
  frameId: 0,
  url: 'https://mail.google.com/mail/',
  origin: 'https://mail.google.com',
};
const PANEL = { id: 'coolhead', url: 'chrome-extension://coolhead/options/options.html' };

/** @param {string} type @param {object} [content] @param {object} [sender] @returns {Promise<any>} */
const send = async (type, content = {}, sender = type.startsWith('page') ? PAGE : PANEL) =>
  /** @type {any} */ (handlers)[type]({ type, ...content }, sender);

/** @param {object} [sender] */
const view = async (sender = PAGE) => (await send('page-asks-view', {}, sender)).value;

beforeEach(() => installBrowser());

test('a page learns what to show, but neither address nor token', async () => {
  installBrowser({ local: { token: 'secret' } });
  const told = await view();
  assert.equal(told.on, true);
  assert.deepEqual(told.keys, { 'next-fault': 'Alt+.' });
  assert.doesNotMatch(JSON.stringify(told), /secret|127\.0\.0\.1/);
});

test('a page on the web gets no answer to what only our own pages may ask', async () => {
  const kinds = Object.keys(handlers).filter((type) => !type.startsWith('page-'));
  assert.ok(kinds.length >= 10);
  for (const type of kinds) assert.equal(await send(type, {}, PAGE), null, type);
});

test('a site switched off is off there, and only there', async () => {
  await send('popup-sets-site', { host: 'mail.google.com', on: false });
  assert.equal((await view()).on, false);
  assert.equal((await view({ ...PAGE, origin: 'https://acme.zendesk.com' })).on, true);
  await send('popup-sets-site', { host: 'mail.google.com', on: true });
  assert.equal((await view()).on, true);
});

test('a frame without an address of its own counts as its opener', async () => {
  await send('popup-sets-site', { host: 'mail.google.com', on: false });
  assert.equal((await view({ ...PAGE, url: 'about:blank' })).on, false);
});

test('a paused tab is silent, others are not; going on ends it', async () => {
  await send('popup-pauses', { tab: 7, until: 'tab' });
  assert.equal((await view()).on, false);
  assert.equal((await view({ ...PAGE, tab: { id: 8 } })).on, true);
  assert.equal((await send('popup-asks-status', { tab: 7, host: '' })).value.pause, 'tab');
  await send('popup-pauses', { tab: 7, until: 'none' });
  assert.equal((await view()).on, true);
});

test('fifteen minutes end by themselves', async (context) => {
  context.mock.timers.enable({ apis: ['Date'], now: 1_000 });
  await send('popup-pauses', { tab: 7, until: 'quarter' });
  assert.equal((await view()).pausedUntil, 1_000 + 15 * 60_000);
  assert.equal((await view({ ...PAGE, tab: { id: 8 } })).on, false);
  context.mock.timers.setTime(1_001 + 15 * 60_000);
  assert.deepEqual([(await view()).on, (await view()).pausedUntil], [true, 0]);
});

test('a check from a page that is off is not even sent', async () => {
  await send('popup-sets-site', { host: 'mail.google.com', on: false });
  const reply = await send('page-asks-check', { field: 'field-1', request: { text: 'x' } });
  assert.deepEqual(reply, { ok: false, reason: 'paused' });
});

test('what was ignored is in every view and can be taken back', async () => {
  const item = { scope: 'phrase', rule: 'desk/kindly', phrase: 'kindly' };
  const told = await send('page-asks-ignore', { item });
  assert.deepEqual(told.value.ignored, [item]);
  await send('page-asks-ignore', { item });
  assert.equal((await view()).ignored.length, 1);
  const left = await send('options-removes-ignored', { item });
  assert.deepEqual(left.value.ignored, []);
});

test('an ignored item of a strange shape is not kept', async () => {
  for (const item of [null, 'kindly', { scope: 'world' }, { scope: 'rule', rule: 'x'.repeat(301) }]) {
    assert.deepEqual((await send('page-asks-ignore', { item })).value.ignored, []);
  }
});

test('the chip stays where it was put on one site, and hidden there until the popup brings it back', async () => {
  await send('page-keeps-chip', { change: { left: -40, top: -12 } });
  await send('page-keeps-chip', { change: { hidden: true } });
  assert.deepEqual((await view()).chipAt, { left: -40, top: -12, hidden: true });
  const elsewhere = { ...PAGE, origin: 'https://acme.zendesk.com' };
  assert.deepEqual((await view(elsewhere)).chipAt, { left: 0, top: 0, hidden: false });
  const status = async () => (await send('popup-asks-status', { tab: 7, host: 'mail.google.com' })).value;
  assert.equal((await status()).chipHidden, true);
  await send('popup-shows-chip', { host: 'mail.google.com' });
  assert.equal((await status()).chipHidden, false);
  assert.deepEqual((await view()).chipAt, { left: -40, top: -12, hidden: false });
});

test('of the chip nothing but its place is kept', async () => {
  const browser = installBrowser();
  await send('page-keeps-chip', { change: { left: 'far', top: 1, hidden: 'yes', text: 'Dear Kim' } });
  assert.deepEqual(browser.storage.local.values.chips, { 'mail.google.com': {} });
});

test('fixed faults are counted by week and kind, never with text, and erased on demand', async () => {
  await send('page-tells-fixed', { kind: 'blame' });
  await send('page-tells-fixed', { kind: 'blame' });
  await send('page-tells-fixed', { kind: 'You should have read the terms' });
  const [[week, counts]] = /** @type {[[string, object]]} */ (
    Object.entries((await send('options-asks-progress')).value)
  );
  assert.match(week, /^\d{4}-W\d{2}$/);
  assert.deepEqual(counts, { blame: 2 });
  await send('options-erases-progress');
  assert.deepEqual((await send('options-asks-progress')).value, {});
});
