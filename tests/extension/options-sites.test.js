import assert from 'node:assert/strict';
import { test } from 'node:test';
import { patternOf } from '../../extension/options/sites.js';

for (const [typed, pattern] of /** @type {[string, string | null][]} */ ([
  ['desk.example.com', 'https://desk.example.com/*'],
  ['https://desk.example.com/tickets/7?x=1', 'https://desk.example.com/*'],
  ['http://desk.example.com', 'https://desk.example.com/*'],
  ['DESK.example.com', 'https://desk.example.com/*'],
  ['münchen.example', 'https://xn--mnchen-3ya.example/*'],
  ['*', null],
  ['*.com', null],
  ['localhost', null],
  ['<all_urls>', null],
  ['', null],
])) {
  test(`“${typed}” ${pattern ? `means ${pattern}` : 'is no site'}`, () =>
    assert.equal(patternOf(typed), pattern));
}
