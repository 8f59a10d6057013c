import { Bold, ClassicEditor, Essentials, Italic, Paragraph } from 'ckeditor5';
import 'ckeditor5/ckeditor5.css';

const editor = await ClassicEditor.create({
  attachTo: document.querySelector('#place'),
  licenseKey: 'GPL',
  plugins: [Essentials, Paragraph, Bold, Italic],
  toolbar: ['bold', 'italic', 'undo'],
});

window.editor = {
  field: editor.editing.view.getDomRoot(),
  load: (html) => editor.setData(html),
  model: () =>
    [...editor.model.document.getRoot().getChildren()]
      .map((block) => [...block.getChildren()].map((node) => node.data ?? '').join(''))
      .join('\n'),
};
