import { baseKeymap } from 'prosemirror-commands';
import { history, redo, undo } from 'prosemirror-history';
import { keymap } from 'prosemirror-keymap';
import { DOMParser as Parser } from 'prosemirror-model';
import { schema } from 'prosemirror-schema-basic';
import { EditorState } from 'prosemirror-state';
import { EditorView } from 'prosemirror-view';

const parse = (html) =>
  Parser.fromSchema(schema).parse(new DOMParser().parseFromString(html, 'text/html').body);
const plugins = [history(), keymap({ 'Mod-z': undo, 'Mod-y': redo }), keymap(baseKeymap)];
const fresh = (html) => EditorState.create({ doc: parse(html), plugins });
const view = new EditorView(document.querySelector('#place'), { state: fresh('<p></p>') });

window.editor = {
  field: view.dom,
  load: (html) => view.updateState(fresh(html)),
  model: () => view.state.doc.textBetween(0, view.state.doc.content.size, '\n'),
};
