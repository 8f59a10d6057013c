"""Thresholds are sane, probabilities honest, and a better wording scores better."""

from typing import Any

import pytest

from coolhead.classifier import FAULTS, PROFILES, VIRTUES, SentenceInput
from coolhead.classifier.model import Classifier

MOODS = ("upset", "calm")
Rows = list[dict[str, Any]]


def asked(row: dict[str, Any], text: str | None = None) -> SentenceInput:
    return SentenceInput(text or row["text"], row["before"], row["customer"])


@pytest.mark.parametrize("mood", MOODS)
@pytest.mark.parametrize("profile", PROFILES)
def test_each_profile_knows_each_kind(ear: Classifier, profile: str, mood: str) -> None:
    least = ear.thresholds.profiles[profile][mood]
    assert set(least) == set(FAULTS)
    assert all(0.2 < value < 1 for value in least.values())


@pytest.mark.parametrize("mood", MOODS)
@pytest.mark.parametrize("kind", FAULTS)
def test_a_quieter_profile_never_asks_for_less(ear: Classifier, kind: str, mood: str) -> None:
    quiet, balanced, thorough = (ear.thresholds.profiles[profile][mood][kind] for profile in PROFILES)
    assert quiet >= balanced >= thorough


def test_each_virtue_has_a_threshold(ear: Classifier) -> None:
    assert set(ear.thresholds.virtues) == set(VIRTUES)


def test_probabilities_mean_what_they_say(ear: Classifier, held_back: Rows) -> None:
    chances = [scores.any_fault for scores in ear.judge([asked(row) for row in held_back])]
    gap = 0.0
    for low in range(10):
        inside = [
            (p, row["fault"])
            for p, row in zip(chances, held_back, strict=True)
            if low / 10 <= p < (low + 1) / 10
        ]
        gap += abs(sum(p for p, _ in inside) - sum(fault for _, fault in inside))
    assert gap / len(held_back) < 0.06


def test_few_harmless_sentences_are_flagged(ear: Classifier, held_back: Rows) -> None:
    harmless = [asked(row) for row in held_back if not row["fault"]]
    flagged = sum(bool(found) for found in ear.hear(harmless))
    assert flagged <= len(harmless) * 0.02


def test_a_better_wording_scores_lower(ear: Classifier, pairs: Rows) -> None:
    faulty = [scores.any_fault for scores in ear.judge([asked(row) for row in pairs])]
    better = [scores.any_fault for scores in ear.judge([asked(row, row["better"]) for row in pairs])]
    assert sum(bad > good for bad, good in zip(faulty, better, strict=True)) >= 0.85 * len(pairs)
    assert sum(faulty) / len(pairs) - sum(better) / len(pairs) > 0.3
