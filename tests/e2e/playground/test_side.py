"""Chip, checklist, approved lines and reminder of the playground."""

from ..browser import Page
from ..desk import await_marks
from .page import DOCKED, UI, write


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
