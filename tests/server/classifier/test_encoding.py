"""What the model reads of a text, and where a part of it stands among the tokens."""

import pytest

from coolhead.classifier import files
from coolhead.classifier.encoding import CUSTOMER_TOKENS, SENTENCE_TOKENS, Encoding


@pytest.fixture(scope="module")
def encoding() -> Encoding:
    return Encoding(files.FOLDER / files.TOKENIZER)


def test_parts_stand_where_their_tokens_are(encoding: Encoding) -> None:
    first, second = "I refunded it", "next time do read the label."
    ids = encoding.sentence(f"{first}; {second}")
    for part in (first, second):
        start = f"{first}; {second}".index(part)
        place = encoding.place(f"{first}; {second}", start, start + len(part))
        assert ids[place] == encoding.sentence(part)[1:-1]


def test_masked_quotations_are_one_token(encoding: Encoding) -> None:
    assert encoding.sentence("You wrote \ue000\ue000\ue000.") == encoding.sentence("You wrote ….")


def test_long_texts_are_cut(encoding: Encoding) -> None:
    assert len(encoding.sentence("word " * 300)) == SENTENCE_TOKENS + 2
    start, end = "Hello there. ", " Call me."
    ids = encoding.customer(start + "word " * 300 + end)
    assert len(ids) == CUSTOMER_TOKENS + 3
    assert ids[2:4] == encoding.sentence(start)[1:3]
    assert ids[-4:] == encoding.sentence(end)[-4:]


def test_a_part_beyond_what_is_read_is_empty(encoding: Encoding) -> None:
    sentence = "word " * 300
    assert encoding.sentence(sentence)[encoding.place(sentence, 1000, 1004)] == []
