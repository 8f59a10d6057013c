"""The playground of a service with the default rules, opened in both browsers."""

import json
from collections.abc import Iterator
from urllib.request import Request, urlopen

import pytest

from ..browser import Page
from ..desk import Desk
from ..service import Service
from .page import DRAFT, RULES


@pytest.fixture(scope="package")
def playground() -> Iterator[Service]:
    running = Service(COOLHEAD_RULES=str(RULES)).start()
    yield running
    running.stop()


@pytest.fixture(scope="package")
def faults(playground: Service) -> list[str]:
    """What the default rules mark in the draft: both faults, whatever words exactly."""
    asked = Request(
        f"{playground.address}/v1/check",
        json.dumps({"text": DRAFT}).encode(),
        {"Content-Type": "application/json"},
    )
    with urlopen(asked) as response:
        matches = json.load(response)["matches"]
    marked = [DRAFT[each["offset"] : each["offset"] + each["length"]] for each in matches]
    assert len(marked) == 2
    return marked


@pytest.fixture
def page(desk: Desk, playground: Service) -> Iterator[Page]:
    opened = desk.browser.page(playground.address)
    opened.front()
    opened.wait("() => Boolean(document.querySelector('coolhead-ui'))")
    yield opened
    opened.close()
