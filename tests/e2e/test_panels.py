"""Popup and options: every choice is saved, works at once in open pages, and can be reached by anybody."""

import json
import re

import pytest

from .browser import Page
from .desk import BOX, Desk, await_box, await_marks, await_state, write

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
    words = options.run("() => document.querySelector('#health').textContent")
    assert re.fullmatch(r"Ready\. The last answer took \d+ ms\.", words)


def test_the_chip_comes_and_goes_with_its_tick(desk: Desk, options: Page) -> None:
    page = desk.open("front", "fields.html")
    write(page, FIELD, " Kindly wait.")
    await_box(page, ".chip")
    options.front()
    set_value(options, "chip", False)
    page.front()
    page.inside("coolhead-ui", BOX, ".chip", False, 5_000)
    options.front()
    set_value(options, "chip", True)
    page.front()
    page.run(f"() => {{ {FIELD}.blur(); {FIELD}.focus(); }}")
    await_box(page, ".chip")


def test_the_rule_set_is_asked_for_by_its_name(desk: Desk, options: Page) -> None:
    set_value(options, "ruleset", "another-team")
    page = desk.open("front", "fields.html")
    write(page, FIELD, " You failed to call.")
    await_state(page, "refused")
    options.front()
    set_value(options, "ruleset", "default")
    page.front()
    await_marks(page, error=["You failed to"])


def test_the_keys_are_listed_as_they_are(options: Page) -> None:
    keys = options.run("() => document.querySelector('#keys').innerText")
    assert "Next hint" in keys and "Alt+." in keys and "Alt+A" in keys
    page = options.run("() => document.querySelector('#keys-page').textContent")
    assert "chrome://extensions/shortcuts" in page or "about:addons" in page
