"""The card: by pointer and by key, out of the way, never taking the focus by itself."""

import pytest

from .browser import Page
from .desk import Desk, await_card, await_marks, await_no_card, open_card, write

FIELD = "document.querySelector('#editable')"
CENTRE = """() => {
  const [range] = CSS.highlights.get('coolhead-error');
  const box = range.getBoundingClientRect();
  return [box.left + box.width / 2, box.top + box.height / 2];
}"""


def drafted(desk: Desk, words: str = " I see you failed to send it. As I said, kindly wait.") -> Page:
    page = desk.open("front", "fields.html")
    write(page, FIELD, words)
    page.wait("() => CSS.highlights.has('coolhead-error') && CSS.highlights.has('coolhead-suggestion')")
    return page


def is_focused(page: Page) -> bool:
    return bool(page.run(f"() => document.activeElement === {FIELD}"))


def test_hovering_opens_it_and_leaving_closes_it_while_the_field_keeps_the_focus(desk: Desk) -> None:
    page = drafted(desk)
    x, y = page.run(CENTRE)
    page.hover(x, y)
    assert "Blames the customer" in await_card(page)
    assert is_focused(page)
    page.hover(1100, 700)
    await_no_card(page)


def test_keys_walk_the_faults_in_reading_order_and_back_and_close(desk: Desk) -> None:
    page = drafted(desk)
    page.press("Control+Home")
    titles = []
    for key in ("F8", "F8", "F8", "F8", "Shift+F8"):
        titles.append(open_card(page, key).splitlines()[0])
    assert titles == [
        "Blames the customer",
        "Repeats itself at the customer",
        "Sounds stiff",
        "Blames the customer",
        "Sounds stiff",
    ]
    assert is_focused(page)
    page.press("Escape")
    await_no_card(page)
    page.type("Z")
    assert "Z" in page.run(f"() => {FIELD}.innerText")


def test_typing_goes_on_while_the_card_is_open(desk: Desk) -> None:
    page = drafted(desk)
    open_card(page)
    page.type(" More words.")
    assert "kindly wait. More words." in page.run(f"() => {FIELD}.innerText")


def test_a_click_on_a_wording_applies_it_without_taking_the_focus(desk: Desk) -> None:
    page = drafted(desk)
    page.press("Control+Home")
    open_card(page)
    x, y = page.inside(
        "coolhead-ui",
        """root => {
          const box = root.querySelectorAll('.card button.wording')[1].getBoundingClientRect();
          return [box.left + box.width / 2, box.top + box.height / 2];
        }""",
    )
    page.click(x, y)
    page.wait(f"() => {FIELD}.innerText.includes('I see we have yet to send it.')")
    assert is_focused(page)


def test_escape_closes_the_card_and_only_the_next_one_reaches_the_page(desk: Desk) -> None:
    page = drafted(desk)
    page.run(
        """() => {
          window.escapes = 0;
          document.addEventListener('keydown', ({ key }) => { if (key === 'Escape') escapes += 1; });
        }"""
    )
    open_card(page)
    page.press("Escape")
    await_no_card(page)
    assert page.run("() => escapes") == 0
    page.press("Escape")
    assert page.run("() => escapes") == 1


@pytest.mark.parametrize("way", ["Escape", "click"])
def test_a_card_that_was_closed_does_not_come_back_under_the_resting_pointer(desk: Desk, way: str) -> None:
    page = drafted(desk)
    x, y = page.run(CENTRE)
    page.hover(x, y)
    await_card(page)
    if way == "Escape":
        page.press("Escape")
    else:
        page.click(x, y)
    await_no_card(page)
    page.hover(x + 2, y)
    # Three times as long as a pointer must rest for a card.
    page.run("() => new Promise((resolve) => setTimeout(resolve, 660))")
    await_no_card(page)
    page.hover(1100, 700)
    page.hover(x, y)
    await_card(page)


def test_the_card_is_worked_by_keys_alone_and_gives_the_focus_back(desk: Desk) -> None:
    page = drafted(desk)
    page.press("Control+Home")
    open_card(page)
    page.press("Alt+ArrowDown")
    page.press("ArrowDown")
    assert page.inside("coolhead-ui", "root => root.activeElement.className") == "wording"
    page.press("Enter")
    page.wait(f"() => {FIELD}.innerText.includes('I see we have yet to send it.')")
    await_no_card(page)
    assert is_focused(page)
    page.type("Z")
    assert "Z" in page.run(f"() => {FIELD}.innerText")


def test_no_button_of_the_card_sends_the_form_around_the_field(desk: Desk) -> None:
    page = desk.open("front", "fields.html")
    page.run(
        """() => {
          window.submitted = 0;
          const form = document.createElement('form');
          form.addEventListener('submit', (event) => { event.preventDefault(); submitted += 1; });
          document.querySelector('#editable').replaceWith(form);
          form.innerHTML = '<div id="editable" contenteditable="true"></div><button>Send</button>';
        }"""
    )
    write(page, FIELD, "I see you failed to send it. Kindly wait.")
    page.wait("() => CSS.highlights.has('coolhead-suggestion')")
    for button in ("summary", ".close", ".ignore button", ".wording"):
        open_card(page)
        page.inside("coolhead-ui", "(root, button) => root.querySelector(`.card ${button}`).click()", button)
    await_marks(page)
    assert page.run("() => submitted") == 0
