"""Sentences: where they end, and where they do not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coolhead.segments import split


def own(text: str) -> list[str]:
    return [text[sentence.start : sentence.end] for sentence in split(text).sentences]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("I'm sorry. It is fixed!", 2),
        ("Really? Yes.", 2),
        ("Ask Mr. Osei or Dr. Khan, e.g. tomorrow.", 1),
        ("We open at 9 a.m. and close at 5 p.m. every day.", 1),
        ("Version 3.5 costs £20.50 a month.", 1),
        ("Your order no. 4711 is here.", 1),
        ("Is that a no. Then tell me.", 2),
        ("no answer. if nobody is there we leave a card", 2),
        ("Hi Ana,\n\nIt is fixed.", 2),
        ("Hi Ana,\nit is fixed.", 2),
        ("Two things:\n- the refund\n- the label", 3),
        ("1. Open Settings\n2. Tap Reset", 2),
        ("I have looked at your account this morning and\nfound the second charge.", 1),
        ("It works… mostly.", 2),
        ('He said "done." Then he left.', 2),
        ("J. Smith called.", 1),
        ("I would rather you didn't. For your return, tell me.", 2),
    ],
)
def test_number_of_sentences(text: str, count: int) -> None:
    assert len(own(text)) == count, own(text)


@given(st.text(alphabet=st.sampled_from("ab .!?\n,;:>-\"“”'’`{}@/😡é1"), max_size=120))
def test_sentences_are_parts_of_the_text_in_order_and_never_overlap(text: str) -> None:
    segments = split(text)
    at = 0
    for sentence in segments.sentences:
        assert at <= sentence.start < sentence.end <= len(text)
        at = sentence.end


def test_an_endless_sentence_is_cut() -> None:
    assert max(len(sentence) for sentence in own("word " * 5000)) <= 1200
