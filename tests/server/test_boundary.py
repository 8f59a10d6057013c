"""Boundary lines: offered when, and only when, the customer is abusive."""

import pytest

from coolhead.boundary import offer
from coolhead.customer import Customer, Mood, Signal
from coolhead.rules.boundary import Boundary

LADDER = Boundary.model_validate(
    {
        "stance": "measured",
        "exit_line": "I'll write tomorrow.",
        "steps": [
            {
                "id": "D1",
                "title": "Gentle",
                "advice": "A",
                "lines": ["one"],
                "when": {"signals": ["insult"], "times": {"patient": 2}},
            },
            {
                "id": "D2",
                "title": "Firm",
                "advice": "B",
                "lines": ["two"],
                "when": {"signals": ["insult"], "times": "2"},
                "exit": "true",
            },
            {"id": "D4", "title": "Safety", "advice": "C", "when": {"signals": ["threat"]}},
        ],
    }
)


def customer(*per_turn: str, turns: int) -> Customer:
    signals = tuple(
        Signal(one, "…", number, 3, "abusive")
        for number, names in enumerate(per_turn)
        for one in names.split()
    )
    return Customer("abusive", signals, 3, turns)


@pytest.mark.parametrize(
    ("person", "step"),
    [
        (customer("", turns=1), None),
        (customer("anger", turns=1), None),
        (customer("insult", turns=1), "D1"),
        (customer("insult", "insult", turns=2), "D2"),
        (customer("insult threat", turns=1), "D4"),
        (customer("insult", "", turns=2), None),
    ],
)
def test_the_furthest_due_step_is_offered(person: Customer, step: str | None) -> None:
    offered = offer(LADDER, person)
    assert (offered.step if offered else None) == step


@pytest.mark.parametrize(("mood", "offered"), [("upset", True), ("calm", False), ("satisfied", False)])
def test_strong_words_of_a_content_customer_bring_no_line(mood: Mood, offered: bool) -> None:
    signals = (Signal("insult", "…", 0, 3, "abusive"),)
    assert bool(offer(LADDER, Customer(mood, signals, 3, 1))) is offered


def test_a_patient_organisation_waits_longer() -> None:
    patient = LADDER.model_copy(update={"stance": "patient"})
    assert offer(patient, customer("insult", turns=1)) is None


def test_the_exit_line_comes_only_with_a_step_that_ends_the_conversation() -> None:
    first, second = (
        offer(LADDER, customer("insult", turns=1)),
        offer(LADDER, customer("insult", "insult", turns=2)),
    )
    assert first and second
    assert (first.exit_line, second.exit_line) == (None, "I'll write tomorrow.")
