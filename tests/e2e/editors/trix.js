import 'trix';
import 'trix/dist/trix.css';

const field = document.createElement('trix-editor');
document.querySelector('#place').append(field);
await new Promise((resolve) => field.addEventListener('trix-initialize', resolve, { once: true }));

window.editor = {
  field,
  load: (html) => {
    const bare = html.replaceAll('<p>', '<div>').replaceAll('</p>', '</div>');
    field.editor.loadHTML(bare);
  },
  model: () => field.editor.getDocument().toString().replace(/\n$/, ''),
};
