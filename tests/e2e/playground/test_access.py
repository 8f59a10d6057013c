"""axe-core finds nothing wrong with the playground, nor with card and panel, whose roots are open there."""

import pytest

from ..access import faults_of_access
from ..browser import Page
from ..desk import Desk, await_marks
from ..looks import LOOKS, seen_in
from .page import OPEN_CARD, UI, write


@pytest.mark.parametrize("look", LOOKS)
def test_axe_finds_nothing(desk: Desk, page: Page, look: str, faults: list[str]) -> None:
    with seen_in(desk, page, look):
        assert faults_of_access(page) == [], "before there are words"
        write(page)
        await_marks(page, error=faults)
        page.press("F8")
        page.wait(OPEN_CARD)
        assert faults_of_access(page) == [], "with the card"
        page.press("Escape")
        page.press("Control+a")
        page.type("Thank you, Anna.")
        await_marks(page)
        page.run(f"() => {UI}.querySelector('.chip').click()")
        page.wait(f"() => {UI}.querySelector('.panel:popover-open')")
        assert faults_of_access(page) == [], "with the panel and nothing underlined"
