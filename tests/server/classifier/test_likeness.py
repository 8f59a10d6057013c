"""Fingerprints: near-copies are alike, other sentences are not, and nothing of the text is in them."""

import pytest

from coolhead.classifier.likeness import alike
from coolhead.classifier.model import Classifier

ORIGINAL = "Most of our guests manage to read the notice on the door before they walk in."


def test_a_near_copy_is_alike(ear: Classifier) -> None:
    copy = "most of our guests manage to read the notice on the door before they walk in!"
    assert alike(ear.likeness(ORIGINAL), ear.likeness(copy))


@pytest.mark.parametrize(
    "other",
    [
        "Most of our guests enjoy the pool and the garden on a warm day.",
        "I have booked the room on the quiet side for you, from Friday on.",
    ],
)
def test_another_sentence_is_not(ear: Classifier, other: str) -> None:
    assert not alike(ear.likeness(ORIGINAL), ear.likeness(other))


def test_the_same_text_has_the_same_fingerprint(ear: Classifier) -> None:
    found = ear.likeness(ORIGINAL)
    assert found == ear.likeness(ORIGINAL)
    assert found[:4] == ear.digest.removeprefix("sha256:")[:4]
    assert len(found) == 68


@pytest.mark.parametrize("broken", ["", "beef", "beef" + "A" * 63, "beef" + "é" * 64, "cafe" + "A" * 64])
def test_what_is_no_fingerprint_of_this_model_is_like_nothing(broken: str) -> None:
    assert not alike("beef" + "A" * 64, broken)
