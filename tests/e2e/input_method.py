"""An input method at work, in either browser: letters not decided on yet, and the words they become."""

from .browser import Page
from .chromium import ChromiumPage
from .desk import Desk
from .privileged import in_firefox

COMPOSE = """letters => {
  window.method ??= Cc['@mozilla.org/text-input-processor;1'].createInstance(Ci.nsITextInputProcessor);
  if (!method.beginInputTransactionForTests(window)) throw new Error('another input method is at work');
  method.setPendingCompositionString(letters);
  method.appendClauseToPendingComposition(letters.length, method.ATTR_RAW_CLAUSE);
  method.setCaretInPendingComposition(letters.length);
  method.flushPendingComposition();
}"""


def compose(desk: Desk, page: Page, letters: str) -> None:
    """The letters stand underlined by the input method and may still become something else."""
    if isinstance(page, ChromiumPage):
        end = {"selectionStart": len(letters), "selectionEnd": len(letters)}
        page.debugger.send("Input.imeSetComposition", {"text": letters, **end})
    else:
        in_firefox(desk.browser, COMPOSE, letters)


def commit(desk: Desk, page: Page, words: str) -> None:
    """The composition ends with these words."""
    if isinstance(page, ChromiumPage):
        page.debugger.send("Input.insertText", {"text": words})
    else:
        in_firefox(desk.browser, "words => { method.commitCompositionWith(words); }", words)
