"""The whole path: type in a page, see the blame underlined, take a better wording, undo it."""

from .desk import Desk, await_marks


def test_blame_is_underlined_in_a_gmail_compose_box(desk: Desk) -> None:
    page = desk.open("gmail", "gmail.html")
    page.run("() => { document.querySelector('#body').focus(); }")
    page.type("I see that you failed to send it.")
    await_marks(page, error=["you failed to"])
