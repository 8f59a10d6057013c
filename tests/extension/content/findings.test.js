/** @file What was found stays where it stands while the agent writes on. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Findings } from '../../../extension/content/findings.js';
import { keyOf } from '../../../extension/shared/ignoring.js';
import { DEFAULT_VIEW } from '../../../extension/shared/view.js';
import { matchOf, reviewOf } from '../matches.js';

const TEXT = 'You should have asked. You never listen.';
const REVIEW = reviewOf({
  matches: [
    matchOf({ offset: 23, length: 9, fingerprint: 'b', severity: 'warning' }),
    matchOf({ offset: 0, length: 15, fingerprint: 'a' }),
  ],
});
const choices = { view: { ...DEFAULT_VIEW }, here: new Set(), host: 'mail.example' };

function found(text = TEXT) {
  const findings = new Findings();
  findings.accept(TEXT, REVIEW, text, choices);
  return findings;
}

/** @param {Findings} findings @param {string} text */
const marked = (findings, text) =>
  findings.marks.map(({ start, end, ink }) => `${ink}:${text.slice(start, end)}`);

test('faults are marked by severity, in reading order', () => {
  assert.deepEqual(marked(found(), TEXT), ['error:You should have', 'warning:You never']);
});

test('an answer to an older text is moved to where its words stand now', () => {
  const now = `Hi! ${TEXT}`;
  assert.deepEqual(marked(found(now), now), ['error:You should have', 'warning:You never']);
});

test('of an answer to an older text only what was not touched is kept', () => {
  const now = TEXT.replace('have', 'not have');
  assert.deepEqual(marked(found(now), now), ['warning:You never']);
});

test('marks follow each edit', () => {
  const findings = found();
  const now = TEXT.replace('asked.', 'asked us.');
  findings.follow(TEXT, now);
  assert.deepEqual(marked(findings, now), ['error:You should have', 'warning:You never']);
});

test('a choice takes effect on the last answer at once, without asking', () => {
  const findings = found();
  findings.choose(TEXT, {
    ...choices,
    here: new Set([keyOf('defaults/blame-should-have', 'You should have')]),
  });
  assert.deepEqual(marked(findings, TEXT), ['warning:You never']);
  findings.choose(TEXT, choices);
  assert.equal(findings.faults.length, 2);
});

test('evidence lies under the faults and follows edits', () => {
  const findings = found();
  findings.showEvidence([{ offset: 16, length: 5 }], TEXT);
  assert.deepEqual(marked(findings, TEXT)[0], 'evidence:asked');
  findings.showEvidence([], TEXT);
  assert.equal(findings.marks.length, 2);
});

test('the fault the card is about has a ground of its own', () => {
  const findings = found();
  findings.point(findings.faults[1] ?? null);
  assert.deepEqual(marked(findings, TEXT)[0], 'current:You never');
});

test('cleared is empty', () => {
  const findings = found();
  findings.clear();
  assert.deepEqual(findings.marks, []);
});
