"""Habits of the house that no linter knows."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PACKAGE = ROOT / "server" / "coolhead"
MODULES = sorted(PACKAGE.rglob("*.py"))
LONGEST = 250
LONGEST_ENTRY = 80
ENTRIES = (PACKAGE / "web" / "__init__.py", PACKAGE / "cli" / "__init__.py", PACKAGE / "__main__.py")


def name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


@pytest.mark.parametrize("path", MODULES, ids=name)
def test_a_module_says_in_one_line_what_it_is_and_stays_short(path: Path) -> None:
    content = path.read_text()
    said = ast.get_docstring(ast.parse(content))
    assert said, f"{name(path)} needs a docstring"
    assert len(said.splitlines()) == 1, f"{name(path)}: one line is enough for a module"
    longest = LONGEST_ENTRY if path in ENTRIES else LONGEST
    assert len(content.splitlines()) <= longest, f"split {name(path)}: over {longest} lines"


def test_only_settings_reads_the_environment() -> None:
    readers = {
        name(path) for path in MODULES if "environ" in path.read_text() or "getenv" in path.read_text()
    }
    assert readers == {"server/coolhead/settings.py"}


def test_only_the_rules_read_yaml() -> None:
    readers = {path.parent.name for path in MODULES if "import yaml" in path.read_text()}
    assert readers == {"rules"}


def test_nothing_is_fetched_at_run_time() -> None:
    clients = ("urllib.request", "http.client", "requests", "httpx", "aiohttp", "nltk.download")
    for path in MODULES:
        found = [client for client in clients if f"import {client}" in path.read_text()]
        assert not found, f"{name(path)} can reach the network through {found}"


@pytest.mark.parametrize("drawer", ["utils", "helpers", "common", "misc", "types", "base"])
def test_no_drawer_for_everything(drawer: str) -> None:
    assert not [name(path) for path in MODULES if path.stem == drawer]
