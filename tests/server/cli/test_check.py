"""`coolhead check`."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from coolhead.cli import commands
from coolhead.cli.report import place

Check = Callable[..., Result]


@pytest.fixture
def check(small_rules: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Check:
    monkeypatch.setenv("COOLHEAD_RULES", str(small_rules))
    monkeypatch.setenv("COOLHEAD_PROFILE", "off")
    monkeypatch.chdir(tmp_path)

    def run(*arguments: str, stdin: str = "") -> Result:
        return CliRunner().invoke(commands, ["check", *arguments], input=stdin)

    return run


def test_a_match_is_shown_with_its_place_and_better_words(check: Check) -> None:
    done = check("-", stdin="Hello,\n\n😡 you should have called.\n")
    lines = done.output.splitlines()
    assert done.exit_code == 1
    assert lines[0].startswith("-:3:3: error[small/should-have] “you should have”")
    assert lines[1] == "    😡 you should have called."
    assert lines[2] == "       ^^^^^^^^^^^^^^^"
    assert lines[3] == "    instead: Here is what I'll do:"
    assert lines[-1] == "-: 75/100, 1 found"


@pytest.mark.parametrize(
    ("text", "status", "strict"),
    [
        ("Hello.", 0, 0),
        ("Kindly wait.", 0, 0),
        ("As I said, wait.", 0, 1),
        ("You should have waited.", 1, 1),
    ],
)
def test_the_exit_status_is_for_scripts(check: Check, text: str, status: int, strict: int) -> None:
    assert check("-", stdin=text).exit_code == status
    assert check("-", "--strict", stdin=text).exit_code == strict


def test_many_files_each_get_their_lines(check: Check) -> None:
    names = [f"reply{number}.txt" for number in range(25)]
    for name in names:
        Path(name).write_text("You should have called.")
    output = check(*names).output
    assert all(f"{name}:1:1: error" in output for name in names)


def test_json_is_what_the_service_answers_with_the_file(check: Check) -> None:
    Path("a.txt").write_text("You should have called.")
    Path("b.txt").write_text("Hello.")
    first, second = (json.loads(line) for line in check("a.txt", "b.txt", "--json").output.splitlines())
    assert (first["file"], first["matches"][0]["rule"]["id"]) == ("a.txt", "small/should-have")
    assert (second["file"], second["matches"]) == ("b.txt", [])
    assert first["warnings"] == {"incompleteResults": False, "rulesOnly": True}


def test_sarif_points_at_lines_and_columns(check: Check) -> None:
    Path("a.txt").write_text("Hello,\r\n😡 you should have\r\ncalled. Kindly wait.")
    log = json.loads(check("a.txt", "--sarif").output)
    assert log["version"] == "2.1.0"
    run = log["runs"][0]
    assert {rule["id"] for rule in run["tool"]["driver"]["rules"]} == {"small/should-have", "small/kindly"}
    first = run["results"][0]
    assert (first["ruleId"], first["level"]) == ("small/should-have", "error")
    location = first["locations"][0]["physicalLocation"]
    assert location["artifactLocation"] == {"uri": "a.txt"}
    assert location["region"] == {"startLine": 2, "startColumn": 3, "endLine": 2, "endColumn": 18}


def test_sarif_names_a_file_by_a_valid_address(check: Check) -> None:
    Path("my reply #1.txt").write_text("You should have called.")
    result = json.loads(check("my reply #1.txt", "--sarif").output)["runs"][0]["results"][0]
    found = result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
    assert found == "my%20reply%20%231.txt"


def test_the_customers_message_decides_what_is_missing(check: Check) -> None:
    Path("customer.txt").write_text("I am furious.")
    assert "missing" not in check("-", stdin="It came late.").output
    answered = check("-", "--customer", "customer.txt", stdin="It came late.")
    assert "missing Say sorry for what happened." in answered.output
    assert answered.exit_code == 0


def test_a_rule_set_can_be_named(check: Check) -> None:
    assert "other/policy" in check("-", "--ruleset", "other", stdin="It is our policy.").output


@pytest.mark.parametrize(("name", "why"), [("none.txt", "No such file"), ("binary.txt", "not UTF-8")])
def test_an_unreadable_file_is_named(check: Check, name: str, why: str) -> None:
    Path("binary.txt").write_bytes(b"\xff\xfe\x00")
    error = check(name).exception
    assert name in str(error)
    assert why in str(error)


def test_a_place_counts_from_one() -> None:
    assert [place("a\nbc", offset) for offset in (0, 1, 2, 4)] == [(1, 1), (1, 2), (2, 1), (2, 3)]
