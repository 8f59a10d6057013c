"""Which guideline, kind and wording family has which rules, and where there is a hole."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from coolhead.rules.guidelines import Guideline
from coolhead.rules.model import Rule, RuleSet

INTENSITY = "C15"  # worked out from the weights of the signals, not from phrases


@dataclass(frozen=True)
class Family:
    """A wording family of one guideline and the rules whose phrases cover it."""

    id: str
    rules: tuple[Rule, ...]
    covered: bool

    @property
    def examples(self) -> int:
        """How many examples its rules have."""
        return sum(map(count_examples, self.rules))


@dataclass(frozen=True)
class Row:
    """One guideline with its kinds, its families and all of its rules."""

    guideline: Guideline
    kinds: dict[str, tuple[Rule, ...]]
    families: tuple[Family, ...]
    rules: tuple[Rule, ...]

    @property
    def examples(self) -> int:
        """How many examples the rules of the guideline have."""
        return sum(map(count_examples, self.rules))


def count_examples(rule: Rule) -> int:
    """Bad and good ones."""
    return len(rule.examples.bad) + len(rule.examples.good)


def rows(ruleset: RuleSet) -> tuple[Row, ...]:
    """One row a guideline, in the order of the table."""
    return tuple(_row(guideline, ruleset) for guideline in ruleset.guidelines.guidelines)


def _row(guideline: Guideline, ruleset: RuleSet) -> Row:
    signals = {str(one.id) for one in ruleset.guidelines.signals if one.family in guideline.families}
    mine = tuple(rule for rule in ruleset.rules if rule.guideline == guideline.id or rule.kind in signals)
    kinds = (*guideline.faults, *guideline.virtues, *sorted(signals))
    return Row(
        guideline=guideline,
        kinds={str(kind): tuple(rule for rule in mine if rule.kind == kind) for kind in kinds},
        families=tuple(_family(str(name), ruleset) for name in guideline.families),
        rules=mine,
    )


def _family(name: str, ruleset: RuleSet) -> Family:
    signals = {str(one.id) for one in ruleset.guidelines.signals if one.family == name}
    spoken = (rule for rule in ruleset.rules if rule.finder == "phrases")
    found = tuple(rule for rule in spoken if rule.family == name or rule.kind in signals)
    steps = {str(step.id) for step in ruleset.boundary.steps}
    return Family(name, found, bool(found) or name in steps or name == INTENSITY)


def holes(ruleset: RuleSet) -> Iterator[str]:
    """What nobody has written a rule for, one sentence each."""
    seen: set[str] = set()
    for row in rows(ruleset):
        for family in row.families:
            if not family.covered and family.id not in seen:
                seen.add(family.id)
                yield f"family {family.id} ({row.guideline.id}) has no rule"
        if not row.rules and not row.guideline.families:
            yield f"guideline {row.guideline.id} has no rule"
    kinds = (*ruleset.guidelines.faults, *ruleset.guidelines.virtues, *ruleset.guidelines.signal_by_id)
    for kind in kinds:
        if not any(rule.kind == kind for rule in ruleset.rules):
            yield f"kind {kind} has no rule"
