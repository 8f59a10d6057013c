"""`coolhead evaluate`: precision and recall on a team's own labelled replies."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import orjson
import rich_click as click
from rich.console import Console
from rich.progress import Progress

from coolhead import settings
from coolhead.cli import evaluate_report, labelled, measuring
from coolhead.cli.labelled import Customer, Lines, Reply, Row
from coolhead.cli.measuring import Measured, Reviewing
from coolhead.matching import prepare
from coolhead.review import Draft, Review
from coolhead.reviewer import Reviewer


@click.command()
@click.argument("files", nargs=-1, type=click.Path(), metavar="LABELLED.jsonl…")
@click.option("--customers", type=click.Path(), help="Labelled customer messages: id, text, mood.")
@click.option("--misses", is_flag=True, help="List what went wrong, with the words it is about.")
@click.option("--json", "as_json", is_flag=True, help="Print the figures as JSON.")
@click.option("--rules", type=click.Path(), help="Folder with config.yaml and the packs.")
@click.option("--ruleset", help="Rule set to measure.")
@click.option("--profile", type=click.Choice(settings.PROFILES), help="How sure the sentence model must be.")
def evaluate(
    files: tuple[str, ...], customers: str | None, misses: bool, as_json: bool, **given: Any
) -> None:
    """Measure the rules on labelled replies, one JSON object a line.

    A line: id, text, and spans: start and end in characters, must (2 clear, 1 debatable), categories
    (faults). What it answers: context (the customer's one message) or conversation (role and text of each,
    oldest first); channel. If you like, source; and check: apology, empathy, ownership, action, time,
    thanks, each met, missing, weak or na. Other keys are yours.

    Exit status: 0 measured, 2 it could not be done; every line to mend is named, and nothing is measured.
    """
    if not files and not customers:
        raise click.UsageError("Name a labelled file, or give --customers.")
    replies = {name: labelled.lines(name, Reply) for name in files}
    people = {name: labelled.lines(name, Customer) for name in (customers,) if name}
    _refuse([*replies.values(), *people.values()])
    chosen = settings.read(given)
    engine, reviewer = prepare(chosen.rules, chosen.ruleset), Reviewer(chosen.profile)
    _warn(replies, engine.ruleset.guidelines.faults)

    def review(draft: Draft) -> Review:
        return reviewer.review(draft, engine)

    results = {name: _measured(name, read, measuring.reply, review) for name, read in replies.items()}
    moods = {name: _measured(name, read, measuring.customer, review) for name, read in people.items()}
    if as_json:
        data = evaluate_report.as_data(results, moods, misses=misses)
        click.echo(orjson.dumps(data, option=orjson.OPT_INDENT_2))
    else:
        evaluate_report.show(results, moods, misses=misses)


def _refuse(files: Iterable[Lines[Reply] | Lines[Customer]]) -> None:
    """Say everything that is wrong and stop: figures on the rest would be those of another set."""
    problems = [problem for read in files for problem in read.problems]
    for problem in problems:
        click.echo(problem, err=True)
    if problems:
        click.echo(f"{len(problems)} to mend; nothing was measured", err=True)
        sys.exit(2)


def _warn(files: dict[str, Lines[Reply]], faults: tuple[str, ...]) -> None:
    for name, read in files.items():
        if what := labelled.unknown_categories(read.rows, faults):
            click.echo(f"{name}: warning: {what}", err=True)


def _measured(
    name: str, read: Lines[Row], measure: Callable[[Row, Reviewing, Measured], None], review: Reviewing
) -> Measured:
    measured = Measured()
    with Progress(console=Console(stderr=True), transient=True) as progress:
        for row in progress.track(read.rows.values(), description=Path(name).name):
            measure(row, review, measured)
    return measured
