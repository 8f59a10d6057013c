// The switch between a public reply and an internal note, as helpdesks have it.
for (const button of document.querySelectorAll('.channel')) {
  button.addEventListener('click', () => {
    for (const other of document.querySelectorAll('.channel')) {
      other.setAttribute('aria-pressed', String(other === button));
    }
    document.querySelector('.composer').classList.toggle('is-internal', button.dataset.channel === 'internal');
  });
}
