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
    due = [one for one in rules if one.demanded and exchange.allows(one.when, draft)]
    strong = [one for one in shown if not one.weak]
    status = _status(bool(strong), bool(shown), bool(due))
    speaker = strong[0].rule if strong else (due or rules)[0].rule
    return Row(
        guideline=str(speaker.guideline),
        virtue=virtue,
        status=status,
        message=f"{speaker.title}: done." if strong else str(speaker.message),
        hints=() if strong else _hints(tuple(due) or rules),
        evidence=tuple((one.start, one.end) for one in strong or shown),
    )


@lru_cache(maxsize=1024)
def _hints(rules: tuple[CompiledRule, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(hint for compiled in rules for hint in compiled.hints))


def _status(strong: bool, shown: bool, due: bool) -> Status:
    if strong:
        return "met"
    if shown:
        return "weak"
    return "missing" if due else "not-due"
