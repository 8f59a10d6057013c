"""Measuring: a labelled line is reviewed as the service reviews the same reply."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from coolhead.cli import measuring
from coolhead.cli.labelled import Reply
from coolhead.matching import prepare
from coolhead.review import Draft, Review, review
from coolhead.wire import request

FURIOUS = {"role": "customer", "text": "I am furious."}
SORRY = {"role": "agent", "text": "I am sorry."}


def measured(row: dict[str, Any], rules: Path) -> tuple[Draft, measuring.Measured]:
    """What the rules were given, and what came of it."""
    engine, given, found = prepare(rules), list[Draft](), measuring.Measured()

    def reviewing(draft: Draft) -> Review:
        given.append(draft)
        return review(draft, engine)

    measuring.reply(Reply.model_validate({"id": "r1", "spans": []} | row), reviewing, found)
    return given[0], found


@pytest.mark.parametrize("channel", [{}, {"channel": "chat"}])
@pytest.mark.parametrize("turns", [[], [FURIOUS], [SORRY, FURIOUS], [FURIOUS, SORRY, FURIOUS]])
def test_the_rules_are_given_what_the_service_is_given(
    turns: list[dict[str, str]], channel: dict[str, str], small_rules: Path
) -> None:
    row = {"text": "It ships today.", "conversation": turns} | channel
    served = request.draft(request.parse(json.dumps(row).encode()))
    assert measured(row, small_rules)[0] == served


def test_the_context_is_a_conversation_of_one_message(small_rules: Path) -> None:
    row = {"text": "It ships today."}
    as_context, _ = measured(row | {"context": "I am furious.", "conversation": []}, small_rules)
    assert as_context == measured(row | {"conversation": [FURIOUS]}, small_rules)[0]


@pytest.mark.parametrize(
    ("turns", "status"), [([FURIOUS], "missing"), ([FURIOUS | {"role": "agent"}], "not-due")]
)
def test_the_checklist_knows_who_said_what(
    turns: list[dict[str, str]], status: str, small_rules: Path
) -> None:
    row = {"text": "It ships today.", "conversation": turns, "check": {"apology": "met"}}
    _, found = measured(row, small_rules)
    assert [miss.because for miss in found.misses] == [f"apology labelled met, found apology {status}"]
