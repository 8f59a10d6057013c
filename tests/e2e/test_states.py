"""Calm in every state of the service: own words in the popup, nothing lost, back by itself."""

from collections.abc import Callable, Iterator

import pytest

from .browser import Page
from .desk import Desk, await_marks, await_state, marked, write
from .service import Service, free_port
from .stand_in import StandIn

FIELD = "document.querySelector('#editable')"


@pytest.fixture
def stand_in() -> Iterator[Callable[[str], StandIn]]:
    started = []

    def start(manner: str) -> StandIn:
        started.append(StandIn(manner))
        return started[-1]

    yield start
    for each in started:
        each.stop()


def popup_state(desk: Desk, page: Page) -> tuple[str, str]:
    """State and words of the popup, opened for the tab of `page`."""
    popup = desk.popup(page)
    popup.wait("() => 'ready' in document.documentElement.dataset")
    found = popup.run(
        "() => [document.querySelector('#state').dataset.state, document.querySelector('#state').innerText]"
    )
    popup.close()
    page.front()
    return found[0], found[1]


def test_a_service_that_is_down_says_so_loses_nothing_and_is_back_by_itself(desk: Desk) -> None:
    service = Service(port=free_port())
    desk.choose(address=service.address)
    page = desk.open("front", "fields.html")
    write(page, FIELD, " You failed to call.")
    await_state(page, "down")
    state, words = popup_state(desk, page)
    assert state == "down"
    assert "not running" in words and "coolhead serve" in words
    assert "You failed to call." in page.run(f"() => {FIELD}.innerText")
    service.start()
    try:
        await_marks(page, error=["You failed to"])
        assert popup_state(desk, page)[0] == "ok"
    finally:
        service.stop()


@pytest.mark.parametrize(
    ("manner", "state", "words"),
    [
        ("busy", "upgraded", "being upgraded"),
        ("another", "garbage", "Something else answers"),
        ("slow", "slow", "takes too long"),
    ],
)
def test_each_trouble_has_its_own_words(
    desk: Desk, stand_in: Callable[[str], StandIn], manner: str, state: str, words: str
) -> None:
    desk.choose(address=stand_in(manner).address)
    page = desk.open("front", "fields.html")
    write(page, FIELD, " Hello there.")
    await_state(page, state)
    found, shown = popup_state(desk, page)
    assert found == state
    assert words in shown
    page.type(" Go on.")
    assert "Go on." in page.run(f"() => {FIELD}.innerText")


def test_a_wrong_token_is_named_and_the_right_one_helps_at_once(desk: Desk) -> None:
    service = Service(COOLHEAD_TOKEN="a-token-of-the-team").start()
    try:
        desk.choose(address=service.address)
        page = desk.open("front", "fields.html")
        write(page, FIELD, " You failed to call.")
        await_state(page, "wrong-token")
        assert "token" in popup_state(desk, page)[1]
        desk.choose(address=service.address, token="a-token-of-the-team")
        page.front()
        await_marks(page, error=["You failed to"])
    finally:
        service.stop()


def test_only_the_latest_text_counts_while_the_service_is_slow(
    desk: Desk, stand_in: Callable[[str], StandIn]
) -> None:
    service = stand_in("slow")
    desk.choose(address=service.address)
    page = desk.open("front", "fields.html")
    write(page, FIELD, " one")
    page.type(" two")
    page.type(" three")
    await_state(page, "slow")
    assert len(service.texts) <= 2, "requests pile up"
    service.manner = "well"
    service.woken.set()
    await_state(page, "ok")
    assert "one two three" in service.texts[-1]


def test_a_paused_tab_shows_nothing_and_goes_on(desk: Desk) -> None:
    page = desk.open("front", "fields.html")
    write(page, FIELD, " You failed to call.")
    await_marks(page, error=["You failed to"])
    popup = desk.popup(page)
    popup.wait("() => 'ready' in document.documentElement.dataset")
    assert "app.frontapp.com" in popup.run("() => document.querySelector('#site-name').textContent")
    for button in ("#pause-tab", "#pause-quarter"):
        popup.run("button => document.querySelector(button).click()", button)
        popup.wait("() => !document.querySelector('#paused').hidden")
        await_marks(page)
        popup.run("() => document.querySelector('#resume').click()")
        popup.wait("() => document.querySelector('#paused').hidden")
        await_marks(page, error=["You failed to"])
    popup.run("() => document.querySelector('#site-on').click()")
    await_marks(page)
    popup.run("() => document.querySelector('#site-on').click()")
    await_marks(page, error=["You failed to"])
    popup.run("() => document.querySelector('#pause-message').click()")
    popup.wait("() => document.querySelector('#paused-words').textContent.includes('this message')")
    await_marks(page)
    popup.close()


def test_no_text_goes_out_while_switched_off(desk: Desk, stand_in: Callable[[str], StandIn]) -> None:
    service = stand_in("well")
    desk.choose(address=service.address, offHosts=["app.frontapp.com"])
    page = desk.open("front", "fields.html")
    write(page, FIELD, " You failed to call.")
    other = desk.open("gmail", "gmail.html")
    write(other, "document.querySelector('#body')", "You failed to write.")
    await_state(other, "ok")
    assert all("call" not in text for text in service.texts)
    assert marked(page) == {}
