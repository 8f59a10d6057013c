"""Fits raw scores to probabilities, and finds thresholds."""

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.floating]


def scale_and_shift(logits: Numbers, targets: Numbers, prior: float = 4.0) -> tuple[float, float]:
    """Platt scaling by Newton's method, held near (1, 0) by a prior; unknown targets are left out."""
    known = targets >= 0
    x = np.stack([logits[known], np.ones(known.sum())], axis=1).astype(np.float64)
    y, start = targets[known].astype(np.float64), np.array([1.0, 0.0])
    weights = start.copy()
    for _ in range(60):
        chance = 1 / (1 + np.exp(-np.clip(x @ weights, -30, 30)))
        slope = x.T @ (chance - y) + prior * (weights - start)
        bend = (x * (chance * (1 - chance))[:, None]).T @ x + prior * np.eye(2)
        step = np.linalg.solve(bend, slope)
        weights -= step / max(1.0, 2 * float(np.abs(step).max()))  # short steps: long ones overshoot
    return round(float(weights[0]), 4), round(float(weights[1]), 4)


def temperature(logits: Numbers, classes: NDArray[np.integer]) -> float:
    """The one factor on all logits that makes the right class likeliest overall."""
    factors = np.linspace(0.3, 2.0, 35)

    def loss(factor: float) -> float:
        scaled = logits * factor
        peak = scaled.max(axis=1, keepdims=True)
        norm = peak[:, 0] + np.log(np.exp(scaled - peak).sum(axis=1))
        return float((norm - scaled[np.arange(len(classes)), classes]).mean())

    return round(float(min(factors, key=loss)), 3)


def calibration_error(chances: Numbers, targets: Numbers, bins: int = 10) -> float:
    """Expected calibration error: mean gap between probability and share of positives, over equal bins."""
    known = targets >= 0
    chances, targets = chances[known], targets[known]
    which = np.minimum((chances * bins).astype(int), bins - 1)
    inside = [which == number for number in set(which.tolist())]
    gaps = [abs(chances[one].mean() - targets[one].mean()) * one.sum() for one in inside]
    return float(sum(gaps) / len(chances))


def least_threshold(chances: Numbers, targets: Numbers, precision: float, least: float = 0.05) -> float:
    """The lowest threshold from which on, whatever is raised further, precision holds; 1.01 if none does.
    Debatable sentences (target −1) count neither way."""
    known = targets >= 0
    order = np.argsort(-chances[known], kind="stable")
    scores, hits = chances[known][order], targets[known][order]
    reached = np.cumsum(hits) / np.arange(1, len(hits) + 1)
    good = [
        score for score, share in zip(scores, reached, strict=True) if share >= precision and score >= least
    ]
    return round(float(min(good)), 3) if good else 1.01
