"""Popup and options: every choice is saved, works at once in open pages, and can be reached by anybody."""

import json

import pytest

from .browser import Page
from .desk import Desk, await_marks, write

FIELD = "document.querySelector('#editable')"


@pytest.fixture
def options(desk: Desk) -> Page:
    page = desk.browser.panel("options/options.html")
    desk.opened.append(page)
    page.wait("() => 'ready' in document.documentElement.dataset")
    return page


def set_value(page: Page, name: str, value: str | bool) -> None:
    page.run(
        """(name, value) => {
          const field = document.getElementById(name);
          field[typeof value === 'boolean' ? 'checked' : 'value'] = value;
          field.dispatchEvent(new Event('change', { bubbles: true }));
        }""",
        name,
        value,
    )
    page.wait("() => document.querySelector('#saved').textContent === 'Saved.'")


def test_a_choice_of_severity_holds_at_once_in_an_open_page(desk: Desk, options: Page) -> None:
    page = desk.open("front", "fields.html")
    write(page, FIELD, " You failed to call. As I said, kindly wait.")
    await_marks(page, error=["You failed to"], warning=["As I said"], suggestion=["kindly"])
    set_value(options, "severity", "error")
    page.front()
    await_marks(page, error=["You failed to"])
    options.front()
    set_value(options, "severity", "suggestion")
    page.front()
    await_marks(page, error=["You failed to"], warning=["As I said"], suggestion=["kindly"])


def test_the_address_is_checked_before_it_is_taken(desk: Desk, options: Page) -> None:
    options.run(
        """() => {
          const field = document.getElementById('address');
          field.value = 'http://coolhead.example.com';
          field.dispatchEvent(new Event('change'));
        }"""
    )
    options.wait("() => document.querySelector('#saved').textContent.includes('not an address')")
    stored = options.run("() => chrome.storage.sync.get('settings')")
    assert "example.com" not in json.dumps(stored)


def test_the_state_of_the_service_is_told_in_words(options: Page) -> None:
    options.wait("() => document.querySelector('#health').dataset.state === 'ok'")
    assert "Ready" in options.run("() => document.querySelector('#health').textContent")


def test_what_was_fixed_is_counted_shown_and_erased(desk: Desk) -> None:
    page = desk.open("front", "fields.html")
    write(page, FIELD, " Kindly wait.")
    await_marks(page, suggestion=["Kindly"])
    page.press("F8")
    page.wait("() => document.querySelector('coolhead-ui')")
    page.press("Alt+Enter")
    page.wait(f"() => {FIELD}.innerText.includes('lease wait')")
    options = desk.browser.panel("options/options.html")
    desk.opened.append(options)
    options.wait("() => document.querySelector('#progress tbody')?.innerText.includes('coldness')")
    stored = options.run("async () => JSON.stringify(await chrome.storage.local.get('progress'))")
    assert "indly" not in stored
    options.run("() => document.querySelector('#erase-progress').click()")
    options.wait("() => document.querySelector('#progress').hidden")


def test_settings_are_loaded_from_a_file(options: Page) -> None:
    file = {
        "coolhead": 1,
        "settings": {"ruleset": "default", "reminder": True},
        "ignored": [{"scope": "rule", "rule": "base/kindly"}],
    }
    options.run(
        """json => {
          const field = document.getElementById('import-settings');
          const files = new DataTransfer();
          files.items.add(new File([json], 'settings.json', { type: 'application/json' }));
          field.files = files.files;
          field.dispatchEvent(new Event('change'));
        }""",
        json.dumps(file),
    )
    options.wait("() => document.querySelector('#reminder').checked")
    assert "base/kindly" in options.run("() => document.querySelector('#ignored').innerText")
