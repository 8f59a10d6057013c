"""Approved lines, used as they stand, draw the boundary."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from coolhead.matching import Engine
from coolhead.review import Draft, Turn, review

Build = Callable[..., Engine]

RULES = """
boundary:
  exit_line: "I am ending this chat now. [Name] will write to you by [day]."
  steps:
    - id: D1
      title: T
      advice: A
      when: {signals: [insult]}
      lines: ["Let us keep this civil, [name], and the [thing] is yours by noon. I go on with it now."]
rules:
- id: line
  kind: boundary
  family: D1
  guideline: own-it
  title: A line
  message: One line is enough.
  when: {mood: [abusive]}
  phrases: [no insults]
  examples: {bad: [Fine.], good: ["No insults, please."]}
- id: idiot
  kind: insult
  family: C07
  title: Insult
  message: M
  phrases: [idiot]
  examples: {bad: [Idiot!], good: [Fine.]}
"""


@pytest.fixture
def engine(engine_of: Build) -> Engine:
    return engine_of(RULES)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        (
            "Hello. Let’s keep this civil, Kim, and the two crates are yours by noon. I go on with it now.",
            [],
        ),
        (
            "Hello. Let us keep this civil, Kim, and the crate is yours by noon. I go on with it now. Tom",
            ["Let us keep this civil, Kim, and the crate is yours by noon. I go on with it now."],
        ),
        ("Let us keep this civil, Kim, and the crate is yours by noon.", []),
        (
            "I am ending this chat now.\n\nInes Roth will write to you by Monday.",
            ["I am ending this chat now.\n\nInes Roth will write to you by Monday."],
        ),
        ("Will Ines write to you by Monday? I am not ending this chat now.", []),
        ("No insults, please.", ["No insults"]),
    ],
)
def test_a_line_used_as_it_stands_is_evidence(engine: Engine, text: str, shown: list[str]) -> None:
    answer = review(Draft(text, (Turn("customer", "You idiot!"),)), engine)
    (row,) = [row for row in answer.checklist if row.virtue == "boundary"]
    assert [text[start:end] for start, end in row.evidence] == shown
    assert row.status == ("met" if shown else "missing")


def test_its_words_prove_nothing_to_a_polite_customer(engine: Engine) -> None:
    text = "I am ending this chat now. Ines will write to you by Monday."
    (row,) = [row for row in review(Draft(text), engine).checklist if row.virtue == "boundary"]
    assert row.evidence == ()
