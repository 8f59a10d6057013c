"""The chip: dragged and hidden for one site, brought back by the popup, out of everybody's way."""

import re
from collections.abc import Iterator

import pytest

from .browser import Page
from .chromium import ChromiumPage
from .desk import Desk, await_box, await_state, open_card, write
from .firefox import FirefoxPage
from .service import free_port

FIELD = "document.querySelector('#editable')"
CHIP = """root => {
  const { left, top, width, height } = root.querySelector('.chip:popover-open').getBoundingClientRect();
  return [left + width / 2, top + height / 2];
}"""


@pytest.fixture(autouse=True)
def forgotten(desk: Desk) -> Iterator[None]:
    yield
    desk.options.run("() => chrome.storage.local.remove('chips')")


def drafted(desk: Desk, site: str = "front") -> Page:
    page = desk.open(site, "fields.html")
    write(page, FIELD, " Kindly wait.")
    await_state(page, "ok")
    await_box(page, ".chip")
    return page


def chip_of(page: Page) -> tuple[float, float]:
    x, y = page.inside("coolhead-ui", CHIP)
    return x, y


def drag(page: Page, x: float, y: float, across: float, down: float) -> None:
    if isinstance(page, ChromiumPage):
        mouse = page.tab.mouse
        mouse.move(x, y)
        mouse.down()
        mouse.move(x + across / 2, y + down / 2)
        mouse.move(x + across, y + down)
        mouse.up()
        return
    assert isinstance(page, FirefoxPage)
    stops = [(x, y), (x + across / 2, y + down / 2), (x + across, y + down)]
    start, half, end = ({"type": "pointerMove", "x": round(left), "y": round(top)} for left, top in stops)
    press, release = ({"type": kind, "button": 0} for kind in ("pointerDown", "pointerUp"))
    page.act({"type": "pointer", "id": "mouse", "actions": [start, press, half, end, release]})


def test_it_stays_where_it_was_dragged_on_this_site_and_is_at_its_corner_on_others(desk: Desk) -> None:
    page = drafted(desk)
    x, y = chip_of(page)
    drag(page, x, y, -80, -40)
    moved = chip_of(page)
    assert moved == pytest.approx((x - 80, y - 40), abs=1)
    assert not page.inside("coolhead-ui", "root => Boolean(root.querySelector('.panel:popover-open'))")
    kept = "async () => Boolean((await chrome.storage.local.get('chips')).chips?.['app.frontapp.com'])"
    desk.options.wait(kept)
    assert chip_of(drafted(desk)) == pytest.approx(moved, abs=1)
    assert chip_of(drafted(desk, "gmail")) == pytest.approx((x, y), abs=1)


def test_hidden_here_it_says_how_to_get_it_back_stays_hidden_and_comes_back(desk: Desk) -> None:
    page = drafted(desk)
    page.inside(
        "coolhead-ui",
        """root => {
          root.querySelector('.chip').click();
          root.querySelectorAll('.panel .bar button')[1].click();
        }""",
    )
    assert "toolbar brings the chip back" in await_box(page, ".reminder")
    assert not page.inside("coolhead-ui", "root => Boolean(root.querySelector('.chip:popover-open'))")
    desk.options.wait("async () => Boolean((await chrome.storage.local.get('chips')).chips)")
    again = desk.open("front", "fields.html")
    write(again, FIELD, " Kindly wait.")
    await_state(again, "ok")
    assert not again.inside("coolhead-ui", "root => Boolean(root.querySelector('.chip:popover-open'))")
    popup = desk.popup(again)
    popup.wait("() => !document.querySelector('#chip-hidden').hidden")
    popup.run("() => document.querySelector('#show-chip').click()")
    popup.wait("() => document.querySelector('#chip-hidden').hidden")
    popup.close()
    again.front()
    again.run(f"() => {{ {FIELD}.blur(); {FIELD}.focus(); }}")
    await_box(again, ".chip")


def test_it_makes_way_for_another_checker_s_badge(desk: Desk) -> None:
    page = drafted(desk)
    x, y = chip_of(page)
    page.run(
        """(x, y) => {
          const other = document.documentElement.appendChild(document.createElement('other-checker'));
          other.style.cssText = `position: fixed; left: ${x - 14}px; top: ${y - 14}px; z-index: 99999`;
          const badge = document.createElement('div');
          badge.style.cssText = 'width: 28px; height: 28px; background: green';
          other.attachShadow({ mode: 'closed' }).append(badge);
        }""",
        x,
        y,
    )
    page.type(" Now.")
    page.inside(
        "coolhead-ui",
        """(root, x, y) => new Promise((resolve, reject) => {
          const end = performance.now() + 5000;
          (function look() {
            const box = root.querySelector('.chip').getBoundingClientRect();
            const middle = [box.left + box.width / 2, box.top + box.height / 2];
            const apart = Math.max(Math.abs(middle[0] - x), Math.abs(middle[1] - y));
            if (!root.querySelector('.chip:popover-open') || apart >= 28) resolve();
            else if (performance.now() > end) reject(new Error('the chip covers the badge'));
            else setTimeout(look, 10);
          })();
        })""",
        x,
        y,
    )


def test_it_tells_faults_and_score_and_what_is_the_matter(desk: Desk) -> None:
    page = drafted(desk)
    told = """root => {
      const { textContent, ariaLabel } = root.querySelector('.chip');
      return [textContent, ariaLabel];
    }"""
    count, name = page.inside("coolhead-ui", told)
    assert count == "1"
    assert re.fullmatch(r"coolhead: 1 phrase to look at, score \d+ of 100\. Open the checklist", name)
    popup = desk.popup(page)
    popup.wait("() => 'ready' in document.documentElement.dataset")
    popup.run("() => document.querySelector('#pause-message').click()")
    popup.wait("() => document.querySelector('#paused-words').textContent.includes('this message')")
    popup.close()
    page.front()
    assert page.inside("coolhead-ui", told) == ["‖", "coolhead: paused"]
    desk.choose(address=f"http://127.0.0.1:{free_port()}")
    again = desk.open("front", "fields.html")
    write(again, FIELD, " Kindly wait.")
    await_state(again, "down")
    sign, trouble = again.inside("coolhead-ui", told)
    assert sign == "!" and "does not answer" in trouble


@pytest.mark.parametrize("zoom", ["0.8", "1.5"])
def test_on_a_page_that_zooms_itself_it_is_at_its_corner_and_the_card_at_its_words(
    desk: Desk, zoom: str
) -> None:
    page = desk.open("front", "fields.html")
    page.run("zoom => { document.documentElement.style.zoom = zoom; }", zoom)
    write(page, FIELD, " Kindly wait.")
    await_state(page, "ok")
    await_box(page, ".chip")
    x, y = chip_of(page)
    field = page.run(f"() => {FIELD}.getBoundingClientRect().toJSON()")
    assert (x, y) == pytest.approx((field["right"] - 21, field["bottom"] - 21), abs=2)
    open_card(page)
    card = page.inside("coolhead-ui", "root => root.querySelector('.card').getBoundingClientRect().toJSON()")
    words = page.run(
        """() => {
          const [range] = CSS.highlights.get('coolhead-suggestion');
          return range.getBoundingClientRect().toJSON();
        }"""
    )
    assert card["left"] == pytest.approx(max(8, words["left"]), abs=10)
    assert 0 <= card["top"] - words["bottom"] < 40
