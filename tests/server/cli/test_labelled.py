"""Labelled lines: all that is wrong is named, by line and field, and nothing of what they say is repeated."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from coolhead.cli import labelled
from coolhead.cli.labelled import Customer, Reply

GOOD: dict[str, Any] = {"id": "r1", "text": "You should have called.", "spans": []}
SPAN: dict[str, Any] = {"start": 0, "end": 15, "must": 2, "categories": ["blame"]}

ASKED = {"role": "customer", "text": "Where is it?"}


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return Path("f.jsonl")


def problems(file: Path, *rows: dict[str, Any]) -> list[str]:
    file.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    return labelled.lines(str(file), Reply).problems


@pytest.mark.parametrize(
    ("changed", "what"),
    [
        ({"text": 5}, "text: should be text"),
        ({"text": " "}, "text: is empty"),
        ({"id": True}, "id: should be text"),
        ({"context": ["Where is it?"]}, "context: should be text"),
        ({"channel": "phone"}, "channel: should be one of email, chat, ticket, social, review, note"),
        ({"conversation": "Where is it?"}, "conversation: should be a list"),
        ({"conversation": ["Where is it?"]}, "conversation.0: should be an object"),
        ({"conversation": [ASKED, {"role": "agent"}]}, "conversation.1.text: is missing"),
        (
            {"conversation": [ASKED | {"role": "agnet"}]},
            "conversation.0.role: should be one of customer, agent (did you mean 'agent'?)",
        ),
        (
            {"context": "Where is it?", "conversation": [ASKED]},
            "conversation: cannot stand beside context; make that its last message",
        ),
        ({"spans": "none"}, "spans: should be a list; write [] when nothing is wrong"),
        ({"spans": [7]}, "spans.0: should be an object"),
        ({"spans": [SPAN, SPAN | {"must": 7}]}, "spans.1.must: should be 2 (clear) or 1 (debatable)"),
        ({"spans": [SPAN | {"must": True}]}, "spans.0.must: should be a whole number"),
        ({"spans": [SPAN | {"end": "9"}]}, "spans.0.end: should be a whole number"),
        ({"spans": [SPAN | {"categories": "blame"}]}, "spans.0.categories: should be a list"),
        ({"check": ["apology"]}, "check: should be an object"),
        ({"check": {"apology": "yes"}}, "check.apology: should be one of met, missing, weak, na"),
        (
            {"check": {"thanks": "mising"}},
            "check.thanks: should be one of met, missing, weak, na (did you mean 'missing'?)",
        ),
        (
            {"check": {"sorry": "met"}},
            "check: 'sorry' is not one of apology, empathy, ownership, action, time, thanks",
        ),
        (
            {"check": {"empathie": "met"}},
            "check: 'empathie' is not one of apology, empathy, ownership, action, time, thanks"
            " (did you mean 'empathy'?)",
        ),
    ],
)
def test_a_wrong_value_is_named_by_its_field(file: Path, changed: dict[str, Any], what: str) -> None:
    assert problems(file, GOOD, GOOD | changed) == [f"f.jsonl:2: {what}"]


@pytest.mark.parametrize(("start", "end"), [(-1, 3), (4, 4), (9, 2), (20, 24), (40, 50), (3, 4)])
def test_a_span_marks_words_of_the_text(file: Path, start: int, end: int) -> None:
    assert problems(file, GOOD | {"spans": [SPAN, {"start": start, "end": end, "must": 1}]}) == [
        "f.jsonl:1: spans.1: should mark words of the text: start before end, both within its 23 characters"
    ]


def test_spans_count_characters_of_the_text(file: Path) -> None:
    assert not problems(file, GOOD | {"text": "😀 no", "spans": [{"start": 2, "end": 4, "must": 2}]})


def test_everything_wrong_is_told_at_once(file: Path) -> None:
    file.write_text('{"id": 1, "text": \n\n{}\n[]\n' + json.dumps(GOOD))
    assert labelled.lines("f.jsonl", Reply).problems == [
        "f.jsonl:1: not JSON from column 19 on",
        "f.jsonl:3: id: is missing",
        "f.jsonl:3: text: is missing",
        "f.jsonl:3: spans: is missing; write [] when nothing is wrong",
        "f.jsonl:4: should be a JSON object",
    ]


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
def test_a_file_from_windows_is_read(file: Path, mark: bytes) -> None:
    line = json.dumps(GOOD).encode()
    file.write_bytes(mark + line + b"\r\n\r\n" + line + b"\r\n")
    read = labelled.lines("f.jsonl", Reply)
    assert not read.problems
    assert list(read.rows) == [1, 3]


def test_a_line_that_is_not_utf_8_is_named(file: Path) -> None:
    file.write_bytes(json.dumps(GOOD).encode() + b'\n{"text": "caf\xe9"}')
    assert labelled.lines("f.jsonl", Reply).problems == ["f.jsonl:2: not UTF-8 text; save the file as UTF-8"]


@pytest.mark.parametrize(
    ("content", "what"),
    [
        (b"", "is empty; write one JSON object a line"),
        (b"\n \n", "is empty; write one JSON object a line"),
        (b"id,text\n1,Hello", "no line is a JSON object; write one a line, as UTF-8"),
        (json.dumps([GOOD], indent=1).encode(), "no line is a JSON object; write one a line, as UTF-8"),
        ("[]\n{}".encode("utf-16"), "no line is a JSON object; write one a line, as UTF-8"),
    ],
)
def test_another_kind_of_file_is_said_once(file: Path, content: bytes, what: str) -> None:
    file.write_bytes(content)
    assert labelled.lines("f.jsonl", Reply).problems == [f"f.jsonl: {what}"]


def test_a_file_that_is_not_there_is_said(file: Path) -> None:
    assert labelled.lines(str(file), Reply).problems == ["f.jsonl: cannot be read: No such file or directory"]


def test_what_teams_add_is_left_alone(file: Path) -> None:
    absent = {
        "context": None,
        "conversation": None,
        "channel": None,
        "source": None,
        "stratum": None,
        "check": {"apology": None},
    }
    added = {
        "agent": "Sam",
        "spans": [SPAN | {"quote": "You should have"}],
        "conversation": [ASKED | {"at": "9:14"}],
    }
    file.write_text(json.dumps(GOOD | absent | added | {"id": 4711}))
    read = labelled.lines("f.jsonl", Reply)
    assert not read.problems
    assert read.rows[1].id == "4711"


def test_half_an_emoji_is_read(file: Path) -> None:
    assert not problems(file, GOOD | {"text": "cut off \ud83d"})


def test_a_mood_is_one_of_five(file: Path) -> None:
    file.write_text('{"id": "c1", "text": "Hm.", "mood": "angry"}\n{"id": "c2", "mood": "upse"}')
    choices = "should be one of calm, upset, abusive, satisfied, unknown"
    assert labelled.lines("f.jsonl", Customer).problems == [
        f"f.jsonl:1: mood: {choices}",
        "f.jsonl:2: text: is missing",
        f"f.jsonl:2: mood: {choices} (did you mean 'upset'?)",
    ]


def test_no_problem_repeats_what_was_written(file: Path) -> None:
    said = "My card is 4000 1234"
    rows = [
        {said: said},
        {"id": [said], "text": [said], "context": {"text": said}, "spans": said, "check": said},
        GOOD | {"spans": [{"start": said, "end": said, "must": said, "categories": said}]},
        GOOD | {"check": {said: said, "apology": said, "time": {said: said}}, "source": [said]},
        GOOD | {"text": said, "spans": [{"start": 90, "end": 95, "must": 2}]},
        GOOD | {"channel": said, "conversation": [{"role": said, "text": [said]}, said]},
        GOOD | {"context": said, "conversation": [ASKED | {"text": said}]},
    ]
    found = problems(file, *rows)
    assert {int(one.split(":")[1]) for one in found} == {1, 2, 3, 4, 5, 6, 7}
    assert not [one for one in found if "4000" in one or "card" in one]
    file.write_text(f'{{"text": "{said}\n"{said}')
    assert "4000" not in "".join(labelled.lines("f.jsonl", Reply).problems)


def test_an_empty_conversation_beside_the_context_is_none(file: Path) -> None:
    assert not problems(file, GOOD | {"context": "Where is it?", "conversation": []})
    assert not problems(file, GOOD | {"context": "", "conversation": [ASKED]})


def test_categories_that_are_no_faults_are_named_at_once_with_the_nearest(file: Path) -> None:
    strange = SPAN | {"categories": ["blaem", "blame", "my own words", "buck"]}
    assert not problems(file, GOOD, GOOD | {"spans": [strange, strange]}, GOOD | {"spans": [strange]})
    rows = labelled.lines("f.jsonl", Reply).rows
    assert labelled.unknown_categories(rows, ("blame", "excuse")) == (
        "spans.categories: no faults of these rules:"
        " 'blaem' (did you mean 'blame'?), a name in line 2, 'buck'"
    )
    assert not labelled.unknown_categories(rows, ("blaem", "blame", "my own words", "buck"))
