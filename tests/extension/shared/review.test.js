/** @file What counts as an answer, and what as garbage. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isReview } from '../../../extension/shared/review.js';
import { matchOf, reviewOf } from '../matches.js';

test('a complete answer is one', () => {
  assert.ok(isReview(reviewOf({ matches: [matchOf({ offset: 0, length: 3 })] }), 3));
});

test('anything else is garbage', () => {
  const wrong = [
    null,
    'OK',
    {},
    { ...reviewOf(), matches: null },
    { ...reviewOf(), score: {} },
    reviewOf({ matches: [matchOf({ offset: 2, length: 3 })] }),
    reviewOf({ matches: [matchOf({ offset: -1, length: 1 })] }),
    reviewOf({ matches: [matchOf({ offset: 0.5, length: 1 })] }),
    reviewOf({ matches: [matchOf({ rewrites: [{ offset: 0, length: 9, value: '' }] })] }),
    reviewOf({ matches: [/** @type {any} */ ({ ...matchOf(), severity: 'fatal' })] }),
    reviewOf({ matches: [/** @type {any} */ ({ ...matchOf(), likeness: 3 })] }),
  ];
  for (const value of wrong) assert.equal(isReview(value, 4), false, JSON.stringify(value));
});
