"""What the shipped packs keep to beyond what loading asks."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from coolhead import rules
from coolhead.rules import Rule, coverage, source

SHARED_RULES = Path(__file__).parents[2] / "shared_rules"
RULESET = rules.load(SHARED_RULES)
FILES = sorted((SHARED_RULES / "packs").rglob("*.yaml"))
FAULT_FAMILIES = {f"N{number:02}" for number in range(1, 46)}
VIRTUE_FAMILIES = {f"B{number:02}" for number in range(1, 24)}
CUSTOMER_FAMILIES = {f"C{number:02}" for number in range(1, 16)}
BOUNDARY_STEPS = {f"D{number}" for number in range(5)}


def test_the_shipped_rules_load_without_a_word() -> None:
    assert [str(problem) for problem in RULESET.problems] == []


def test_full_ids_are_unique() -> None:
    assert [
        name for name, times in Counter(rule.full_id for rule in RULESET.rules).items() if times > 1
    ] == []


@pytest.mark.parametrize("rule", RULESET.rules, ids=lambda rule: str(rule.id))
def test_a_rule_has_both_kinds_of_examples_and_a_family(rule: Rule) -> None:
    assert rule.examples.bad and rule.examples.good
    assert rule.family or rule.finder == "model", "add `family: N..` so that `rules coverage` can count it"


def test_the_guidelines_name_every_family_of_the_catalogue() -> None:
    named = {str(family) for one in RULESET.guidelines.guidelines for family in one.families}
    assert named == FAULT_FAMILIES | VIRTUE_FAMILIES | CUSTOMER_FAMILIES | BOUNDARY_STEPS


def test_there_are_thirteen_faults_and_seventeen_virtues() -> None:
    assert (len(RULESET.guidelines.faults), len(RULESET.guidelines.virtues)) == (13, 17)


def test_no_family_kind_or_guideline_is_a_hole() -> None:
    assert list(coverage.holes(RULESET)) == [], "see: coolhead rules coverage"


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_rule_file_names_its_schema_for_editors(path: Path) -> None:
    if path.name == "pack.yaml":
        return
    first = path.read_text(encoding="utf-8").partition("\n")[0]
    depth = len(path.relative_to(SHARED_RULES).parts) - 1
    assert first == f"# yaml-language-server: $schema={'../' * depth}rules.schema.json"


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_file_has_one_rule_a_block_and_no_tabs_or_trailing_spaces(path: Path) -> None:
    lines = path.read_text(encoding="utf-8").split("\n")
    assert [number for number, line in enumerate(lines, 1) if "\t" in line or line != line.rstrip()] == []


def test_every_fault_rule_offers_better_words_or_a_reason() -> None:
    silent = [
        rule.full_id for rule in RULESET.rules if rule.role == "fault" and not (rule.why or rule.rewrites)
    ]
    assert silent == []


def test_links_and_messages_hold_no_second_placeholder() -> None:
    odd = [rule.full_id for rule in RULESET.rules if "{" in rule.message.replace("{match}", "")]
    assert odd == []


def test_the_default_pack_reads_as_text_only() -> None:
    for path in FILES:
        assert source.read(path)[1] == ()
