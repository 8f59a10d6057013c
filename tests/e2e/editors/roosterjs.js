import { createEditor, createModelFromHtml, exportContent } from 'roosterjs';

const field = document.createElement('div');
document.querySelector('#place').append(field);
let editor;

window.editor = {
  field,
  load: (html) => {
    editor?.dispose();
    editor = createEditor(field, [], createModelFromHtml(html));
  },
  model: () => exportContent(editor, 'PlainText').replaceAll('\u00a0', ' ').replaceAll('\r', '').trimEnd(),
};
window.editor.load('<p></p>');
