// The switch between a public reply and an internal note, as helpdesks have it.
const composer = document.querySelector('.composer');
for (const button of document.querySelectorAll('.channel')) {
  button.addEventListener('click', () => {
    for (const other of document.querySelectorAll('.channel')) {
      other.setAttribute('aria-pressed', String(other === button));
    }
    composer.classList.toggle(composer.dataset.noteClass ?? 'is-internal', button.dataset.channel === 'internal');
  });
}
