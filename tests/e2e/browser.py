"""What every test may ask of a browser, whichever it is; `chromium.py` and `firefox.py` fulfil it."""

from pathlib import Path
from typing import Any, Protocol

PATIENCE = 15.0
"""Seconds until a state that does not come is a failure."""


class Page(Protocol):
    """One tab. Scripts are functions such as `() => document.title`, run in the page's own world."""

    def open(self, url: str) -> None: ...

    def run(self, function: str, *arguments: Any) -> Any: ...

    def wait(self, function: str, *arguments: Any, patience: float = PATIENCE) -> Any:
        """Runs `function` once a frame until it gives something truthy, and returns that."""

    def inside(self, host: str, function: str, *arguments: Any) -> Any:
        """Runs `(root, …arguments) => …` on the closed shadow root of the element that matches `host`."""

    def press(self, keys: str) -> None:
        """One key or chord, such as `Escape` or `Control+z`."""

    def type(self, text: str) -> None: ...

    def hover(self, x: float, y: float) -> None: ...

    def click(self, x: float, y: float) -> None: ...

    def screenshot(self, path: Path) -> None: ...

    def front(self) -> None: ...

    def close(self) -> None: ...


class Browser(Protocol):
    """A running browser with the extension in it."""

    name: str

    def page(self, url: str = "about:blank") -> Page: ...

    def panel(self, path: str) -> Page:
        """One of the extension's own pages, such as `options/options.html`."""

    def close(self) -> None: ...
