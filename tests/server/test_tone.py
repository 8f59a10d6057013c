"""The tone gauge is TextBlob's, and only a gauge."""

import pytest
from textblob import TextBlob

from coolhead.tone import gauge, of_sentence


@pytest.mark.parametrize(
    "sentence",
    ["I am very sorry about the delay", "This is a wonderful result", "You should have read the manual"],
)
def test_polarity_is_what_textblob_says(sentence: str) -> None:
    expected = TextBlob(sentence).sentiment
    assert of_sentence(sentence).polarity == pytest.approx(expected.polarity)
    assert of_sentence(sentence).subjectivity == pytest.approx(expected.subjectivity)


def test_longer_sentences_weigh_more() -> None:
    assert (
        gauge(["Terrible.", "It was a wonderful and excellent surprise for all of us here today."]).polarity
        > 0
    )


def test_no_sentence_is_neutral() -> None:
    assert gauge([]).polarity == 0
