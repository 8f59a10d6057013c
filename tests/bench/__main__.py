"""`make bench`: speed of the engine and the service, and of other tools on the same e-mails, in one run."""

from __future__ import annotations

import os
import platform

import endpoint
import engine
import peers
from rich.console import Console
from rich.table import Table
from timing import Timed

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
    with endpoint.running() as (port, ready, workers):
        print_times(console, "Service, two workers, over loopback (ms)", endpoint.figures(port))
        rate = endpoint.rate(port)
        whole, share = endpoint.memory(workers)
    console.print(f"requests a second, 8 connections: {rate:,.0f} (≥ 2,500)")
    console.print(f"ready after {ready:.2f} s (≤ 1.5)")
    console.print(f"memory of a worker: {whole:.0f} MiB mapped, {share:.0f} MiB its share (≤ 90)\n")
    print_ratios(console, engine.comparison(compiled, 150, 30), peers.figures(150, 30), "150 words")
    print_ratios(console, engine.comparison(compiled, 2000, 5), peers.figures(2000, 5), "2,000 words")


def print_times(console: Console, title: str, figures: dict[str, tuple[Timed, str]]) -> None:
    """One line a figure."""
    table = Table("", "p50", "p95", "bar", title=title, title_justify="left")
    for name, (timed, bar) in figures.items():
        table.add_row(name, f"{timed.p50:.3f}", f"{timed.p95:.3f}", bar)
    console.print(table)


def print_ratios(console: Console, ours: Timed, others: dict[str, Timed], size: str) -> None:
    """How many times as long another tool takes as our whole check with nothing cached."""
    title = f"The same e-mails of {size}, none seen before (ms); the others look for other things"
    table = Table("tool", "p50", "p95", "times ours", "bar", title=title, title_justify="left")
    table.add_row("coolhead, whole check", f"{ours.p50:.2f}", f"{ours.p95:.2f}", "1", "")
    for name, timed in sorted(others.items(), key=lambda one: one[1].p50):
        table.add_row(
            name, f"{timed.p50:.2f}", f"{timed.p95:.2f}", f"{timed.p50 / ours.p50:.1f}", f"≥ {RATIOS[name]}"
        )
    console.print(table)


if __name__ == "__main__":
    main()
