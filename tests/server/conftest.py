"""Engines built from a few lines of rule text, through the real loader."""

from __future__ import annotations

import textwrap
from collections.abc import Callable
from pathlib import Path

import pytest

from coolhead import rules
from coolhead.matching import Engine

GUIDELINES = """
format: 1
guidelines:
  - id: own-it
    name: Own it
    summary: Own it.
    families: [N02, B02, B04, B07, C01, C07, C14, D1]
    faults: [blame, refusal]
    virtues: [ownership, fix, apology, listening, boundary]
signals:
  - {id: anger, name: Angry, family: C01, mood: upset, weight: 2}
  - {id: insult, name: Insults, family: C07, mood: abusive, weight: 3}
  - {id: satisfied, name: Thankful, family: C14, mood: satisfied, weight: 2}
"""
CONFIG = "format: 1\nrulesets: {default: {layers: [{name: defaults, pack: packs/test}]}}\n"
PACK = "{format: 1, pack: test, version: 1.0.0, language: en}\n"

EngineOf = Callable[[str], Engine]


@pytest.fixture
def engine_of(tmp_path: Path) -> EngineOf:
    """Rule text (the part below `format:`) → an engine."""

    def build(text: str) -> Engine:
        folder = tmp_path / "packs" / "test"
        folder.mkdir(parents=True, exist_ok=True)
        (tmp_path / "guidelines.yaml").write_text(GUIDELINES)
        (tmp_path / "config.yaml").write_text(CONFIG)
        (folder / "pack.yaml").write_text(PACK)
        (folder / "rules.yaml").write_text("format: 1\n" + textwrap.dedent(text))
        ruleset = rules.load(tmp_path)
        assert not ruleset.problems, "\n".join(map(str, ruleset.problems))
        return Engine(ruleset)

    return build


@pytest.fixture
def phrase_engine(engine_of: EngineOf) -> Callable[..., Engine]:
    """An engine with one blame rule of these phrases."""

    def build(*phrases: str, more: str = "", head: str = "") -> Engine:
        listed = "\n".join(f"      - {phrase}" for phrase in phrases)
        return engine_of(f"{head}\nrules:\n{rule('one', listed, more)}")

    return build


def rule(name: str, listed: str, more: str = "", kind: str = "blame") -> str:
    """One rule as YAML; `listed` are its phrase lines, `more` further keys at its level."""
    severity = (
        ""
        if kind in ("apology", "fix", "ownership", "listening", "anger", "insult", "satisfied")
        else "severity: warning"
    )
    guideline = "" if kind in ("anger", "insult", "satisfied") else "guideline: own-it"
    family = {"anger": "C01", "insult": "C07", "satisfied": "C14"}.get(kind, "N02")
    lines = [
        f"- id: {name}",
        f"  kind: {kind}",
        f"  family: {family}",
        f"  {guideline}",
        f"  {severity}",
        "  title: A title",
        "  message: Because.",
    ]
    phrases = f"  phrases:\n{listed}\n" if listed else ""
    return (
        "\n".join(lines)
        + "\n"
        + phrases
        + textwrap.indent(textwrap.dedent(more), "  ")
        + "\n  examples: {bad: [a b], good: [c d]}\n"
    )


@pytest.fixture
def layered_engine(tmp_path: Path) -> Callable[..., Engine]:
    """One pack a layer, lowest first, each with one blame rule of one phrase: `below="a", above="b"`."""

    def build(**phrases: str) -> Engine:
        (tmp_path / "guidelines.yaml").write_text(GUIDELINES)
        layers = ", ".join(f"{{name: {name}, pack: packs/{name}}}" for name in phrases)
        (tmp_path / "config.yaml").write_text(f"format: 1\nrulesets: {{default: {{layers: [{layers}]}}}}\n")
        for name, phrase in phrases.items():
            folder = tmp_path / "packs" / name
            folder.mkdir(parents=True)
            (folder / "pack.yaml").write_text(PACK.replace("test", name))
            (folder / "rules.yaml").write_text(f"format: 1\nrules:\n{rule('one', f'    - {phrase}')}")
        return Engine(rules.load(tmp_path))

    return build
