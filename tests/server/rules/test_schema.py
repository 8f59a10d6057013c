"""The schema says what the loader takes, and is the one checked in."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from jsonschema import Draft7Validator

from coolhead.rules import schema, source
from coolhead.rules.guidelines import Guidelines
from coolhead.rules.loading import LoadedPack

SHARED_RULES = Path(__file__).parents[3] / "shared_rules"
RULE_FILES = sorted(path for path in (SHARED_RULES / "packs").rglob("*.yaml") if path.name != "pack.yaml")


@pytest.fixture(scope="module")
def validator(guidelines: Guidelines) -> Draft7Validator:
    built = schema.build(guidelines)
    Draft7Validator.check_schema(built)
    return Draft7Validator(built)


def test_the_schema_checked_in_is_not_stale(guidelines: Guidelines) -> None:
    kept = (SHARED_RULES / "rules.schema.json").read_text(encoding="utf-8")
    assert kept == schema.as_text(guidelines), (
        "run: coolhead rules schema --write shared_rules/rules.schema.json"
    )


def test_every_key_is_explained(guidelines: Guidelines) -> None:
    built = schema.build(guidelines)
    blocks = {"file": built, **built["definitions"]}
    silent = [
        f"{name}.{key}"
        for name, block in blocks.items()
        for one in (block, *block.get("anyOf", ()))
        for key, value in one.get("properties", {}).items()
        if not value.get("description")
    ]
    assert silent == []


@pytest.mark.parametrize("path", RULE_FILES, ids=lambda path: path.stem)
def test_every_shipped_file_fits(validator: Draft7Validator, path: Path) -> None:
    data, _ = source.read(path)
    assert [error.message for error in validator.iter_errors(data)] == []


def test_numbers_may_be_numbers_or_text(validator: Draft7Validator, rule: str) -> None:
    data, _ = source.parse(rule, "f.yaml")
    for count in (3, "3"):
        data["rules"][0]["count"] = count
        assert validator.is_valid(data)
    data["rules"][0]["count"] = "three"
    assert not validator.is_valid(data)


@pytest.mark.parametrize(
    ("key", "value", "fits"),
    [
        ("guidline", "own-it", False),
        ("kind", "blaming", False),
        ("kind", "anger", True),
        ("phrases", "one phrase", False),
        ("except", {"preceded_by": {"words": ["not"], "within": 3}}, True),
        ("except", {"preceded_by": {"within": 3}}, False),
        ("rewrites", ["text", {"scope": "sentence", "text": "x"}], True),
        ("lock", ["sevrity"], False),
        ("severity", "off", True),
        ("when", {"signals": ["angry"]}, False),
        ("when", {"signals": ["anger"]}, True),
        ("when", {"any_of": [{"signals": ["angry"]}]}, False),
        ("repaired_by", {"virtues": ["fixes"]}, False),
        ("before", ["fix"], True),
        ("before", ["fixes"], False),
        ("family", "N99", False),
        ("examples", {"bad": ["You should have read it."]}, False),
        ("examples", {"bad": ["You should have read it."], "good": []}, False),
    ],
)
def test_schema_and_loader_agree(
    validator: Draft7Validator,
    load: Callable[..., LoadedPack],
    rule: str,
    key: str,
    value: object,
    fits: bool,
) -> None:
    data, _ = source.parse(rule, "f.yaml")
    data["rules"][0][key] = value
    assert validator.is_valid(data) is fits
    codes = {problem.code for problem in load(json.dumps(data, ensure_ascii=False)).problems}
    assert bool(codes & {"R001", "R004", "R006", "R008", "R011", "R012"}) is not fits


@pytest.mark.parametrize(
    ("instead", "fits"), [({}, False), ({"longer_than": 200}, True), ({"kind": "apology"}, True)]
)
def test_phrases_are_missed_where_nothing_else_finds_a_hit(
    validator: Draft7Validator, rule: str, instead: dict[str, object], fits: bool
) -> None:
    data, _ = source.parse(rule, "f.yaml")
    del data["rules"][0]["phrases"]
    data["rules"][0].update(instead)
    assert validator.is_valid(data) is fits
