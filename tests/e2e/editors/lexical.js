import { createEmptyHistoryState, registerHistory } from '@lexical/history';
import { registerRichText } from '@lexical/rich-text';
import { $createParagraphNode, $createTextNode, $getRoot, createEditor } from 'lexical';

const field = document.createElement('div');
field.contentEditable = 'true';
document.querySelector('#place').append(field);

const editor = createEditor({ namespace: 'e2e', onError: (error) => reportError(error) });
const history = createEmptyHistoryState();
editor.setRootElement(field);
registerRichText(editor);
registerHistory(editor, history, 300);

function paragraph(element) {
  const made = $createParagraphNode();
  for (const child of element.childNodes) {
    const text = $createTextNode(child.textContent);
    if (child.nodeName === 'B') text.toggleFormat('bold');
    made.append(text);
  }
  return made;
}

window.editor = {
  field,
  load: (html) => {
    const page = new DOMParser().parseFromString(html, 'text/html');
    editor.update(
      () => {
        $getRoot()
          .clear()
          .append(...[...page.querySelectorAll('p')].map(paragraph));
      },
      { discrete: true, tag: 'historic' },
    );
    history.undoStack.length = 0;
    history.redoStack.length = 0;
    history.current = { editor, editorState: editor.getEditorState() };
  },
  model: () =>
    editor.getEditorState().read(() =>
      $getRoot()
        .getChildren()
        .map((block) => block.getTextContent())
        .join('\n'),
    ),
};
