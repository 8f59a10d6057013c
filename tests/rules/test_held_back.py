"""Replies that nobody tuned rules, model or thresholds to: what is flagged there is nearly always a fault."""

from __future__ import annotations

from pathlib import Path

import pytest

from coolhead.cli import labelled, measuring
from coolhead.cli.labelled import Reply
from coolhead.matching import Engine
from coolhead.reviewer import Reviewer

ROOT = Path(__file__).parents[2]
FILES = sorted((ROOT / "server/training/data/held_back").glob("*.jsonl"))


@pytest.mark.parametrize(("profile", "recall"), [("off", 0.3), ("balanced", 0.5)])
def test_flags_are_right_and_enough_is_found(engine: Engine, profile: str, recall: float) -> None:
    reviewer = Reviewer(profile)
    measured = measuring.Measured()
    for file in FILES:
        read = labelled.lines(str(file), Reply)
        assert not read.problems
        for row in read.rows.values():
            measuring.reply(row, lambda draft: reviewer.review(draft, engine), measured)
    tally = measured.parts["all"]
    precision, found = tally.share("right", "flagged"), tally.share("found", "clear")
    alarms = tally.share("alarmed", "clean")
    assert precision and precision > 0.9
    assert found and found > recall
    assert alarms is not None and alarms < 0.04
