"""A rule as data: what its files say, nothing more, and nothing of the machine it lies on."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

from coolhead import rules
from coolhead.rules.loading import LoadedPack

SHARED_RULES = Path(__file__).parents[3] / "shared_rules"


def test_a_rule_comes_out_as_it_was_written(load: Callable[..., LoadedPack], rule: str) -> None:
    described = rules.describe(load(rule).rules[0])
    origins = described.pop("origins")
    assert described == {
        "pack": "acme",
        "layer": "team",
        "role": "fault",
        "id": "blame-read",
        "kind": "blame",
        "guideline": "own-it",
        "severity": "error",
        "title": "Blames",
        "message": "“{match}” blames.",
        "phrases": ["you should have read"],
        "examples": {
            "bad": [{"text": "⟦You should have read⟧ it."}],
            "good": [{"text": "We should have said so."}],
        },
    }
    assert origins["severity"] == {"layer": "team", "file": "p/a.yaml", "line": 6}
    assert sorted(origins) == [
        "examples", "guideline", "id", "kind", "message", "phrases", "severity", "title",
    ]  # fmt: skip


def test_a_full_path_is_not_told(write: Callable[..., Path], rule: str) -> None:
    loaded = rules.load(SHARED_RULES, extra=write("mine", a=rule))
    assert rules.describe(loaded.rules[-1])["origins"]["id"]["file"] == "a.yaml"


def test_the_bundle_is_json_and_names_no_absolute_path() -> None:
    text = json.dumps(rules.bundle(rules.load(SHARED_RULES)))
    assert str(SHARED_RULES) not in text
    assert json.loads(text)["digest"].startswith("sha256:")


def test_every_shipped_rule_describes_itself_in_json() -> None:
    for rule in rules.load(SHARED_RULES).rules:
        assert json.loads(json.dumps(rules.describe(rule)))["id"] == rule.id
