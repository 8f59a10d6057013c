"""The playground as a newcomer uses it: the draft, and where its boxes are (their roots are open there)."""

from pathlib import Path

from ..browser import Page

RULES = Path(__file__).parents[3] / "shared_rules"
DRAFT = "As I already told you, you should have read the terms."

UI = "document.querySelector('coolhead-ui').shadowRoot"
OPEN_CARD = f"() => {UI}.querySelector('.card:popover-open')?.innerText"
DOCKED = "document.querySelector('#checklist').shadowRoot"


def write(page: Page, text: str = DRAFT) -> None:
    """Types into the rich field and waits for the answer."""
    page.run("() => document.querySelector('#rich').focus()")
    page.type(text)
    page.wait("() => document.querySelector('coolhead-ui').dataset.state === 'ok'")
