"""A pack written by the test, loaded on the real table of guidelines."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from shutil import copy
from textwrap import dedent

import pytest

from coolhead import rules
from coolhead.rules import RuleSet
from coolhead.rules.guidelines import Guidelines
from coolhead.rules.loading import LoadedPack, load_guidelines, load_pack

from .stacks import SHARED_RULES, TODAY, Stack, Write, config

PACK = "format: 1\npack: acme\nversion: 1.0.0\n"
RULE = """\
format: 1
rules:
  - id: blame-read
    kind: blame
    guideline: own-it
    severity: error
    title: Blames
    message: "“{match}” blames."
    phrases:
      - you should have read
    examples:
      bad: ["⟦You should have read⟧ it."]
      good: ["We should have said so."]
"""


@pytest.fixture(scope="session")
def guidelines() -> Guidelines:
    return load_guidelines(SHARED_RULES / "guidelines.yaml")


@pytest.fixture
def write(tmp_path: Path) -> Callable[..., Path]:
    """Write a pack folder: file name (dots for the suffix left out) = text."""

    def write(name: str = "acme", pack: str | None = None, **files: str) -> Path:
        folder = tmp_path / name
        folder.mkdir(parents=True, exist_ok=True)
        head = pack if pack is not None else PACK.replace("acme", name)
        (folder / "pack.yaml").write_text(head, encoding="utf-8")
        for stem, text in files.items():
            (folder / f"{stem}.yaml").write_text(dedent(text), encoding="utf-8")
        return folder

    return write


@pytest.fixture
def load(write: Callable[..., Path], guidelines: Guidelines) -> Callable[..., LoadedPack]:
    """Load a pack whose file `a.yaml` holds the text; problems call the folder `p`."""

    def load(text: str, **files: str) -> LoadedPack:
        return load_pack(write(a=text, **files), guidelines, layer="team", shown="p")

    return load


@pytest.fixture
def problems(load: Callable[..., LoadedPack]) -> Callable[..., list[str]]:
    """What is wrong in a file, as the command line prints it."""

    def problems(text: str, **files: str) -> list[str]:
        return [str(problem).removeprefix("p/") for problem in load(text, **files).problems]

    return problems


@pytest.fixture
def rule() -> str:
    return RULE


@pytest.fixture
def stack(tmp_path: Path, write: Write, rule: str) -> Stack:
    """The `base` pack with one rule, and above it a layer (named `team`) with the text."""

    def stack(text: str, name: str = "team", base: str = "") -> RuleSet:
        copy(SHARED_RULES / "guidelines.yaml", tmp_path)
        write("base", a=rule + base)
        write("upper", b=text)
        layers = ("{name: base, pack: base}", f"{{name: {name}, dir: ./upper}}")
        (tmp_path / "config.yaml").write_text(config(*layers), encoding="utf-8")
        return rules.load(tmp_path, today=TODAY)

    return stack
