// Fields that come late: mounted on demand, in an open shadow root, in an about:blank frame, replaced by a re-render.
const box = () => Object.assign(document.createElement('div'), { contentEditable: 'true', className: 'editor' });

window.mount = () => {
  const made = box();
  document.querySelector('#late').replaceChildren(made);
  return made;
};
window.mountInShadow = () => {
  const root = document.querySelector('#shadow').attachShadow({ mode: 'open' });
  const made = box();
  root.append(made);
  return made;
};
window.mountInFrame = () => {
  const frame = document.createElement('iframe');
  document.querySelector('#frame').append(frame);
  const made = frame.contentDocument.createElement('div');
  made.contentEditable = 'true';
  made.style.cssText = 'min-height: 60px';
  frame.contentDocument.body.append(made);
  return made;
};
