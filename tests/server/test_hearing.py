"""What the agent ignored once is not heard again in sentences like it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from coolhead.classifier.likeness import BITS, NEAR, fingerprint
from coolhead.hearing import Ignored, not_ignored
from coolhead.matching import Engine, Heard

RULES = """
rules:
- id: told-off
  kind: blame
  family: N02
  guideline: own-it
  severity: warning
  title: Blames
  message: It blames.
  finder: model
  examples: {bad: [Nobody else found it hard.], good: [Fine.]}
- id: turned-away
  kind: refusal
  family: N02
  guideline: own-it
  severity: warning
  title: Turns away
  message: It turns away.
  finder: model
  examples: {bad: [Nobody else found it hard.], good: [Fine.]}
"""
RULE = "test/told-off"
TEXT = "Nobody else found it hard. We close at five."


def mark(differing: int = 0, digest: str = "sha256:beef") -> str:
    """The fingerprint of a meaning that differs in so many bits from the plain one."""
    return fingerprint([-1.0] * differing + [1.0] * (BITS - differing), digest)


def likeness(sentence: str) -> str:
    return mark() if "Nobody" in sentence else mark(BITS // 2)


def heard(engine_of: Callable[[str], Engine], *ignored: Ignored) -> list[int]:
    """The sentences in which blame is still heard; the model hears it in both."""
    engine = engine_of(RULES)
    both = [Heard("blame", 0, 0, 10, 0.9), Heard("blame", 1, 0, 8, 0.9)]
    return [one.sentence for one in not_ignored(both, ignored, engine, engine.read(TEXT), likeness)]


@pytest.mark.parametrize(
    ("ignored", "left"),
    [
        ([], [0, 1]),
        ([Ignored(RULE, mark())], [1]),  # the very sentence
        ([Ignored(RULE, mark(NEAR))], [1]),  # one like it
        ([Ignored(RULE, mark()), Ignored(RULE, mark(BITS // 2))], []),
        ([Ignored("test/turned-away", mark())], [1]),  # the model called it by another name then
        ([Ignored("test/of-phrases", mark())], [0, 1]),
        ([Ignored(RULE, mark(digest="sha256:cafe"))], [0, 1]),  # of a model that is gone
        ([Ignored(RULE, "Nobody else found it hard.")], [0, 1]),
    ],
)
def test_only_the_model_is_silent_and_only_in_a_sentence_like_it(
    engine_of: Callable[[str], Engine], ignored: list[Ignored], left: list[int]
) -> None:
    assert heard(engine_of, *ignored) == left


def test_virtues_and_kinds_without_a_rule_are_left_to_the_judge(
    engine_of: Callable[[str], Engine],
) -> None:
    engine = engine_of(RULES)
    others = [Heard("apology", 0, 0, 5, 0.9), Heard("coldness", 0, 0, 5, 0.9)]
    assert not_ignored(others, [Ignored(RULE, mark())], engine, engine.read(TEXT), likeness) == others
