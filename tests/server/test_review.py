"""What of a draft is judged at all."""

from __future__ import annotations

import pytest

from coolhead.matching import Engine
from coolhead.review import Draft, Review, Turn, review

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


def test_an_internal_note_is_left_alone(small_engine: Engine) -> None:
    found = reviewed(small_engine, "You should have called.", channel="note")
    assert (found.matches, missing(found)) == ((), [])
