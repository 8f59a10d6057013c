"""Fingerprints: near-copies are alike, other sentences are not, and nothing of the text is in them."""

from typing import Any

import pytest

from coolhead.classifier.likeness import alike
from coolhead.classifier.model import Classifier

ORIGINAL = "Most of our guests manage to read the notice on the door before they walk in."


@pytest.mark.parametrize(
    "copy",
    [
        "most of our guests manage to read the notice on the door before they walk in!",
        "Most of our visitors manage to read the sign on the door before walking in.",
        "Most of the guests do manage to read the notice on the door before walking in.",
    ],
)
def test_a_near_copy_is_alike(ear: Classifier, copy: str) -> None:
    assert alike(ear.likeness(ORIGINAL), ear.likeness(copy))


def test_a_better_wording_is_not_alike(ear: Classifier, pairs: list[dict[str, Any]]) -> None:
    found = [alike(ear.likeness(row["text"]), ear.likeness(row["better"])) for row in pairs]
    assert sum(found) <= 1


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
    assert len(found) == 28


@pytest.mark.parametrize(
    "broken", ["", "beef", "beef" + "A" * 21 + "==", "beef" + "é" * 22 + "==", "cafe" + "A" * 22 + "=="]
)
def test_what_is_no_fingerprint_of_this_model_is_like_nothing(broken: str) -> None:
    whole = "beef" + "A" * 22 + "=="
    assert alike(whole, whole)
    assert not alike(whole, broken)
