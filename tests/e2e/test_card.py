"""The card: by pointer and by key, out of the way, never taking the focus by itself."""

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
