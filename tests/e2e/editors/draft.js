import { ContentState, convertFromHTML, Editor, EditorState } from 'draft-js';
import 'draft-js/dist/Draft.css';
import { createElement, useState } from 'react';
import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';

let state;
let setState;

function Box() {
  [state, setState] = useState(EditorState.createEmpty());
  return createElement(Editor, { editorState: state, onChange: setState });
}

flushSync(() => createRoot(document.querySelector('#place')).render(createElement(Box)));

window.editor = {
  get field() {
    return document.querySelector('.public-DraftEditor-content');
  },
  load: (html) => {
    const { contentBlocks, entityMap } = convertFromHTML(html);
    const content = ContentState.createFromBlockArray(contentBlocks, entityMap);
    flushSync(() => setState(EditorState.createWithContent(content)));
  },
  model: () => state.getCurrentContent().getPlainText('\n'),
};
