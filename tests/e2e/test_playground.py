"""The playground: the page a newcomer sees, running the extension's own content modules."""

import json
from collections.abc import Iterator
from pathlib import Path
from urllib.request import Request, urlopen

import pytest

from .browser import Page
from .chromium import ChromiumPage
from .desk import Desk, await_marks
from .service import Service

ROOT = Path(__file__).parents[2]
AXE = ROOT / "node_modules/axe-core/axe.min.js"
DRAFT = "As I already told you, you should have read the terms."

UI = "document.querySelector('coolhead-ui').shadowRoot"
OPEN_CARD = f"() => {UI}.querySelector('.card:popover-open')?.innerText"
DOCKED = "document.querySelector('#checklist').shadowRoot"


@pytest.fixture(scope="module")
def playground() -> Iterator[Service]:
    running = Service(COOLHEAD_RULES=str(ROOT / "shared_rules")).start()
    yield running
    running.stop()


@pytest.fixture(scope="module")
def faults(playground: Service) -> list[str]:
    """What the default rules mark in the draft: both faults, whatever words exactly."""
    asked = Request(
        f"{playground.address}/v1/check",
        json.dumps({"text": DRAFT}).encode(),
        {"Content-Type": "application/json"},
    )
    with urlopen(asked) as response:
        matches = json.load(response)["matches"]
    marked = [DRAFT[each["offset"] : each["offset"] + each["length"]] for each in matches]
    assert len(marked) == 2
    return marked


@pytest.fixture
def page(desk: Desk, playground: Service) -> Iterator[Page]:
    opened = desk.browser.page(playground.address)
    opened.front()
    opened.wait("() => Boolean(document.querySelector('coolhead-ui'))")
    yield opened
    opened.close()


def write(page: Page, text: str = DRAFT) -> None:
    page.run("() => document.querySelector('#rich').focus()")
    page.type(text)
    page.wait("() => document.querySelector('coolhead-ui').dataset.state === 'ok'")


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


def test_both_faults_are_underlined_as_they_are_typed(page: Page, faults: list[str]) -> None:
    write(page)
    await_marks(page, error=faults)


def test_a_textarea_is_underlined_too(page: Page) -> None:
    page.run("() => document.querySelector('input[value=plain]').click()")
    page.type(DRAFT)
    page.wait(
        f"""() => {{
          const mirrored = {UI}.querySelectorAll('.mirror span').length;
          return mirrored === 2 || CSS.highlights.get('coolhead-error')?.size === 2;
        }}"""
    )


def test_the_field_s_own_dom_is_never_touched(page: Page, faults: list[str]) -> None:
    write(page)
    await_marks(page, error=faults)
    assert page.run("() => document.querySelector('#rich').innerHTML") == DRAFT
    assert page.run("() => document.querySelector('#rich').getAttributeNames().length") == 9


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


def test_the_checklist_shows_what_is_missing_and_what_the_customer_feels(
    page: Page, faults: list[str]
) -> None:
    write(page)
    await_marks(page, error=faults)
    text = f"() => {DOCKED}.textContent"
    page.wait(f"() => ({text})().includes('A real apology') && ({text})().includes('upset')")


def test_the_approved_lines_come_with_an_abusive_customer(page: Page) -> None:
    write(page)
    page.run(
        """() => {
          const example = document.querySelector('#example');
          example.value = 'abusive';
          example.dispatchEvent(new Event('change'));
        }"""
    )
    page.wait(f"() => {DOCKED}.querySelector('.boundary button')")


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


def test_a_field_in_an_open_shadow_root_is_served_like_any_other(page: Page, faults: list[str]) -> None:
    page.run(
        """() => {
          const host = document.body.appendChild(document.createElement('div'));
          const root = host.attachShadow({ mode: 'open' });
          root.innerHTML = '<div contenteditable="true" style="min-height: 3em"></div>';
          window.inner = root.firstChild;
          inner.scrollIntoView();
          inner.focus();
        }"""
    )
    page.type(DRAFT)
    await_marks(page, error=faults)
    assert page.run("() => inner.getRootNode().adoptedStyleSheets.length") == 1
    page.press("F8")
    page.wait(OPEN_CARD)
    wording = page.run(f"() => {UI}.querySelector('.wording span').textContent")
    page.press("Alt+Enter")
    page.wait("wording => inner.textContent.includes(wording)", wording)


