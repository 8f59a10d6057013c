"""How well the rules do on labelled replies: sentence by sentence for faults, reply by reply for the rest."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from itertools import pairwise

from coolhead.cli.labelled import CheckName, Customer, Reply
from coolhead.review import Draft, Review, Turn

Reviewing = Callable[[Draft], Review]

# A labelled check and the virtues that answer it.
CHECKS: dict[CheckName, tuple[str, ...]] = {
    "apology": ("apology",),
    "empathy": ("empathy",),
    "ownership": ("ownership",),
    "action": ("fix", "next-step"),
    "time": ("time",),
    "thanks": ("thanks",),
}
# `upset` stands for upset or abusive.
MOODS = {"upset": ("upset", "abusive"), "abusive": ("abusive",)}
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
    """Something to look at: a false alarm, a missed fault, a check or a mood read wrongly."""

    what: str
    id: str
    text: str
    because: str


@dataclass
class Measured:
    """Tallies by part (all, source, stratum; for customers each mood), checks by name, what went wrong."""

    parts: dict[str, Tally] = field(default_factory=dict)
    checks: Tally = field(default_factory=Tally)
    misses: list[Miss] = field(default_factory=list)

    def count(self, parts: Iterable[str | None], counts: dict[str, int]) -> None:
        """Add to each named part, once."""
        for name in dict.fromkeys(filter(None, parts)):
            self.parts.setdefault(name, Tally()).counts.update(counts)


def reply(row: Reply, review: Reviewing, measured: Measured) -> None:
    """Measure one labelled reply."""
    turns = tuple(Turn(one.role, one.text) for one in row.conversation or ())
    if row.context:
        turns = (Turn("customer", row.context),)
    _count(row, review(Draft(row.text, turns, row.channel)), measured)


def customer(row: Customer, review: Reviewing, measured: Measured) -> None:
    """Measure one labelled message of a customer."""
    found = review(Draft("Hello,", (Turn("customer", row.text),))).customer.mood
    wrong = False
    for name, moods in MOODS.items():
        gold, said = row.mood in moods, found in moods
        measured.count([name], {"gold": int(gold), "said": int(said), "both": int(gold and said)})
        wrong |= gold != said
    if wrong:
        measured.misses.append(Miss("mood", row.id, row.text, f"labelled {row.mood}, found {found}"))


def _count(row: Reply, reviewed: Review, measured: Measured) -> None:
    cuts = _sentences(row.text)
    flagged = _touched([(m.start, m.end) for m in reviewed.matches if m.severity != "suggestion"], cuts)
    nudged = _touched([(m.start, m.end) for m in reviewed.matches], cuts)
    good = _touched([(span.start, span.end) for span in row.spans], cuts)
    clear = [_touched([(span.start, span.end)], cuts) for span in row.spans if span.must == CLEAR]
    checks = _checks(row, reviewed)
    counts = {
        "replies": 1,
        "flagged": len(flagged),
        "right": len(flagged & good),
        "clear": len(clear),
        "found": sum(bool(own & flagged) for own in clear),
        "nudged": sum(bool(own & nudged) for own in clear),
        "clean": int(not row.spans),
        "alarmed": int(not row.spans and bool(flagged)),
        "checks": len(checks),
        "checks right": sum(checks.values()),
    }
    measured.count(("all", row.source, row.stratum), counts)
    for name, right in checks.items():
        measured.checks.counts.update({name: 1, f"{name} right": int(right)})
    measured.misses += _misses(row, reviewed, cuts, flagged, good)
    measured.misses += [_wrong(row, name, reviewed) for name, right in checks.items() if not right]


def _checks(row: Reply, reviewed: Review) -> dict[CheckName, bool]:
    """Which labelled checks are answered right; weak and not applicable ones are left out."""
    met = {one.virtue for one in reviewed.checklist if one.status == "met"}
    labels = row.check or {}
    return {
        name: bool(met.intersection(virtues)) == (labels[name] == "met")
        for name, virtues in CHECKS.items()
        if labels.get(name) in ("met", "missing")
    }


def _wrong(row: Reply, name: CheckName, reviewed: Review) -> Miss:
    """A check answered wrongly, with the words that were taken for an answer."""
    answers = [one for one in reviewed.checklist if one.virtue in CHECKS[name]]
    evidence = " … ".join(row.text[start:end] for one in answers for start, end in one.evidence)
    found = ", ".join(f"{one.virtue} {one.status}" for one in answers) or "no rule for it"
    label = (row.check or {})[name]
    return Miss("checklist", row.id, evidence or "-", f"{name} labelled {label}, found {found}")


def _misses(
    row: Reply, reviewed: Review, cuts: list[tuple[int, int]], flagged: set[int], good: set[int]
) -> Iterator[Miss]:
    for number in sorted(flagged - good):
        start, end = cuts[number]
        ids = [m.rule.full_id for m in reviewed.matches if m.start < end and start < m.end]
        yield Miss("false alarm", row.id, row.text[start:end].strip(), ", ".join(ids))
    for span in row.spans:
        if span.must == CLEAR and not _touched([(span.start, span.end)], cuts) & flagged:
            yield Miss("missed", row.id, row.text[span.start : span.end], ", ".join(span.categories))


def _sentences(text: str) -> list[tuple[int, int]]:
    ends = [0, *(match.end() for match in _END.finditer(text)), len(text)]
    return [(start, end) for start, end in pairwise(ends) if text[start:end].strip()]


def _touched(spans: list[tuple[int, int]], cuts: list[tuple[int, int]]) -> set[int]:
    return {
        number for number, (start, end) in enumerate(cuts) if any(a < end and start < b for a, b in spans)
    }
