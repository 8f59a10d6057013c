"""What is underlined in the playground, and that its fields stay as they are."""

from ..browser import Page
from ..chromium import ChromiumPage
from ..desk import Desk, await_marks
from ..service import Service
from .page import DOCKED, DRAFT, UI, write


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


def test_marks_outlive_a_service_that_goes_down_and_recovery_is_by_itself(desk: Desk) -> None:
    own = Service().start()
    page = desk.browser.page(own.address)
    try:
        page.front()
        write(page, "You failed to call.")
        await_marks(page, error=["You failed to"])
        own.stop()
        page.type(" Thanks.")
        page.wait("() => document.querySelector('coolhead-ui').dataset.state === 'down'")
        await_marks(page, error=["You failed to"])
        assert "start it" in page.run(f"() => {DOCKED}.textContent")
        own.start()
        page.wait("() => document.querySelector('coolhead-ui').dataset.state === 'ok'")
    finally:
        page.close()
        own.stop()
