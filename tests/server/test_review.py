"""What of a draft is judged at all."""

from __future__ import annotations

import pytest

from coolhead import wire
from coolhead.matching import Engine
from coolhead.review import Draft, Ignored, Review, Turn, review
from coolhead.reviewer import Reviewer

UPSET = (Turn("customer", "I am furious."),)


def reviewed(engine: Engine, text: str, channel: str | None = None) -> Review:
    return review(Draft(text, UPSET, channel), engine)


def missing(found: Review) -> list[str]:
    return [row.virtue for row in found.checklist if row.status == "missing"]


def test_a_reply_to_an_upset_customer_is_judged(small_engine: Engine) -> None:
    found = reviewed(small_engine, "You should have called.")
    assert [match.rule.id for match in found.matches] == ["should-have"]
    assert "apology" in missing(found)


@pytest.mark.parametrize(
    "text",
    [
        "Vielen Dank. Ihre Anfrage ist in Bearbeitung, so wie Sie es wünschen, und wird am Montag erledigt.",
        "Estimado cliente: no me consta que usted haya leído las condiciones. Un saludo muy cordial.",
        "Nous ne pouvons pas vous rembourser car on a vu que vous aviez accepté nos conditions. Merci.",
        "Beste klant, we hebben uw bericht ontvangen en is alles in behandeling. Tot snel, dank u.",
    ],
)
def test_another_language_is_left_alone_whatever_short_words_it_shares(
    small_engine: Engine, text: str
) -> None:
    found = reviewed(small_engine, text)
    assert (missing(found), found.score.value) == ([], 100)


def test_no_line_is_offered_while_a_note_is_written(small_engine: Engine) -> None:
    abused = (Turn("customer", "You idiot!"),)
    assert review(Draft("They are rude.", abused), small_engine).boundary
    assert not review(Draft("They are rude.", abused, "note"), small_engine).boundary


def test_an_internal_note_is_left_alone(small_engine: Engine) -> None:
    found = reviewed(small_engine, "You should have called.", channel="note")
    assert (found.matches, missing(found)) == ((), [])


BLAMING = "You would have seen this coming if you had looked at the small print before you clicked on buy."
PARAPHRASE = "You would have seen this coming if you had looked at the small print before clicking on buy."


@pytest.fixture(scope="module")
def reviewer() -> Reviewer:
    found = Reviewer("thorough")
    assert found.status == "ready", found.missing
    return found


def flagged(found: Review) -> list[str]:
    return [match.rule.full_id for match in found.matches]


def test_what_the_model_flags_can_be_ignored_and_its_points_come_back(
    listening_engine: Engine, reviewer: Reviewer
) -> None:
    text = f"You should have called. {BLAMING}"
    first = reviewer.review(Draft(text, UPSET), listening_engine)
    assert flagged(first) == ["small/should-have", "model/blame"]
    phrase, model = wire.to_json(first)["matches"]
    assert "likeness" not in phrase
    ignored = tuple(Ignored(one["rule"]["id"], model["likeness"]) for one in (phrase, model))
    paraphrase = text.replace(BLAMING, PARAPHRASE)
    assert flagged(reviewer.review(Draft(paraphrase, UPSET), listening_engine)) == flagged(first)
    again = reviewer.review(Draft(paraphrase, UPSET, ignored=ignored), listening_engine)
    assert flagged(again) == ["small/should-have"]
    assert again.score.value > first.score.value
    assert again.likeness == {}


def test_the_rules_alone_ignore_nothing(listening_engine: Engine) -> None:
    draft = Draft(
        "You should have called.", ignored=(Ignored("small/should-have", "beef" + "A" * 22 + "=="),)
    )
    assert flagged(Reviewer("off").review(draft, listening_engine)) == ["small/should-have"]
