/** @file What text.js reads, and where ranges.js says the words stand. */

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { toOffset, toRange } from '../../../extension/content/ranges.js';
import { read } from '../../../extension/content/text.js';
import { find, pageOf } from './page.js';

/**
 * @param {string} html
 * @param {string} [excluded]
 */
function reading(html, excluded) {
  const root = find(pageOf(`<div id="field" contenteditable="true">${html}</div>`), '#field');
  return { root, ...read(root, excluded) };
}

/**
 * @param {string} html
 * @param {string} phrase
 * @param {string} [excluded]
 */
function marked(html, phrase, excluded) {
  const found = reading(html, excluded);
  const start = found.text.indexOf(phrase);
  assert.notEqual(start, -1, `“${phrase}” is not in ${JSON.stringify(found.text)}`);
  return toRange(found, start, start + phrase.length);
}

describe('the text of a field', () => {
  /** @type {[string, string, string][]} */
  const cases = [
    ['a bare text', 'Hello there', 'Hello there'],
    ['a Gmail draft', 'Hello<div>one</div><div><br></div><div>two</div>', 'Hello\none\n\ntwo'],
    ['paragraphs', '<p>one</p><p>two</p>', 'one\ntwo'],
    ['a filler break at the end of a block', '<div>one<br></div><div>two</div>', 'one\ntwo'],
    ['two breaks in a row', 'one<br><br>two', 'one\n\ntwo'],
    ['an empty first line', '<div><br></div><div>one</div>', '\none'],
    ['a list', '<ul><li>one</li><li>two <b>three</b></li></ul>', 'one\ntwo three'],
    ['inline elements', 'you <b>should</b><i> have</i>', 'you should have'],
    ['no-break spaces', 'you&nbsp;should have', 'you should have'],
    ['the fillers of editors', 'you \u2060\u2060should\uFEFF ha\u200Bve', 'you should have'],
    ['joined emoji, kept whole', 'Hi 👩‍👩‍👧!', 'Hi 👩‍👩‍👧!'],
    ['indentation between blocks', '<div>\n  <p>one</p>\n  <p>two</p>\n</div>', 'one\ntwo'],
    ['a source line break inside a paragraph', '<p>one\ntwo</p>', 'one two'],
    ['emoji as a picture', 'Thanks <img alt="😀"> Anna', 'Thanks 😀 Anna'],
    ['other pictures', 'one<img alt="logo">two', 'onetwo'],
    ['a script and a button', 'one<script>x</script><button>Bold</button>', 'one'],
    ['code, never judged', 'run <code>you should have</code> now', 'run   now'],
    ['nothing', '', ''],
  ];
  for (const [name, html, expected] of cases) {
    test(name, () => assert.equal(reading(html).text, expected));
  }

  test('keeps line breaks where the editor shows them', () => {
    const root = find(pageOf('<div id="field" style="white-space: pre-wrap">one\ntwo</div>'), '#field');
    assert.equal(read(root).text, 'one\ntwo');
  });

  test('leaves out what is quoted and signed, with a line break in its place', () => {
    const html =
      '<div>mine</div><div class="gmail_quote">theirs</div><div class="gmail_signature">me</div><div>more</div>';
    assert.equal(reading(html, '.gmail_quote, .gmail_signature').text, 'mine\nmore');
  });

  test('does not join the words around an excluded inline part', () => {
    assert.equal(reading('a<span class="x">b</span>c', '.x').text, 'a c');
  });
});

describe('the range of a span', () => {
  const everywhere = [
    ['inside one node', 'Well, you should have read it', 'you should have'],
    ['at the start', 'you should have read it', 'you should have'],
    ['at the end', 'Well, you should have', 'you should have'],
    ['across bold', 'Well, you <b>should</b> have read', 'you should have'],
    ['inside bold', 'Well <b>you should have</b> read', 'you should have'],
    ['starting in bold, ending outside', '<b>Well, you</b> should have', 'you should have'],
    ['after emoji', 'Hi 👩‍👩‍👧 😀 you should have', 'you should have'],
    ['with combining characters', 'Cafe\u0301 ja\u0308 you should have', 'you should have'],
    ['made of combining characters', 'a n\u0303andu\u0301 b', 'n\u0303andu\u0301'],
    [
      'after an excluded block',
      '<blockquote>old</blockquote><div>you should have</div>',
      'you should have',
      'blockquote',
    ],
    ['in the second block', '<div>one</div><div>you should have</div>', 'you should have'],
  ];
  for (const [name, html, phrase, excluded] of everywhere) {
    test(/** @type {string} */ (name), () => {
      assert.equal(
        marked(/** @type {string} */ (html), /** @type {string} */ (phrase), excluded)?.toString(),
        phrase,
      );
    });
  }

  test('takes fillers and no-break spaces into account', () => {
    assert.equal(
      marked('x \u2060you&nbsp;sh\u2060ould y', 'you should')?.toString(),
      'you\u00A0sh\u2060ould',
    );
  });

  test('starts at the words, not at the end of what stands before', () => {
    const range = marked('<b>Well, </b>you should', 'you should');
    assert.equal(range?.startContainer.textContent, 'you should');
    assert.equal(range?.startOffset, 0);
  });

  test('ends at the words, not at the start of what comes after', () => {
    const range = marked('you should<b> have</b>', 'you should');
    assert.equal(range?.endContainer.textContent, 'you should');
    assert.equal(range?.endOffset, 10);
  });

  test('reaches over a line break', () => {
    assert.equal(marked('<div>one</div><div>two</div>', 'one\ntwo')?.toString(), 'onetwo');
  });

  test('ends with the line when its last unit is the break', () => {
    const range = marked('<div>one</div><div>two</div>', 'one\n');
    assert.equal(range?.toString(), 'one');
  });

  test('covers an emoji picture as one piece', () => {
    const range = marked('Hi <img alt="😀">!', '😀');
    assert.equal(range?.cloneContents().querySelectorAll('img').length, 1);
  });

  test('is null when empty or only a line break', () => {
    const found = reading('<div>one</div><div>two</div>');
    assert.equal(toRange(found, 2, 2), null);
    assert.equal(toRange(found, 3, 4), null);
  });

  test('every span of a mixed draft reads back as itself', () => {
    const found = reading('<p>Hi <b>A</b>nna,</p><p>you <i>sho</i>uld 😀</p><ul><li>x</li></ul>');
    for (let start = 0; start < found.text.length; start += 1) {
      for (let end = start + 1; end <= found.text.length; end += 1) {
        const expected = found.text.slice(start, end).replaceAll('\n', '');
        assert.equal(toRange(found, start, end)?.toString() ?? '', expected);
      }
    }
  });
});

describe('the offset of a place in the DOM', () => {
  test('inside a text node', () => {
    const found = reading('<div>one</div><div>two</div>');
    const node = /** @type {Node} */ (found.root.lastElementChild?.firstChild);
    assert.equal(toOffset(found, node, 1), 5);
  });

  test('between elements is the start of the next words', () => {
    const found = reading('<div>one</div><div>two</div>');
    assert.equal(toOffset(found, found.root, 1), 4);
  });

  test('behind everything is the end', () => {
    const found = reading('<div>one</div>');
    assert.equal(toOffset(found, found.root, 1), 3);
  });

  test('leaves fillers out', () => {
    const found = reading('\u2060\u2060one');
    assert.equal(toOffset(found, /** @type {Node} */ (found.root.firstChild), 4), 2);
  });
});
