const field = document.createElement('div');
field.contentEditable = 'true';
field.spellcheck = false;
document.querySelector('#place').append(field);

window.editor = {
  field,
  load: (html) => {
    field.innerHTML = html.replaceAll('<p>', '<div>').replaceAll('</p>', '</div>');
  },
  model: () => [...field.children].map((line) => line.textContent).join('\n'),
};
