"""The interface speaks the browser's language where it can, and says in which language its words are."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Playwright

from .chromium import Chromium
from .desk import Desk, await_marks, open_card, write
from .fixture_pages import FixturePages
from .service import Service

LOCALES = Path(__file__).parents[2] / "extension" / "_locales"
FIELD = "document.querySelector('#editable')"


@contextmanager
def speaking(browser: Chromium, pages: FixturePages) -> Iterator[Desk]:
    try:
        yield Desk(browser, pages)
    finally:
        browser.close()


@pytest.mark.parametrize(("browsers", "ours"), [("de", "de"), ("ar", "en")])
def test_card_and_options_are_in_the_browser_s_language_or_in_english(
    playwright: Playwright,
    built: Path,
    pages: FixturePages,
    service: Service,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    browsers: str,
    ours: str,
) -> None:
    words = json.loads((LOCALES / ours / "messages.json").read_text(encoding="utf-8"))
    monkeypatch.setenv("LANGUAGE", browsers)
    browser = Chromium(playwright, built / "coolhead-chrome", tmp_path, pages.port)
    with speaking(browser, pages) as desk:
        assert desk.options.run("() => chrome.i18n.getUILanguage()") == browsers
        shown = "() => [document.documentElement.lang, document.documentElement.dir, document.body.innerText]"
        language, direction, text = desk.options.run(shown)
        assert (language, direction) == (ours, "ltr")
        assert words["section_hints"]["message"] in text
        desk.choose(address=service.address)
        page = desk.open("front", "fields.html")
        write(page, FIELD, " You failed to call.")
        await_marks(page, error=["You failed to"])
        assert words["cardReplace"]["message"] in open_card(page)
        host = page.run(
            "() => { const { lang, dir } = document.querySelector('coolhead-ui'); return [lang, dir]; }"
        )
        assert host == [ours, "ltr"]
