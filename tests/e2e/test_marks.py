"""Marks stay at their words, and nothing of them is left when their field or our own element goes."""

from collections.abc import Iterator

import pytest

from .desk import Desk, await_frames, await_marks, await_no_card, await_state, open_card, write
from .looks import seen_in
from .service import Service

EDITABLE = "document.querySelector('#editable')"
TEXTAREA = "document.querySelector('#textarea')"

CHANGES = {
    "zoomed": "(field) => { field.style.zoom = 1.25; }",
    "the page zoomed": "() => { document.documentElement.style.zoom = 0.8; }",
    "narrowed": "(field) => { field.style.width = '260px'; }",
    "in another font": "(field) => { field.style.font = 'italic 21px/1.3 serif'; }",
    "padded and framed": "(field) => { field.style.padding = '3px 17px'; field.style.border = '5px solid'; }",
    "scrolled": "(field) => { field.scrollTop = 40; }",
    "moved": "() => { document.querySelector('main').style.paddingTop = '77px'; }",
    "in a scrolled page": "() => { document.body.style.height = '3000px'; scrollTo(0, 60); }",
}
ALIGNED = """(root, selector, patience) => new Promise((resolve, reject) => {
  const field = document.querySelector(selector);
  const end = performance.now() + patience;
  (function look() {
    const pane = root.querySelector('.mirror');
    const box = field.getBoundingClientRect();
    const scale = box.width / field.offsetWidth;
    const [copy, shown] = [pane.firstChild, pane.getBoundingClientRect()];
    const off = [
      shown.left - box.left - field.clientLeft * scale,
      shown.top - box.top - field.clientTop * scale,
      shown.width - field.clientWidth * scale,
      shown.height - field.clientHeight * scale,
      copy.offsetHeight - field.scrollHeight,
      copy.getBoundingClientRect().top - shown.top + field.scrollTop * scale,
    ];
    if (off.every((pixels) => Math.abs(pixels) < 1.5)) resolve();
    else if (performance.now() > end) reject(new Error(off.map((pixels) => pixels.toFixed(1)).join(' ')));
    else setTimeout(look, 10);
  })();
})"""

IN_FRAME = """root => {
  const [frame, painted] = [document.querySelector('iframe'), root.querySelector('.mirror [style*=wavy]')];
  const [outer, inner, words] = [frame, field, painted].map((shown) => shown.getBoundingClientRect());
  const off = [
    words.left - outer.left - frame.clientLeft - inner.left,
    words.top - outer.top - frame.clientTop - inner.top,
  ];
  const seen = getComputedStyle(painted).visibility === 'visible';
  return seen && off.every((pixels) => pixels > 0 && pixels < 6);
}"""


@pytest.fixture
def mirrored(in_firefox: Desk, service: Service) -> Iterator[Desk]:
    """Chromium paints in a textarea itself."""
    in_firefox.choose(address=service.address)
    yield in_firefox
    in_firefox.close_pages()


def test_the_mirror_lies_on_its_textarea_whatever_the_page_does(mirrored: Desk) -> None:
    page = mirrored.open("front", "fields.html")
    write(page, TEXTAREA, "You failed to call. " + "Words that fill the lines of the box. " * 9)
    await_state(page, "ok")
    for change, script in CHANGES.items():
        page.run(f"() => ({script})({TEXTAREA})")
        try:
            page.inside("coolhead-ui", ALIGNED, "#textarea", 3_000)
        except AssertionError as error:
            raise AssertionError(f"{change}: {error}") from error


def test_the_mirror_of_a_textarea_in_a_frame_lies_on_it(mirrored: Desk) -> None:
    page = mirrored.open("front", "fields.html")
    page.run(
        """() => {
          const frame = document.createElement('iframe');
          frame.style.cssText = 'margin: 50px 0 0 90px; height: 120px';
          document.querySelector('#frame').append(frame);
          const inner = frame.contentDocument;
          inner.body.innerHTML = '<div style="height: 90px"></div><textarea></textarea>';
          window.field = inner.querySelector('textarea');
          inner.defaultView.focus();
          field.focus();
        }"""
    )
    page.type("You failed to call.")
    await_state(page, "ok")
    assert "Blames the customer" in open_card(page)
    assert page.inside("coolhead-ui", IN_FRAME)


