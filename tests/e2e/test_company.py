"""Together with input methods, other checkers, updates of the extension and a worker that sleeps."""

from .desk import Desk, await_box, await_marks, await_state, marked, open_card, write
from .input_method import commit, compose
from .service import Service

FIELD = "document.querySelector('#editable')"


def test_while_an_input_method_composes_nothing_is_checked_or_repainted(desk: Desk) -> None:
    page = desk.open("front", "fields.html")
    write(page, FIELD, " You failed to call. ")
    await_marks(page, error=["You failed to"])
    for letters in ("k", "ki", "kindly"):
        compose(desk, page, letters)
        page.wait(f"letters => {FIELD}.innerText.includes(letters)", f"call. {letters}")
        assert marked(page) == {"error": ["You failed to"]}
    # Longer than any pause after which a key is followed by a question.
    page.run("() => new Promise((resolve) => setTimeout(resolve, 500))")
    assert marked(page) == {"error": ["You failed to"]}
    commit(desk, page, "kindly ")
    await_marks(page, error=["You failed to"], suggestion=["kindly"])


OTHER_CHECKER = """() => {
  const field = document.querySelector('#editable');
  const overlay = document.createElement('other-checker');
  overlay.attachShadow({ mode: 'closed' }).innerHTML = '<b style="position: fixed; top: 0">1</b>';
  const look = () => {
    field.setAttribute('data-other-checker', String(field.innerText.length));
    const range = new Range();
    range.selectNodeContents(field);
    CSS.highlights.set('other-checker', new Highlight(range));
    // It wants to be the last, so as to lie on top.
    if (document.documentElement.lastChild !== overlay) document.documentElement.append(overlay);
  };
  look();
  new MutationObserver(look).observe(document.documentElement, { childList: true });
  new MutationObserver(look).observe(field, { childList: true, characterData: true, subtree: true });
}"""
RESTLESS = """() => new Promise((resolve) => {
  let changes = 0;
  const count = new MutationObserver((records) => { changes += records.length; });
  const everything = { attributes: true, childList: true, characterData: true, subtree: true };
  count.observe(document.documentElement, everything);
  setTimeout(() => resolve([changes, count.disconnect()][0]), 600);
})"""


def test_another_checker_that_answers_every_change_is_left_in_peace_and_both_come_to_rest(
    desk: Desk,
) -> None:
    page = desk.open("front", "fields.html")
    page.run(OTHER_CHECKER)
    write(page, FIELD, " You failed to call.")
    await_marks(page, error=["You failed to"])
    assert "Blames the customer" in open_card(page)
    page.press("Alt+Enter")
    await_marks(page)
    await_state(page, "ok")
    assert page.run("() => CSS.highlights.get('other-checker').size") == 1
    told, length = page.run(
        f"() => [{FIELD}.getAttribute('data-other-checker'), String({FIELD}.innerText.length)]"
    )
    assert told == length
    assert page.run("() => document.querySelectorAll('other-checker').length") == 1
    assert page.run(RESTLESS) == 0


def test_marks_thrown_out_by_the_page_come_back(desk: Desk) -> None:
    page = desk.open("front", "fields.html")
    write(page, FIELD, " You failed to call.")
    await_marks(page, error=["You failed to"])
    page.run("() => { CSS.highlights.clear(); document.querySelector('coolhead-ui').remove(); }")
    page.type(" Again.")
    await_marks(page, error=["You failed to"])
    await_box(page, ".chip")
    assert "Blames the customer" in open_card(page)


def test_a_worker_that_was_stopped_wakes_for_the_next_words(in_chromium: Desk, service: Service) -> None:
    desk = in_chromium
    desk.choose(address=service.address)
    page = desk.open("front", "fields.html")
    write(page, FIELD, " You failed to call.")
    await_marks(page, error=["You failed to"])
    stop_workers(desk)
    page.type(" Kindly wait.")
    await_marks(page, error=["You failed to"], suggestion=["Kindly"])
    desk.close_pages()


def stop_workers(desk: Desk) -> None:
    """As the browser does after half a minute without work, and more harshly."""
    send = desk.options.debugger.send  # type: ignore[attr-defined]
    targets = send("Target.getTargets")["targetInfos"]
    workers = [target["targetId"] for target in targets if target["type"] == "service_worker"]
    assert workers, "no worker was running"
    for worker in workers:
        send("Target.closeTarget", {"targetId": worker})
