"""In every real editor: marks appear, a wording lands in model and DOM alike, one undo takes it back."""

import pytest

from .browser import Page
from .desk import Desk, await_no_card, open_card
from .editing import CASES, PLAIN, Case, await_marked, await_same, load, open_editor

EDITORS = [
    "contenteditable", "textarea", "ckeditor5", "prosemirror", "tiptap", "quill", "lexical", "slate",
    "tinymce", "tinymce?inline", "roosterjs", "draft", "trix", "summernote",
]  # fmt: skip


def go_through(page: Page, case: Case) -> None:
    load(page, case)
    html = page.run("() => editor.field.outerHTML")
    await_marked(page, case.marked)
    open_card(page)
    assert page.run("() => editor.field.outerHTML") == html, "painting changed the editor's DOM"
    page.press("Alt+Enter")
    await_no_card(page)
    await_same(page, case.after, "applied")
    page.press("Control+z")
    await_same(page, case.before, "undone")
    await_marked(page, case.marked)
    page.type("Z")
    await_same(page, f"{case.before}Z", "caret after undo")


@pytest.mark.parametrize("name", EDITORS)
def test_the_editor_takes_the_wording_and_one_undo_takes_it_back(desk: Desk, name: str) -> None:
    page = open_editor(desk, name)
    problems = []
    for case_name, case in CASES.items():
        try:
            go_through(page, case)
        except Exception as error:
            problems.append(f"{case_name}: {str(error).splitlines()[0][:400]}")
    assert not problems, "\n".join(problems)


STUBBORN = """() => {
  const { field } = editor;
  const html = field.innerHTML;
  const keep = () => field.innerHTML === html || (field.innerHTML = html);
  new MutationObserver(keep).observe(field, { childList: true, characterData: true, subtree: true });
  field.after(document.createElement('input'));
}"""
NOTICE = """(root, words, patience) => new Promise((resolve, reject) => {
  const end = performance.now() + patience;
  (function look() {
    const notice = root.querySelector('.card .notice');
    const box = notice?.nextSibling.getBoundingClientRect();
    if (notice?.textContent.includes(words)) resolve([box.left + box.width / 2, box.top + box.height / 2]);
    else if (performance.now() > end) reject(new Error(`the card never said ${words}`));
    else setTimeout(look, 10);
  })();
})"""


def test_where_the_editor_does_not_take_it_the_wording_is_offered_to_copy(desk: Desk) -> None:
    page = open_editor(desk, "contenteditable")
    load(page, PLAIN)
    await_marked(page, PLAIN.marked)
    page.run(STUBBORN)
    open_card(page)
    page.press("Alt+Enter")
    page.click(*page.inside("coolhead-ui", NOTICE, "You can copy", 5_000))
    page.inside("coolhead-ui", NOTICE, "Copied", 5_000)
    await_same(page, PLAIN.before, "refused")
    page.run("() => document.querySelector('input').focus()")
    page.press("Control+v")
    page.wait("() => document.querySelector('input').value === 'we did not'")
