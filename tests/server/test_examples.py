"""Examples are tests: each says what it should show, and a failure says where and what came out instead."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from shutil import copy

import pytest

from coolhead import examples, rules
from coolhead.matching import Engine

SHARED_RULES = Path(__file__).parents[2] / "shared_rules"
Build = Callable[[str], Engine]
HEAD = "format: 1\nrules:\n"
FAULT = """\
  - id: blame-read
    kind: blame
    guideline: own-it
    title: Blames
    message: Blames.
    phrases: [you should have read]
    examples:
      bad: ["⟦You should have read⟧ it."]
      good: ["We should have said so."]
"""
VIRTUE = """\
  - id: sorry
    kind: apology
    guideline: apologise
    title: Says sorry
    message: No sorry yet.
    phrases: [I am sorry]
    hints: [I'm sorry it broke.]
    examples:
      bad: ["It broke."]
      good: ["I'm sorry it broke."]
"""
SIGNAL = """\
  - id: fuming
    kind: anger
    title: Fuming
    message: Fuming.
    phrases: [I am fuming]
    examples:
      bad: ["I'm fuming."]
      good: ["The chimney is fuming."]
"""


@pytest.fixture
def engine(tmp_path: Path) -> Build:
    """An engine for a rule set with one pack, `acme`, in one file."""

    def engine(text: str) -> Engine:
        copy(SHARED_RULES / "guidelines.yaml", tmp_path)
        layers = "    layers: [{name: team, pack: acme}]\n"
        (tmp_path / "config.yaml").write_text(f"format: 1\nrulesets:\n  default:\n{layers}", encoding="utf-8")
        (tmp_path / "acme").mkdir(exist_ok=True)
        (tmp_path / "acme" / "pack.yaml").write_text("format: 1\npack: acme\nversion: 1\n", encoding="utf-8")
        (tmp_path / "acme" / "a.yaml").write_text(HEAD + text, encoding="utf-8")
        ruleset = rules.load(tmp_path)
        assert ruleset.problems == ()
        return Engine(ruleset)

    return engine


def said(engine: Engine) -> list[str]:
    return [str(problem).removeprefix("acme/") for problem in examples.problems(engine)]


@pytest.mark.parametrize("text", [FAULT, VIRTUE, SIGNAL, FAULT + VIRTUE + SIGNAL])
def test_sound_examples_say_nothing(engine: Build, text: str) -> None:
    assert said(engine(text)) == []


def test_names_are_readable(engine: Build) -> None:
    assert [outcome.name for outcome in examples.run(engine(FAULT))] == [
        "blame-read-bad-0",
        "blame-read-good-0",
    ]


def test_a_bad_example_that_is_not_marked_is_told(engine: Build) -> None:
    assert said(engine(FAULT.replace("⟦You should have read⟧ it.", "You ought to have read it."))) == [
        "a.yaml:10:14: error[R030] blame-read: should be marked: “You ought to have read it.”"
    ]


def test_a_mark_on_the_wrong_words_is_told(engine: Build) -> None:
    assert said(engine(FAULT.replace("⟦You should have read⟧ it", "⟦You should have read it⟧"))) == [
        "a.yaml:10:14: error[R030] blame-read:"
        " marks “You should have read” instead of “You should have read it”"
    ]


def test_a_good_example_that_is_marked_is_told(engine: Build) -> None:
    assert said(engine(FAULT.replace("We should have said so.", "You should have read it."))) == [
        "a.yaml:11:15: error[R030] blame-read: should stay silent, marks “You should have read”"
    ]


def test_the_virtue_of_a_good_example_has_to_be_met(engine: Build) -> None:
    assert said(engine(VIRTUE.replace("I'm sorry it broke.\"", 'Pity."'))) == [
        "a.yaml:12:15: error[R030] sorry: 'apology' is not-due, should be met: “Pity.”"
    ]


def test_the_virtue_of_a_bad_example_must_not_be_met(engine: Build) -> None:
    assert said(engine(VIRTUE.replace('It broke."]\n      good', 'I am sorry."]\n      good'))) == [
        "a.yaml:11:14: error[R030] sorry: 'apology' is met, should be missing, weak or not due: “I am sorry.”"
    ]


def test_a_signal_has_to_show_in_its_bad_example(engine: Build) -> None:
    assert said(engine(SIGNAL.replace("I'm fuming.", "I'm cross."))) == [
        "a.yaml:9:14: error[R030] fuming: should show 'anger': “I'm cross.”"
    ]


def test_an_excused_example_may_fail(engine: Build) -> None:
    todo = '{text: "You ought to have read it.", todo: ought to is not matched yet}'
    assert said(engine(FAULT.replace('"⟦You should have read⟧ it."', todo))) == []


def test_an_excuse_that_is_no_longer_needed_is_a_warning(engine: Build) -> None:
    todo = '{text: "You should have read it.", todo: not matched yet}'
    assert said(engine(FAULT.replace('"⟦You should have read⟧ it."', todo))) == [
        "a.yaml:10:21: warning[R032] matched now: take the 'todo' away"
    ]


def test_a_hint_that_another_rule_marks_is_told(engine: Build) -> None:
    assert said(engine(FAULT + VIRTUE.replace("[I'm sorry it broke.]", "[You should have read it.]"))) == [
        "a.yaml:18:13: error[R031] a suggested wording is itself marked by"
        " acme/blame-read: “You should have read”"
    ]


def test_a_wording_is_tried_on_an_upset_customer_too(engine: Build) -> None:
    text = FAULT.replace(
        "    examples:", "    when: {mood: [upset]}\n    rewrites: [You should have read it.]\n    examples:"
    )
    text = text.replace(
        '"⟦You should have read⟧ it."',
        '{text: "You should have read it.", customer: "I\'m fuming. I\'m fuming."}',
    )
    assert [one.split("]")[0] for one in said(engine(text + SIGNAL))] == ["a.yaml:10:16: error[R031"]


def test_a_replacement_is_tried_in_its_sentence(engine: Build) -> None:
    text = FAULT.replace("    examples:", "    replacements: [you should]\n    examples:")
    text = text.replace("⟦You should have read⟧ it", "⟦You should have read⟧ have read it")
    assert said(engine(text)) == [
        "a.yaml:9:20: error[R031] a suggested wording is itself marked by"
        " acme/blame-read: “you should have read”"
    ]


def test_an_approved_line_is_tried_too(engine: Build) -> None:
    boundary = "boundary:\n  exit_line: You should have read our rules.\n"
    assert [one.split("]")[0] for one in said(engine(FAULT + boundary))] == ["a.yaml:13:14: error[R031"]


def test_the_customer_and_the_channel_of_an_example_count(engine: Build) -> None:
    text = FAULT.replace("    examples:", "    when: {mood: [upset], channel: [email]}\n    examples:")
    upset = '{text: "You should have read it.", customer: "I\'m fuming. I\'m fuming.", channel: email}'
    assert said(engine(text.replace('"⟦You should have read⟧ it."', upset) + SIGNAL)) == []


BROKEN = FAULT.replace("⟦You should have read⟧ it.", "Nothing.")


def test_the_gate_sets_a_failing_rule_aside_alone(engine: Build) -> None:
    kept = examples.gate(engine(BROKEN + VIRTUE))
    assert [rule.full_id for rule in kept.rules] == ["acme/sorry"]
    assert [problem.code for problem in kept.problems] == ["R030"]


def test_the_gate_hands_a_sound_set_through(engine: Build) -> None:
    sound = engine(FAULT + VIRTUE)
    assert examples.gate(sound) is sound.ruleset


def test_the_gate_tries_only_what_has_changed(engine: Build) -> None:
    passed = engine(BROKEN + VIRTUE).ruleset  # taken as passed, so that trying it again would show
    moved = engine(SIGNAL + BROKEN + VIRTUE.replace("Says sorry", "Sorry"))
    assert examples.gate(moved, passed) is moved.ruleset
    changed = engine(BROKEN.replace("title: Blames", "title: Points") + VIRTUE)
    assert len(examples.gate(changed, passed).rules) == 1


def test_the_gate_tries_everything_when_a_word_list_changed(engine: Build) -> None:
    passed = engine(BROKEN + "groups: {us: [we]}\n").ruleset
    assert examples.gate(engine(BROKEN + "groups: {us: [our team]}\n"), passed).rules == ()
