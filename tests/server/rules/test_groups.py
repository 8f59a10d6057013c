"""Groups and spellings: words that every file of a pack shares."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from coolhead.rules.loading import LoadedPack

Load = Callable[..., LoadedPack]
Problems = Callable[..., list[str]]

GROUPS = "format: 1\ngroups:\n  we: [we, our team]\n"


def test_a_group_of_another_file_can_be_used(problems: Problems, rule: str) -> None:
    assert problems(rule.replace("- you should", "- <we> should"), z=GROUPS) == []


def test_an_unknown_group_is_named_at_its_column(problems: Problems, rule: str) -> None:
    assert problems(rule.replace("- you should", "- you <wee> should"), z=GROUPS) == [
        "a.yaml:10:13: error[R010] unknown group <wee> (did you mean 'we'?)"
    ]


@pytest.mark.parametrize("place", ["when: {draft_has: [<nobody>]}", "beside: {phrases: [<nobody>]}"])
def test_an_unknown_group_is_found_anywhere_in_a_rule(problems: Problems, rule: str, place: str) -> None:
    (said,) = problems(rule.replace("    examples:", f"    {place}\n    examples:"))
    assert said.endswith("error[R010] unknown group <nobody>")


def test_shape_classes_need_no_definition(problems: Problems, rule: str) -> None:
    assert problems(rule.replace("you should have read", "you should have <clock>", 1)) == []


def test_groups_that_use_each_other_in_a_circle_are_refused(problems: Problems, rule: str) -> None:
    text = "format: 1\ngroups:\n  a: [<b>]\n  b: [x <a>]\n  c: [<a> y, fine]\n"
    assert problems(rule.replace("- you should", "- <c> should"), z=text) == [
        "a.yaml:10:9: error[R010] group <c> is broken itself",
        "z.yaml:3:7: error[R010] group 'a' uses itself",
        "z.yaml:4:7: error[R010] group 'b' uses itself",
    ]


def test_a_group_with_an_unknown_group_is_told_once(problems: Problems) -> None:
    assert problems("format: 1\ngroups:\n  a: [<nope> x]\n") == [
        "a.yaml:3:7: error[R010] unknown group <nope>"
    ]


@pytest.mark.parametrize("name", ["clock", "We", "a_b", "1 2"])
def test_a_group_cannot_take_any_name(problems: Problems, name: str) -> None:
    assert problems(f"format: 1\ngroups:\n  {name}: [x]\n") == [
        f"a.yaml:3:3: error[R006] '{name}' cannot name a group"
    ]


def test_a_group_twice_names_the_first(problems: Problems) -> None:
    assert problems(GROUPS, b=GROUPS) == ["b.yaml:3:3: error[R007] group 'we' is also in p/a.yaml:3:3"]


def test_an_empty_group_is_refused(problems: Problems) -> None:
    assert problems("format: 1\ngroups:\n  we: []\n") == [
        "a.yaml:3:3: error[R004] 'phrases' is empty; give at least one"
    ]


def test_empty_spellings_are_refused(problems: Problems) -> None:
    assert problems("format: 1\nspellings:\n  sorry: []\n") == [
        "a.yaml:3:3: error[R004] 'spellings' is empty; give at least one"
    ]


def test_spellings_of_several_files_add_up(load: Load) -> None:
    loaded = load("format: 1\nspellings: {sorry: [sory]}\n", b="format: 1\nspellings: {sorry: [sorrry]}\n")
    assert loaded.spellings == {"sorry": ("sory", "sorrry")}
