"""Settings, ignored items and counts leave as files and come back; the counts can be erased."""

import json
from typing import Any

import pytest

from .browser import Page
from .desk import Desk, await_marks, write

FIELD = "document.querySelector('#editable')"


def options_of(desk: Desk) -> Page:
    page = desk.browser.panel("options/options.html")
    desk.opened.append(page)
    page.wait("() => 'ready' in document.documentElement.dataset")
    return page


@pytest.fixture
def options(desk: Desk) -> Page:
    return options_of(desk)


def saved_file(options: Page, button: str) -> Any:
    """What the button hands to the browser to save."""
    return options.run(
        """button => new Promise((resolve) => {
          const { createObjectURL } = URL;
          URL.createObjectURL = (blob) => {
            URL.createObjectURL = createObjectURL;
            blob.text().then((json) => resolve(JSON.parse(json)));
            return createObjectURL.call(URL, blob);
          };
          document.addEventListener('click', (event) => {
            if (event.target.matches('a[download]')) event.preventDefault();
          }, true);
          document.querySelector(button).click();
        })""",
        button,
    )


def load(options: Page, json_text: str) -> None:
    options.run(
        """json => {
          const field = document.getElementById('import-settings');
          const files = new DataTransfer();
          files.items.add(new File([json], 'settings.json', { type: 'application/json' }));
          field.files = files.files;
          field.dispatchEvent(new Event('change'));
        }""",
        json_text,
    )


def fix_one(desk: Desk) -> None:
    page = desk.open("front", "fields.html")
    write(page, FIELD, " Kindly wait.")
    await_marks(page, suggestion=["Kindly"])
    page.press("F8")
    page.wait("() => document.querySelector('coolhead-ui')")
    page.press("Alt+Enter")
    page.wait(f"() => {FIELD}.innerText.includes('lease wait')")


def test_what_was_fixed_is_counted_shown_saved_and_erased(desk: Desk) -> None:
    desk.options.run("() => chrome.storage.local.remove('progress')")
    fix_one(desk)
    options = options_of(desk)
    options.wait("() => document.querySelector('#progress tbody')?.innerText.includes('coldness')")
    stored = options.run("async () => JSON.stringify(await chrome.storage.local.get('progress'))")
    assert "indly" not in stored
    [week] = saved_file(options, "#export-progress").values()
    assert week == {"coldness": 1}
    options.run("() => document.querySelector('#erase-progress').click()")
    options.wait("() => document.querySelector('#progress').hidden")
    assert saved_file(options, "#export-progress") == {}


def test_settings_are_loaded_from_a_file_and_saved_to_one_without_the_token(
    desk: Desk, options: Page
) -> None:
    settings = {"ruleset": "default", "reminder": True, "severity": "warning"}
    ignored = [{"scope": "rule", "rule": "base/kindly"}]
    load(options, json.dumps({"coolhead": 1, "settings": settings, "ignored": ignored}))
    options.wait("() => document.querySelector('#reminder').checked")
    assert "base/kindly" in options.run("() => document.querySelector('#ignored').innerText")
    desk.options.run("() => chrome.storage.local.set({ token: 'my-own-secret' })")
    saved = saved_file(options, "#export-settings")
    assert saved["ignored"] == ignored
    assert settings.items() <= saved["settings"].items()
    assert "my-own-secret" not in json.dumps(saved)


def test_another_file_changes_nothing_and_is_told_apart(options: Page) -> None:
    before = options.run("() => chrome.storage.sync.get(null)")
    load(options, '{"hello": "world"}')
    options.wait("() => document.querySelector('#saved').textContent.includes('not a settings file')")
    assert options.run("() => chrome.storage.sync.get(null)") == before
