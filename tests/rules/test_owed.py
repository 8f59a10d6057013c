"""What a later reply owes: a sorry not said yet, a word about a time that was not kept."""

from __future__ import annotations

import pytest

from coolhead.matching import Engine
from coolhead.review import Draft, Turn, review

RECEIVED = "Thank you for your message. Your request has the number 7781."
ANGRY = "My freezer died and everything in it is spoiled. I am furious!"
STILL = "Hello?! Still no freezer, and nobody answers. This is outrageous."
DRAFT = "A new one is booked for tomorrow at ten."


def status(engine: Engine, *messages: str, draft: str = DRAFT, channel: str = "email") -> dict[str, str]:
    """The messages are the customer's but for those marked with `A:`."""
    turns = tuple(
        Turn("agent", text.removeprefix("A:")) if text.startswith("A:") else Turn("customer", text)
        for text in messages
    )
    return {row.virtue: row.status for row in review(Draft(draft, turns, channel), engine).checklist}


@pytest.mark.parametrize(
    "received", [(f"A:{RECEIVED}",), (f"A:{RECEIVED}", "A:Your ticket was moved to Repairs.")]
)
def test_automatic_answers_do_not_say_sorry(engine: Engine, received: tuple[str, ...]) -> None:
    rows = status(engine, ANGRY, *received, STILL)
    assert (rows["apology"], rows["empathy"]) == ("missing", "missing")


def test_sorry_is_owed_once_in_a_thread(engine: Engine) -> None:
    rows = status(engine, ANGRY, "A:I'm so sorry about your freezer.", STILL)
    assert (rows["apology"], rows["empathy"]) == ("not-due", "not-due")


def test_seeing_what_it_means_is_owed_once_and_sorry_remains(engine: Engine) -> None:
    rows = status(engine, ANGRY, "A:A freezer full of spoiled food must be awful.", STILL)
    assert (rows["apology"], rows["empathy"]) == ("missing", "not-due")


@pytest.mark.parametrize("channel", ["chat", "note"])
def test_a_short_turn_or_a_note_owes_nothing(engine: Engine, channel: str) -> None:
    rows = status(engine, ANGRY, f"A:{RECEIVED}", STILL, channel=channel)
    assert (rows["apology"], rows["empathy"]) == ("not-due", "not-due")


def test_a_threat_that_was_passed_on_waits_for_security(engine: Engine) -> None:
    line = "I've passed this message to our security team. We'll be in touch in writing."
    rows = status(engine, "You moron, I know where you live.", draft=line)
    assert "missing" not in (rows["apology"], rows["empathy"], rows["handoff"])


@pytest.mark.parametrize(
    "promise",
    [
        "The fitter will be with you between 8 and 12.",
        "She is coming on 4 May, any time from 9 till 1.",
        "The letter arrives in 3 to 5 working days.",
        "The deposit lands within 2-3 days.",
        "I'll ring you at eleven.",
    ],
)
def test_a_range_is_a_promise_too(engine: Engine, promise: str) -> None:
    rows = status(engine, "My line is down.", f"A:{promise}", "Nobody came and nothing happened.")
    assert (rows["apology"], rows["update"]) == ("missing", "missing")


@pytest.mark.parametrize(
    "deadline",
    [
        "If you can reply by noon, I can still book it today.",
        "Please unplug the router by tonight.",
        "Could you send me the form by Friday?",
        "You need to confirm the date within two days.",
    ],
)
def test_the_customers_own_deadline_is_none(engine: Engine, deadline: str) -> None:
    rows = status(engine, "I'd like to move in May.", f"A:{deadline}", "5 May. Nobody was here yesterday.")
    assert (rows["apology"], rows["update"]) == ("not-due", "not-due")


@pytest.mark.parametrize(
    "message", ["Thanks for the call at eleven. Does it need a pump?", "Got it, thank you!"]
)
def test_a_kept_promise_needs_no_word(engine: Engine, message: str) -> None:
    rows = status(engine, "My boiler is out.", "A:I'll ring you at eleven.", message)
    assert (rows["apology"], rows["update"]) == ("not-due", "not-due")
