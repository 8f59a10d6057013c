// Shapes as Gmail has them (?pop-up, ?inline, ?full), and sending by click or Ctrl+Enter; a Mac's key is taken too.
const compose = document.querySelector('#compose');
compose.dataset.shape = location.search.slice(1) || 'pop-up';
window.sent = 0;
window.prevented = 0;
const send = (event) => {
  window.sent += 1;
  if (event.defaultPrevented) window.prevented += 1;
};
document.querySelector('.aoO').addEventListener('click', send);
document.body.addEventListener('keydown', (event) => {
  if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) send(event);
});
