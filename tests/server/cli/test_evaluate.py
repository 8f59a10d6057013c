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


def test_the_checklists_mistakes_are_misses_too(evaluate: Run) -> None:
    wrong = ROWS[0] | {"check": {"apology": "met"}}, ROWS[2] | {"check": {"apology": "missing"}}
    Path("checked.jsonl").write_text("\n".join(map(json.dumps, wrong)))
    output = evaluate("checked.jsonl", "--misses").output
    assert "checklist  r1  -  [apology labelled met, found apology missing]" in output
    assert "checklist  r3  I am sorry  [apology labelled missing, found apology met]" in output
    figures = json.loads(evaluate("checked.jsonl", "--json", "--misses").output)["files"]["checked.jsonl"]
    whole = figures["parts"]["all"]
    assert (whole["checks"], whole["checks right"]) == (2, 0)
    assert sum(miss["what"] == "checklist" for miss in figures["misses"]) == 2


def test_figures_without_misses_hold_no_message_text(evaluate: Run) -> None:
    arguments = "replies.jsonl", "--customers", "customers.jsonl", "--json"
    asked, plain = (evaluate(*arguments, *more).output for more in (["--misses"], []))
    texts = [*(row["text"] for row in ROWS), "Read the manual.", "As I said, it ships today.", "Hm."]
    assert [text for text in texts if text in asked] == texts[-3:]
    assert not [text for text in texts if text in plain]
    told, figures = json.loads(asked), json.loads(plain)
    assert {miss["what"] for miss in told["customers"].pop("misses")} == {"mood"}
    assert len(told["files"]["replies.jsonl"].pop("misses")) == 2
    assert told == figures


def test_moods_read_wrongly_are_misses_too(evaluate: Run) -> None:
    output = evaluate("--customers", "customers.jsonl", "--misses").output
    assert "mood  -  Hm.  [labelled upset, found calm]" in output
    assert "furious" not in output


def test_an_internal_note_is_measured_as_one(evaluate: Run) -> None:
    for channel in ("chat", "note"):
        Path(channel).write_text(json.dumps(ROWS[0] | {"channel": channel}))
    files = json.loads(evaluate("chat", "note", "--json").output)["files"]
    assert [files[name]["parts"]["all"]["flagged"] for name in ("chat", "note")] == [1, 0]


def test_one_reply_is_counted_as_a_number(evaluate: Run) -> None:
    Path("one.jsonl").write_text(json.dumps(ROWS[2] | {"source": "[shop]"}))
    Path("mood.jsonl").write_text('{"text": "I am furious.", "mood": "upset"}')
    result = evaluate("one.jsonl", "--customers", "mood.jsonl")
    assert "(n=1)" in result.output
    assert "True" not in result.output
    assert "[shop]" in result.output
    part = json.loads(evaluate("one.jsonl", "--json").output)["files"]["one.jsonl"]["parts"]["all"]
    assert part["clean"] is not True


def test_a_source_called_like_the_whole_is_counted_once(evaluate: Run) -> None:
    Path("all.jsonl").write_text(json.dumps(ROWS[3] | {"source": "all", "stratum": "all"}))
    figures = json.loads(evaluate("all.jsonl", "--json").output)["files"]["all.jsonl"]
    assert figures["parts"]["all"]["replies"] == 1


def test_nothing_is_measured_while_a_line_of_any_file_is_broken(evaluate: Run) -> None:
    Path("bad.jsonl").write_text(json.dumps(ROWS[3]) + '\n{\n{"id": "x", "text": "Hello."}')
    Path("moods.jsonl").write_text('{"text": "Hm.", "mood": "angry"}')
    result = evaluate("replies.jsonl", "bad.jsonl", "--customers", "moods.jsonl")
    assert result.exit_code == 2
    assert not result.stdout
    assert result.stderr.splitlines() == [
        "bad.jsonl:2: not JSON from column 2 on",
        "bad.jsonl:3: spans: is missing; write [] when nothing is wrong",
        "moods.jsonl:1: mood: should be one of calm, upset, abusive, satisfied, unknown",
        "3 to mend; nothing was measured",
    ]


def test_a_category_of_ones_own_is_measured_with_a_warning(evaluate: Run) -> None:
    own = {"start": 7, "end": 22, "must": 2, "categories": ["blaming", "buck"]}
    rows = ROWS[0] | {"spans": [own]}, ROWS[0] | {"spans": [own | {"categories": ["hostile"]}]}
    Path("own.jsonl").write_text("\n".join(map(json.dumps, rows)))
    result = evaluate("own.jsonl", "--json")
    assert result.exit_code == 0
    assert json.loads(result.stdout)["files"]["own.jsonl"]["parts"]["all"]["recall"] == 1.0
    warnings = [line for line in result.stderr.splitlines() if "warning" in line]
    assert len(warnings) == 1
    assert warnings[0].startswith("own.jsonl: warning: spans.categories: no faults of these rules: 'blaming'")
    assert "'buck', 'hostile'" in warnings[0]
    assert "warning" not in evaluate("replies.jsonl").stderr


def test_a_run_on_nothing_is_refused(evaluate: Run) -> None:
    assert evaluate().exit_code == 2
