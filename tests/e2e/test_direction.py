"""Right to left: pages that are written so, and an interface in a language that is."""

import pytest

from .browser import Page
from .desk import Desk, await_box, await_state, marked, open_card, write

FIELD = "document.querySelector('#editable')"
STICKS_OUT = """(root, box) => {
  const outer = root.querySelector(`${box}:popover-open`).getBoundingClientRect();
  return [...root.querySelectorAll(`${box} *`)]
    .filter((part) => {
      const { left, right, width } = part.getBoundingClientRect();
      return width > 0 && (left < outer.left - 1 || right > outer.right + 1);
    })
    .map((part) => part.className || part.tagName);
}"""
SIDE_OF_CLOSE = """root => {
  const outer = root.querySelector('.card').getBoundingClientRect();
  const { left, right } = root.querySelector('.card .close').getBoundingClientRect();
  return left + right < outer.left + outer.right ? 'left' : 'right';
}"""


def drafted(desk: Desk) -> Page:
    page = desk.open("front", "fields.html")
    page.run("() => { document.documentElement.dir = 'rtl'; }")
    write(page, FIELD, "שלום, תודה שפנית אלינו. ")
    page.type("I see you failed to call.")
    await_state(page, "ok")
    return page


def test_on_a_right_to_left_page_the_words_are_marked_and_the_boxes_are_beside_them(desk: Desk) -> None:
    page = drafted(desk)
    assert marked(page) == {"error": ["you failed to"]}
    words = page.run("() => [...CSS.highlights.get('coolhead-error')][0].getBoundingClientRect().toJSON()")
    open_card(page)
    await_box(page, ".chip")
    card, chip = page.inside(
        "coolhead-ui",
        """root => ['.card', '.chip'].map((box) => {
          const { left, right, top, bottom } = root.querySelector(box).getBoundingClientRect();
          return { left, right, top, bottom };
        })""",
    )
    assert card["left"] >= 0 and card["right"] <= 1200
    assert card["left"] < words["right"] and card["right"] > words["left"], "not beside the words"
    assert card["top"] >= words["bottom"] or card["bottom"] <= words["top"], "over the words"
    field = page.run(f"() => {FIELD}.getBoundingClientRect().toJSON()")
    assert field["left"] <= chip["left"] and chip["right"] <= field["right"] + 40
    assert page.run("() => document.documentElement.scrollWidth <= innerWidth")


@pytest.mark.parametrize(("direction", "side"), [("ltr", "right"), ("rtl", "left")])
def test_card_and_panel_hold_their_content_in_either_direction(desk: Desk, direction: str, side: str) -> None:
    page = drafted(desk)
    page.run("direction => { document.querySelector('coolhead-ui').dir = direction; }", direction)
    open_card(page)
    assert page.inside("coolhead-ui", SIDE_OF_CLOSE) == side
    assert page.inside("coolhead-ui", STICKS_OUT, ".card") == []
    page.press("Escape")
    page.inside("coolhead-ui", "root => root.querySelector('.chip').click()")
    await_box(page, ".panel")
    assert page.inside("coolhead-ui", STICKS_OUT, ".panel") == []


@pytest.mark.parametrize("path", ["popup/popup.html", "options/options.html"])
def test_popup_and_options_hold_their_content_in_either_direction(desk: Desk, path: str) -> None:
    panel = desk.browser.panel(path)
    desk.opened.append(panel)
    panel.wait("() => 'ready' in document.documentElement.dataset")
    for direction in ("ltr", "rtl"):
        panel.run("direction => { document.documentElement.dir = direction; }", direction)
        sticks_out = panel.run(
            """() => [...document.querySelectorAll('body *')]
              .filter((part) => {
                const { left, right, width } = part.getBoundingClientRect();
                return width > 0 && (left < 0 || right > document.documentElement.clientWidth);
              })
              .map((part) => part.id || part.tagName)"""
        )
        assert sticks_out == [], direction
