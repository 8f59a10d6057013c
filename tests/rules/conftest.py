"""The shipped rules, compiled once for all tests of them."""

from __future__ import annotations

from pathlib import Path

import pytest

from coolhead.matching import Engine, prepare


@pytest.fixture(scope="session")
def engine() -> Engine:
    return prepare(Path(__file__).parents[2] / "shared_rules")
