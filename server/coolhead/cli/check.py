"""`coolhead check`: files or standard input, as text, JSON or SARIF."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any, get_args

import orjson
import rich_click as click
from rich.console import Console
from rich.progress import Progress

from coolhead import settings, wire
from coolhead.cli import report, sarif
from coolhead.errors import CoolheadError
from coolhead.matching import prepare
from coolhead.review import Draft, Review, Turn
from coolhead.reviewer import Reviewer
from coolhead.rules.fields import Channel

CHANNELS = get_args(Channel)
MANY = 20  # from so many files on a progress bar is shown


class Unreadable(CoolheadError):
    """A file cannot be read as text."""


@dataclass(frozen=True)
class Checked:
    """A file and its review."""

    name: str
    review: Review


@click.command()
@click.argument("files", nargs=-1, required=True, metavar="FILE…|-")
@click.option("--customer", type=click.Path(), help="File with the customer's message the drafts answer.")
@click.option("--channel", type=click.Choice(CHANNELS), help="Where the reply will appear.")
@click.option("--rules", type=click.Path(), help="Folder with config.yaml and the packs.")
@click.option("--ruleset", help="Rule set to use.")
@click.option("--profile", type=click.Choice(settings.PROFILES), help="How sure the sentence model must be.")
@click.option("--strict", is_flag=True, help="Exit 1 on warnings too, not only on errors.")
@click.option(
    "--json", "form", flag_value="json", help="Print what POST /v1/check answers, one object a file."
)
@click.option("--sarif", "form", flag_value="sarif", help="Print SARIF 2.1.0, for code review tools.")
def check(files: tuple[str, ...], customer: str | None, strict: bool, form: str | None, **given: Any) -> None:
    """Check drafts in files, or on standard input (-).

    Exit status: 0 nothing to change, 1 a match of severity error (with --strict also warning),
    2 it could not be done.
    """
    chosen = settings.read({name: given[name] for name in ("rules", "ruleset", "profile")})
    reviewer = Reviewer(chosen.profile)
    engine = prepare(chosen.rules, chosen.ruleset)
    conversation = (Turn("customer", _text(customer)),) if customer else ()
    checked = []
    with Progress(console=Console(stderr=True), transient=True, disable=len(files) < MANY) as progress:
        for name in progress.track(files, description="Checking"):
            draft = Draft(_text(name), conversation, given["channel"])
            checked.append(Checked(name, reviewer.review(draft, engine)))
    _print(checked, form, rules_only=bool(reviewer.missing))
    counted = ("error", "warning") if strict else ("error",)
    sys.exit(any(match.severity in counted for one in checked for match in one.review.matches))


def _text(name: str) -> str:
    try:
        return sys.stdin.buffer.read().decode() if name == "-" else Path(name).read_bytes().decode()
    except UnicodeDecodeError as error:
        raise Unreadable(f"{name}: not UTF-8 text") from error
    except OSError as error:
        raise Unreadable(f"{name}: {error.strerror}") from error


def _print(checked: list[Checked], form: str | None, *, rules_only: bool) -> None:
    if form == "json":
        for one in checked:
            answer = wire.to_json(one.review, rules_only=rules_only)
            click.echo(orjson.dumps({"file": one.name, **answer}))
    elif form == "sarif":
        log = sarif.log(
            [(one.name, wire.to_json(one.review, "utf-32"), one.review.segments.text) for one in checked]
        )
        click.echo(orjson.dumps(log, option=orjson.OPT_INDENT_2))
    else:
        for one in checked:
            report.show(Console(), one.name, one.review)
