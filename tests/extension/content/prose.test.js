/** @file Which fields hold prose. */

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { proseField } from '../../../extension/content/prose.js';
import { find, pageOf } from './page.js';

/** @param {string} html @param {string} [target] */
const found = (html, target = '[data-target]') => proseField(find(pageOf(html), target));

describe('attended to', () => {
  const fields = [
    '<textarea data-target></textarea>',
    '<textarea data-target spellcheck="false"></textarea>',
    '<input data-target type="text" name="reply">',
    '<input data-target placeholder="Write a comment…">',
    '<div data-target contenteditable="true" spellcheck="false"></div>',
    '<div data-target contenteditable></div>',
    '<div data-target contenteditable="plaintext-only" role="textbox" aria-multiline="true"></div>',
    '<div data-target contenteditable="true" data-gramm="false" data-enable-grammarly="false"></div>',
  ];
  for (const html of fields) test(html, () => assert.notEqual(found(html), null));
});

describe('left alone', () => {
  const fields = [
    '<input data-target type="password" name="message">',
    '<input data-target type="search" name="comment">',
    '<input data-target type="email" name="reply">',
    '<input data-target type="text">',
    '<input data-target type="text" name="subject">',
    '<input data-target type="text" name="reply-email">',
    '<input data-target type="text" name="comment" autocomplete="name">',
    '<textarea data-target readonly></textarea>',
    '<textarea data-target disabled></textarea>',
    '<textarea data-target role="combobox"></textarea>',
    '<textarea data-target data-coolhead="off"></textarea>',
    '<div class="CodeMirror"><textarea data-target></textarea></div>',
    '<div class="monaco-editor"><textarea data-target></textarea></div>',
    '<div class="cm-editor"><div data-target contenteditable="true"></div></div>',
    '<div data-target contenteditable="true" role="searchbox"></div>',
    '<div data-target contenteditable="true" aria-multiline="false"></div>',
    '<div data-target contenteditable="false"></div>',
    '<div contenteditable="true"><i contenteditable="false"><b data-target>chip</b></i></div>',
    '<p data-target>text</p>',
  ];
  for (const html of fields) test(html, () => assert.equal(found(html), null));
});

test('of nested editable elements it is the outermost', () => {
  const html =
    '<div id="outer" contenteditable="true"><figure contenteditable="false"><p data-target contenteditable="true">x</p></figure></div>';
  assert.equal(found(html)?.id, 'outer');
});
