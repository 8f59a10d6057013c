"""What the sentence model hears in a draft, as candidates for the judge."""

from __future__ import annotations

import time
from collections.abc import Callable, Collection, Iterable, Sequence
from typing import TYPE_CHECKING, NamedTuple

from coolhead.classifier import SentenceInput
from coolhead.classifier.likeness import alike
from coolhead.customer import Turn
from coolhead.matching import Engine, Heard, Reading

if TYPE_CHECKING:
    from coolhead.classifier.model import Classifier

_AT_ONCE = 8  # sentences between two looks at the clock
_LEARNED = ("apology", "empathy", "thanks")  # the virtues the model adds to what the rules find, as measured
_SURE = 0.5


class Ignored(NamedTuple):
    """The likeness of a sentence that was ignored, and the full id of the rule of the model it fell under."""

    rule: str
    likeness: str


def hear(
    classifier: Classifier,
    draft: Reading,
    conversation: Sequence[Turn],
    profile: str,
    upset: bool | None,
    deadline: float | None = None,
) -> list[Heard]:
    """Candidates of all sentences reached before `deadline` (a moment of `time.monotonic()`).

    `upset`: whether the customer is, by what they wrote; None when they wrote nothing.
    """
    inputs = _inputs(draft, conversation)
    heard: list[Heard] = []
    for start in range(0, len(inputs), _AT_ONCE):
        if deadline is not None and time.monotonic() > deadline:
            break
        part = inputs[start : start + _AT_ONCE]
        for index, findings in enumerate(classifier.hear(part, profile, upset), start):
            heard += (Heard(one.kind, index, one.start, one.end, one.confidence) for one in findings)
        for index, virtues in enumerate(classifier.virtues(part), start):
            length = len(draft.segments.sentences[index].text)
            heard += (Heard(one, index, 0, length, virtues[one]) for one in _LEARNED if virtues[one] >= _SURE)
    return heard


def not_ignored(
    heard: Iterable[Heard],
    ignored: Collection[Ignored],
    engine: Engine,
    draft: Reading,
    likeness: Callable[[str], str],
) -> list[Heard]:
    """Without the faults in sentences like those the agent ignored; `likeness`: that of a sentence.

    The model may call the same fault by another name in another wording, so its rules stand for each other.
    """
    by_ear = {compiled.rule.full_id for compiled in engine.by_ear.values()}
    known = {other.likeness for other in ignored if other.rule in by_ear}

    def is_ignored(one: Heard) -> bool:
        own = likeness(draft.segments.sentences[one.sentence].text)
        return any(alike(own, other) for other in known)

    return [one for one in heard if not (known and one.kind in engine.by_ear and is_ignored(one))]


def _inputs(draft: Reading, conversation: Sequence[Turn]) -> list[SentenceInput]:
    """Each sentence with the one before it and the customer's last message."""
    texts = [sentence.text for sentence in draft.segments.sentences]
    said = next((turn.text for turn in reversed(conversation) if turn.role == "customer"), "")
    return [SentenceInput(text, before, said) for before, text in zip(["", *texts], texts, strict=False)]
