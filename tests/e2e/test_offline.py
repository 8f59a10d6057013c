"""Without a network: a service on this machine works as ever, one elsewhere says what is the matter."""

from collections.abc import Iterator
from contextlib import contextmanager

from . import privileged
from .chromium import Chromium
from .desk import Desk, await_marks, await_state, write
from .service import Service

FIELD = "document.querySelector('#editable')"
ELSEWHERE = "https://coolhead.example.com"


@contextmanager
def without_network(desk: Desk) -> Iterator[None]:
    """Chromium's emulation takes even this machine away; Firefox goes offline as a laptop does."""

    def go(offline: bool) -> None:
        if isinstance(desk.browser, Chromium):
            desk.browser.context.set_offline(offline)
        else:
            privileged.in_firefox(desk.browser, "offline => { Services.io.offline = offline; }", offline)

    go(True)
    try:
        yield
    finally:
        go(False)


def test_a_service_elsewhere_is_offline_in_its_own_words_until_the_network_is_back(desk: Desk) -> None:
    page = desk.open("front", "fields.html")
    with without_network(desk):
        desk.choose(address=ELSEWHERE)
        page.front()
        write(page, FIELD, " You failed to call.")
        await_state(page, "offline")
        popup = desk.popup(page)
        popup.wait("() => document.querySelector('#state').dataset.state === 'offline'")
        assert "Hints come back with the network." in popup.run("() => document.body.innerText")
        page.front()
        assert "You failed to call." in page.run(f"() => {FIELD}.innerText")
    popup.front()
    popup.wait("() => document.querySelector('#state').dataset.state === 'ungranted'")


def test_a_service_on_this_machine_needs_no_network(in_firefox: Desk, service: Service) -> None:
    in_firefox.choose(address=service.address)
    page = in_firefox.open("front", "fields.html")
    with without_network(in_firefox):
        write(page, FIELD, " You failed to call.")
        await_marks(page, error=["You failed to"])
    in_firefox.close_pages()
