/** @file The answer of `POST /v1/check` as JSDoc types; offsets are UTF-16 units of the text as sent. */

/** @typedef {'error' | 'warning' | 'suggestion'} Severity */
/** @typedef {'met' | 'weak' | 'missing' | 'not-due'} Status */
/** @typedef {'calm' | 'upset' | 'abusive' | 'satisfied' | 'unknown'} Mood */
/** @typedef {'email' | 'chat' | 'ticket' | 'social' | 'review' | 'note'} Channel */
/** @typedef {{ offset: number, length: number }} Span */
/** @typedef {{ role: 'customer' | 'agent', text: string }} Turn */

/**
 * What is asked: only `text` is required; `conversation` is oldest first.
 *
 * @typedef {object} CheckRequest
 * @property {string} text
 * @property {Turn[]} [conversation]
 * @property {{ rule: string, likeness: string }[]} [ignored] the sentence model flagged these; it is silent about sentences like them
 * @property {Channel} [channel]
 * @property {string} [language]
 * @property {string} [ruleset]
 * @property {'utf-16' | 'utf-8' | 'utf-32'} [offsets]
 */

/**
 * @typedef {object} Rule
 * @property {string} id full name, `layer/rule`
 * @property {string} description why it matters, for the agent
 * @property {string} issueType
 * @property {{ id: string, name: string }} category the guideline
 * @property {{ value: string }[]} urls
 */

/**
 * One fault in the draft. `replacements` fill exactly the marked span, `rewrites` their own span.
 *
 * @typedef {object} Match
 * @property {string} message
 * @property {string} shortMessage
 * @property {number} offset
 * @property {number} length
 * @property {{ text: string, offset: number, length: number }} context
 * @property {string} sentence
 * @property {{ value: string }[]} replacements
 * @property {{ offset: number, length: number, value: string }[]} rewrites
 * @property {Rule} rule
 * @property {string} kind
 * @property {string} guideline
 * @property {Severity} severity
 * @property {string} fingerprint
 * @property {string} layer
 * @property {number} confidence 0…1
 * @property {string} [likeness] of its sentence, where the sentence model found it: a fingerprint, never the text
 */

/**
 * One row of the checklist: a virtue, whether the draft has it, and the spans that prove it.
 *
 * @typedef {object} ChecklistRow
 * @property {string} guideline
 * @property {string} virtue
 * @property {Status} status
 * @property {string} message
 * @property {string[]} hints
 * @property {Span[]} evidence
 */

/** @typedef {{ id: string, evidence: string }} Signal */

/**
 * Approved lines for a reply to an abusive customer; null unless they are due.
 *
 * @typedef {object} Boundary
 * @property {string} step
 * @property {string} title
 * @property {string} message
 * @property {string[]} lines
 * @property {string | null} exit the line that ends the conversation
 * @property {string | null} support a word to the agent
 */

/**
 * @typedef {object} Review
 * @property {{ name: string, version: string, apiVersion: number }} software
 * @property {{ code: string }} language
 * @property {{ incompleteResults: boolean, rulesOnly: boolean }} warnings
 * @property {Match[]} matches
 * @property {ChecklistRow[]} checklist
 * @property {{ mood: Mood, signals: Signal[] }} customer
 * @property {Boundary | null} boundary
 * @property {{ polarity: number, subjectivity: number }} tone
 * @property {{ value: number, max: number, parts: { reason: string, points: number }[] }} score
 * @property {{ name: string, digest: string, layers: { name: string, pack: string, version: string }[] }} ruleset
 * @property {'utf-16' | 'utf-8' | 'utf-32'} offsetEncoding
 */

/** Severities from grave to light. */
export const SEVERITIES = /** @type {const} */ (['error', 'warning', 'suggestion']);

/**
 * Whether something parsed from JSON is an answer this code can show; anything else is garbage.
 *
 * @param {unknown} value
 * @param {number} length UTF-16 length of the text that was sent
 * @returns {value is Review}
 */
export function isReview(value, length) {
  const review = /** @type {Partial<Review> | null} */ (value);
  return (
    typeof review === 'object' &&
    review !== null &&
    Array.isArray(review.matches) &&
    Array.isArray(review.checklist) &&
    typeof review.score?.value === 'number' &&
    typeof review.customer?.mood === 'string' &&
    review.matches.every((match) => isMatch(match, length)) &&
    review.checklist.every(
      (row) => Array.isArray(row.evidence) && row.evidence.every((span) => fits(span, length)),
    )
  );
}

/**
 * @param {Match} match
 * @param {number} length
 */
function isMatch(match, length) {
  return (
    fits(match, length) &&
    SEVERITIES.includes(match.severity) &&
    typeof match.rule?.id === 'string' &&
    ['string', 'undefined'].includes(typeof match.likeness) &&
    Array.isArray(match.replacements) &&
    Array.isArray(match.rewrites) &&
    match.rewrites.every((rewrite) => fits(rewrite, length))
  );
}

/**
 * @param {Span} span
 * @param {number} length
 */
function fits(span, length) {
  return (
    Number.isInteger(span?.offset) &&
    Number.isInteger(span.length) &&
    span.offset >= 0 &&
    span.length >= 0 &&
    span.offset + span.length <= length
  );
}