def test_a_field_in_a_frame_has_its_card_in_the_page_around_it(page: Page) -> None:
    page.run(
        """() => new Promise((resolve) => {
          const frame = document.createElement('iframe');
          frame.srcdoc = '<div contenteditable="true"></div>';
          frame.style.cssText = 'display: block; width: 600px; height: 90px; margin: 20px 60px';
          frame.addEventListener('load', () => {
            window.inner = frame.contentDocument.body.firstChild;
            inner.focus();
            resolve();
          });
          document.querySelector('.masthead').after(frame);
        })"""
    )
    page.type(DRAFT)
    marked = "inner.ownerDocument.defaultView.CSS.highlights.get('coolhead-error')"
    page.wait(f"() => {marked}?.size === 2")
    page.press("F8")
    page.wait(OPEN_CARD)
    near = page.run(
        f"""() => {{
          const card = {UI}.querySelector('.card').getBoundingClientRect();
          const frame = document.querySelector('iframe').getBoundingClientRect();
          const boxes = [...{marked}].map((range) => range.getBoundingClientRect());
          const [words] = boxes.sort((one, other) => one.left - other.left);
          const [across, down] = [card.left - frame.left - words.left, card.top - frame.top - words.bottom];
          return [across, down, card, words];
        }}"""
    )
    assert abs(near[0]) < 12 and near[1] < 40, near


def test_the_chip_makes_way_for_a_button(page: Page) -> None:
    write(page)
    chip = f"{UI}.querySelector('.chip:popover-open')"
    page.wait(f"() => {chip}")
    page.run(
        f"""() => {{
          const {{ left, top, width, height }} = {chip}.getBoundingClientRect();
          const button = document.body.appendChild(document.createElement('button'));
          button.id = 'corner';
          const place = `left: ${{left}}px; top: ${{top}}px; width: ${{width}}px; height: ${{height}}px`;
          button.style.cssText = `position: fixed; ${{place}}`;
        }}"""
    )
    page.wait(
        f"""() => {{
          const chip = {chip}?.getBoundingClientRect();
          const button = document.querySelector('#corner').getBoundingClientRect();
          return !chip || chip.right <= button.left || chip.bottom <= button.top || chip.top >= button.bottom;
        }}"""
    )


def test_evidence_is_shown_in_the_text_while_its_row_is_pointed_at(page: Page) -> None:
    write(page, "I am sorry that your jug arrived in pieces. I will send a new one by Thursday at noon.")
    page.wait(f"() => {DOCKED}.querySelector('.row.met[tabindex]')")
    page.run(f"() => {DOCKED}.querySelector('.row.met[tabindex]').focus()")
    page.wait("() => CSS.highlights.get('coolhead-evidence')?.size > 0")
    page.run(f"() => {DOCKED}.querySelector('.row.met[tabindex]').blur()")
    page.wait("() => !CSS.highlights.has('coolhead-evidence')")


def test_pausing_for_this_message_clears_it_and_resuming_brings_it_back(
    page: Page, faults: list[str]
) -> None:
    write(page)
    await_marks(page, error=faults)
    pause = f"() => {UI}.querySelector('.panel .bar button').click()"
    page.run(f"() => {UI}.querySelector('.chip').click()")
    page.run(pause)
    await_marks(page)
    page.wait(f"() => {UI}.querySelector('.panel .bar button').textContent === 'Resume'")
    page.run(pause)
    await_marks(page, error=faults)


def test_the_reminder_shows_and_eats_no_event(page: Page, faults: list[str]) -> None:
    write(page)
    await_marks(page, error=faults)
    page.run(
        """() => document.querySelector('#rich').addEventListener('keydown', (event) => {
          if (event.ctrlKey && event.key === 'Enter') document.documentElement.dataset.sent = 'yes';
        })"""
    )
    page.press("Control+Enter")
    page.wait(f"() => {UI}.querySelector('.reminder:popover-open')")
    assert page.run("() => document.documentElement.dataset.sent") == "yes"


LOOKS = [
    "",
    "font: 14px monospace",
    "font: 11.5px Georgia; letter-spacing: 0.3px; word-spacing: 2px; tab-size: 3",
    "padding: 3px 40px 9px 2px; border: 7px solid red",
    "zoom: 1.25",
    "transform: scale(0.8)",
    "width: 211px; flex: none",
    "height: 120px; flex: none; min-height: 0",
    "direction: rtl",
    "text-align: center; text-transform: uppercase; line-height: 2.3; text-indent: 33px",
]
FARTHEST = """css => new Promise((resolve) => {
  const field = document.querySelector('#plain');
  field.style.cssText = css;
  field.scrollTop = 60;
  const measure = () => {
    let offset = 0;
    let farthest = 0;
    for (const line of UI.querySelectorAll('.mirror p')) {
      for (const piece of line.childNodes) {
        const end = offset + piece.textContent.length;
        if (piece.nodeType === 1) {
          const truth = field.rangeOf(offset, end).getBoundingClientRect();
          const drawn = piece.getBoundingClientRect();
          const across = Math.abs(truth.left - drawn.left);
          const down = Math.abs(truth.top + truth.bottom - drawn.top - drawn.bottom) / 2;
          farthest = Math.max(farthest, across, down);
        }
        offset = end;
      }
    }
    resolve(farthest);
  };
  requestAnimationFrame(() => requestAnimationFrame(() => requestAnimationFrame(measure)));
})""".replace("UI", UI)


