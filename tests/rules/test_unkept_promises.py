"""A time the agent named and did not keep: the shipped rules ask for a word about it, and only then."""

from __future__ import annotations

import pytest

from coolhead.matching import Engine
from coolhead.review import Draft, Turn, review

PROMISES = [
    "I'll call you back by noon.",
    "We'll have this sorted by end of day.",
    "You will have the money by the end of the week.",
    "Someone will ring you within the hour.",
    "It will be looked at within 24 hours.",
    "I'll write to you tomorrow.",
    "Tomorrow morning I'll know more.",
    "You'll hear from me on Friday.",
    "Our engineer will be with you on Tuesday at 9 am.",
    "Give me until three and I'll have an answer.",
    "i will get back to u in 2 hours",
    "Expect a call from Ines before five o'clock.",
    "I'll be in touch first thing.",
    "A colleague is going to phone you later today.",
]
CHASED = [
    "It's 4 pm and nobody has called.",
    "Still nothing!!",
    "Friday came and went.",
    "You said you'd ring by noon.",
    "you promised me a call within the hour",
    "I haven't heard anything.",
    "Another day wasted.",
    "Well?",
    "No call, no email so far.",
    "Where is the call back you promised?",
]
CALM = [
    "Thanks, that was quick!",
    "Great, it arrived this morning.",
    "One more thing: which cable do I need?",
    "Fine by me.",
]
DRAFT = "The part came at two and goes in tonight."


def status(engine: Engine, promise: str, message: str, draft: str = DRAFT) -> dict[str, str]:
    turns = (
        Turn("customer", "My boiler is out."),
        Turn("agent", f"I'm sorry your boiler is out. {promise}"),
        Turn("customer", message),
    )
    return {row.virtue: row.status for row in review(Draft(draft, turns), engine).checklist}


@pytest.mark.parametrize("promise", PROMISES)
def test_a_promise_in_natural_words_is_remembered(engine: Engine, promise: str) -> None:
    rows = status(engine, promise, CHASED[0])
    assert (rows["apology"], rows["update"]) == ("missing", "missing")


@pytest.mark.parametrize("message", CHASED)
def test_a_customer_who_had_to_write_again_is_owed_an_apology(engine: Engine, message: str) -> None:
    assert status(engine, PROMISES[0], message)["apology"] == "missing"
    sorry = "I said noon and didn't ring, and I'm sorry. The part came at two."
    assert status(engine, PROMISES[0], message, sorry)["apology"] == "met"


@pytest.mark.parametrize("message", CALM)
def test_a_customer_who_does_not_chase_is_owed_none(engine: Engine, message: str) -> None:
    assert status(engine, PROMISES[0], message)["apology"] == "not-due"


@pytest.mark.parametrize(
    "said", ["We're looking into it.", "The shop is open until Friday.", "It broke on Monday."]
)
def test_without_a_promise_nothing_was_missed(engine: Engine, said: str) -> None:
    assert status(engine, said, CHASED[0])["apology"] == "not-due"
