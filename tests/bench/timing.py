"""Stop-watches: time on the wall, and time on the processor, which other load disturbs less."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import TypeVar

ROUNDS = 3
Item = TypeVar("Item")


@dataclass(frozen=True)
class Timed:
    """Milliseconds: the middle one, what nineteen in twenty stay below, and the middle one on the CPU."""

    p50: float
    p95: float
    cpu: float | None = None


def summary(wall: Sequence[float], cpu: Sequence[float] = ()) -> Timed:
    """Quantiles of what was measured, in milliseconds."""
    last = statistics.quantiles(wall, n=20)[-1] if len(wall) > 1 else wall[0]
    return Timed(statistics.median(wall), last, statistics.median(cpu) if cpu else None)


def each(items: Iterable[Item], work: Callable[[Item], object]) -> Timed:
    """Time the work on every item once."""
    wall, cpu = [], []
    for item in items:
        clock, processor = time.perf_counter(), time.thread_time()
        work(item)
        cpu.append(1000 * (time.thread_time() - processor))
        wall.append(1000 * (time.perf_counter() - clock))
    return summary(wall, cpu)


def calmest(rounds: Iterable[Timed]) -> Timed:
    """The round that other load disturbed least."""
    return min(rounds, key=lambda timed: timed.cpu or timed.p50)
