"""The checklist: met with evidence, weak, missing, or not due."""

from collections.abc import Callable

import pytest

from coolhead.matching import Engine
from coolhead.review import Draft, Turn, review

Build = Callable[..., Engine]

RULES = """
rules:
- id: sorry-said
  kind: apology
  family: B02
  guideline: own-it
  title: An apology
  message: Say sorry once.
  when: {mood: [upset], first_reply: true}
  phrases:
    - I am sorry ...4
    - sorry (for|that)
  not_enough:
    - sorry for any inconvenience
  spoiled_by: [blame]
  hints: ["I'm sorry the parcel came late."]
  examples:
    bad: [{customer: I am furious., text: Fine.}]
    good: [{customer: I am furious., text: Sorry that it broke.}]
- id: heard
  kind: listening
  family: B04
  guideline: own-it
  title: Heard
  message: Take up their words.
  overlap: 2
  examples: {bad: [Fine.], good: [{customer: The blender arrived broken., text: The blender came broken.}]}
- id: furious
  kind: anger
  family: C01
  title: Furious
  message: Angry.
  phrases: [furious]
  examples: {bad: [I am furious.], good: [I am fine.]}
- id: told-off
  kind: blame
  family: N02
  guideline: own-it
  severity: warning
  title: Blames
  message: It blames.
  phrases: [you should have]
  examples: {bad: [You should have.], good: [Fine.]}
groups:
  common-words: [this, that, with]
""".replace("    - I am sorry ...4\n", "")


@pytest.mark.parametrize(
    ("text", "turns", "status"),
    [
        ("Sorry that it broke.", ("I am furious.",), "met"),
        ("Sorry for any inconvenience.", ("I am furious.",), "weak"),
        ("Sorry that you should have asked.", ("I am furious.",), "weak"),
        ("Done.", ("I am furious.",), "missing"),
        ("Done.", ("Hello there.",), "not-due"),
        ("Done.", (), "not-due"),
        ("Done.", ("I am furious.", "agent", "I am furious."), "not-due"),
        ("Sorry that it broke.", (), "met"),
    ],
)
def test_an_apology_is_demanded_only_where_it_is_due(
    engine_of: Build, text: str, turns: tuple[str, ...], status: str
) -> None:
    conversation = tuple(Turn("agent" if turn == "agent" else "customer", turn) for turn in turns)
    rows = {row.virtue: row for row in review(Draft(text, conversation), engine_of(RULES)).checklist}
    assert rows["apology"].status == status


def test_a_met_row_reads_as_done_and_asks_for_nothing(engine_of: Build) -> None:
    furious = (Turn("customer", "I am furious."),)

    def row(text: str) -> tuple[str, tuple[str, ...]]:
        rows = {row.virtue: row for row in review(Draft(text, furious), engine_of(RULES)).checklist}
        return rows["apology"].message, rows["apology"].hints

    assert row("Sorry that it broke.") == ("An apology: done.", ())
    assert row("Fine.") == ("Say sorry once.", ("I'm sorry the parcel came late.",))


def test_words_that_are_a_fault_prove_no_virtue(engine_of: Build) -> None:
    rules = RULES.replace("phrases: [you should have]", "phrases: [sorry that you]")
    rows = {row.virtue: row for row in review(Draft("Sorry that you waited."), engine_of(rules)).checklist}
    assert rows["apology"].status == "not-due"
    assert rows["apology"].evidence == ()


@pytest.mark.parametrize(("within", "status"), [("sentence", "met"), ("draft", "weak")])
def test_a_fault_elsewhere_spoils_a_virtue_of_the_whole_message(
    engine_of: Build, within: str, status: str
) -> None:
    rules = RULES.replace("spoiled_by: [blame]", f"spoiled_by: [blame]\n  spoiled_within: {within}")
    answer = review(Draft("Sorry that it broke. You should have asked."), engine_of(rules))
    assert {row.virtue: row.status for row in answer.checklist}["apology"] == status


def test_evidence_is_the_words_that_prove_it(engine_of: Build) -> None:
    text = "Hello. Sorry that it broke."
    rows = {row.virtue: row for row in review(Draft(text), engine_of(RULES)).checklist}
    assert [text[start:end] for start, end in rows["apology"].evidence] == ["Sorry that"]


def test_evidence_of_two_rules_on_the_same_words_is_given_once(engine_of: Build) -> None:
    second = RULES.replace(
        "- id: heard",
        """- id: regret
  kind: apology
  family: B02
  guideline: own-it
  title: T
  message: M
  phrases: [I am sorry, sorry that it broke]
  examples: {bad: [Fine.], good: [I am sorry.]}
- id: heard""",
    )
    text = "I am sorry that it broke."
    rows = {row.virtue: row for row in review(Draft(text), engine_of(second)).checklist}
    assert [text[start:end] for start, end in rows["apology"].evidence] == ["I am sorry that it broke"]


def test_listening_is_shown_by_the_customers_own_words(engine_of: Build) -> None:
    turn = Turn("customer", "The blender arrived with two broken blades.")
    engine = engine_of(RULES)
    heard = {
        row.virtue: row.status
        for row in review(Draft("A blender with a broken blade is no use."), engine).checklist
    }
    assert heard["listening"] == "not-due"
    heard = {
        row.virtue: row.status
        for row in review(Draft("A blender with a broken blade is no use.", (turn,)), engine).checklist
    }
    assert heard["listening"] == "met"
