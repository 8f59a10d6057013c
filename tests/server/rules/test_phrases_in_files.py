"""A phrase is faulted at its very column, and when it can never be reached."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from coolhead.rules.loading import LoadedPack

Load = Callable[..., LoadedPack]
Problems = Callable[..., list[str]]


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


@pytest.mark.parametrize(
    ("pattern", "column", "shown"),
    [
        (r"your\s+fault", 13, "\\"),
        ("[Yy]our fault", 9, "["),
        ("we see .* it", 16, "."),
        ("a.+ you .+ it", 17, ".+"),
    ],
)
def test_a_pattern_of_a_programming_language_is_refused(
    problems: Problems, rule: str, pattern: str, column: int, shown: str
) -> None:
    (said,) = problems(rule.replace("- you should have read", f"- '{pattern}'"))
    assert said == (
        f"a.yaml:10:{column + 1}: error[R005] “{shown}” finds nothing:"
        " write plain words, (a|b) for a choice, ... for a gap"
    )
