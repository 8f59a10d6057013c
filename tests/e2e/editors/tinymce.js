import tinymce from 'tinymce/tinymce';
import 'tinymce/icons/default';
import 'tinymce/models/dom';
import 'tinymce/skins/content/default/content.js';
import 'tinymce/skins/ui/oxide/content.js';
import 'tinymce/skins/ui/oxide/skin.js';
import 'tinymce/themes/silver';

const [editor] = await tinymce.init({
  target: document.querySelector('#place'),
  inline: location.search === '?inline',
  license_key: 'gpl',
  menubar: false,
  promotion: false,
  toolbar: false,
});

window.editor = {
  field: editor.getBody(),
  load: (html) => {
    editor.setContent(html);
    editor.undoManager.reset();
  },
  model: () =>
    [...new DOMParser().parseFromString(editor.getContent(), 'text/html').querySelectorAll('p')]
      .map((p) => p.textContent.replaceAll('\u00a0', ' '))
      .join('\n'),
};
