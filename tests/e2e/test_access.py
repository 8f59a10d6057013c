"""Popup and options can be used by anybody: axe-core finds nothing, everything is reached by keys."""

import pytest

from .access import faults_of_access
from .browser import Page
from .desk import Desk, await_marks, await_state, write
from .looks import LOOKS, seen_in

FIELD = "document.querySelector('#editable')"


def drafted(desk: Desk, words: str) -> Page:
    page = desk.open("front", "fields.html")
    write(page, FIELD, words)
    await_state(page, "ok")
    return page


def ready(page: Page) -> Page:
    page.wait("() => 'ready' in document.documentElement.dataset")
    return page


@pytest.mark.parametrize("look", LOOKS)
def test_axe_finds_nothing_in_popup_and_options(desk: Desk, look: str) -> None:
    panels = [
        desk.popup(drafted(desk, " Kindly wait.")),
        desk.popup(drafted(desk, " Thank you.")),
        desk.browser.panel("popup/popup.html"),
        desk.browser.panel("options/options.html"),
    ]
    desk.opened.extend(panels[2:])
    for panel in panels:
        panel.front()
        with seen_in(desk, panel, look):
            assert faults_of_access(ready(panel)) == [], panel.run("() => location.href")


def test_everything_in_the_popup_is_reached_by_tab(desk: Desk) -> None:
    page = drafted(desk, " Kindly wait.")
    await_marks(page, suggestion=["Kindly"])
    popup = ready(desk.popup(page))
    reached = []
    for _ in range(5):
        popup.press("Tab")
        reached.append(popup.run("() => document.activeElement.id"))
    assert reached == ["site-on", "pause-message", "pause-quarter", "pause-tab", "options"]
