"""One fault in several registers: British and American, typed in haste, by people who learnt English late."""

from __future__ import annotations

import pytest

from coolhead.matching import Engine
from coolhead.review import Draft, Review, Turn, review

UPSET = Turn("customer", "My parcel is lost, nobody answers, I am furious!")


def judged(engine: Engine, text: str, *turns: Turn, channel: str | None = None) -> Review:
    return review(Draft(text, turns or (UPSET,), channel), engine)


def kinds(answer: Review) -> set[str]:
    return {str(match.rule.kind) for match in answer.matches}


@pytest.mark.parametrize(
    ("kind", "texts"),
    [
        ("non-apology", ("We apologise if you feel this way.", "We apologize if you feel this way.")),
        ("blame", ("You should have organised it earlier.", "You should have organized it earlier.")),
        ("refusal", ("The order can't be cancelled.", "The order can't be canceled.")),
        ("dismissiveness", ("You need to realise how busy we are.", "You need to realize how busy we are.")),
        ("blame", ("You shouldn't have signed then.", "You shouldnt have signed then.")),
        ("blame", ("You didn't read the terms.", "u didnt read the terms")),
        ("non-apology", ("Sorry for any inconvenience.", "sory for any inconvinience")),
        ("refusal", ("Unfortunately we can't refund you.", "unfortunatly we cant refund you")),
        ("overpromise", ("I guarantee you it will arrive.", "i garantee you it will arrive")),
        ("disbelief", ("Are you sure you received it broken?", "are you sure you recieved it broken")),
        ("buck-passing", ("You need to contact the courier.", "You need contact to the courier please.")),
        ("blame", ("It's your fault.", "It is fault of you.", "It is because of your mistake only.")),
        ("vagueness", ("We will look into it as soon as possible.", "We look into it soonest possible.")),
    ],
)
def test_a_fault_is_heard_in_every_register(engine: Engine, kind: str, texts: tuple[str, ...]) -> None:
    assert {text: kind in kinds(judged(engine, text)) for text in texts} == dict.fromkeys(texts, True)


@pytest.mark.parametrize(
    "text",
    [
        "We apologize for sending the wrong color; the right one was canceled by mistake and ships today.",
        "Sorry for wait, I have checked now and your parcel is on the van, it come today before 6 pm.",
        "hi, so sorry it got lost. ive sent a new one just now, youll have it tmrw",
        "Kindly do not worry, I have already refunded your 40 euros this morning.",
        "Dear Sir, your replacement has been dispatched today itself, tracking is below.",
    ],
)
def test_a_good_reply_passes_whatever_its_register(engine: Engine, text: str) -> None:
    flags = [match for match in judged(engine, text).matches if match.severity != "suggestion"]
    assert [text[match.start : match.end] for match in flags] == []


def test_public_replies_have_rules_of_their_own(engine: Engine) -> None:
    text = "Thank you for your feedback."
    assert "coldness" in kinds(judged(engine, text, channel="review"))
    assert judged(engine, text, channel="email").matches == ()


def test_a_chat_turn_owes_nothing_an_email_owes(engine: Engine) -> None:
    rows = {
        channel: {row.virtue: row.status for row in judged(engine, "Looking now.", channel=channel).checklist}
        for channel in ("email", "chat")
    }
    assert (rows["email"]["apology"], rows["email"]["empathy"]) == ("missing", "missing")
    assert "missing" not in (rows["chat"]["apology"], rows["chat"]["empathy"])


def test_an_internal_note_is_silent(engine: Engine) -> None:
    answer = judged(engine, "It is your fault, you should have read the terms.", channel="note")
    assert answer.matches == ()
    assert {row.status for row in answer.checklist} == {"not-due"}
