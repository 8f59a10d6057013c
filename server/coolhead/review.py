"""The whole way of a draft: segments → customer → matches → checklist → score."""

from __future__ import annotations

import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from coolhead import checklist, customer, hearing, scoring, tone
from coolhead.boundary import Offer, offer
from coolhead.checklist import Row
from coolhead.classifier.language import is_english_draft
from coolhead.customer import Customer, Turn
from coolhead.hearing import Ignored
from coolhead.matching import Engine, Exchange, Heard, Match, Reading, judge
from coolhead.rules.model import RuleSet
from coolhead.scoring import Score
from coolhead.segments import Segments
from coolhead.tone import Tone

if TYPE_CHECKING:
    from coolhead.classifier.model import Classifier

__all__ = ["Draft", "Ignored", "Review", "Turn", "review"]


SILENT = "note"


@dataclass(frozen=True, slots=True)
class Draft:
    """What the agent has written so far, what it answers (oldest first), what is not to be flagged again."""

    text: str
    conversation: tuple[Turn, ...] = ()
    channel: str | None = None
    language: str = "en"
    ignored: tuple[Ignored, ...] = ()


@dataclass(frozen=True)
class Review:
    """Everything there is to say about a draft; offsets in code points of its text.

    `likeness`: fingerprints of the sentences the sentence model flags, by the sentence's index.
    """

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
    likeness: Mapping[int, str] = field(default_factory=dict)


def review(
    draft: Draft,
    engine: Engine,
    deadline: float | None = None,
    classifier: Classifier | None = None,
    profile: str = "balanced",
) -> Review:
    """Judge a draft. Pure: nothing is kept but the sentences remembered in memory by engine and classifier.

    `profile` (quiet, balanced, thorough) is how sure the classifier has to be. `deadline` is a moment of
    `time.monotonic()`; sentences not reached by then are left out, and `incomplete` says so.
    """
    reading = engine.read(draft.text, deadline)
    person, exchange = customer.read(draft.conversation, engine, draft.channel)
    heard: list[Heard] = []
    if _is_ours_to_judge(draft, reading):
        if classifier:
            upset = None if person.mood == "unknown" else person.mood in ("upset", "abusive")
            heard = hearing.hear(classifier, reading, draft.conversation, profile, upset, deadline)
            heard = hearing.not_ignored(heard, draft.ignored, engine, reading, classifier.likeness)
    else:
        reading, exchange = Reading(Segments(draft.text, (), ()), ()), Exchange()
    verdict = judge(engine, reading, exchange, heard)
    rows = checklist.check(engine, reading, exchange, verdict.evidence)
    return Review(
        segments=reading.segments,
        matches=verdict.matches,
        shadowed=verdict.shadowed,
        checklist=rows,
        customer=person,
        boundary=offer(engine.ruleset.boundary, person) if draft.channel != SILENT else None,
        tone=tone.gauge(reading),
        score=scoring.score(verdict.matches, rows),
        ruleset=engine.ruleset,
        incomplete=deadline is not None and time.monotonic() > deadline,
        likeness=_likeness(verdict.matches, reading, classifier) if classifier else {},
    )


def _likeness(matches: tuple[Match, ...], reading: Reading, classifier: Classifier) -> dict[int, str]:
    flagged = {one.sentence for one in matches if one.rule.finder == "model"}
    return {index: classifier.likeness(reading.segments.sentences[index].text) for index in flagged}


def _is_ours_to_judge(draft: Draft, reading: Reading) -> bool:
    """An internal note is not read to the customer; another language is left alone."""
    if draft.channel == SILENT:
        return False
    return is_english_draft(reading.words, (keys[0] for one in reading.sentences for keys in one.tokens.keys))
