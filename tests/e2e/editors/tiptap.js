import { Editor } from '@tiptap/core';
import StarterKit from '@tiptap/starter-kit';

let editor;

window.editor = {
  get field() {
    return editor.view.dom;
  },
  load: (html) => {
    editor?.destroy();
    editor = new Editor({ element: document.querySelector('#place'), extensions: [StarterKit], content: html });
  },
  model: () => editor.getText({ blockSeparator: '\n' }),
};
window.editor.load('<p></p>');
