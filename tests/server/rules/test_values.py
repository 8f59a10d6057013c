"""A value of the wrong form is explained in plain words."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from coolhead.rules.loading import LoadedPack

Load = Callable[..., LoadedPack]
Problems = Callable[..., list[str]]


def test_a_wrong_severity_names_the_right_ones(problems: Problems, rule: str) -> None:
    assert problems(rule.replace("severity: error", "severity: eror")) == [
        "a.yaml:6:15: error[R006] 'eror' is not one of error, warning, suggestion, off"
        " (did you mean 'error'?)"
    ]


def test_severity_off_is_not_the_boolean_false(load: Load, rule: str) -> None:
    assert load(rule.replace("severity: error", "severity: off")).rules[0].severity == "off"


def test_numbers_and_yes_and_no_may_be_quoted(load: Load, rule: str) -> None:
    text = rule.replace("    examples:", '    count: "3"\n    opening: yes\n    examples:')
    loaded = load(text)
    assert loaded.problems == []
    assert (loaded.rules[0].count, loaded.rules[0].opening) == (3, True)


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("count: many", "error[R006] 'count' should be a whole number"),
        ("count: 1", "error[R006] 'count' should be at least 2"),
        ("opening: perhaps", "error[R006] 'opening' should be yes or no"),
        ("phrases: you should", "error[R006] 'phrases' should be a list: one item per line"),
        ("link: javascript:alert(1)", "error[R006] 'link' should be an address starting with https://"),
        ("why: ''", "error[R006] 'why' is empty"),
        ("when: upset", "error[R006] 'when' should be a block of `key: value` lines"),
        ("when: {mood: [cross]}", "error[R006] 'cross' is not one of calm, upset, abusive"),
        ("when: {signals: [angr]}", "error[R011] unknown signal 'angr' (did you mean 'anger'?)"),
        ("before: [fixed]", "error[R011] unknown virtue 'fixed' (did you mean 'fix'?)"),
        ("repaired_by: {virtues: [fix, aplogy]}", "error[R011] unknown virtue 'aplogy' (did you mean 'apolo"),
        ("family: N77", "error[R011] unknown family 'N77' (did you mean 'N37'?)"),
        ("followed_by: {phrases: []}", "error[R004] 'phrases' is empty; give at least one"),
        (
            "followed_by: {phrases: [a], within: near}",
            "error[R006] 'within' should be a number of words (1 to 50), 'sentence' or 'neighbour'",
        ),
        ("hints: [Sorry.]", "error[R014] 'hints' has no meaning in a rule for a fault"),
        ("not_enough: [sorry]", "error[R014] 'not_enough' has no meaning in a rule for a fault"),
        ("weight: 2", "error[R014] 'weight' has no meaning in a rule for a fault"),
        ("lock: [severty]", None),
    ],
)  # fmt: skip
def test_a_wrong_value_is_explained(problems: Problems, rule: str, line: str, said: str | None) -> None:
    base = (
        rule.replace("    phrases:\n      - you should have read\n", "")
        if line.startswith("phrases")
        else rule
    )
    found = problems(base.replace("    examples:", f"    {line}\n    examples:"))
    if said:
        assert len(found) == 1 and found[0].partition(": ")[2].startswith(said)
    elif line.startswith("lock"):
        assert "(did you mean 'severity'?)" in found[0]
    else:
        assert found == []


def test_an_empty_item_does_not_also_complain_about_its_list(problems: Problems, rule: str) -> None:
    assert problems(rule.replace("    examples:", "    followed_by: {phrases: [(]}\n    examples:")) == [
        "a.yaml:11:29: error[R005] missing )"
    ]


def test_a_rule_for_the_model_has_no_phrases(problems: Problems, rule: str) -> None:
    text = rule.replace("    examples:", "    finder: model\n    examples:")
    assert problems(text) == ["a.yaml:9:5: error[R014] 'phrases' has no meaning beside 'finder: model'"]
    assert problems(text.replace("    phrases:\n      - you should have read\n", "")) == []
