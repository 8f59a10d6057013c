import jQuery from 'jquery';

window.jQuery = jQuery;
window.$ = jQuery;
await import('summernote/dist/summernote-lite.js');

const $place = jQuery('#place');
$place.summernote({ toolbar: [] });

window.editor = {
  field: document.querySelector('.note-editable'),
  load: (html) => {
    $place.summernote('code', html);
    $place.summernote('commit');
  },
  model: () =>
    [...new DOMParser().parseFromString($place.summernote('code'), 'text/html').querySelectorAll('p')]
      .map((p) => p.textContent.replaceAll('\u00a0', ' '))
      .join('\n'),
};
