"""The pictures of the store listing, taken of the real thing when COOLHEAD_SCREENSHOTS is set."""

import os
from pathlib import Path

import pytest

from .desk import Desk, await_state, open_card, panel_words, write
from .service import Service, free_port

FOLDER = Path(__file__).parents[2] / "extension" / "store" / "screenshots"
REPLY = "Hi Kim, as I already told you, you should have read the terms before ordering. "

ROOT = "document.querySelector('coolhead-ui').shadowRoot"  # open in the playground
STILL = "async root => { await Promise.all(root.getAnimations().map((animation) => animation.finished)); }"

pytestmark = pytest.mark.skipif(
    "COOLHEAD_SCREENSHOTS" not in os.environ, reason="only on demand: rewrites the pictures"
)


def test_pictures_for_the_store(in_chromium: Desk) -> None:
    FOLDER.mkdir(parents=True, exist_ok=True)
    desk = in_chromium
    service = Service(COOLHEAD_RULES="").start()
    try:
        desk.choose(address=service.address)
        page = desk.open("gmail", "gmail.html")
        write(page, "document.querySelector('#body')", REPLY)
        page.wait("() => CSS.highlights.get('coolhead-error')?.size === 2")
        page.screenshot(FOLDER / "gmail-marks.png")
        open_card(page)
        page.inside("coolhead-ui", STILL)
        page.screenshot(FOLDER / "gmail-card.png")
        page.press("Escape")
        page.inside("coolhead-ui", "root => root.querySelector('.chip').click()")
        page.inside("coolhead-ui", STILL)
        page.screenshot(FOLDER / "gmail-checklist.png")
        helpdesk = desk.open("zendesk", "zendesk.html")
        helpdesk.wait("() => Boolean(window.editor)")
        write(helpdesk, "editor.field", REPLY)
        await_state(helpdesk, "ok")
        assert "upset" in panel_words(helpdesk)
        open_card(helpdesk)
        helpdesk.inside("coolhead-ui", STILL)
        helpdesk.screenshot(FOLDER / "zendesk-card.png")
        desk.options.front()
        desk.options.open(f"{desk.browser.origin}/options/options.html")  # type: ignore[attr-defined]
        desk.options.wait("() => 'ready' in document.documentElement.dataset")
        desk.options.screenshot(FOLDER / "options.png")
        desk.choose(address=f"http://127.0.0.1:{free_port()}")
        popup = desk.popup(page)
        popup.wait("() => document.querySelector('#state').dataset.state === 'down'")
        popup.tab.set_viewport_size({"width": 340, "height": 400})  # type: ignore[attr-defined]
        popup.screenshot(FOLDER / "popup-down.png")
    finally:
        desk.close_pages()
        service.stop()


def test_picture_of_the_playground(in_chromium: Desk) -> None:
    service = Service(COOLHEAD_RULES="").start()
    page = in_chromium.browser.page(service.address)
    try:
        page.front()
        page.wait("() => Boolean(document.querySelector('coolhead-ui'))")
        page.run("() => document.querySelector('#rich').focus()")
        page.type("Hi Anna, as I already told you, you should have read the terms. ")
        page.wait("() => document.querySelector('coolhead-ui').dataset.state === 'ok'")
        page.press("F8")
        page.wait(f"() => {ROOT}.querySelector('.card:popover-open')")
        page.run(f"() => ({STILL})({ROOT})")
        page.screenshot(FOLDER / "playground.png")
    finally:
        page.close()
        service.stop()
