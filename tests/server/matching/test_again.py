"""What the agent wrote before in the conversation is seen when it comes again."""

from collections.abc import Callable

import pytest

from coolhead.matching import Engine
from coolhead.review import Draft, Turn, review

Build = Callable[..., Engine]

RULE = """
rules:
- id: one
  kind: blame
  family: N02
  guideline: own-it
  title: One
  message: One.
  MORE
  examples: {bad: [You should have.], good: [Fine.]}
"""
SENT = "Thank you for your patience while we look into the matter of your parcel."


def marked(engine: Engine, text: str, *earlier: str) -> list[str]:
    turns = (*(Turn("agent", one) for one in earlier), Turn("customer", "And now?"))
    return [text[one.start : one.end] for one in review(Draft(text, turns), engine).matches]


@pytest.mark.parametrize(
    ("text", "again"),
    [
        (SENT, True),
        ("Thanks for your patience while we look into the matter of your order.", True),
        ("Thank you for writing. The parcel left us at noon.", False),
        ("Your patience, your parcel.", False),  # too few words to tell
    ],
)
def test_a_sentence_that_says_nearly_the_same_is_marked(engine_of: Build, text: str, again: bool) -> None:
    engine = engine_of(RULE.replace("MORE", "repeats: 0.8"))
    assert bool(marked(engine, text, SENT)) is again


def test_nothing_is_repeated_in_a_first_reply_or_of_the_customers_words(engine_of: Build) -> None:
    engine = engine_of(RULE.replace("MORE", "repeats: 0.8"))
    assert marked(engine, SENT) == []
    assert review(Draft(SENT, (Turn("customer", SENT),)), engine).matches == ()


def test_a_repeated_sentence_may_be_excepted_and_counted(engine_of: Build) -> None:
    more = "repeats: 0.8\n  count: 2\n  except: {sentence: [kind regards]}"
    earlier = f"{SENT} We have passed it to the team in charge. With our very kind regards, your team."
    engine = engine_of(RULE.replace("MORE", more))
    assert marked(engine, SENT, earlier) == []
    assert marked(engine, earlier, earlier) == ["We have passed it to the team in charge"]


def test_with_phrases_only_the_words_of_the_hit_have_to_come_again(engine_of: Build) -> None:
    engine = engine_of(RULE.replace("MORE", "repeats: 1\n  phrases: [(we|I) understand your (anger|worry)]"))
    before = "I understand your anger about the delay."
    assert marked(engine, "I understand your anger, and Sam is on his way.", before) == [
        "I understand your anger"
    ]
    assert marked(engine, "I understand your worry.", before) == []
