"""Every fault of a pack is found in one run, at its place; what is sound still loads."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from coolhead.rules.loading import LoadedPack

Load = Callable[..., LoadedPack]
Problems = Callable[..., list[str]]


def test_a_sound_rule_loads_without_a_word(load: Load, rule: str) -> None:
    loaded = load(rule)
    assert loaded.problems == []
    (only,) = loaded.rules
    assert only.full_id == "acme/blame-read"
    assert (only.layer, only.role, str(only.where)) == ("team", "fault", "p/a.yaml:3:9")
    assert only.origins["severity"].layer == "team"
    assert str(only.origins["phrases"].where) == "p/a.yaml:9:5"


def test_a_misspelt_key_is_named_with_the_right_one(problems: Problems, rule: str) -> None:
    assert problems(rule.replace("guideline:", "guidline:")) == [
        "a.yaml:5:5: error[R001] unknown key 'guidline' (did you mean 'guideline'?)"
    ]


def test_a_misspelt_key_deep_inside_is_named(problems: Problems, rule: str) -> None:
    text = rule.replace("    examples:", "    except:\n      preceeded_by: {phrases: [not]}\n    examples:")
    assert problems(text) == [
        "a.yaml:12:7: error[R001] unknown key 'preceeded_by' (did you mean 'preceded_by'?)"
    ]


def test_a_misspelt_section_is_named(problems: Problems) -> None:
    assert problems("format: 1\nrule: []\n") == [
        "a.yaml:2:1: error[R001] unknown key 'rule' (did you mean 'rules'?)"
    ]


@pytest.mark.parametrize("reserved", ["pack", "layer", "role", "origins", "where"])
def test_the_names_of_derived_fields_are_no_keys(problems: Problems, rule: str, reserved: str) -> None:
    said = problems(rule.replace("    title: Blames\n", f"    title: Blames\n    {reserved}: x\n"))
    assert len(said) == 1 and said[0].startswith(f"a.yaml:8:5: error[R001] unknown key '{reserved}'")


@pytest.mark.parametrize("key", ["title", "message", "kind"])
def test_a_missing_key_is_told_at_the_rule(problems: Problems, rule: str, key: str) -> None:
    lines = [line for line in rule.splitlines(True) if not line.startswith(f"    {key}:")]
    assert problems("".join(lines)) == [f"a.yaml:3:5: error[R004] missing key '{key}'"]


def test_every_missing_key_is_told(problems: Problems, rule: str) -> None:
    lines = [line for line in rule.splitlines(True) if not line.startswith(("    title:", "    message:"))]
    assert problems("".join(lines)) == [
        "a.yaml:3:5: error[R004] missing key 'message'",
        "a.yaml:3:5: error[R004] missing key 'title'",
    ]


def test_an_unknown_kind_and_guideline_are_told_of_a_rule_of_the_wrong_form_too(
    problems: Problems, rule: str
) -> None:
    broken = rule.replace("kind: blame", "kind: blam").replace("own-it", "ownit").replace("title:", "tile:")
    assert [one.split(" ")[1] for one in problems(broken)] == [
        "error[R004]", "error[R008]", "error[R009]", "error[R001]",
    ]  # fmt: skip


def test_a_duplicate_key_keeps_the_rule_and_is_told(load: Load, rule: str) -> None:
    loaded = load(rule.replace("    title: Blames\n", "    title: Blames\n    title: Again\n"))
    assert [str(problem) for problem in loaded.problems] == [
        "p/a.yaml:8:5: error[R003] duplicate key 'title'"
    ]
    assert loaded.rules[0].title == "Blames"


def test_an_unknown_kind_is_named_with_the_right_one(problems: Problems, rule: str) -> None:
    assert problems(rule.replace("kind: blame", "kind: blaming")) == [
        "a.yaml:4:11: error[R008] unknown kind 'blaming' (did you mean 'blame'?)"
    ]


def test_an_unknown_guideline_is_named_with_the_right_one(problems: Problems, rule: str) -> None:
    assert problems(rule.replace("guideline: own-it", "guideline: own-its")) == [
        "a.yaml:5:16: error[R009] unknown guideline 'own-its' (did you mean 'own-it'?)"
    ]


def test_a_guideline_that_does_not_list_the_kind_says_who_does(problems: Problems, rule: str) -> None:
    (said,) = problems(rule.replace("guideline: own-it", "guideline: thank"))
    assert said.startswith(
        "a.yaml:5:16: error[R009] guideline 'thank' does not list 'blame': 'blame' is listed by own-it"
    )


def test_a_fault_without_guideline_says_which_would_fit(problems: Problems, rule: str) -> None:
    (said,) = problems(rule.replace("    guideline: own-it\n", ""))
    assert said.startswith("a.yaml:3:9: error[R004] missing key 'guideline': 'blame' is listed by own-it")


def test_a_signal_needs_no_guideline(problems: Problems, rule: str) -> None:
    text = rule.replace("    guideline: own-it\n", "").replace("    severity: error\n", "")
    assert problems(text.replace("kind: blame", "kind: anger")) == []


def test_a_second_rule_of_the_same_id_is_set_aside(load: Load, rule: str) -> None:
    loaded = load(rule, b=rule.replace("Blames", "Other"))
    assert [str(problem) for problem in loaded.problems] == [
        "p/b.yaml:3:9: error[R007] id 'blame-read' is also in p/a.yaml:3:9"
    ]
    assert [str(one.title) for one in loaded.rules] == ["Blames"]


def test_an_id_is_taken_by_a_broken_rule_too(problems: Problems, rule: str) -> None:
    assert "b.yaml:3:9: error[R007] id 'blame-read' is also in p/a.yaml:3:9" in problems(
        rule.replace("title:", "tile:"), b=rule
    )


def test_the_format_has_to_be_said(problems: Problems) -> None:
    assert problems("rules: []\n") == ["a.yaml:1:1: error[R004] missing key 'format' (write `format: 1`)"]
    assert problems("format: 2\n") == ["a.yaml:1:1: error[R015] only format 1 is known here"]


def test_a_section_of_the_wrong_form_is_explained(problems: Problems) -> None:
    assert problems("format: 1\nrules: {id: x}\ngroups: [a]\n") == [
        "a.yaml:2:1: error[R006] 'rules' should be a list of `- id: …` blocks",
        "a.yaml:3:1: error[R006] 'groups' should be a block of `name: …` lines",
    ]
