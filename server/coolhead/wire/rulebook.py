"""A rule set → JSON data, one line a rule; `rules.describe` and `rules.bundle` give the rest."""

from __future__ import annotations

from typing import Any

from coolhead.rules.model import Rule, RuleSet
from coolhead.wire.answer import ruleset as ruleset_data


def rule_list(ruleset: RuleSet) -> dict[str, Any]:
    """Every rule in use, and the full names of those switched off."""
    return {
        "ruleset": ruleset_data(ruleset),
        "rules": [_line(rule) for rule in ruleset.rules],
        "silenced": [rule.full_id for rule in ruleset.silenced],
    }


def _line(rule: Rule) -> dict[str, Any]:
    names = ("kind", "role", "guideline", "family", "severity", "title", "layer")
    return {"id": rule.full_id, **{name: getattr(rule, name) for name in names}}
