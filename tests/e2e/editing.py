"""What is tried in every real editor, and how to see what comes of it in its model, its DOM and its marks."""

from dataclasses import dataclass

from .browser import Page
from .desk import Desk


@dataclass(frozen=True)
class Case:
    """A draft as HTML and keys, its words, those to be marked, and what it is with the first wording."""

    html: str
    before: str
    marked: str
    after: str
    typed: str = ""


PLAIN = Case(
    "<p>I see that you failed to send it.</p><p>Regards</p>",
    "I see that you failed to send it.\nRegards",
    "you failed to",
    "I see that we did not send it.\nRegards",
)
CASES = {
    "plain": PLAIN,
    "inside bold": Case(
        "<p>I see that <b>you failed to send</b> it.</p>",
        "I see that you failed to send it.",
        "you failed to",
        "I see that we did not send it.",
    ),
    "across bold": Case(
        "<p>I see that <b>you failed</b> to send it.</p>",
        "I see that you failed to send it.",
        "you failed to",
        "I see that we did not send it.",
    ),
    "at the end": Case(
        "<p>Hello Kim</p><p>This is what you failed to</p>",
        "Hello Kim\nThis is what you failed to",
        "you failed to",
        "Hello Kim\nThis is what we did not",
    ),
    "after typing": Case(
        "<p>Hello Kim</p>",
        "Hello Kim, you failed to send it.",
        "you failed to",
        "Hello Kim, we did not send it.",
        typed=", you failed to send it.",
    ),
    "at the start": Case(
        "<p>Kindly wait.</p>", "Kindly wait.", "Kindly", "Please wait.",
    ),
    "emoji and combining characters": Case(
        "<p>Cafe\u0301 👩‍👩‍👧 mañana: you failed to send it 🙂🙂.</p>",
        "Cafe\u0301 👩‍👩‍👧 mañana: you failed to send it 🙂🙂.",
        "you failed to",
        "Cafe\u0301 👩‍👩‍👧 mañana: we did not send it 🙂🙂.",
    ),
}  # fmt: skip

SAME = """expected => {
  const { field } = editor;
  const lines = (text) =>
    text.replace(/\\u00a0/g, ' ').replace(/\\ufeff/g, '').split(/\\n+/)
      .map((line) => line.trim()).filter(Boolean).join('\\n');
  const shown = field.tagName === 'TEXTAREA' ? field.value : field.innerText;
  return lines(editor.model()) === expected && lines(shown) === expected;
}"""


AT_END = """() => {
  const { field } = editor;
  if (field.value !== undefined) return field.selectionStart === field.textLength;
  const { focusNode, focusOffset } = field.ownerDocument.getSelection();
  const rest = field.ownerDocument.createRange();
  rest.selectNodeContents(field);
  rest.setStart(focusNode, focusOffset);
  return field.contains(focusNode) && rest.toString().trim() === '';
}"""


def open_editor(desk: Desk, name: str) -> Page:
    page = desk.open("front", f"editors/{name.replace('?', '.html?') if '?' in name else name + '.html'}")
    page.wait("() => Boolean(window.editor)")
    focus(page)
    # Editors put the caret where they want it some time after the focus; by now they have.
    page.wait("() => document.querySelector('coolhead-ui')?.dataset.state === 'ok'")
    return page


def focus(page: Page) -> None:
    page.run("() => { editor.field.ownerDocument.defaultView.focus(); editor.field.focus(); }")


def load(page: Page, case: Case) -> None:
    page.run("html => editor.load(html)", case.html)
    focus(page)
    page.press("Control+End")
    page.wait(AT_END)
    page.type(case.typed)
    await_same(page, case.before, "loaded")
    page.wait("() => editor.rested?.() ?? true")


def await_same(page: Page, expected: str, what: str) -> None:
    try:
        page.wait(SAME, expected, patience=5)
    except Exception as error:
        found = page.run("() => [editor.model(), editor.field.innerText, editor.field.value ?? null]")
        raise AssertionError(f"{what}: expected {expected!r}, model and DOM are {found!r}") from error


IN_FIELD_MARKED = """words => {
  const { highlights } = editor.field.ownerDocument.defaultView.CSS;
  const inks = ['error', 'warning', 'suggestion'];
  const found = inks.flatMap((ink) => [...(highlights.get('coolhead-' + ink) ?? [])]);
  if (found.length !== 1) return false;
  const [mark] = found;
  if (mark.cloneContents) return mark.toString() === words;
  // In a textarea the mark of the text before stays until the answer to this one has come.
  const answered = document.querySelector('coolhead-ui')?.dataset.state === 'ok';
  return answered && editor.field.value.slice(mark.startOffset, mark.endOffset) === words;
}"""
IN_MIRROR_MARKED = """(root, words) => new Promise((resolve, reject) => {
  const end = performance.now() + 5000;
  (function look() {
    const found = [...root.querySelectorAll('.mirror span')].map((span) => span.textContent);
    if (found.length === 1 && found[0] === words) resolve();
    else if (performance.now() > end) reject(new Error('the mirror marks ' + found));
    else setTimeout(look, 10);
  })();
})"""


def await_marked(page: Page, words: str) -> None:
    """In a textarea Firefox cannot paint highlights, so a mirror over it shows them."""
    if page.run("() => editor.field.tagName === 'TEXTAREA' && !('createValueRange' in editor.field)"):
        page.wait("() => document.querySelector('coolhead-ui') !== null")
        page.inside("coolhead-ui", IN_MIRROR_MARKED, words)
    else:
        page.wait(IN_FIELD_MARKED, words, patience=5)
