"""`coolhead rules diff`: two sets of rules on the same past replies."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from coolhead.cli.rules import rules
from coolhead.errors import CoolheadError

RULE = """\
format: 1
rules:
  - id: zebra
    kind: blame
    guideline: own-it
    title: Zebra
    message: Zebra.
    why: Zebra.
    phrases: [purple zebra]
    examples: {bad: [Purple zebra.], good: [Zebra.]}
"""


def run(*arguments: str) -> Result:
    return CliRunner().invoke(rules, ["diff", *arguments])


@pytest.fixture(autouse=True)
def few_rules(small_rules: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A small set beneath what is tested, so that the tests are quick."""
    monkeypatch.setenv("COOLHEAD_RULES", str(small_rules))


@pytest.fixture
def packs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str, str], None]:
    """Packs `old` and `new` with these texts, and a reply that holds both words."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "reply.txt").write_text("A purple zebra met a green zebra.", encoding="utf-8")

    def packs(old: str, new: str) -> None:
        for name, text in (("old", old), ("new", new)):
            (tmp_path / name).mkdir()
            (tmp_path / name / "pack.yaml").write_text("format: 1\npack: acme\nversion: 1\n")
            (tmp_path / name / "a.yaml").write_text(text, encoding="utf-8")

    return packs


def test_the_same_rules_say_nothing(packs: Callable[[str, str], None]) -> None:
    packs(RULE, RULE)
    done = run("old", "new", "reply.txt")
    assert (done.output, done.exit_code) == ("", 0)


def test_more_and_fewer_are_told_by_file_and_by_rule(packs: Callable[[str, str], None]) -> None:
    packs(RULE, RULE.replace("purple zebra", "green zebra").replace("Purple", "Green"))
    done = run("old", "new", "reply.txt")
    assert done.output.splitlines() == [
        "reply.txt: - warning[acme/zebra] “purple zebra”",
        "reply.txt: + warning[acme/zebra] “green zebra”",
        "acme/zebra: 1 more, 1 fewer",
    ]
    assert done.exit_code == 1


def test_replies_can_come_as_lines_of_json(packs: Callable[[str, str], None]) -> None:
    packs("format: 1\n", RULE)
    Path("replies.jsonl").write_text('{"text": "Fine."}\n{"text": "Purple zebra!"}\n', encoding="utf-8")
    assert run("old", "new", "replies.jsonl").output.startswith("replies.jsonl:2: + warning[acme/zebra]")


@pytest.mark.parametrize("line", ["{", "[]", '{"reply": "x"}', "3"])
def test_a_line_that_is_no_reply_is_told(packs: Callable[[str, str], None], line: str) -> None:
    packs(RULE, RULE)
    Path("replies.jsonl").write_text(line, encoding="utf-8")
    with pytest.raises(CoolheadError, match=r"replies\.jsonl: not readable as replies"):
        raise run("old", "new", "replies.jsonl").exception or AssertionError
