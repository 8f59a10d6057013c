"""Matches and checklist → 0…100, every point lost or kept named. Pure arithmetic."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from coolhead.checklist import Row
from coolhead.matching import RANK, Match

MAX = 100


@dataclass(frozen=True, slots=True)
class Profile:
    """What a fault of each severity and a missing or weak virtue cost, in points."""

    error: int = 25
    warning: int = 15
    suggestion: int = 3
    missing: int = 6
    weak: int = 2


class Part(NamedTuple):
    """One reason and its points (never positive)."""

    reason: str
    points: int


@dataclass(frozen=True, slots=True)
class Score:
    """`value` = `max` + the sum of all parts."""

    value: int = MAX
    max: int = MAX
    parts: tuple[Part, ...] = field(default=())


DEFAULT = Profile()


def score(matches: Sequence[Match], checklist: Sequence[Row], profile: Profile = DEFAULT) -> Score:
    """Worst first; once nothing is left, further parts cost nothing and are left out."""
    faults = sorted(matches, key=lambda match: (-RANK[match.severity], match.start))
    lost = [Part(str(match.rule.title), -getattr(profile, match.severity)) for match in faults]
    costs = {"missing": profile.missing, "weak": profile.weak}
    lost += [
        Part(f"{row.status.capitalize()}: {row.virtue}", -costs[row.status])
        for row in checklist
        if row.status in costs
    ]
    left = MAX
    parts = []
    for part in lost:
        points = max(part.points, -left)
        if points:
            parts.append(Part(part.reason, points))
            left += points
    return Score(left, MAX, tuple(parts))
