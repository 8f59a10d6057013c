"""`coolhead evaluate`: precision and recall on a team's own labelled replies."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import orjson
import rich_click as click
from rich.console import Console
from rich.progress import Progress
from rich.table import Table

from coolhead import settings
from coolhead.cli import measuring
from coolhead.cli.measuring import Measured, Tally
from coolhead.errors import CoolheadError
from coolhead.matching import prepare
from coolhead.review import Draft, Review
from coolhead.reviewer import Reviewer


class BadLabels(CoolheadError):
    """A labelled file cannot be used."""


@click.command()
@click.argument("files", nargs=-1, type=click.Path(), metavar="LABELLED.jsonl…")
@click.option("--customers", type=click.Path(), help="Labelled customer messages: id, text, mood.")
@click.option("--misses", is_flag=True, help="List every false alarm and every missed fault.")
@click.option("--json", "as_json", is_flag=True, help="Print the figures as JSON.")
@click.option("--rules", type=click.Path(), help="Folder with config.yaml and the packs.")
@click.option("--ruleset", help="Rule set to measure.")
@click.option("--profile", type=click.Choice(settings.PROFILES), help="How sure the sentence model must be.")
def evaluate(
    files: tuple[str, ...], customers: str | None, misses: bool, as_json: bool, **given: Any
) -> None:
    """Measure the rules on labelled replies, one JSON object a line.

    A line: id, text, context (what the customer wrote), source, and spans: start and end in characters,
    must (2 clear, 1 debatable), categories; optionally check: apology, empathy, ownership, action, time,
    thanks, each met, missing, weak or na.
    """
    chosen = settings.read(given)
    engine, reviewer = prepare(chosen.rules, chosen.ruleset), Reviewer(chosen.profile)

    def review(draft: Draft) -> Review:
        return reviewer.review(draft, engine)

    results = {name: _replies(name, review) for name in files}
    moods = measuring.customers(_rows(customers, ("text", "mood")), review) if customers else None
    if as_json:
        _print_json(results, moods)
        return
    console = Console()
    for name, measured in results.items():
        _print_table(console, name, measured)
        for miss in measured.misses if misses else ():
            line = f"{miss.what}  {miss.id}  {miss.text}  [{miss.because}]"
            console.print(line, markup=False, highlight=False, soft_wrap=True)
    if moods:
        _print_moods(console, moods)


def _replies(name: str, review: measuring.Reviewing) -> Measured:
    rows = _rows(name, ("id", "text", "spans"))
    measured = Measured()
    with Progress(console=Console(stderr=True), transient=True) as progress:
        for row in progress.track(rows, description=Path(name).name):
            measuring.reply(row, review, measured)
    return measured


def _rows(name: str, needed: tuple[str, ...]) -> list[dict[str, Any]]:
    try:
        lines = Path(name).read_bytes().splitlines()
    except OSError as error:
        raise BadLabels(f"{name}: {error.strerror}") from error
    rows = []
    for number, line in enumerate(lines, 1):
        try:
            row = orjson.loads(line)
        except orjson.JSONDecodeError as error:
            raise BadLabels(f"{name}:{number}: not JSON") from error
        if absent := [key for key in needed if key not in row]:
            raise BadLabels(f"{name}:{number}: {', '.join(absent)} missing")
        rows.append(row)
    return rows


# Column, part, whole; false alarms are per 100 clean replies.
_COLUMNS = (
    ("precision", "right", "flagged"),
    ("recall", "found", "clear"),
    ("with nudges", "nudged", "clear"),
    ("false alarms", "alarmed", "clean"),
    ("checklist", "checks right", "checks"),
)


def _print_table(console: Console, name: str, measured: Measured) -> None:
    table = Table("part", "replies", *(column for column, _, _ in _COLUMNS), title=name, title_justify="left")
    for part, tally in measured.parts.items():
        shares = [f"{_shown(tally.share(a, b))} (n={tally.counts[b]})" for _, a, b in _COLUMNS]
        table.add_row(part, str(tally.counts["replies"]), *shares)
    console.print(table)
    checks = [
        f"{check} {_shown(measured.checks.share(f'{check} right', check))}" for check in measuring.CHECKS
    ]
    console.print("checklist: " + "  ".join(checks))


def _print_moods(console: Console, moods: Tally) -> None:
    table = Table("customers", "precision", "recall", "F1")
    for name, shown in (("upset", "upset or abusive"), ("abusive", "abusive")):
        table.add_row(shown, *map(_shown, _mood(moods, name).values()))
    console.print(table)


def _mood(moods: Tally, name: str) -> dict[str, float | None]:
    counts = moods.counts
    either = counts[f"{name} said"] + counts[f"{name} gold"]
    return {
        "precision": moods.share(f"{name} both", f"{name} said"),
        "recall": moods.share(f"{name} both", f"{name} gold"),
        "f1": 2 * counts[f"{name} both"] / either if either else None,
    }


def _print_json(results: dict[str, Measured], moods: Tally | None) -> None:
    data: dict[str, Any] = {"files": {name: _figures(one) for name, one in results.items()}}
    if moods:
        data["customers"] = {name: _mood(moods, name) for name in ("upset", "abusive")}
    click.echo(orjson.dumps(data, option=orjson.OPT_INDENT_2))


def _figures(measured: Measured) -> dict[str, Any]:
    parts = {
        part: {**tally.counts, **{column: tally.share(a, b) for column, a, b in _COLUMNS}}
        for part, tally in measured.parts.items()
    }
    misses = [
        {"what": one.what, "id": one.id, "text": one.text, "because": one.because} for one in measured.misses
    ]
    return {"parts": parts, "checks": dict(measured.checks.counts), "misses": misses}


def _shown(share: float | None) -> str:
    return "-" if share is None else f"{share:.3f}"
