"""A site beyond the fixed list: asked for at run time, looked after once granted, let go of when removed."""

import json
import shutil
from collections.abc import Callable, Iterator
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
PATTERN = f"https://{SITE}/*"
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
    grant_beforehand(tmp_path / "profile", extension, PATTERN)
    browser = Chromium(playwright, extension, tmp_path / "profile", pages.port)
    yield Desk(browser, pages)
    browser.close()


def add_site(options: Page) -> None:
    options.run("() => document.querySelector('#site').focus()")
    options.type(SITE)
    options.press("Enter")
    options.wait("() => document.querySelector('#sites').innerText.includes('shop.example.com')")
    settle(options, 1)


def allow_site(options: Page) -> None:
    """It came with the settings, from another machine, a file or a policy; here nobody has allowed it yet."""
    options.wait("() => document.querySelector('#sites').innerText.includes('not allowed on this computer')")
    click(options, "#sites button")
    options.wait("() => document.querySelector('#sites').innerText === 'shop.example.com\\nRemove'")
    settle(options, 1)


def click(page: Page, button: str) -> None:
    """As a person does: a browser asks for nothing without a gesture."""
    x, y = page.run(
        """(button) => {
          const found = document.querySelector(button);
          found.scrollIntoView({ block: 'center' });
          const { left, top, width, height } = found.getBoundingClientRect();
          return [left + width / 2, top + height / 2];
        }""",
        button,
    )
    page.click(x, y)


def settle(options: Page, scripts: int) -> None:
    """Waits until the worker looks after so many further sites."""
    until(
        options,
        "async (scripts) => (await chrome.scripting.getRegisteredContentScripts()).length === scripts",
        scripts,
    )


def until(options: Page, holds: str, *arguments: object) -> None:
    options.run(
        f"""async (...given) => {{
          while (!(await ({holds})(...given))) await new Promise((resolve) => setTimeout(resolve, 10));
        }}""",
        *arguments,
    )


def use_site_and_remove_it(desk: Desk, address: str, take: Callable[[Page], None]) -> None:
    desk.choose(address=address, sites=[PATTERN] if take is allow_site else [])
    bare = desk.open("elsewhere", "fields.html")
    write(bare, FIELD, " You failed to call.")
    options = desk.browser.panel("options/options.html")
    options.wait("() => 'ready' in document.documentElement.dataset")
    take(options)
    page = desk.open("elsewhere", "fields.html")
    write(page, FIELD, " You failed to call.")
    await_marks(page, error=["You failed to"])
    assert bare.run("() => document.querySelector('coolhead-ui')") is None
    options.front()
    options.run("() => document.querySelector('#sites button').click()")
    settle(options, 0)
    options.wait("() => document.querySelector('#sites').innerText === ''")
    until(options, "async (site) => !(await chrome.permissions.contains({ origins: [site] }))", PATTERN)
    options.close()


@pytest.mark.parametrize("take", [add_site, allow_site])
def test_in_firefox_a_granted_site_is_looked_after_until_it_is_removed(
    in_firefox: Desk, service: Service, take: Callable[[Page], None]
) -> None:
    with preferences(in_firefox.browser, extensions__webextOptionalPermissionPrompts=False):
        use_site_and_remove_it(in_firefox, service.address, take)
    in_firefox.close_pages()


@pytest.mark.parametrize("take", [add_site, allow_site])
def test_in_chromium_a_granted_site_is_looked_after_until_it_is_removed(
    chromium_desk: Desk, service: Service, take: Callable[[Page], None]
) -> None:
    use_site_and_remove_it(chromium_desk, service.address, take)


def test_the_address_of_a_team_s_service_is_allowed_by_one_click(in_firefox: Desk) -> None:
    """As when a policy or another machine has set it; there is nothing at this one, which is told after."""
    in_firefox.choose(address="https://coolhead.example.com")
    options = in_firefox.browser.panel("options/options.html")
    options.wait("() => document.querySelector('#health').dataset.state === 'ungranted'")
    assert "Allow it once" in options.run("() => document.querySelector('#health').textContent")
    with preferences(in_firefox.browser, extensions__webextOptionalPermissionPrompts=False):
        click(options, "#allow-address")
        options.wait("() => document.querySelector('#health').dataset.state === 'down'")
    assert options.run("() => document.querySelector('#allow-address').hidden")
    options.run("() => chrome.permissions.remove({ origins: ['https://coolhead.example.com/*'] })")
    options.close()
