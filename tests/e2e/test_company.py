"""Together with input methods, other checkers, updates of the extension and a worker that sleeps."""

from .chromium import ChromiumPage
from .desk import Desk, await_marks, marked, open_card, write
from .service import Service

FIELD = "document.querySelector('#editable')"


def test_while_an_input_method_composes_nothing_is_checked_or_repainted(
    in_chromium: Desk, service: Service
) -> None:
    desk = in_chromium
    desk.choose(address=service.address)
    page = desk.open("front", "fields.html")
    assert isinstance(page, ChromiumPage)
    write(page, FIELD, " You failed to call. ")
    await_marks(page, error=["You failed to"])
    before = page.run("() => [...CSS.highlights.get('coolhead-error')].map(String)")
    for letters in ("k", "ki", "kindly"):
        page.debugger.send(
            "Input.imeSetComposition",
            {"text": letters, "selectionStart": len(letters), "selectionEnd": len(letters)},
        )
        assert page.run("() => [...CSS.highlights.get('coolhead-error')].map(String)") == before
    assert "suggestion" not in marked(page)
    page.debugger.send("Input.insertText", {"text": "kindly "})
    await_marks(page, error=["You failed to"], suggestion=["kindly"])
    desk.close_pages()


def test_another_checker_s_marks_and_attributes_are_left_in_peace(desk: Desk) -> None:
    page = desk.open("front", "fields.html")
    page.run(
        f"""() => {{
          const field = {FIELD};
          field.setAttribute('data-gramm', 'true');
          CSS.highlights.set('other-checker', new Highlight());
          new MutationObserver(() => {{
            const range = new Range();
            range.selectNodeContents(field);
            CSS.highlights.get('other-checker').clear();
            CSS.highlights.get('other-checker').add(range);
            if (document.querySelector('other-overlay')) return;
            document.documentElement.append(document.createElement('other-overlay'));
          }}).observe(field, {{ childList: true, characterData: true, subtree: true }});
        }}"""
    )
    write(page, FIELD, " You failed to call.")
    await_marks(page, error=["You failed to"])
    assert page.run("() => CSS.highlights.get('other-checker').size") == 1
    assert page.run(f"() => {FIELD}.getAttribute('data-gramm')") == "true"
    assert page.run("() => document.querySelectorAll('other-overlay').length") == 1


def test_marks_thrown_out_by_the_page_come_back(desk: Desk) -> None:
    page = desk.open("front", "fields.html")
    write(page, FIELD, " You failed to call.")
    await_marks(page, error=["You failed to"])
    page.run("() => { CSS.highlights.clear(); document.querySelector('coolhead-ui').remove(); }")
    page.type(" Again.")
    await_marks(page, error=["You failed to"])
    page.run(f"() => {{ {FIELD}.blur(); {FIELD}.focus(); }}")
    page.wait("() => document.querySelector('coolhead-ui') !== null")
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
