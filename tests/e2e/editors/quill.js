import Quill from 'quill';
import 'quill/dist/quill.snow.css';

const quill = new Quill('#place', { theme: 'snow', modules: { toolbar: false } });

window.editor = {
  field: quill.root,
  load: (html) => {
    quill.setContents(quill.clipboard.convert({ html }), 'silent');
    quill.history.clear();
    quill.history.lastRecorded = 0;
  },
  rested: () => Date.now() > quill.history.lastRecorded + quill.history.options.delay,
  model: () => quill.getText().replace(/\n$/, ''),
};
