"""Text goes to the set address and nowhere else."""

from playwright.sync_api import Request

from .desk import HOSTS, Desk, await_marks, write
from .service import Service


def test_the_extension_asks_nobody_but_the_set_address(in_chromium: Desk, service: Service) -> None:
    desk = in_chromium
    desk.choose(address=service.address)
    asked: list[Request] = []
    desk.browser.context.on("request", lambda request: asked.append(request))  # type: ignore[attr-defined]
    page = desk.open("gmail", "gmail.html")
    write(page, "document.querySelector('#body')", "You failed to call.")
    await_marks(page, error=["You failed to"])
    desk.popup(page).wait("() => 'ready' in document.documentElement.dataset")
    desk.close_pages()
    own = desk.browser.origin  # type: ignore[attr-defined]
    elsewhere = {
        request.url
        for request in asked
        if not request.url.startswith((own, service.address, f"https://{HOSTS['gmail']}:"))
    }
    assert elsewhere == set()
    sent = [request for request in asked if "You failed to call." in (request.post_data or "")]
    assert {request.url for request in sent} <= {f"{service.address}/v1/check"}


def test_a_page_cannot_reach_into_the_card(desk: Desk) -> None:
    page = desk.open("front", "fields.html")
    write(page, "document.querySelector('#editable')", " You failed to call.")
    await_marks(page, error=["You failed to"])
    assert page.run("() => document.querySelector('coolhead-ui').shadowRoot") is None
    assert page.run("() => typeof chrome === 'undefined' || !chrome.storage") is True
