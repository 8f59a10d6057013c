"""A fault is marked where it is, not all over the sentence."""

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


def test_a_sentence_of_many_clauses_stays_whole() -> None:
    sentence = ", ".join(["and here is one more"] * (clauses.MOST + 1))
    assert clauses.cut(sentence) == [(0, len(sentence))]


SPOTS = [(0, 10), (12, 20), (22, 30)]


@pytest.mark.parametrize(
    ("alone", "spot"),
    [
        ([0.1, 0.9, 0.2], (12, 20)),
        ([0.9, 0.1, 0.9], (0, 30)),
        ([0.1, 0.9, 0.9], (12, 30)),
        ([0.1, 0.1, 0.1], (0, 30)),
    ],
)
def test_harmless_clauses_at_both_ends_are_left_out(alone: list[float], spot: tuple[int, int]) -> None:
    assert clauses.carrying(SPOTS, alone, full=0.9) == spot
