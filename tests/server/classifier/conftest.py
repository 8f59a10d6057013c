"""The shipped classifier, and samples of held-back drafts."""

import json
from pathlib import Path
from typing import Any

import pytest

from coolhead import classifier
from coolhead.classifier.model import Classifier

HERE = Path(__file__).parent


@pytest.fixture(scope="session")
def ear() -> Classifier:
    found = classifier.load()
    assert not isinstance(found, classifier.Unavailable), found.reason
    return found


def rows(name: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (HERE / f"{name}.jsonl").read_text().splitlines()]


@pytest.fixture(scope="session")
def held_back() -> list[dict[str, Any]]:
    return rows("held_back")


@pytest.fixture(scope="session")
def pairs() -> list[dict[str, Any]]:
    return rows("pairs")
