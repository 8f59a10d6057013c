/** @file Asks the service this page came from. In the extension the background does this. */

import { isReview } from '/extension/shared/review.js';

/** Milliseconds before an answer counts as too slow. */
const PATIENCE = 8000;

/** @type {Record<number, import('/extension/shared/protocol.js').Reason>} */
const REASONS = { 401: 'wrong-token', 502: 'upgraded', 503: 'upgraded' };

/** @typedef {import('/extension/shared/review.js').CheckRequest} CheckRequest */
/** @typedef {import('/extension/shared/review.js').Review} Review */
/** @typedef {import('/extension/shared/protocol.js').Reason} Reason */

/**
 * @param {string} address
 * @param {(request: CheckRequest, review: Review) => void} answered
 * @returns {import('/extension/content/session.js').Transport}
 */
export function transportTo(address, answered) {
  return {
    async check(request, signal) {
      const limit = AbortSignal.timeout(PATIENCE);
      try {
        const review = await fetchReview(address, request, AbortSignal.any([signal, limit]));
        if (typeof review === 'string') return { ok: false, reason: review };
        answered(request, review);
        return { ok: true, value: review };
      } catch {
        if (limit.aborted) return { ok: false, reason: 'slow' };
        return { ok: false, reason: signal.aborted ? 'superseded' : 'down' };
      }
    },
  };
}

/**
 * @param {string} address
 * @param {CheckRequest} request
 * @param {AbortSignal} signal
 * @returns {Promise<Review | Reason>}
 */
async function fetchReview(address, request, signal) {
  const response = await fetch(address, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(request),
    signal,
  });
  if (!response.ok) return REASONS[response.status] ?? 'refused';
  /** @type {unknown} */
  const review = await response.json().catch(() => null);
  return isReview(review, request.text.length) ? review : 'garbage';
}
