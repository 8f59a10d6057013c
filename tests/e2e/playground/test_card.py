"""The card of the playground: by pointer and by key, out of the way, its wordings undone in one step."""

from ..browser import Page
from ..desk import await_marks
from .page import DRAFT, OPEN_CARD, UI, write


def place_of(page: Page, words: str) -> tuple[float, float]:
    x, y = page.run(
        """words => {
          for (const [, highlight] of CSS.highlights) for (const range of highlight) {
            const box = range.getBoundingClientRect();
            if (range.toString() === words) return [box.x + box.width / 2, box.y + box.height / 2];
          }
        }""",
        words,
    )
    return x, y


def test_the_card_opens_under_a_resting_pointer_and_leaves_the_focus_alone(
    page: Page, faults: list[str]
) -> None:
    write(page)
    await_marks(page, error=faults)
    x, y = place_of(page, faults[1])
    page.hover(x - 3, y)
    page.hover(x, y)
    card = page.wait(OPEN_CARD)
    assert "Own the problem" in card
    assert page.run("() => document.activeElement.id") == "rich"
    page.type("!")
    page.wait(f"() => !({OPEN_CARD})()")


def test_the_card_s_wording_replaces_and_one_undo_takes_it_back(page: Page, faults: list[str]) -> None:
    write(page)
    await_marks(page, error=faults)
    page.press("F8")
    page.wait(OPEN_CARD)
    wording = page.run(f"() => {UI}.querySelector('.wording span').textContent")
    page.press("Alt+Enter")
    page.wait("wording => document.querySelector('#rich').innerText.includes(wording)", wording)
    page.wait(f"() => !({OPEN_CARD})()")
    page.press("Control+z")
    page.wait("draft => document.querySelector('#rich').innerText === draft", DRAFT)


def test_an_undo_leaves_nothing_selected_that_the_next_key_would_overwrite(
    page: Page, faults: list[str]
) -> None:
    write(page)
    await_marks(page, error=faults)
    page.press("F8")
    page.wait(OPEN_CARD)
    page.press("Alt+Enter")
    page.wait(f"() => !({OPEN_CARD})()")
    page.press("Control+z")
    page.wait("draft => document.querySelector('#rich').innerText === draft", DRAFT)
    page.wait("end => getSelection().isCollapsed && getSelection().anchorOffset === end", len(DRAFT))
    page.type("!")
    page.wait("draft => document.querySelector('#rich').innerText === draft + '!'", DRAFT)


def test_the_keys_walk_the_faults_and_escape_closes(page: Page, faults: list[str]) -> None:
    write(page)
    await_marks(page, error=faults)
    for expected in ("1 of 2", "2 of 2", "1 of 2"):
        page.press("F8")
        page.wait(f"expected => ({OPEN_CARD})()?.includes(expected)", expected)
    assert faults[0] in page.run(f"() => {UI}.querySelector('.live').textContent")
    page.press("Escape")
    page.wait(f"() => !({OPEN_CARD})()")


def test_what_is_ignored_is_no_longer_underlined(page: Page, faults: list[str]) -> None:
    write(page)
    await_marks(page, error=faults)
    page.press("F8")
    page.wait(OPEN_CARD)
    page.run(f"() => {UI}.querySelector('.ignore button').click()")
    await_marks(page, error=faults[1:])


def test_the_card_stays_in_the_viewport_and_off_the_caret_and_send(page: Page) -> None:
    write(page, "Dear Anna, thank you for your patience so far with all of this. " + DRAFT)
    page.press("F8")
    page.wait(OPEN_CARD)
    clear = page.run(
        f"""() => {{
          const card = {UI}.querySelector('.card').getBoundingClientRect();
          const caret = getSelection().getRangeAt(0).getBoundingClientRect();
          const send = document.querySelector('#send').getBoundingClientRect();
          const beside = (box) => box.right <= card.left || box.left >= card.right;
          const apart = (box) => beside(box) || box.bottom <= card.top || box.top >= card.bottom;
          const begins = card.left >= 0 && card.top >= 0;
          const inside = begins && card.right <= innerWidth && card.bottom <= innerHeight;
          return [inside, apart(caret), apart(send)];
        }}"""
    )
    assert clear == [True, True, True]
