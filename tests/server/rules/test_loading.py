"""Every fault of a pack is found in one run, at its place; what is sound still loads."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from coolhead.rules.loading import LoadedPack

Load = Callable[..., LoadedPack]
Problems = Callable[..., list[str]]
RULE_KEYS_START = 3  # line of the first key of the rule in conftest.RULE


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


def test_a_phrase_is_faulted_at_its_very_column(problems: Problems, rule: str) -> None:
    assert problems(rule.replace("you should have read", "you (should|could have read", 1)) == [
        "a.yaml:10:13: error[R005] missing )"
    ]


def test_a_quoted_phrase_is_faulted_at_its_very_column(problems: Problems, rule: str) -> None:
    assert problems(rule.replace("- you should have read", '- "you should) have"')) == [
        "a.yaml:10:20: error[R005] unexpected )"
    ]


def test_a_phrase_of_hundreds_of_brackets_is_refused_calmly(problems: Problems, rule: str) -> None:
    said = problems(rule.replace("you should have read", "(" * 3000 + "a" + ")" * 3000, 1))
    assert len(said) == 1 and said[0].startswith("a.yaml:10:9: error[R005]")


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
        ("hints: [Sorry.]", None),
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


@pytest.mark.parametrize("side", ["bad", "good"])
def test_both_kinds_of_examples_are_asked_for(problems: Problems, rule: str, side: str) -> None:
    lines = [line for line in rule.splitlines(True) if not line.startswith(f"      {side}:")]
    assert problems("".join(lines)) == [f"a.yaml:11:5: error[R012] needs at least one {side} example"]


@pytest.mark.parametrize("marked", ["⟦You should", "You⟧ should⟦", "⟦⟧You", "⟦You⟧ ⟦should⟧", "⟧⟦"])
def test_a_half_marked_example_is_refused(problems: Problems, rule: str, marked: str) -> None:
    (said,) = problems(rule.replace("⟦You should have read⟧ it.", marked))
    assert said == "a.yaml:12:14: error[R006] mark one span with ⟦ before it and ⟧ after it"


def test_a_span_cannot_be_given_by_numbers(problems: Problems, rule: str) -> None:
    (said,) = problems(rule.replace('"⟦You should have read⟧ it."', "{text: You should, span: [0, 3]}"))
    assert "mark the span with ⟦ and ⟧" in said


def test_a_mark_is_counted_in_code_points(load: Load, rule: str) -> None:
    example = load(rule.replace("⟦You", "😡 ⟦You")).rules[0].examples.bad[0]
    assert (example.text, example.span) == ("😡 You should have read it.", (2, 22))


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


def test_a_phrase_given_twice_is_told_and_the_rule_kept(load: Load, rule: str) -> None:
    loaded = load(rule.replace("have read\n", "have read\n      - you  should have read\n", 1))
    assert [str(problem) for problem in loaded.problems] == [
        "p/a.yaml:11:9: error[R013] never reached: the same phrase stands in line 10"
    ]
    assert len(loaded.rules) == 1


def test_a_phrase_that_is_always_excepted_is_told(problems: Problems, rule: str) -> None:
    assert problems(rule.replace("    examples:", "    except: {phrases: [should have]}\n    examples:")) == [
        "a.yaml:10:9: error[R013] never reached: always excepted by 'should have' in line 11"
    ]


def test_an_exception_for_one_use_is_fine(problems: Problems, rule: str) -> None:
    assert problems(rule.replace("    examples:", "    except: {phrases: [read about]}\n    examples:")) == []


def test_the_format_has_to_be_said(problems: Problems) -> None:
    assert problems("rules: []\n") == ["a.yaml:1:1: error[R004] missing key 'format' (write `format: 1`)"]
    assert problems("format: 2\n") == ["a.yaml:1:1: error[R015] only format 1 is known here"]


def test_a_section_of_the_wrong_form_is_explained(problems: Problems) -> None:
    assert problems("format: 1\nrules: {id: x}\ngroups: [a]\n") == [
        "a.yaml:2:1: error[R006] 'rules' should be a list of `- id: …` blocks",
        "a.yaml:3:1: error[R006] 'groups' should be a block of `name: …` lines",
    ]
