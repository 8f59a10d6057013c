"""What a rule may ask about the conversation beyond mood and channel."""

from collections.abc import Callable

import pytest

from coolhead.matching import Engine
from coolhead.review import Draft, Review, Turn, review

Build = Callable[..., Engine]

RULE = """
groups:
  common-words: [when, what, will, have]
rules:
- id: furious
  kind: anger
  family: C01
  title: Furious
  message: They are angry.
  phrases: [furious]
  examples: {bad: [I am furious.], good: [I am fine.]}
- id: one
  kind: blame
  family: N02
  guideline: own-it
  title: One
  message: One.
  WHEN
  examples: {bad: [You should have.], good: [Fine.]}
"""


def judged(engine_of: Build, body: str, text: str, *messages: str) -> Review:
    turns = tuple(
        Turn("agent", one.removeprefix("A: ")) if one.startswith("A: ") else Turn("customer", one)
        for one in messages
    )
    return review(Draft(text, turns), engine_of(RULE.replace("WHEN", body)))


@pytest.mark.parametrize(
    ("messages", "fires"),
    [
        (("Still no parcel.",), True),
        (("Still no parcel.", "A: It comes on Friday.", "Thank you."), False),
        (("Thank you.", "A: It comes on Friday.", "Still no parcel."), True),
        (("Thank you.", "A: Still on its way."), False),
        ((), False),
    ],
)
def test_the_last_message_of_the_customer_can_be_asked_for_alone(
    engine_of: Build, messages: tuple[str, ...], fires: bool
) -> None:
    body = "when: {last_message_has: [still no]}\n  phrases: [you should have]"
    assert bool(judged(engine_of, body, "You should have asked.", *messages).matches) is fires


@pytest.mark.parametrize(
    ("messages", "fires"),
    [
        (("I am furious.",), True),
        (("It is late.",), True),
        (("Hello there.",), False),
        (("Hello there.", "A: It comes by noon.", "Hello?"), True),
    ],
)
def test_one_alternative_is_enough(engine_of: Build, messages: tuple[str, ...], fires: bool) -> None:
    body = (
        "when: {any_of: [{mood: [upset]}, {customer_has: [late]},\n"
        "      {first_reply: false, agent_has: [by noon]}]}\n"
        "  phrases: [you should have]"
    )
    assert bool(judged(engine_of, body, "You should have asked.", *messages).matches) is fires


QUESTIONS = "when: {unanswered: ['(when|what) ...9 ?']}"


@pytest.mark.parametrize(
    ("draft", "fires"),
    [
        ("Your parcel left us today.", True),
        ("Your parcel left us today; the guarantee covers the battery.", False),
        ("Batteries are covered.", False),
        ("", False),
    ],
)
def test_a_question_is_open_until_the_draft_takes_up_a_word_of_it(
    engine_of: Build, draft: str, fires: bool
) -> None:
    answer = judged(engine_of, QUESTIONS, draft, "Where is it? What guarantee does the battery have?")
    assert [answer.segments.text[one.start : one.end] for one in answer.matches] == ([draft] if fires else [])


@pytest.mark.parametrize(
    "message",
    [
        "Is it late? What will it have?",  # no word an answer would take up
        "Is it late? What guarantee does the battery have.",
        "Is it late? Is there a guarantee for the battery?",  # not one of the phrases
        "What guarantee does the battery have?",  # an answer to a single question needs none of its words
    ],
)
def test_what_is_no_question_of_the_rule_is_not_open(engine_of: Build, message: str) -> None:
    assert judged(engine_of, QUESTIONS, "Your parcel left us today.", message).matches == ()


def test_only_questions_of_the_last_message_are_open(engine_of: Build) -> None:
    turns = (
        "Is it late? What guarantee does the battery have?",
        "A: Two years.",
        "Thanks! My parcel is late.",
    )
    assert judged(engine_of, QUESTIONS, "It left us today.", *turns).matches == ()


def test_a_fault_may_ask_for_the_customers_own_words(engine_of: Build) -> None:
    body = "overlap: 1\n  phrases: [your]"
    assert judged(engine_of, body, "Your parcel is small.", "Where is my parcel?").matches
    assert not judged(engine_of, body, "Your box is small.", "Where is my parcel?").matches
