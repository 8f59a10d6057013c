"""`coolhead evaluate`."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from coolhead.cli import commands

Run = Callable[..., Result]

ROWS: list[dict[str, Any]] = [
    {  # found
        "id": "r1",
        "source": "desk",
        "text": "Hello. You should have called. It came late.",
        "context": "I am furious.",
        "spans": [{"start": 7, "end": 22, "must": 2, "categories": ["blame"]}],
        "check": {"apology": "missing", "thanks": "na"},
    },
    {  # missed, and a nudge on a debatable span
        "id": "r2",
        "source": "desk",
        "stratum": "unf",
        "text": "Kindly wait. Read the manual.",
        "spans": [
            {"start": 13, "end": 29, "must": 2, "categories": ["blame"]},
            {"start": 0, "end": 6, "must": 1, "categories": ["coldness"]},
        ],
    },
    {  # false alarm
        "id": "r3",
        "source": "shop",
        "text": "I am sorry. As I said, it ships today.",
        "context": "I am furious.",
        "spans": [],
        "check": {"apology": "met"},
    },
    {"id": "r4", "source": "shop", "text": "It ships today.", "spans": []},
]


@pytest.fixture
def evaluate(small_rules: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    monkeypatch.setenv("COOLHEAD_RULES", str(small_rules))
    monkeypatch.setenv("COOLHEAD_PROFILE", "off")
    monkeypatch.chdir(tmp_path)
    Path("replies.jsonl").write_text("\n".join(map(json.dumps, ROWS)))
    customers = [
        {"text": "I am furious.", "mood": "upset"},
        {"text": "you idiot", "mood": "abusive"},
        {"text": "Hm.", "mood": "upset"},
        {"text": "Thanks.", "mood": "calm"},
    ]
    Path("customers.jsonl").write_text("\n".join(map(json.dumps, customers)))
    return lambda *arguments: CliRunner().invoke(commands, ["evaluate", *arguments])


def test_the_figures_follow_their_definitions(evaluate: Run) -> None:
    figures = json.loads(evaluate("replies.jsonl", "--json").output)["files"]["replies.jsonl"]
    whole = figures["parts"]["all"]
    assert (whole["flagged"], whole["right"], whole["precision"]) == (2, 1, 0.5)
    assert (whole["clear"], whole["found"], whole["recall"]) == (2, 1, 0.5)
    assert (whole["clean"], whole["alarmed"], whole["false alarms"]) == (2, 1, 0.5)
    assert (whole["checks"], whole["checklist"]) == (2, 1.0)
    assert set(figures["parts"]) == {"all", "desk", "shop", "unf"}
    assert figures["parts"]["unf"]["precision"] is None


def test_misses_are_listed_on_request(evaluate: Run) -> None:
    assert "false alarm" not in evaluate("replies.jsonl").output.replace("false alarms", "")
    output = evaluate("replies.jsonl", "--misses").output
    assert "false alarm  r3  As I said, it ships today.  [small/as-i-said]" in output
    assert "missed  r2  Read the manual.  [blame]" in output


def test_customers_are_measured_by_mood(evaluate: Run) -> None:
    moods = json.loads(evaluate("--customers", "customers.jsonl", "--json").output)["customers"]
    assert moods["upset"] == {"precision": 1.0, "recall": 2 / 3, "f1": 0.8}
    assert moods["abusive"]["recall"] == 1.0
    assert "0.800" in evaluate("--customers", "customers.jsonl").output


@pytest.mark.parametrize(
    ("line", "why"), [("{", "bad.jsonl:2: not JSON"), ('{"id": "x"}', "bad.jsonl:2: text, spans missing")]
)
def test_a_broken_line_is_named(evaluate: Run, line: str, why: str) -> None:
    Path("bad.jsonl").write_text(json.dumps(ROWS[3]) + "\n" + line)
    assert why in str(evaluate("bad.jsonl").exception)
