"""On helpdesk-shaped pages only the agent's own words are judged, and the customer's are read along."""

import pytest

from .browser import Page
from .desk import Desk, await_box, await_marks, await_state, open_card, panel_words, write
from .service import Service

CENTRE_OF_SEND = """() => {
  const { left, top, width, height } = document.querySelector('.aoO').getBoundingClientRect();
  return [left + width / 2, top + height / 2];
}"""


@pytest.mark.parametrize("shape", ["pop-up", "inline", "full"])
def test_gmail_quote_and_signature_are_left_alone(desk: Desk, shape: str) -> None:
    page = desk.open("gmail", f"gmail.html?{shape}")
    write(page, "document.querySelector('#body')", "As I said, kindly wait.")
    await_marks(page, warning=["As I said"], suggestion=["kindly"])
    assert "upset" in panel_words(page), (
        "the customer's message was not read, or its quote and signature were"
    )


def test_gmail_s_other_fields_are_let_be(desk: Desk) -> None:
    page = desk.open("gmail", "gmail.html")
    for field in ("[name=subjectbox]", "[name=q]"):
        write(page, f"document.querySelector('{field}')", "You failed to.")
    write(page, "document.querySelector('#body')", "Kindly wait.")
    await_marks(page, suggestion=["Kindly"])


def test_outlook_s_forwarded_part_is_left_alone(desk: Desk) -> None:
    page = desk.open("outlook", "outlook.html")
    page.wait("() => Boolean(window.editor)")
    page.run("""() => editor.load('<p>Kindly wait.</p><div id="appendonsend"></div><hr>'
        + '<div id="divRplyFwdMsg"><b>From:</b> Kim</div><div>You failed to pack it.</div>')""")
    page.run("() => editor.field.focus()")
    await_marks(page, suggestion=["Kindly"])
    assert "upset" in panel_words(page)


@pytest.mark.parametrize("site", ["zendesk", "intercom", "freshdesk"])
def test_internal_notes_stay_silent(desk: Desk, site: str) -> None:
    page = desk.open(site, f"{site}.html")
    page.wait("() => Boolean(window.editor)")
    write(page, "editor.field", "Kindly wait.")
    await_marks(page, suggestion=["Kindly"])
    assert "upset" in panel_words(page)
    page.run("() => document.querySelector('[data-channel=internal]').click()")
    write(page, "editor.field", " As I said, kindly.")
    await_state(page, "paused")
    await_marks(page)
    page.run("() => document.querySelector('[data-channel=public]').click()")
    write(page, "editor.field", " Now.")
    await_marks(page, warning=["As I said"], suggestion=["Kindly", "kindly"])


def test_send_and_the_caret_are_never_covered(desk: Desk) -> None:
    page = desk.open("gmail", "gmail.html")
    write(page, "document.querySelector('#body')", "Hello. " * 40 + "you failed to send it.")
    await_marks(page, error=["you failed to"])
    open_card(page)
    boxes = {"card": box_of(page, ".card"), "chip": box_of(page, ".chip")}
    page.press("Escape")
    page.inside("coolhead-ui", "root => root.querySelector('.chip').click()")
    await_box(page, ".panel")
    boxes["panel"] = box_of(page, ".panel")
    precious = page.run(
        """() => {
          const caret = getSelection().getRangeAt(0).getBoundingClientRect();
          const send = document.querySelector('.aoO').getBoundingClientRect();
          return { caret: caret.toJSON(), send: send.toJSON() };
        }"""
    )
    for name, box in boxes.items():
        assert box["width"] > 0
        assert box["left"] >= 0 and box["top"] >= 0 and box["right"] <= 1200 and box["bottom"] <= 800
        for what, other in precious.items():
            assert apart(box, other), f"{name} {box} covers {what} {other}"


def box_of(page: Page, box: str) -> dict[str, float]:
    script = "(root, box) => root.querySelector(box).getBoundingClientRect().toJSON()"
    found: dict[str, float] = page.inside("coolhead-ui", script, box)
    return found


def apart(one: dict[str, float], other: dict[str, float]) -> bool:
    beside = one["right"] <= other["left"] or one["left"] >= other["right"]
    return beside or one["bottom"] <= other["top"] or one["top"] >= other["bottom"]


REMINDED = "root => Boolean(root.querySelector('.reminder:popover-open'))"


@pytest.mark.parametrize("way", ["Control+Enter", "Meta+Enter", "click"])
def test_the_reminder_before_sending_shows_and_never_stops_the_sending(
    desk: Desk, service: Service, way: str
) -> None:
    desk.choose(address=service.address, reminder=True)
    page = desk.open("gmail", "gmail.html")
    write(page, "document.querySelector('#body')", "Hello Kim, you failed to pack it.")
    await_marks(page, error=["you failed to"])
    if way == "click":
        page.click(*page.run(CENTRE_OF_SEND))
    else:
        page.press(way.replace("Meta", "Meta" if desk.browser.name == "chromium" else "\ue03d"))
    assert "1 phrase to look at" in await_box(page, ".reminder")
    assert page.run("() => [sent, prevented]") == [1, 0]
    assert "you failed to pack it." in page.run("() => document.querySelector('#body').innerText")


def test_without_the_wish_to_be_reminded_there_is_no_reminder(desk: Desk) -> None:
    page = desk.open("gmail", "gmail.html")
    write(page, "document.querySelector('#body')", "Hello Kim, you failed to pack it.")
    await_marks(page, error=["you failed to"])
    page.press("Control+Enter")
    page.click(*page.run(CENTRE_OF_SEND))
    assert page.run("() => sent") == 2
    assert not page.inside("coolhead-ui", REMINDED)
