"""How well the rules do on labelled replies: sentence by sentence for faults, reply by reply for the rest."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

from coolhead.review import Draft, Review, Turn

Reviewing = Callable[[Draft], Review]

# A labelled check and the virtues that answer it.
CHECKS = {
    "apology": ("apology",),
    "empathy": ("empathy",),
    "ownership": ("ownership",),
    "action": ("fix", "next-step"),
    "time": ("time",),
    "thanks": ("thanks",),
}
CLEAR = 2  # `must` of a span any coach would flag; 1 is debatable and never counted for or against
_END = re.compile(r"[.!?]+[\"')\]]*(?:\s+|$)|\n+")


@dataclass
class Tally:
    """Counts of one part of the set."""

    counts: Counter[str] = field(default_factory=Counter)

    def share(self, part: str, whole: str) -> float | None:
        """None when there is nothing to divide by."""
        return self.counts[part] / self.counts[whole] if self.counts[whole] else None


@dataclass(frozen=True)
class Miss:
    """Something to look at: a false alarm or a missed fault."""

    what: str
    id: str
    text: str
    because: str


@dataclass
class Measured:
    """Tallies by part (all, each source, each stratum), checks by name, and what went wrong."""

    parts: dict[str, Tally] = field(default_factory=dict)
    checks: Tally = field(default_factory=Tally)
    misses: list[Miss] = field(default_factory=list)

    def tallies(self, row: Mapping[str, Any]) -> list[Tally]:
        """The tallies a row counts for."""
        names = ["all", row.get("source"), row.get("stratum")]
        return [self.parts.setdefault(name, Tally()) for name in names if name]


def reply(row: Mapping[str, Any], review: Reviewing, measured: Measured) -> None:
    """Measure one labelled reply."""
    turns = (Turn("customer", row["context"]),) if row.get("context") else ()
    _count(row, review(Draft(row["text"], turns)), measured)


def customers(rows: Iterable[Mapping[str, Any]], review: Reviewing) -> Tally:
    """Measure labelled customer messages: `upset` stands for upset or abusive."""
    tally = Tally()
    for row in rows:
        found = review(Draft("Hello,", (Turn("customer", row["text"]),))).customer.mood
        for name, moods in (("upset", ("upset", "abusive")), ("abusive", ("abusive",))):
            gold, said = row["mood"] in moods, found in moods
            tally.counts.update({f"{name} gold": gold, f"{name} said": said, f"{name} both": gold and said})
    return tally


def _count(row: Mapping[str, Any], reviewed: Review, measured: Measured) -> None:
    cuts = _sentences(row["text"])
    flagged = _touched([(m.start, m.end) for m in reviewed.matches if m.severity != "suggestion"], cuts)
    nudged = _touched([(m.start, m.end) for m in reviewed.matches], cuts)
    good = _touched([(span["start"], span["end"]) for span in row["spans"]], cuts)
    clear = [_touched([(s["start"], s["end"])], cuts) for s in row["spans"] if s["must"] == CLEAR]
    counts = {
        "replies": 1,
        "flagged": len(flagged),
        "right": len(flagged & good),
        "clear": len(clear),
        "found": sum(bool(own & flagged) for own in clear),
        "nudged": sum(bool(own & nudged) for own in clear),
        "clean": not row["spans"],
        "alarmed": not row["spans"] and bool(flagged),
    }
    checks = _checks(row.get("check", {}), reviewed)
    counts |= {"checks": len(checks), "checks right": sum(checks.values())}
    for tally in measured.tallies(row):
        tally.counts.update(counts)
    for name, right in checks.items():
        measured.checks.counts.update({name: 1, f"{name} right": right})
    measured.misses += _misses(row, reviewed, cuts, flagged, good)


def _checks(labels: Mapping[str, str], reviewed: Review) -> dict[str, bool]:
    """Which labelled checks are answered right; weak and not applicable ones are left out."""
    met = {one.virtue for one in reviewed.checklist if one.status == "met"}
    return {
        name: bool(met.intersection(virtues)) == (labels[name] == "met")
        for name, virtues in CHECKS.items()
        if labels.get(name) in ("met", "missing")
    }


def _misses(
    row: Mapping[str, Any], reviewed: Review, cuts: list[tuple[int, int]], flagged: set[int], good: set[int]
) -> Iterator[Miss]:
    for number in sorted(flagged - good):
        start, end = cuts[number]
        ids = [m.rule.full_id for m in reviewed.matches if m.start < end and start < m.end]
        yield Miss("false alarm", row["id"], row["text"][start:end].strip(), ", ".join(ids))
    for span in row["spans"]:
        if span["must"] == CLEAR and not _touched([(span["start"], span["end"])], cuts) & flagged:
            marked = row["text"][span["start"] : span["end"]]
            yield Miss("missed", row["id"], marked, ", ".join(span.get("categories", ())))


def _sentences(text: str) -> list[tuple[int, int]]:
    ends = [0, *(match.end() for match in _END.finditer(text)), len(text)]
    return [(start, end) for start, end in pairwise(ends) if text[start:end].strip()]


def _touched(spans: list[tuple[int, int]], cuts: list[tuple[int, int]]) -> set[int]:
    return {
        number for number, (start, end) in enumerate(cuts) if any(a < end and start < b for a, b in spans)
    }
