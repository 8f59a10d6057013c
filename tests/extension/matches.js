/** @file Matches and reviews to test with, complete and typed. */

/** @typedef {import('../../extension/shared/review.js').Match} Match */
/** @typedef {import('../../extension/shared/review.js').Review} Review */

/**
 * @param {Partial<Match>} [part]
 * @returns {Match}
 */
export function matchOf(part = {}) {
  return {
    message: 'Tells the customer it was their fault.',
    shortMessage: 'Blames the customer',
    offset: 0,
    length: 3,
    context: { text: '', offset: 0, length: 0 },
    sentence: '',
    replacements: [],
    rewrites: [],
    rule: {
      id: 'defaults/blame-should-have',
      description: 'People stop reading once they feel blamed.',
      issueType: 'style',
      category: { id: 'own-it', name: 'Own the problem' },
      urls: [],
    },
    kind: 'blame',
    guideline: 'own-it',
    severity: 'error',
    fingerprint: 'f1',
    layer: 'defaults',
    confidence: 1,
    ...part,
  };
}

/**
 * @param {Partial<Review>} [part]
 * @returns {Review}
 */
export function reviewOf(part = {}) {
  return {
    software: { name: 'coolhead', version: '0.1.0', apiVersion: 1 },
    language: { code: 'en' },
    warnings: { incompleteResults: false, rulesOnly: false },
    matches: [],
    checklist: [],
    customer: { mood: 'unknown', signals: [] },
    boundary: null,
    tone: { polarity: 0, subjectivity: 0 },
    score: { value: 100, max: 100, parts: [] },
    ruleset: { name: 'default', digest: 'sha256:0', layers: [] },
    offsetEncoding: 'utf-16',
    ...part,
  };
}
