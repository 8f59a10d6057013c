"""The whole way of a draft: segments → customer → matches → checklist → score."""

from __future__ import annotations

import time
from dataclasses import dataclass

from coolhead import checklist, customer, scoring, tone
from coolhead.boundary import Offer, offer
from coolhead.checklist import Row
from coolhead.customer import Customer, Turn
from coolhead.matching import Engine, Match, Reading, judge
from coolhead.rules.model import RuleSet
from coolhead.scoring import Score
from coolhead.segments import Segments
from coolhead.tone import Tone

__all__ = ["Draft", "Review", "Turn", "review"]


SILENT = "note"  # an internal note is not read to the customer


@dataclass(frozen=True, slots=True)
class Draft:
    """What the agent has written so far, and what it answers; the conversation is oldest first."""

    text: str
    conversation: tuple[Turn, ...] = ()
    channel: str | None = None
    language: str = "en"


@dataclass(frozen=True)
class Review:
    """Everything there is to say about a draft; offsets in code points of its text."""

    segments: Segments
    matches: tuple[Match, ...]
    shadowed: tuple[Match, ...]
    checklist: tuple[Row, ...]
    customer: Customer
    boundary: Offer | None
    tone: Tone
    score: Score
    ruleset: RuleSet
    incomplete: bool = False


def review(draft: Draft, engine: Engine, deadline: float | None = None) -> Review:
    """Judge a draft. Pure: nothing is kept but the engine's in-memory sentence cache.

    `deadline` is a moment of `time.monotonic()`; sentences not reached by then are left out, and
    `incomplete` says so.
    """
    reading = unjudged(draft.text) if draft.channel == SILENT else engine.read(draft.text, deadline)
    person, exchange = customer.read(draft.conversation, engine, draft.channel)
    verdict = judge(engine, reading, exchange)
    rows = checklist.check(engine, reading, exchange, verdict.evidence)
    return Review(
        segments=reading.segments,
        matches=verdict.matches,
        shadowed=verdict.shadowed,
        checklist=rows,
        customer=person,
        boundary=offer(engine.ruleset.boundary, person),
        tone=tone.gauge(reading),
        score=scoring.score(verdict.matches, rows),
        ruleset=engine.ruleset,
        incomplete=deadline is not None and time.monotonic() > deadline,
    )


def unjudged(text: str) -> Reading:
    """A text that is kept as it is and left alone."""
    return Reading(Segments(text, (), ()), ())
