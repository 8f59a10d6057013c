"""The interface is wholly in one of its languages, says in which, and runs in that language's direction."""

import json
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Playwright

from .chromium import Chromium
from .desk import Desk, await_marks, open_card, write
from .fixture_pages import FixturePages
from .service import Service

FIELD = "document.querySelector('#editable')"


def only_in(language: str, direction: str, extension: Path, target: Path) -> dict[str, dict[str, str]]:
    """A copy for a browser of that language: Debian's speaks English alone. Returns its words."""
    shutil.copytree(extension, target)
    for folder in (target / "_locales").iterdir():
        if folder.name != language:
            shutil.rmtree(folder)
    manifest = json.loads((target / "manifest.json").read_text(encoding="utf-8"))
    (target / "manifest.json").write_text(json.dumps({**manifest, "default_locale": language}))
    file = target / "_locales" / language / "messages.json"
    words: dict[str, dict[str, str]] = json.loads(file.read_text(encoding="utf-8"))
    words["direction"]["message"] = direction
    file.write_text(json.dumps(words))
    return words


@contextmanager
def desk_with(playwright: Playwright, extension: Path, profile: Path, pages: FixturePages) -> Iterator[Desk]:
    browser = Chromium(playwright, extension, profile, pages.port)
    try:
        yield Desk(browser, pages)
    finally:
        browser.close()


@pytest.mark.parametrize(("language", "direction"), [("de", "ltr"), ("fr", "rtl")])
def test_options_and_card_speak_one_language_and_name_it(
    playwright: Playwright,
    built: Path,
    pages: FixturePages,
    service: Service,
    tmp_path: Path,
    language: str,
    direction: str,
) -> None:
    words = only_in(language, direction, built / "coolhead-chrome", tmp_path / "extension")
    with desk_with(playwright, tmp_path / "extension", tmp_path / "profile", pages) as desk:
        named = "page => { const { lang, dir } = document.querySelector(page); return [lang, dir]; }"
        assert desk.options.run(named, "html") == [language, direction]
        assert words["section_hints"]["message"] in desk.options.run("() => document.body.innerText")
        desk.choose(address=service.address)
        page = desk.open("front", "fields.html")
        write(page, FIELD, " You failed to call.")
        await_marks(page, error=["You failed to"])
        assert words["cardReplace"]["message"] in open_card(page)
        assert page.run(named, "coolhead-ui") == [language, direction]
