import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { after, afterEach, before, beforeEach, test } from 'node:test';
import { endWait, readHealth } from '../../extension/background/health.js';
import { check, onRecovery, probe } from '../../extension/background/service.js';
import { saveSettings } from '../../extension/background/settings.js';
import { installBrowser } from './background-browser.js';

/** @typedef {import('node:http').IncomingMessage & { body?: any }} Asked */

const REVIEW = {
  software: { name: 'coolhead', version: '1.2.3', apiVersion: 1 },
  warnings: { incompleteResults: false, rulesOnly: false },
  matches: [],
  checklist: [],
  customer: { mood: 'calm', signals: [] },
  score: { value: 90, max: 100, parts: [] },
};

/** @type {(request: Asked, response: import('node:http').ServerResponse) => void} */
let reply;
/** @type {Asked[]} */
let asked = [];
let address = '';

const server = createServer(async (/** @type {Asked} */ request, response) => {
  const chunks = [];
  for await (const chunk of request) chunks.push(chunk);
  const body = Buffer.concat(chunks).toString();
  request.body = body ? JSON.parse(body) : null;
  asked.push(request);
  reply(request, response);
});

/** @param {number} status @param {unknown} body @param {string} [type] @returns {typeof reply} */
const answers =
  (status, body, type = 'application/json') =>
  (_request, response) => {
    response.writeHead(status, { 'Content-Type': type });
    response.end(typeof body === 'string' ? body : JSON.stringify(body));
  };

before(async () => {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
  address = `http://127.0.0.1:${port}`;
});

after(() => {
  server.close();
  server.closeAllConnections();
});

beforeEach(async () => {
  installBrowser({ sync: { settings: { version: 1, address, ruleset: 'team' } } });
  asked = [];
  endWait();
});

afterEach(async () => {
  reply = answers(200, REVIEW);
  await saveSettings({ address });
  await probe(); // ends the probes that a failure has set going
});

test('a check goes to the set address with rule set and offsets, and its answer comes back', async () => {
  reply = answers(200, REVIEW);
  assert.deepEqual(await check('1 0 field', { text: 'Hello' }), { ok: true, value: REVIEW });
  assert.equal(asked.length, 1);
  assert.equal(asked[0]?.url, '/v1/check');
  assert.deepEqual(asked[0]?.body, { text: 'Hello', ruleset: 'team', offsets: 'utf-16' });
  assert.equal(asked[0]?.headers.authorization, undefined);
  const { state, version, complete } = await readHealth();
  assert.deepEqual([state, version, complete], ['ok', '1.2.3', true]);
});

test('the token goes along as a bearer', async () => {
  reply = answers(200, REVIEW);
  await saveSettings({ token: 'secret' });
  await check('field', { text: '' });
  assert.equal(asked[0]?.headers.authorization, 'Bearer secret');
});

for (const [name, answer, reason] of /** @type {[string, typeof reply, string][]} */ ([
  ['401', answers(401, { title: 'no' }, 'application/problem+json'), 'wrong-token'],
  ['404', answers(404, 'nothing here', 'text/html'), 'garbage'],
  ['a page', answers(200, '<html>', 'text/html'), 'garbage'],
  ['broken JSON', answers(200, '{"matches": ['), 'garbage'],
  ['JSON of another kind', answers(200, { hello: 'world' }), 'garbage'],
  ['a span beyond the text', answers(200, { ...REVIEW, matches: [{ offset: 90, length: 9 }] }), 'garbage'],
  ['503', answers(503, { title: 'restarting' }, 'application/problem+json'), 'upgraded'],
  ['a newer service', answers(200, { ...REVIEW, software: { version: '9', apiVersion: 2 } }), 'upgraded'],
  [
    'a redirect',
    (_request, response) => response.writeHead(302, { Location: 'http://localhost:1/' }).end(),
    'down',
  ],
])) {
  test(`${name} is ${reason}`, async () => {
    reply = answer;
    assert.deepEqual(await check('field', { text: 'Hello' }), { ok: false, reason });
    assert.equal((await readHealth()).state, reason);
  });
}

test('a refused text says nothing against the service', async () => {
  reply = answers(413, { title: 'too long' }, 'application/problem+json');
  assert.deepEqual(await check('field', { text: 'x' }), { ok: false, reason: 'refused' });
  assert.equal((await readHealth()).state, 'ok');
});

test('nothing listening is down, and is left alone for a while', async () => {
  await saveSettings({ address: 'http://127.0.0.1:1' });
  assert.deepEqual(await check('field', { text: 'x' }), { ok: false, reason: 'down' });
  await saveSettings({ address });
  reply = answers(200, REVIEW);
  assert.deepEqual(await check('field', { text: 'y' }), { ok: false, reason: 'down' });
  assert.equal(asked.length, 0);
});

test('without a network a service elsewhere is offline, not down', async () => {
  await saveSettings({ address: 'https://coolhead.invalid' });
  Object.defineProperty(globalThis, 'navigator', { value: { onLine: false }, configurable: true });
  assert.deepEqual(await check('field', { text: 'x' }), { ok: false, reason: 'offline' });
});

test('a newer text of the same field ends the older request; other fields are let be', async () => {
  /** @type {(() => void)[]} */
  const release = [];
  reply = (request, response) => release.push(() => answers(200, REVIEW)(request, response));
  const arrived = async (/** @type {number} */ count) => {
    while (release.length < count) await new Promise(setImmediate);
  };
  const older = check('field', { text: 'one' });
  const other = check('other', { text: 'two' });
  await arrived(2);
  const newer = check('field', { text: 'three' });
  assert.deepEqual(await older, { ok: false, reason: 'superseded' });
  await arrived(3);
  for (const answer of release) answer();
  assert.equal((await other).ok, true);
  assert.equal((await newer).ok, true);
});

test('a service that comes back is noticed without a check, and told once', async () => {
  let told = 0;
  onRecovery(() => {
    told += 1;
  });
  reply = answers(503, {});
  await check('field', { text: 'x' });
  reply = answers(200, REVIEW);
  while ((await readHealth()).state !== 'ok') await new Promise((resolve) => setTimeout(resolve, 10));
  assert.equal(told, 1);
  assert.deepEqual(
    asked.map(({ body }) => body.text),
    ['x', ''],
  );
});

test('asking for the state sends no text', async () => {
  reply = answers(200, REVIEW);
  assert.equal((await probe()).state, 'ok');
  assert.equal(asked[0]?.body.text, '');
});

test('the icon shows a sign while hints are missing, and none when all is well', async () => {
  const browser = installBrowser({ sync: { settings: { version: 1, address } } });
  reply = answers(500, 'broken', 'text/plain');
  await check('field', { text: 'x' });
  assert.equal(browser.badge, '!');
  endWait();
  reply = answers(200, REVIEW);
  await check('field', { text: 'x' });
  assert.equal(browser.badge, '');
});
