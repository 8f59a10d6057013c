"""Configurations and changes as the tests write them, and what a loaded set says."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from pathlib import Path
from textwrap import indent

from coolhead.rules import Rule, RuleSet

SHARED_RULES = Path(__file__).parents[3] / "shared_rules"
TODAY = datetime.date(2026, 6, 1)
Write = Callable[..., Path]
Stack = Callable[..., RuleSet]


def config(*layers: str) -> str:
    lines = "".join(f"      - {layer}\n" for layer in layers)
    return f"format: 1\nrulesets:\n  default:\n    layers:\n{lines}"


def changes(*lines: str, rule: str = "base/blame-read") -> str:
    body = indent("\n".join(lines), "    ")
    return f"format: 1\nchanges:\n  - rule: {rule}\n{body}\n"


def said(ruleset: RuleSet) -> list[str]:
    return [str(problem) for problem in ruleset.problems]


def only(ruleset: RuleSet) -> Rule:
    assert said(ruleset) == []
    (rule,) = ruleset.rules
    return rule
