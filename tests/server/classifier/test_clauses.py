"""A fault is marked where it is, not all over the sentence."""

from collections.abc import Sequence

import pytest

from coolhead.classifier import clauses


@pytest.mark.parametrize(
    ("sentence", "pieces"),
    [
        ("I'm sorry it was late", ["I'm sorry it was late"]),
        ("It leaves at 11, although you knew.", ["It leaves at 11", "although you knew."]),
        ("I refunded it; next time do read the label.", ["I refunded it", "next time do read the label."]),
        ("No, that is not how this works here.", ["No, that is not how this works here."]),
    ],
)  # fmt: skip
def test_clauses_are_cut_at_marks_and_joining_words(sentence: str, pieces: list[str]) -> None:
    assert [sentence[start:end] for start, end in clauses.cut(sentence)] == pieces


def test_the_clause_that_carries_the_fault_is_marked() -> None:
    sentence = "The pump leaves at 11, although you might have told us sooner."

    def judge(variants: Sequence[str]) -> list[float]:
        return [0.9 if "told us sooner" in text else 0.1 for text in variants]

    start, end = clauses.carrying(sentence, judge)
    assert sentence[start:end] == "although you might have told us sooner."


def test_a_fault_spread_over_clauses_marks_the_sentence() -> None:
    sentence = "You said it was broken, and then it worked for me."

    def judge(variants: Sequence[str]) -> list[float]:
        return [0.9 if text == sentence else 0.1 for text in variants]

    assert clauses.carrying(sentence, judge) == (0, len(sentence))
