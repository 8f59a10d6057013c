"""From the model's raw numbers to probabilities, and from probabilities to a verdict."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from .labels import ANY_FAULT, FAULTS, MOODS, SENTENCE_COLUMNS, VIRTUES
from .sentence import Scores

PROFILES = ("quiet", "balanced", "thorough")


@dataclass(frozen=True)
class Thresholds:
    """`calibration`: scale and shift of each column's logit; `profiles`: profile → upset or calm → likeliest
    kind → the least probability of any fault to flag; `virtues`: the least probability of each virtue;
    `centre`: the mean of sentences' wordings, 384 numbers."""

    calibration: Mapping[str, tuple[float, float]]
    mood_scale: float
    profiles: Mapping[str, Mapping[str, Mapping[str, float]]]
    virtues: Mapping[str, float]
    centre: NDArray[np.float32]

    @classmethod
    def of(cls, data: Mapping[str, Any]) -> "Thresholds":
        """Reads what training.calibrate wrote."""
        return cls(
            calibration={name: (pair[0], pair[1]) for name, pair in data["calibration"].items()},
            mood_scale=data["mood_scale"],
            profiles=data["profiles"],
            virtues=data["virtues"],
            centre=np.array(data["centre"], dtype=np.float32),
        )

    def scores(self, logits: Sequence[float]) -> Scores:
        """Calibrated scores of one sentence from its row of logits, in the order of SENTENCE_COLUMNS."""
        found = {
            name: _sigmoid(logit * self.calibration[name][0] + self.calibration[name][1])
            for name, logit in zip(SENTENCE_COLUMNS, logits, strict=True)
        }
        return Scores(
            faults={name: found[name] for name in FAULTS},
            virtues={name: found[name] for name in VIRTUES},
            any_fault=found[ANY_FAULT],
        )

    def mood(self, logits: Sequence[float]) -> dict[str, float]:
        """Probability of each mood; they add up to 1."""
        powers = [math.exp(logit * self.mood_scale) for logit in logits]
        return {mood: power / sum(powers) for mood, power in zip(MOODS, powers, strict=True)}

    def verdict(self, scores: Scores, profile: str, upset: bool) -> str | None:
        """The fault kind to flag, or None; what an upset customer hears as a fault, a calm one may not."""
        kind = scores.top_fault
        least = self.profiles[profile]["upset" if upset else "calm"][kind]
        return kind if scores.any_fault >= least else None


def _sigmoid(value: float) -> float:
    return 1 / (1 + math.exp(-max(-40.0, min(40.0, value))))
