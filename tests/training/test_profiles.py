"""Thresholds follow the harder register, and a quieter profile never asks for less."""

from typing import Any

import numpy as np
import pytest

from coolhead.classifier.labels import FAULTS
from training import profiles


def sentences(register: str, mood: str, chances: list[float], faults: list[int]) -> list[tuple[Any, ...]]:
    rows = []
    for number, (chance, fault) in enumerate(zip(chances, faults, strict=True)):
        draft = {"source": "s", "id": f"{register}{mood}{number}", "channel": register, "mood": mood}
        rows.append(({**draft, "faults": [1] * fault}, fault, chance))
    return rows


@pytest.fixture
def held() -> profiles.Sentences:
    rows = []
    for mood in ("upset", "calm"):
        rows += sentences("email", mood, [0.9] * 30 + [0.2] * 30, [1] * 30 + [0] * 30)
        rows += sentences("review", mood, [0.9] * 30 + [0.7] * 30, [1] * 30 + [0] * 30)
    drafts, targets, chances = zip(*rows, strict=True)
    return profiles.Sentences(drafts, np.array(targets), np.array(chances), np.zeros(len(rows), dtype=int))


def test_the_harder_register_decides(held: profiles.Sentences) -> None:
    balanced = profiles.choose(held)["balanced"]
    assert all(0.7 < least <= 0.9 for mood in balanced.values() for least in mood.values())


def test_a_quieter_profile_never_asks_for_less(held: profiles.Sentences) -> None:
    found = profiles.choose(held)
    for mood in ("upset", "calm"):
        for kind in FAULTS:
            assert (
                found["quiet"][mood][kind] >= found["balanced"][mood][kind] >= found["thorough"][mood][kind]
            )


def test_the_loudest_of_each_faultless_draft_counts(held: profiles.Sentences) -> None:
    assert held.loudest() == [0.7] * 60 + [0.2] * 60
