"""The extension is updated under an open tab."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Playwright

from .browser import Page
from .chromium import Chromium
from .desk import HOSTS, Desk, await_box, await_marks, write
from .firefox import Firefox
from .fixture_pages import FixturePages
from .service import Service

FIELD = "document.querySelector('#editable')"


@pytest.fixture
def chromium_desk(playwright: Playwright, built: Path, pages: FixturePages, tmp_path: Path) -> Iterator[Desk]:
    """A browser of its own: an update would disturb the others."""
    browser = Chromium(playwright, built / "coolhead-chrome", tmp_path, pages.port)
    yield Desk(browser, pages)
    browser.close()


@pytest.fixture
def firefox_desk(built: Path, pages: FixturePages, tmp_path: Path) -> Iterator[Desk]:
    browser = Firefox(built / "coolhead-firefox", tmp_path, [*HOSTS.values()])
    yield Desk(browser, pages)
    browser.close()


def drafted(desk: Desk, service: Service) -> Page:
    desk.choose(address=service.address)
    page = desk.open("front", "fields.html")
    write(page, FIELD, " You failed to call.")
    await_marks(page, error=["You failed to"])
    return page


def test_in_chromium_an_open_tab_loses_its_marks_keeps_its_text_and_says_once_to_reload(
    chromium_desk: Desk, service: Service
) -> None:
    page = drafted(chromium_desk, service)
    chromium_desk.browser.worker.evaluate("() => chrome.runtime.reload()")  # type: ignore[attr-defined]
    page.front()
    page.run(f"() => {FIELD}.focus()")
    page.type(" Kindly wait.")
    assert "reload this tab" in await_box(page, ".reminder")
    await_marks(page)
    assert "You failed to call. Kindly wait." in page.run(f"() => {FIELD}.innerText")


def test_in_firefox_the_new_copy_takes_an_open_tab_over_and_leaves_nothing_of_the_old_one(
    firefox_desk: Desk, built: Path, service: Service
) -> None:
    page = drafted(firefox_desk, service)
    page.run("() => { window.old = document.querySelector('coolhead-ui'); }")
    firefox_desk.browser.bidi.send(  # type: ignore[attr-defined]
        "webExtension.install", extensionData={"type": "path", "path": str(built / "coolhead-firefox")}
    )
    page.front()
    page.wait("() => !old.isConnected")
    page.run(f"() => {{ {FIELD}.blur(); {FIELD}.focus(); }}")
    page.press("Control+End")
    page.type(" Kindly wait. You failed to write.")
    await_marks(page, error=["You failed to"] * 2, suggestion=["Kindly"])
    assert page.run("() => document.querySelectorAll('coolhead-ui').length") == 1
    words = page.run(f"() => {FIELD}.innerText")
    assert "You failed to call." in words and "Kindly wait. You failed to write." in words
    page.press("Control+a")
    page.type("Thank you.")
    await_marks(page)
