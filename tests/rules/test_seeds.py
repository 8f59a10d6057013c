"""The rules agree with the articles they are made from: a case for each example line, in our own words."""

from __future__ import annotations

import pytest

from coolhead.matching import Engine
from coolhead.review import Draft, Review, Turn, review

UPSET = "You charged me twice and nobody answers. This is outrageous!"
ABUSIVE = "You charged me twice, you useless idiot!"


def _review(engine: Engine, reply: str, customer: str = UPSET) -> Review:
    return review(Draft(reply, (Turn("customer", customer),), "email"), engine)


def _kinds(found: Review) -> set[str]:
    return {match.rule.kind for match in found.matches if match.severity != "suggestion"}


def _met(found: Review) -> set[str]:
    return {row.virtue for row in found.checklist if row.status == "met"}


@pytest.mark.parametrize(
    ("reply", "kind"),
    [
        pytest.param("I'm sorry, it's too late to send it back.", "refusal", id="too late, and nothing else"),
        pytest.param("Please stop shouting at me, Ana.", "dismissiveness", id="a boundary without abuse"),
    ],
)
def test_what_the_articles_warn_of_is_flagged(engine: Engine, reply: str, kind: str) -> None:
    assert kind in _kinds(_review(engine, reply))


@pytest.mark.parametrize(
    ("reply", "virtues"),
    [
        pytest.param(
            "That is past the thirty days, but let me see what I can do for you.",
            {"flexibility"},
            id="looks for a way",
        ),
        pytest.param(
            "Of course you're angry. So are we, and that's why it gets fixed today.",
            {"empathy"},
            id="angry with them",
        ),
        pytest.param(
            "I've taken this as far as I can, so I'm bringing in Noor from billing; she has your whole file.",
            {"handoff"},
            id="asks for help honestly",
        ),
        pytest.param(
            "I'll ring you on Thursday to make sure that it is settled.", {"follow-up"}, id="calls back"
        ),
        pytest.param("I'll take care of this for you today.", {"ownership"}, id="responsible, not guilty"),
        pytest.param("I'm sorry for the stress of these two days.", {"apology"}, id="sorry without blame"),
        pytest.param(
            "The second payment went back to you at noon. It happened because our billing job ran twice. "
            "From today a check stops a second run.",
            {"fix", "cause", "prevention"},
            id="fixed, then why, then never again",
        ),
        pytest.param(
            "Thank you for bringing this up. I'll write to you on Friday, when the page has been changed.",
            {"thanks", "follow-up"},
            id="thanks, and tells what changed",
        ),
        pytest.param(
            "I'm truly sorry. Being charged twice, days before the rent, must be frightening.",
            {"apology", "empathy"},
            id="compassion",
        ),
        pytest.param(
            "I've refunded both payments, and the next month is on us.", {"amends"}, id="gives something back"
        ),
        pytest.param(
            "I lost a bag last year, and not knowing was the hardest part, so I'll text you at six.",
            {"empathy", "time"},
            id="shares a like experience, briefly",
        ),
        pytest.param("You're right that this took too long.", {"listening"}, id="agrees with a part"),
    ],
)
def test_what_the_articles_advise_is_met_and_never_flagged(
    engine: Engine, reply: str, virtues: set[str]
) -> None:
    found = _review(engine, reply)
    assert (_kinds(found), virtues - _met(found)) == (set(), set())


@pytest.mark.parametrize(
    "reply",
    [
        pytest.param("Please stop shouting at me, Ana. The refund is on its way.", id="stop shouting"),
        pytest.param(
            "Threats and swearing won't get this fixed sooner, and I do want to fix it.", id="threats"
        ),
    ],
)
def test_a_measured_line_is_for_abuse(engine: Engine, reply: str) -> None:
    found = _review(engine, reply, ABUSIVE)
    assert (_kinds(found), "boundary" in _met(found)) == (set(), True)


def test_an_exit_that_names_the_next_call_closes_no_door(engine: Engine) -> None:
    found = _review(
        engine, "I'm going to end this call now. I'll ring you tomorrow so that we can go on.", ABUSIVE
    )
    assert "refusal" not in _kinds(found)


def test_amends_are_welcome_and_never_demanded(engine: Engine) -> None:
    rows = {row.virtue: row.status for row in _review(engine, "Your message is here.").checklist}
    assert rows["amends"] == "not-due"
