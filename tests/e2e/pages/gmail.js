// Shapes as Gmail has them (?pop-up, ?inline, ?full), and sending by click or Ctrl+Enter.
const compose = document.querySelector('#compose');
compose.dataset.shape = location.search.slice(1) || 'pop-up';
window.sent = 0;
document.querySelector('.aoO').addEventListener('click', () => (window.sent += 1));
document.body.addEventListener('keydown', (event) => {
  if (event.key === 'Enter' && event.ctrlKey) window.sent += 1;
});
