"""The tone gauge is TextBlob's, and only a gauge."""

import pytest
from textblob import TextBlob

from coolhead.matching import Reading, SentenceHits
from coolhead.matching.found import NOTHING
from coolhead.segments import split, tokenise
from coolhead.tone import gauge, of_sentence


def read(text: str) -> Reading:
    segments = split(text)
    return Reading(
        segments, tuple(SentenceHits(tokenise(one.text), NOTHING, ()) for one in segments.sentences)
    )


@pytest.mark.parametrize(
    "sentence",
    [
        "I am very sorry about the delay",
        "This is a wonderful result",
        "You should have read the manual",
        "There is absolutely no possibility of that, whatever anybody else may have told you on the phone",
        "After all this time it is still not a really good picture of what went on in the shop that day",
    ],
)
def test_polarity_is_what_textblob_says(sentence: str) -> None:
    expected = TextBlob(sentence).sentiment
    (measured,) = map(of_sentence, read(sentence).sentences)
    assert measured.polarity == pytest.approx(expected.polarity)
    assert measured.subjectivity == pytest.approx(expected.subjectivity)


def test_longer_sentences_weigh_more() -> None:
    text = "Terrible. It was a wonderful and excellent surprise for all of us today."
    assert gauge(read(text)).polarity > 0


def test_no_sentence_is_neutral() -> None:
    assert gauge(read("")).polarity == 0
