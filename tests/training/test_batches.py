"""Drafts become numbers: each text once, neighbours by number, twins by example."""

import random

import pytest

from coolhead.classifier import files
from coolhead.classifier.encoding import Encoding
from training import batches
from training.batches import NOBODY, Encoded

DRAFT = {
    "id": "T11002a",
    "source": "drafts_11",
    "mood": "upset",
    "customer": "Where is it?",
    "text": "Sorry, Jo. You could have tracked it. Sorry, Jo.",
    "faults": [{"start": 11, "end": 36, "kind": "blame", "must": 2, "better": "I'll track it."}],
    "virtues": None,
}


@pytest.fixture(scope="module")
def encoding() -> Encoding:
    return Encoding(files.FOLDER / files.TOKENIZER)


@pytest.fixture
def draft(encoding: Encoding) -> Encoded:
    return batches.encode(DRAFT, encoding)


def test_each_text_is_read_once(draft: Encoded, encoding: Encoding) -> None:
    texts = ["Sorry, Jo.", "You could have tracked it.", "I'll track it."]
    wanted = [*map(encoding.sentence, texts), encoding.customer("Where is it?")]
    assert sorted(draft.texts) == sorted(wanted)


def test_roles_point_at_texts(draft: Encoded, encoding: Encoding) -> None:
    first, blame, last, better = draft.roles
    sorry, customer = 1, draft.moods[0][0]
    assert draft.texts[customer - 1] == encoding.customer("Where is it?")
    assert first == (sorry, NOBODY, customer)
    assert blame[1:] == better[1:] == (sorry, customer)
    assert last == (sorry, blame[0], customer)


def test_a_faulty_sentence_has_its_better_twin(draft: Encoded) -> None:
    assert draft.twins == [(1, 3)]


def test_drafts_joined_keep_their_own(draft: Encoded) -> None:
    whole = batches.join([draft, draft])
    texts, rows = len(draft.texts), len(draft.roles)
    assert whole.roles[rows] == (1 + texts, NOBODY, draft.moods[0][0] + texts)
    assert whole.twins == [(1, 3), (1 + rows, 3 + rows)]
    assert whole.texts[texts:] == draft.texts


def test_forgetting_leaves_the_sentence(draft: Encoded) -> None:
    batch = batches.join([draft])
    batches.forget(batch, 1.0, random.Random(1))
    assert batch.roles == [(own, NOBODY, NOBODY) for own, *_ in draft.roles]
