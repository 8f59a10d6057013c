import { createElement, useState } from 'react';
import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import { createEditor, Editor, Node, Transforms } from 'slate';
import { withHistory } from 'slate-history';
import { Editable, Slate, withReact } from 'slate-react';

const empty = [{ type: 'paragraph', children: [{ text: '' }] }];
const editor = withHistory(withReact(createEditor()));

function onKeyDown(event) {
  if (!event.ctrlKey || event.key !== 'z') return;
  event.preventDefault();
  editor.undo();
}

function leaf({ attributes, children, leaf: { bold } }) {
  return createElement(bold ? 'strong' : 'span', attributes, children);
}

function Box() {
  const [value] = useState(empty);
  return createElement(
    Slate,
    { editor, initialValue: value },
    createElement(Editable, { renderLeaf: leaf, onKeyDown }),
  );
}

flushSync(() => createRoot(document.querySelector('#place')).render(createElement(Box)));

const block = (p) => ({
  type: 'paragraph',
  children: [...p.childNodes].map((child) => ({
    text: child.textContent,
    ...(child.nodeName === 'B' && { bold: true }),
  })),
});

window.editor = {
  get field() {
    return document.querySelector('[data-slate-editor]');
  },
  load: (html) => {
    const page = new DOMParser().parseFromString(html, 'text/html');
    Transforms.deselect(editor);
    Editor.withoutNormalizing(editor, () => {
      for (const _ of [...editor.children]) Transforms.removeNodes(editor, { at: [0] });
      Transforms.insertNodes(editor, [...page.querySelectorAll('p')].map(block), { at: [0] });
    });
    editor.history = { undos: [], redos: [] };
  },
  model: () => editor.children.map((node) => Node.string(node)).join('\n'),
};
