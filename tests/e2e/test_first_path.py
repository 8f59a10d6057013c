"""The whole path: type in a page, see the blame underlined, take a better wording, undo it."""

from .desk import Desk, await_marks, await_no_card, open_card

DRAFT = "I see that you failed to send it."
BETTER = "I see that we did not send it."


def test_blame_in_a_gmail_compose_box_is_underlined_explained_replaced_and_restored(desk: Desk) -> None:
    page = desk.open("gmail", "gmail.html")
    words = "() => document.querySelector('#body').firstElementChild.textContent"
    page.run("() => document.querySelector('#body').focus()")
    page.type(DRAFT)
    await_marks(page, error=["you failed to"])
    card = open_card(page)
    assert "Blames the customer" in card
    assert "we did not" in card
    page.press("Alt+Enter")
    page.wait(f"better => ({words})() === better", BETTER)
    await_no_card(page)
    page.press("Control+z")
    page.wait(f"draft => ({words})() === draft", DRAFT)


def test_zendesk_s_editor_takes_the_wording_into_its_model(desk: Desk) -> None:
    page = desk.open("zendesk", "zendesk.html")
    page.wait("() => Boolean(window.editor)")
    page.run("() => window.editor.field.focus()")
    page.type(DRAFT)
    await_marks(page, error=["you failed to"])
    open_card(page)
    page.press("Alt+Enter")
    await_no_card(page)
    page.wait("better => editor.model() === better && editor.field.innerText.trim() === better", BETTER)
    page.press("Control+z")
    page.wait("draft => editor.model() === draft", DRAFT)
