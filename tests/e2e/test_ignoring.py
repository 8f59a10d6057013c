"""Ignoring: here, this phrase, this rule, on this site; and how it is taken back."""

from .browser import Page
from .desk import Desk, await_marks, open_card, write

FIELD = "document.querySelector('#editable')"


def drafted(
    desk: Desk, words: str = " I see you failed to send it. As I said, kindly wait.", site: str = "front"
) -> Page:
    page = desk.open(site, "fields.html")
    write(page, FIELD, words)
    page.wait("() => CSS.highlights.has('coolhead-error') && CSS.highlights.has('coolhead-suggestion')")
    return page


def ignore(page: Page, scope: int) -> None:
    page.press("Control+Home")
    open_card(page)
    page.inside(
        "coolhead-ui", "(root, scope) => root.querySelectorAll('.card .ignore button')[scope].click()", scope
    )


def test_ignoring_here_lasts_for_this_message_only(desk: Desk) -> None:
    page = drafted(desk)
    ignore(page, 0)
    await_marks(page, warning=["As I said"], suggestion=["kindly"])
    assert "error" in str(drafted(desk).run("() => [...CSS.highlights.keys()]"))


def test_ignoring_a_phrase_or_a_rule_holds_everywhere_and_can_be_taken_back(desk: Desk) -> None:
    page = drafted(desk, " I see you failed to send it. You failed to call. Kindly wait.")
    ignore(page, 1)
    await_marks(page, suggestion=["Kindly"])
    other = desk.open("front", "fields.html")
    write(other, FIELD, " You failed to call. Kindly wait.")
    await_marks(other, suggestion=["Kindly"])
    ignore(other, 2)
    await_marks(other)
    page.front()
    await_marks(page)
    desk.options.open(desk.options.run("() => location.href"))
    desk.options.wait("() => document.querySelectorAll('#ignored button').length === 2")
    desk.options.run("() => document.querySelector('#ignored button').click()")
    desk.options.wait("() => document.querySelectorAll('#ignored button').length === 1")


def test_ignoring_a_rule_on_this_site_leaves_it_on_others(desk: Desk) -> None:
    page = drafted(desk)
    ignore(page, 3)
    await_marks(page, warning=["As I said"], suggestion=["kindly"])
    other = drafted(desk, " You failed to call. Kindly wait.", site="gmail")
    await_marks(other, error=["You failed to"], suggestion=["Kindly"])
    again = desk.open("front", "fields.html")
    write(again, FIELD, " You failed to call. Kindly wait.")
    await_marks(again, suggestion=["Kindly"])
