"""The extension is updated under an open tab."""

from collections.abc import Iterator

import pytest

from .chromium import Chromium
from .desk import Desk, await_box, await_marks, write
from .service import Service


@pytest.fixture
def own_desk(playwright, built, pages, tmp_path) -> Iterator[Desk]:  # type: ignore[no-untyped-def]
    """A browser of its own: reloading the extension would disturb the others."""
    browser = Chromium(playwright, built / "coolhead-chrome", tmp_path, pages.port)
    yield Desk(browser, pages)
    browser.close()


def test_an_open_tab_loses_its_marks_keeps_its_text_and_says_once_to_reload(
    own_desk: Desk, service: Service
) -> None:
    own_desk.choose(address=service.address)
    page = own_desk.open("front", "fields.html")
    write(page, "document.querySelector('#editable')", " You failed to call.")
    await_marks(page, error=["You failed to"])
    own_desk.browser.worker.evaluate("() => chrome.runtime.reload()")  # type: ignore[attr-defined]
    page.front()
    page.run("() => document.querySelector('#editable').focus()")
    page.type(" Kindly wait.")
    assert "reload this tab" in await_box(page, ".reminder")
    await_marks(page)
    assert "You failed to call. Kindly wait." in page.run(
        "() => document.querySelector('#editable').innerText"
    )
