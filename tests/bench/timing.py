"""Stop-watches."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass


@dataclass(frozen=True)
class Timed:
    """Milliseconds: the middle one and the one that nineteen in twenty stay below."""

    p50: float
    p95: float


def summary(milliseconds: list[float]) -> Timed:
    """Quantiles of what was measured."""
    return Timed(statistics.median(milliseconds), statistics.quantiles(milliseconds, n=20)[-1])


def each(items: Iterable[str], work: Callable[[str], object]) -> Timed:
    """Time the work on every item once."""
    measured = []
    for item in items:
        start = time.perf_counter()
        work(item)
        measured.append(1000 * (time.perf_counter() - start))
    return summary(measured)
