import { createElement, useState } from 'react';
import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';

let text = '';
let setText;

function Box() {
  [text, setText] = useState('');
  return createElement('textarea', { value: text, rows: 8, cols: 60, onChange: (event) => setText(event.target.value) });
}

const root = createRoot(document.querySelector('#place'));
flushSync(() => root.render(createElement(Box)));

const plain = (html) =>
  [...new DOMParser().parseFromString(html, 'text/html').querySelectorAll('p')].map((p) => p.textContent).join('\n');

window.editor = {
  field: document.querySelector('textarea'),
  load: (html) => flushSync(() => setText(plain(html))),
  model: () => text,
};
