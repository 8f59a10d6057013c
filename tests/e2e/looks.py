"""How people want to see pages: in light or dark, or in a few colours of their own."""

from collections.abc import Iterator
from contextlib import contextmanager

from .browser import Page
from .chromium import ChromiumPage
from .desk import Desk
from .privileged import preferences

LOOKS = ["light", "dark", "forced"]
HOLDS = {
    "light": "(prefers-color-scheme: light)",
    "dark": "(prefers-color-scheme: dark)",
    "forced": "(forced-colors: active)",
}


@contextmanager
def seen_in(desk: Desk, page: Page, look: str) -> Iterator[None]:
    """Shows `page` in one of LOOKS, as the operating system would ask for it."""
    if isinstance(page, ChromiumPage):
        forced, dark = look == "forced", look == "dark"
        page.tab.emulate_media(
            color_scheme="dark" if dark else "light", forced_colors="active" if forced else "none"
        )
        yield
        return
    chosen = {"browser__display__document_color_use": 2} if look == "forced" else {}
    scheme = {"layout__css__prefers-color-scheme__content-override": 0 if look == "dark" else 1}
    with preferences(desk.browser, **chosen, **scheme):
        page.wait("query => matchMedia(query).matches", HOLDS[look])
        yield
