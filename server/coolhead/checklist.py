"""Virtues: met (with the words that prove it), weak, missing, or not due in this conversation."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import Literal, NamedTuple

from coolhead.matching import Engine, Evidence, Exchange, Reading
from coolhead.matching.compiled import CompiledRule

Status = Literal["met", "weak", "missing", "not-due"]


class Row(NamedTuple):
    """One line of the checklist; `evidence` are (start, end) in code points of the draft.

    `message` says what is missing, or that it is done; there are `hints` only while something can be done.
    """

    guideline: str
    virtue: str
    status: Status
    message: str
    hints: tuple[str, ...]
    evidence: tuple[tuple[int, int], ...]


def check(
    engine: Engine, draft: Reading, exchange: Exchange, evidence: Sequence[Evidence]
) -> tuple[Row, ...]:
    """One row for each virtue that has rules, in the order of the guidelines."""
    shown: dict[str, list[Evidence]] = {}
    for one in evidence:
        shown.setdefault(str(one.rule.kind), []).append(one)
    return tuple(
        _row(virtue, rules, draft, exchange, shown.get(virtue, ()))
        for virtue, rules in engine.virtues.items()
    )


def _row(
    virtue: str,
    rules: tuple[CompiledRule, ...],
    draft: Reading,
    exchange: Exchange,
    shown: Sequence[Evidence],
) -> Row:
    strong = [one for one in shown if not one.weak]
    if strong:
        rule = strong[0].rule
        return Row(str(rule.guideline), virtue, "met", f"{rule.title}: done.", (), _spans(strong))
    due = tuple([one for one in rules if one.when.given and exchange.allows(one.when, draft)])
    if shown:
        return _open(virtue, "weak", due or rules)._replace(evidence=_spans(shown))
    return _open(virtue, "missing" if due else "not-due", due or rules)


def _spans(shown: Sequence[Evidence]) -> tuple[tuple[int, int], ...]:
    """Where the proofs lie, each stretch once: what lies inside another is left out."""
    spans: list[tuple[int, int]] = []
    for start, end in sorted([(one.start, -one.end) for one in shown]):
        if not spans or -end > spans[-1][1]:
            spans.append((start, -end))
    return tuple(spans)


@lru_cache(maxsize=1024)
def _open(virtue: str, status: Status, rules: tuple[CompiledRule, ...]) -> Row:
    """What the rules have to say where a virtue is not shown well."""
    first = rules[0].rule
    hints = dict.fromkeys(hint for compiled in rules for hint in compiled.hints)
    return Row(str(first.guideline), virtue, status, str(first.message), tuple(hints), ())
