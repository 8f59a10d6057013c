/** @file When a field asks, and what it makes of answers that do not come. Time is the one thing that is faked. */

import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { Checker } from '../../../extension/content/checker.js';
import { reviewOf } from '../matches.js';

/** @typedef {import('../../../extension/shared/protocol.js').Reply<import('../../../extension/shared/review.js').Review>} Reply */

/** @param {import('node:test').TestContext} t */
function checking(t) {
  t.mock.timers.enable({ apis: ['setTimeout', 'Date'] });
  const controller = new AbortController();
  /** @type {{ text: string, reply: (reply: Reply) => Promise<void> }[]} */
  const asked = [];
  /** @type {string[]} */
  const reviewed = [];
  /** @type {string[]} */
  const states = [];
  const focus = { on: true };
  const checker = new Checker(
    {
      ask: (text) =>
        new Promise((resolve) => {
          asked.push({ text, reply: async (reply) => [resolve(reply), await settled()][1] });
        }),
      onReview: (text) => reviewed.push(text),
      onState: (state) => states.push(state),
      isActive: () => focus.on,
    },
    controller.signal,
  );
  const tick = (/** @type {number} */ ms) => t.mock.timers.tick(ms);
  return { checker, controller, asked, reviewed, states, focus, tick };
}

/** Lets promises that are already resolved run on. */
const settled = () => new Promise((resolve) => setImmediate(resolve)).then(() => undefined);
/** @type {Reply} */
const GOOD = { ok: true, value: reviewOf() };
/** @type {Reply} */
const DOWN = { ok: false, reason: 'down' };

beforeEach(settled);

test('asks once after a short pause, with the latest text', (t) => {
  const { checker, asked, tick } = checking(t);
  checker.push('a');
  tick(40);
  checker.push('ab');
  tick(54);
  assert.equal(asked.length, 0);
  tick(1);
  assert.deepEqual(
    asked.map(({ text }) => text),
    ['ab'],
  );
});

test('asks within 300 ms although the keys keep coming', (t) => {
  const { checker, asked, tick } = checking(t);
  for (let key = 0; key < 10; key += 1) {
    checker.push('x'.repeat(key + 1));
    tick(40);
  }
  assert.equal(asked.length, 1);
});

test('has one request in flight; the latest text goes next', async (t) => {
  const { checker, asked, reviewed, tick } = checking(t);
  checker.push('a');
  tick(70);
  checker.push('ab');
  checker.push('abc');
  tick(1000);
  assert.equal(asked.length, 1);
  await asked[0]?.reply(GOOD);
  tick(70);
  assert.deepEqual(
    asked.map(({ text }) => text),
    ['a', 'abc'],
  );
  assert.deepEqual(reviewed, ['a']);
});

test('does not ask twice about the same text, but shows its answer again', async (t) => {
  const { checker, asked, reviewed, tick } = checking(t);
  checker.push('a');
  tick(70);
  await asked[0]?.reply(GOOD);
  checker.push('a');
  tick(1000);
  assert.equal(asked.length, 1);
  assert.deepEqual(reviewed, ['a', 'a']);
});

test('calls a missing answer slow and recovers when it comes', async (t) => {
  const { checker, asked, states, tick } = checking(t);
  checker.push('a');
  tick(70);
  tick(1500);
  assert.deepEqual(states, ['slow']);
  await asked[0]?.reply(GOOD);
  assert.deepEqual(states, ['slow', 'ok']);
});

test('backs off while the service is down, and keys do not hurry it', async (t) => {
  const { checker, asked, states, tick } = checking(t);
  checker.push('a');
  tick(70);
  await asked[0]?.reply(DOWN);
  checker.push('ab');
  tick(499);
  assert.equal(asked.length, 1);
  tick(1);
  assert.deepEqual(
    asked.map(({ text }) => text),
    ['a', 'ab'],
  );
  await asked[1]?.reply(DOWN);
  tick(999);
  assert.equal(asked.length, 2);
  tick(1);
  await asked[2]?.reply(GOOD);
  assert.deepEqual(states, ['down', 'ok']);
});

test('recovers at once when told that something changed', async (t) => {
  const { checker, asked, tick } = checking(t);
  checker.push('a');
  tick(70);
  await asked[0]?.reply(DOWN);
  checker.retry();
  tick(0);
  assert.equal(asked.length, 2);
});

test('asks anew once the answer under way has come, when something changed meanwhile', async (t) => {
  const { checker, asked, reviewed, tick } = checking(t);
  checker.push('a');
  tick(70);
  checker.retry();
  tick(1000);
  assert.equal(asked.length, 1);
  await asked[0]?.reply(GOOD);
  tick(0);
  assert.deepEqual(
    asked.map(({ text }) => text),
    ['a', 'a'],
  );
  await asked[1]?.reply(GOOD);
  tick(60_000);
  assert.deepEqual([asked.length, reviewed], [2, ['a', 'a']]);
});

test('does not try again unasked while the field has no focus', async (t) => {
  const { checker, asked, focus, tick } = checking(t);
  focus.on = false;
  checker.push('a');
  tick(70);
  await asked[0]?.reply(DOWN);
  tick(60_000);
  assert.equal(asked.length, 1);
});

for (const reason of /** @type {const} */ (['wrong-token', 'refused', 'paused'])) {
  test(`after ${reason} only a new text or a change asks again`, async (t) => {
    const { checker, asked, states, tick } = checking(t);
    checker.push('a');
    tick(70);
    await asked[0]?.reply({ ok: false, reason });
    tick(60_000);
    assert.equal(asked.length, 1);
    assert.deepEqual(states, [reason]);
    checker.push('ab');
    tick(70);
    assert.equal(asked.length, 2);
  });
}

test('an old copy of the extension falls silent', async (t) => {
  const { checker, asked, tick } = checking(t);
  checker.push('a');
  tick(70);
  await asked[0]?.reply({ ok: false, reason: 'reload-tab' });
  checker.push('ab');
  tick(60_000);
  assert.equal(asked.length, 1);
});

test('nothing is left after the field is gone', async (t) => {
  const { checker, controller, asked, reviewed, states, tick } = checking(t);
  checker.push('a');
  tick(70);
  controller.abort();
  await asked[0]?.reply(GOOD);
  checker.push('ab');
  tick(60_000);
  assert.deepEqual([asked.length, reviewed, states], [1, [], []]);
});
