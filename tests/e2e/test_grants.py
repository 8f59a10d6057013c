"""A site beyond the fixed list: asked for at run time, looked after once granted, let go of when removed."""

import json
import shutil
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

import pytest
from playwright.sync_api import Playwright

from .browser import Page
from .chromium import Chromium
from .desk import HOSTS, Desk, await_marks, write
from .fixture_pages import FixturePages
from .privileged import preferences
from .service import Service

SITE = HOSTS["elsewhere"]
FIELD = "document.querySelector('#editable')"


def id_of(extension: Path) -> str:
    """What Chromium calls an unpacked extension that has no key: it depends on the folder alone."""
    digest = sha256(str(extension).encode()).hexdigest()[:32]
    return "".join(chr(ord("a") + int(digit, 16)) for digit in digest)


def grant_beforehand(profile: Path, extension: Path, pattern: str) -> None:
    """As a user who has said yes once: nobody can press the button of Chromium's question in a test."""
    granted = {"api": [], "explicit_host": [pattern], "manifest_permissions": [], "scriptable_host": []}
    settings = {id_of(extension): {"runtime_granted_permissions": granted}}
    (profile / "Default").mkdir(parents=True)
    (profile / "Default" / "Preferences").write_text(json.dumps({"extensions": {"settings": settings}}))


@pytest.fixture
def chromium_desk(playwright: Playwright, built: Path, pages: FixturePages, tmp_path: Path) -> Iterator[Desk]:
    extension = Path(shutil.copytree(built / "coolhead-chrome", tmp_path / "extension"))
    grant_beforehand(tmp_path / "profile", extension, f"https://{SITE}/*")
    browser = Chromium(playwright, extension, tmp_path / "profile", pages.port)
    yield Desk(browser, pages)
    browser.close()


def add_site(options: Page) -> None:
    options.run("() => document.querySelector('#site').focus()")
    options.type(SITE)
    options.press("Enter")
    options.wait("() => document.querySelector('#sites').innerText.includes('shop.example.com')")
    options.wait("async () => (await chrome.scripting.getRegisteredContentScripts()).length === 1")


def use_site_and_remove_it(desk: Desk, address: str) -> None:
    desk.choose(address=address)
    bare = desk.open("elsewhere", "fields.html")
    write(bare, FIELD, " You failed to call.")
    options = desk.browser.panel("options/options.html")
    options.wait("() => 'ready' in document.documentElement.dataset")
    add_site(options)
    page = desk.open("elsewhere", "fields.html")
    write(page, FIELD, " You failed to call.")
    await_marks(page, error=["You failed to"])
    assert bare.run("() => document.querySelector('coolhead-ui')") is None
    options.front()
    options.run("() => document.querySelector('#sites button').click()")
    options.wait("async () => (await chrome.scripting.getRegisteredContentScripts()).length === 0")
    options.wait(
        "async site => !(await chrome.permissions.contains({ origins: [`https://${site}/*`] }))", SITE
    )
    options.close()


def test_in_firefox_a_granted_site_is_looked_after_until_it_is_removed(
    in_firefox: Desk, service: Service
) -> None:
    with preferences(in_firefox.browser, extensions__webextOptionalPermissionPrompts=False):
        use_site_and_remove_it(in_firefox, service.address)
    in_firefox.close_pages()


def test_in_chromium_a_granted_site_is_looked_after_until_it_is_removed(
    chromium_desk: Desk, service: Service
) -> None:
    use_site_and_remove_it(chromium_desk, service.address)
