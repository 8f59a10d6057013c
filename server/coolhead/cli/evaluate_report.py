"""The figures of `coolhead evaluate` for people and for programs."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict
from typing import Any

from rich.console import Console
from rich.table import Table

from coolhead.cli import measuring
from coolhead.cli.measuring import Measured, Miss, Tally

Results = dict[str, Measured]  # by file

# Column, part, whole; false alarms are a share of the clean replies.
_COLUMNS = (
    ("precision", "right", "flagged"),
    ("recall", "found", "clear"),
    ("with nudges", "nudged", "clear"),
    ("false alarms", "alarmed", "clean"),
    ("checklist", "checks right", "checks"),
)


def show(replies: Results, customers: Results, *, misses: bool) -> None:
    """Print a table for each file and, on request, what went wrong in it."""
    console = Console(markup=False)  # a source may be called [shop]
    for name, measured in replies.items():
        _print_replies(console, name, measured)
        _print_misses(console, measured.misses if misses else ())
    for measured in customers.values():
        _print_moods(console, measured)
        _print_misses(console, measured.misses if misses else ())


def _print_replies(console: Console, name: str, measured: Measured) -> None:
    table = Table("part", "replies", *(column for column, _, _ in _COLUMNS), title=name, title_justify="left")
    for part, tally in measured.parts.items():
        shares = [f"{_shown(tally.share(a, b))} (n={tally.counts[b]})" for _, a, b in _COLUMNS]
        table.add_row(part, str(tally.counts["replies"]), *shares)
    console.print(table)
    checks = [
        f"{check} {_shown(measured.checks.share(f'{check} right', check))}" for check in measuring.CHECKS
    ]
    console.print("checklist: " + "  ".join(checks))


def _print_moods(console: Console, measured: Measured) -> None:
    table = Table("customers", "precision", "recall", "F1")
    for name, shown in (("upset", "upset or abusive"), ("abusive", "abusive")):
        table.add_row(shown, *map(_shown, _mood(measured.parts[name]).values()))
    console.print(table)


def _print_misses(console: Console, misses: Iterable[Miss]) -> None:
    for miss in misses:
        line = f"{miss.what}  {miss.id}  {' '.join(miss.text.split())}  [{miss.because}]"
        console.print(line, highlight=False, soft_wrap=True)


def _mood(tally: Tally) -> dict[str, float | None]:
    either = tally.counts["said"] + tally.counts["gold"]
    return {
        "precision": tally.share("both", "said"),
        "recall": tally.share("both", "gold"),
        "f1": 2 * tally.counts["both"] / either if either else None,
    }


def as_data(replies: Results, customers: Results, *, misses: bool) -> dict[str, Any]:
    """The same for programs; without `misses` there is no message text in it."""
    figures = {name: _figures(one) | _listed(one, misses) for name, one in replies.items()}
    data: dict[str, Any] = {"files": figures}
    for measured in customers.values():
        moods = {name: _mood(tally) for name, tally in measured.parts.items()}
        data["customers"] = moods | _listed(measured, misses)
    return data


def _figures(measured: Measured) -> dict[str, Any]:
    parts = {
        part: {**tally.counts, **{column: tally.share(a, b) for column, a, b in _COLUMNS}}
        for part, tally in measured.parts.items()
    }
    return {"parts": parts, "checks": dict(measured.checks.counts)}


def _listed(measured: Measured, misses: bool) -> dict[str, list[dict[str, str]]]:
    return {"misses": [asdict(miss) for miss in measured.misses]} if misses else {}


def _shown(share: float | None) -> str:
    return "-" if share is None else f"{share:.3f}"
