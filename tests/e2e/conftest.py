"""Real browsers, the built extension in them, the real service behind them."""

import signal
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Playwright, sync_playwright

from . import chromium, firefox
from .browser import Browser
from .desk import HOSTS, Desk
from .fixture_pages import FixturePages
from .service import Service

ROOT = Path(__file__).parents[2]
LIMIT = 180
"""Seconds a test may take, browsers' start included, on however busy a machine."""


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol(item: pytest.Item) -> Iterator[None]:
    """Ends a test that hangs in a browser; no wait of ours is that long."""

    def give_up(*_: object) -> None:
        raise TimeoutError(f"{item.nodeid} took more than {LIMIT} s")

    signal.signal(signal.SIGALRM, give_up)
    signal.alarm(LIMIT)
    try:
        return (yield)
    finally:
        signal.alarm(0)


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the unpacked extensions, freshly built, and the bundled editors in `editors`."""
    folder = tmp_path_factory.mktemp("built")
    for script, target in (
        ("extension/build.mjs", folder),
        ("tests/e2e/editors/bundle.mjs", folder / "editors"),
    ):
        subprocess.run(["node", script, target], cwd=ROOT, check=True, stdout=subprocess.DEVNULL)
    return folder


@pytest.fixture(scope="session")
def pages(built: Path) -> Iterator[FixturePages]:
    served = FixturePages([*HOSTS.values()], built / "editors")
    yield served
    served.shutdown()
    served.server_close()


@pytest.fixture(scope="session")
def service() -> Iterator[Service]:
    running = Service().start()
    yield running
    running.stop()


def require(program: Path, package: str) -> None:
    if not program.exists():
        pytest.fail(
            f"{program} is missing: these tests drive a real browser. Get it: apt-get install -y {package}"
        )


@pytest.fixture(scope="session")
def playwright() -> Iterator[Playwright]:
    with sync_playwright() as running:
        yield running


@pytest.fixture(scope="session")
def in_chromium(
    playwright: Playwright, built: Path, pages: FixturePages, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Desk]:
    require(chromium.PROGRAM, "chromium")
    profile = tmp_path_factory.mktemp("chromium")
    browser = chromium.Chromium(playwright, built / "coolhead-chrome", profile, pages.port)
    yield Desk(browser, pages)
    browser.close()


@pytest.fixture(scope="session")
def in_firefox(built: Path, pages: FixturePages, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    require(firefox.PROGRAM, "firefox-esr")
    browser: Browser = firefox.Firefox(
        built / "coolhead-firefox", tmp_path_factory.mktemp("firefox"), [*HOSTS.values()]
    )
    yield Desk(browser, pages)
    browser.close()


@pytest.fixture(params=["chromium", "firefox"])
def desk(request: pytest.FixtureRequest, service: Service) -> Iterator[Desk]:
    """Each test runs in both browsers, with default settings and the service up."""
    found: Desk = request.getfixturevalue(f"in_{request.param}")
    found.choose(address=service.address)
    yield found
    found.close_pages()
