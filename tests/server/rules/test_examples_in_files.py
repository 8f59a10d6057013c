"""Examples: both kinds are asked for, and a mark is one whole span."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from coolhead.rules.loading import LoadedPack

Load = Callable[..., LoadedPack]
Problems = Callable[..., list[str]]


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
