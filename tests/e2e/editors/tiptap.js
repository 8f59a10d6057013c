import { createDocument, Editor } from '@tiptap/core';
import { EditorState } from '@tiptap/pm/state';
import StarterKit from '@tiptap/starter-kit';

const editor = new Editor({ element: document.querySelector('#place'), extensions: [StarterKit] });

window.editor = {
  field: editor.view.dom,
  load: (html) => {
    const { plugins, schema } = editor.state;
    editor.view.updateState(EditorState.create({ doc: createDocument(html, schema), plugins }));
  },
  model: () => editor.getText({ blockSeparator: '\n' }),
};
