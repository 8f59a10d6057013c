/** @file What the last answer found, kept where it stands in the text as the agent goes on writing. */

import { shown } from '../shared/ignoring.js';
import { difference, follow } from './spans.js';
import { faultOf, followFaults } from './wordings.js';

/** @typedef {import('../shared/review.js').Review} Review */
/** @typedef {import('../shared/review.js').Span} Span */
/** @typedef {import('../shared/ignoring.js').Choices} Choices */
/** @typedef {import('./wordings.js').Fault} Fault */
/** @typedef {import('./marks.js').Mark} Mark */

export class Findings {
  /** @type {Fault[]} in reading order */
  faults = [];
  /** @type {Review | null} */
  review = null;
  /** @type {string} the text the review is about */
  reviewed = '';
  /** @type {{ start: number, end: number }[]} of the checklist row under the pointer */
  #evidence = [];
  /** @type {Fault | null} the one the card is about */
  #current = null;

  /**
   * @param {string} reviewed
   * @param {Review} review
   * @param {string} text as it is now
   * @param {Choices} choices
   */
  accept(reviewed, review, text, choices) {
    this.review = review;
    this.reviewed = reviewed;
    this.choose(text, choices);
  }

  /**
   * Applies the agent's choices to the last answer.
   *
   * @param {string} text as it is now
   * @param {Choices} choices
   */
  choose(text, choices) {
    if (!this.review) return;
    const faults = shown(this.review.matches, this.reviewed, choices).map(faultOf);
    this.faults = text === this.reviewed ? faults : followFaults(faults, difference(this.reviewed, text));
  }

  /**
   * @param {string} before
   * @param {string} after
   */
  follow(before, after) {
    const edit = difference(before, after);
    this.faults = followFaults(this.faults, edit);
    this.#evidence = follow(this.#evidence, edit);
  }

  /** @param {Fault | null} fault */
  point(fault) {
    this.#current = fault;
  }

  /**
   * @param {readonly Span[]} spans of the reviewed text
   * @param {string} text as it is now
   */
  showEvidence(spans, text) {
    const placed = spans.map(({ offset, length }) => ({ start: offset, end: offset + length }));
    this.#evidence = follow(placed, difference(this.reviewed, text));
  }

  clear() {
    this.faults = [];
    this.review = null;
    this.#evidence = [];
    this.#current = null;
  }

  /** @returns {Mark[]} */
  get marks() {
    const current = this.faults.filter((fault) => fault.start === this.#current?.start);
    return [
      ...this.#evidence.map((span) => markOf(span, 'evidence')),
      ...current.map((fault) => markOf(fault, 'current')),
      ...this.faults.map((fault) => markOf(fault, fault.match.severity)),
    ];
  }
}

/**
 * @param {{ start: number, end: number }} span
 * @param {import('./marks.js').Ink} ink
 * @returns {Mark}
 */
function markOf({ start, end }, ink) {
  return { start, end, ink };
}
