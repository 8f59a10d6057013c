"""`make bench`: speed of the engine and the service, and of other tools on the same e-mails, in one run."""

from __future__ import annotations

import os
import platform
from itertools import islice

import endpoint
import engine
import peers
from emails import WARM, fresh
from rich.console import Console
from rich.table import Table
from timing import ROUNDS, Timed, calmest

from coolhead.matching import Engine

OURS = "coolhead, whole check"
RATIOS = {"write-good": 1, "proselint": 4, "alex": 7, "textlint (write-good + alex)": 20, "harper.js": 30}


def main() -> None:
    """Print three tables; the bars are those of the design."""
    console = Console(width=110)
    console.print(
        f"Python {platform.python_version()}, {platform.platform()}, load {os.getloadavg()[0]:.1f}\n"
    )
    compiled, loaded = engine.start()
    print_times(console, "Engine, in process (ms)", engine.figures(compiled))
    console.print(f"rules: {len(compiled.ruleset.rules)}, loaded and compiled in {loaded:.0f} ms (≤ 600)\n")
    show_service(console, "off", "rules alone", memory=90)
    if with_model := engine.model_figures(compiled):
        print_times(console, "Rules and sentence model, in process (ms)", with_model)
        show_service(console, "balanced", "rules and sentence model", memory=200)
    for words, number in ((150, 30), (2000, 5)):
        print_ratios(console, compare(compiled, words, number), f"{words:,} words")


def compare(compiled: Engine, words: int, number: int) -> dict[str, Timed]:
    """Every tool's calmest round, on e-mails nobody saw before; ours is the first."""
    rounds = []
    for seed in range(ROUNDS):
        texts = list(islice(fresh(words, seed), WARM + number))
        rounds.append({OURS: engine.comparison(compiled, texts), **peers.figures(texts)})
    return {name: calmest(one[name] for one in rounds) for name in rounds[0]}


def show_service(console: Console, profile: str, finders: str, memory: int) -> None:
    """Latency, rate, start and memory (bar in MiB) of the service."""
    with endpoint.running(profile) as (port, ready, workers):
        print_times(console, f"Service, two workers, over loopback, {finders} (ms)", endpoint.figures(port))
        rate = endpoint.rate(port)
        whole, share = endpoint.memory(workers)
    console.print(f"requests a second, 8 connections: {rate:,.0f} (≥ 2,500)")
    console.print(f"ready after {ready:.2f} s (≤ 1.5)")
    console.print(f"memory of a worker: {whole:.0f} MiB mapped, {share:.0f} MiB its share (≤ {memory})\n")


def print_times(console: Console, title: str, figures: dict[str, tuple[Timed, str]]) -> None:
    """One line a figure."""
    table = Table("", "p50", "p95", "CPU", "bar", title=title, title_justify="left")
    for name, (timed, bar) in figures.items():
        table.add_row(name, f"{timed.p50:.3f}", f"{timed.p95:.3f}", shown(timed.cpu, 3), bar)
    console.print(table)


def print_ratios(console: Console, figures: dict[str, Timed], size: str) -> None:
    """How many times as long another tool takes as our whole check with nothing cached."""
    title = f"The same e-mails of {size}, none seen before (ms); the others look for other things"
    ours = figures[OURS].cpu
    table = Table("tool", "p50", "p95", "CPU", "CPU, times ours", "bar", title=title, title_justify="left")
    for name, timed in sorted(figures.items(), key=lambda one: one[1].cpu or 0):
        ratio = shown(timed.cpu / ours if timed.cpu and ours else None, 1)
        bar = f"≥ {RATIOS[name]}" if name in RATIOS else ""
        table.add_row(name, f"{timed.p50:.2f}", f"{timed.p95:.2f}", shown(timed.cpu, 2), ratio, bar)
    console.print(table)


def shown(number: float | None, digits: int) -> str:
    """A number, or nothing where it could not be measured."""
    return "" if number is None else f"{number:.{digits}f}"


if __name__ == "__main__":
    main()
