"""Which fields are looked after, and that nothing of them is changed."""

import pytest

from .desk import Desk, await_marks, await_no_card, await_state, marked, open_card, write

EDITABLE = "document.querySelector('#editable')"


def test_marks_leave_the_field_s_own_html_as_it_was(desk: Desk) -> None:
    page = desk.open("front", "fields.html")
    html = "<p>As I said, <b>you failed</b> to &amp; kindly wait.</p><ul><li>you failed to</li></ul>"
    page.run(f"html => {{ {EDITABLE}.innerHTML = html; {EDITABLE}.focus(); }}", html)
    before = page.run(f"() => {EDITABLE}.outerHTML")
    await_marks(page, error=["you failed to"] * 2, warning=["As I said"], suggestion=["kindly"])
    page.press("F8")
    assert page.run(f"() => {EDITABLE}.outerHTML") == before
    assert page.run("() => [...document.body.children].map((child) => child.tagName)") == ["MAIN"]


def test_a_textarea_keeps_its_text_and_attributes(desk: Desk) -> None:
    page = desk.open("front", "fields.html")
    field = "document.querySelector('#textarea')"
    before = page.run(f"() => {field}.outerHTML")
    write(page, field, "You failed to call.")
    await_state(page, "ok")
    assert page.run(f"() => {field}.outerHTML") == before
    assert page.run(f"() => {field}.value") == "You failed to call."


@pytest.mark.parametrize("name", ["search", "password", "postcode", "code"])
def test_a_field_that_is_no_message_is_let_be(desk: Desk, name: str) -> None:
    page = desk.open("front", "fields.html")
    write(page, f"document.querySelector('#{name}')", "You failed to.")
    write(page, EDITABLE, "Kindly ")
    await_state(page, "ok")
    assert [words.lower() for words in marked(page).get("suggestion", [])] == ["kindly"]
    assert "error" not in marked(page)


@pytest.mark.parametrize("mount", ["mount", "mountInShadow", "mountInFrame"])
def test_a_field_that_comes_late_is_found(desk: Desk, mount: str) -> None:
    page = desk.open("front", "fields.html")
    page.run(f"() => {{ window.made = {mount}(); }}")
    page.run("() => { made.ownerDocument.defaultView.focus(); made.focus(); }")
    page.type("You failed to call.")
    page.wait("""() => {
      const marked = made.ownerDocument.defaultView.CSS.highlights.get('coolhead-error');
      return marked?.size === 1;
    }""")


def test_a_field_replaced_by_a_re_render_is_found_again_and_nothing_is_left_of_the_old_one(
    desk: Desk,
) -> None:
    page = desk.open("front", "fields.html")
    for _ in range(3):
        page.run("() => { mount().focus(); }")
        page.type("You failed to call.")
        await_marks(page, error=["You failed to"])
    page.run("() => { document.querySelector('#late').replaceChildren(); }")
    await_marks(page)


def test_marks_follow_typing_before_them(desk: Desk) -> None:
    page = desk.open("front", "fields.html")
    write(page, EDITABLE, " You failed to call.")
    await_marks(page, error=["You failed to"])
    page.press("Control+Home")
    page.type("Well, 🙂 hello. ")
    await_marks(page, error=["You failed to"])


def test_words_in_another_language_are_left_alone(desk: Desk) -> None:
    page = desk.open("front", "fields.html")
    write(page, EDITABLE, " Guten Tag, die Lieferung kommt am Montag bei Ihnen an. ")
    await_state(page, "ok")
    await_marks(page)


SEEN = """(root, selector) => {
  const field = document.querySelector(selector);
  const [painted] = CSS.highlights.get('coolhead-error') ?? root.querySelectorAll('.mirror [style*=wavy]');
  const [words, box] = [painted, field].map((shown) => shown.getBoundingClientRect());
  return words.top >= box.top && words.bottom <= box.bottom && words.top >= 0 && words.bottom <= innerHeight;
}"""


@pytest.mark.parametrize("selector", ["#editable", "#textarea"])
def test_a_fault_out_of_sight_is_scrolled_into_view(desk: Desk, selector: str) -> None:
    page = desk.open("front", "fields.html")
    lines = ["You failed to call.", *["All is well."] * 60]
    page.run(
        """(selector, lines) => {
          const field = document.querySelector(selector);
          field.style.cssText = 'height: 90px; overflow: auto; margin: 2000px 0';
          if (field.matches('textarea')) field.value = lines.join('\\n');
          else field.replaceChildren(...lines.flatMap((line) => [line, document.createElement('br')]));
          field.focus();
        }""",
        selector,
        lines,
    )
    page.press("Control+End")
    page.type("Z")
    await_state(page, "ok")
    page.run("selector => { document.querySelector(selector).scrollTop = 9999; scrollTo(0, 0); }", selector)
    assert not page.inside("coolhead-ui", SEEN, selector)
    assert "Blames the customer" in open_card(page)
    assert page.inside("coolhead-ui", SEEN, selector)


@pytest.mark.parametrize("mount", ["mountInShadow", "mountInFrame"])
def test_a_wording_lands_in_a_shadow_root_and_in_a_frame_and_one_undo_takes_it_back(
    desk: Desk, mount: str
) -> None:
    page = desk.open("front", "fields.html")
    page.run(f"() => {{ window.made = {mount}(); }}")
    page.run("() => { made.ownerDocument.defaultView.focus(); made.focus(); }")
    page.type("Sorry, you failed to call.")
    await_state(page, "ok")
    open_card(page)
    words = "words => made.innerText.trim() === words"
    page.press("Alt+Enter")
    await_no_card(page)
    page.wait(words, "Sorry, we did not call.")
    page.press("Control+z")
    page.wait(words, "Sorry, you failed to call.")
    page.type("Z")
    page.wait(words, "Sorry, you failed to call.Z")
