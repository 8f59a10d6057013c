"""Fits and thresholds on numbers whose answer is known."""

import numpy as np
import pytest

from training import fitting, ranking


def test_scaling_finds_the_slope_it_was_drawn_with() -> None:
    chance = np.random.default_rng(1)
    logits = chance.normal(0, 3, 20_000)
    targets = (chance.random(20_000) < 1 / (1 + np.exp(-(0.5 * logits - 1)))).astype(float)
    scale, shift = fitting.scale_and_shift(logits, targets)
    assert scale == pytest.approx(0.5, abs=0.05)
    assert shift == pytest.approx(-1, abs=0.1)


def test_unknown_targets_change_nothing() -> None:
    logits, targets = np.array([2.0, -1.0, 0.5]), np.array([1.0, 0.0, 1.0])
    more = fitting.scale_and_shift(np.append(logits, 9.0), np.append(targets, -1.0))
    assert more == fitting.scale_and_shift(logits, targets)


def test_the_least_threshold_keeps_the_precision() -> None:
    chances = np.array([0.9, 0.8, 0.7, 0.6, 0.5])
    targets = np.array([1.0, 1.0, 0.0, 1.0, 0.0])
    assert fitting.least_threshold(chances, targets, precision=0.75) == 0.6
    assert fitting.least_threshold(chances, targets, precision=1.0) == 0.8
    assert fitting.least_threshold(chances, np.zeros(5), precision=0.5) == 1.01


def test_calibration_error_of_honest_and_boastful_chances() -> None:
    targets = np.array([1.0, 0.0, 0.0, 0.0])
    assert fitting.calibration_error(np.full(4, 0.25), targets) == pytest.approx(0)
    assert fitting.calibration_error(np.full(4, 0.95), targets) == pytest.approx(0.7)


def test_average_precision_of_a_perfect_and_a_reversed_order() -> None:
    targets = np.array([1.0, 1.0, 0.0, 0.0, -1.0])
    assert ranking.average_precision(np.array([4.0, 3.0, 2.0, 1.0, 9.0]), targets) == 1.0
    assert ranking.average_precision(np.array([1.0, 2.0, 3.0, 4.0, 9.0]), targets) == pytest.approx(
        (1 / 3 + 2 / 4) / 2
    )


def test_the_temperature_softens_overconfident_logits() -> None:
    logits = np.array([[4.0, 0.0]] * 3 + [[0.0, 4.0]])
    assert fitting.temperature(logits, np.zeros(4, dtype=int)) < 1