def test_the_mirror_lies_within_a_pixel_of_where_the_browser_says_the_words_are(
    in_chromium: Desk, playground: Service
) -> None:
    page = in_chromium.browser.page(playground.address)
    page.run(
        """() => {
          const { prototype } = HTMLTextAreaElement;
          prototype.rangeOf = prototype.createValueRange;
          delete prototype.createValueRange;
          document.querySelector('input[value=plain]').click();
          document.querySelector('#plain').value = 'Hello there,\\n\\n'.repeat(6);
        }"""
    )
    page.type(f"{DRAFT} {DRAFT}")
    page.wait(f"() => {UI}.querySelectorAll('.mirror span').length === 4")
    try:
        distances = {look: page.run(FARTHEST, look) for look in LOOKS}
    finally:
        page.close()
    assert {look: distance for look, distance in distances.items() if distance >= 1} == {}


def test_nothing_is_painted_or_asked_until_a_composition_ends(
    in_chromium: Desk, playground: Service, faults: list[str]
) -> None:
    page = in_chromium.browser.page(playground.address)
    assert isinstance(page, ChromiumPage)
    try:
        write(page)
        await_marks(page, error=faults)
        page.run(
            """() => {
              window.asked = 0;
              const { fetch } = window;
              window.fetch = (...request) => [window.asked++, fetch(...request)][1];
            }"""
        )
        composition = {"text": "に", "selectionStart": 1, "selectionEnd": 1}
        page.debugger.send("Input.imeSetComposition", composition)
        page.debugger.send("Input.imeSetComposition", {**composition, "text": "にほ"})
        page.wait("() => document.querySelector('#rich').innerText.endsWith('にほ')")
        # Longer than any pause after which a key is followed by a question.
        page.run("() => new Promise((resolve) => setTimeout(resolve, 500))")
        assert page.run("() => window.asked") == 0
        await_marks(page, error=faults)
        page.debugger.send("Input.insertText", {"text": "日本"})
        page.wait("() => window.asked === 1 && document.querySelector('#rich').innerText.endsWith('日本')")
    finally:
        page.close()


def test_nothing_is_left_of_a_field_that_is_gone(page: Page, faults: list[str]) -> None:
    write(page)
    await_marks(page, error=faults)
    page.run("() => document.querySelector('#rich').remove()")
    await_marks(page)
    page.wait(f"() => !{UI}.querySelector(':popover-open')")
    assert page.run("() => document.adoptedStyleSheets.length") == 0


@pytest.mark.parametrize("key", ["F8", "chip"])
def test_axe_finds_nothing(page: Page, key: str, faults: list[str]) -> None:
    write(page)
    await_marks(page, error=faults)
    if key == "F8":
        page.press("F8")
        page.wait(OPEN_CARD)
    else:
        page.run(f"() => {UI}.querySelector('.chip').click()")
        page.wait(f"() => {UI}.querySelector('.panel:popover-open')")
    page.run(f"() => {{ {AXE.read_text(encoding='utf-8')} }}")
    found = page.run(
        "async () => (await axe.run(document)).violations.map((each) => [each.id, each.nodes.length])"
    )
    assert found == []


def test_marks_outlive_a_service_that_goes_down_and_recovery_is_by_itself(
    desk: Desk, faults: list[str]
) -> None:
    own = Service(COOLHEAD_RULES=str(ROOT / "shared_rules")).start()
    page = desk.browser.page(own.address)
    try:
        page.front()
        write(page)
        await_marks(page, error=faults)
        own.stop()
        page.type(" Thanks.")
        page.wait("() => document.querySelector('coolhead-ui').dataset.state === 'down'")
        await_marks(page, error=faults)
        assert "start it" in page.run(f"() => {DOCKED}.textContent")
        own.start()
        page.wait("() => document.querySelector('coolhead-ui').dataset.state === 'ok'")
    finally:
        page.close()
        own.stop()