PAINTED = """root => {
  const painted = root.querySelector('.mirror [style*=wavy]');
  const { color, textDecorationColor, visibility } = getComputedStyle(painted);
  return [color, textDecorationColor, visibility];
}"""
UNDERLINED = ["rgba(0, 0, 0, 0)", "rgb(229, 72, 77)", "visible"]


def test_forced_colours_neither_show_the_mirror_s_words_nor_take_its_underlines(mirrored: Desk) -> None:
    page = mirrored.open("front", "fields.html")
    write(page, TEXTAREA, "You failed to call.")
    await_state(page, "ok")
    with seen_in(mirrored, page, "forced"):
        assert page.inside("coolhead-ui", PAINTED) == UNDERLINED


def test_an_underline_whose_words_are_covered_does_not_show_through(mirrored: Desk) -> None:
    page = mirrored.open("front", "fields.html")
    write(page, TEXTAREA, "You failed to call.")
    await_state(page, "ok")
    for cover, expected in (("block", "hidden"), ("none", "visible")):
        page.run(
            f"""() => {{
              const menu = document.querySelector('#menu') ?? document.createElement('div');
              menu.id = 'menu';
              menu.style.cssText = 'position: fixed; inset: 0; background: white; display: {cover}';
              document.body.append(menu);
            }}"""
        )
        await_frames(page)
        assert page.inside("coolhead-ui", PAINTED)[2] == expected


def test_a_host_torn_out_by_the_page_is_back_at_the_first_key(desk: Desk) -> None:
    page = desk.open("front", "fields.html")
    write(page, EDITABLE, " You failed to call.")
    await_marks(page, error=["You failed to"])
    for _ in range(3):
        page.run("() => document.querySelector('coolhead-ui').remove()")
        assert "Blames the customer" in open_card(page)


LEFT = """root => [
  document.adoptedStyleSheets.length,
  root.querySelectorAll('.mirror, :popover-open').length,
  ...['error', 'current'].map((ink) => Number(CSS.highlights.has(`coolhead-${ink}`))),
].reduce((sum, count) => sum + count)"""


@pytest.mark.parametrize("field", [EDITABLE, TEXTAREA], ids=["editable", "textarea"])
def test_nothing_is_left_of_a_field_that_is_gone(desk: Desk, field: str) -> None:
    page = desk.open("front", "fields.html")
    write(page, field, " You failed to call.")
    await_state(page, "ok")
    open_card(page)
    assert page.inside("coolhead-ui", LEFT) > 0
    page.run(f"() => {field}.remove()")
    await_no_card(page)
    assert page.inside("coolhead-ui", LEFT) == 0


CLEAR = """root => {
  const [card, field] = [root.querySelector('.card'), document.querySelector('#textarea')];
  const [box, { left, top }] = [card, field].map((shown) => shown.getBoundingClientRect());
  return box.right <= left || box.left >= left + 30 || box.bottom <= top + 40 || box.top >= top + 60;
}"""


def test_the_card_keeps_off_the_caret_in_a_textarea(desk: Desk) -> None:
    page = desk.open("front", "fields.html")
    page.run(
        f"""() => {{
          {TEXTAREA}.style.cssText = 'font: 16px/20px serif; padding: 0; border: 0; margin-top: 300px';
          {TEXTAREA}.value = 'You failed to call.\\n\\nBye';
          {TEXTAREA}.setSelectionRange(22, 22);
        }}"""
    )
    write(page, TEXTAREA, "e")
    await_state(page, "ok")
    open_card(page)
    assert page.inside("coolhead-ui", CLEAR)
