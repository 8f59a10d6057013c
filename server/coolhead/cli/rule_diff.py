"""`coolhead rules diff`: what a change of the rules would mean for replies already written."""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import rich_click as click

from coolhead.cli.rule_target import targets_of
from coolhead.errors import CoolheadError
from coolhead.matching import Engine
from coolhead.review import Draft, Review, Turn, review

_There = click.Path(exists=True, path_type=Path)
Finding = tuple[str, str, str]  # rule, severity, marked words


@click.command()
@click.argument("old", type=click.Path(exists=True, path_type=Path))
@click.argument("new", type=click.Path(exists=True, path_type=Path))
@click.argument(
    "files", nargs=-1, required=True, type=click.Path(exists=True, dir_okay=False, path_type=Path)
)
@click.option("--ruleset", default="default", show_default=True)
def diff(old: Path, new: Path, files: tuple[Path, ...], ruleset: str) -> None:
    """Show what NEW marks in past replies and OLD did not, and the other way round.

    OLD and NEW are folders with a config.yaml, or packs. FILE holds one reply, or with the ending .jsonl one
    object a line with `text` and, if you have it, `customer` and `channel`. Exit status 1 when they differ.
    """
    before, after = (Engine(targets_of(path, ruleset)[0].load()) for path in (old, new))
    changed: Counter[str] = Counter()
    for file in files:
        for name, draft in _drafts(file):
            changed.update(_tell(name, findings(review(draft, before)), findings(review(draft, after))))
    for rule in sorted({key[1:] for key in changed}):
        click.echo(f"{rule}: {changed['+' + rule]} more, {changed['-' + rule]} fewer")
    sys.exit(int(bool(changed)))


def findings(answer: Review) -> Counter[Finding]:
    """What a review marks."""
    text = answer.segments.text
    marked = ((one.rule.full_id, one.severity, text[one.start : one.end]) for one in answer.matches)
    return Counter(marked)


def _tell(name: str, before: Counter[Finding], after: Counter[Finding]) -> Iterator[str]:
    changes = [("-", one) for one in (before - after).elements()]
    changes += [("+", one) for one in (after - before).elements()]
    for sign, (rule, severity, words) in changes:
        click.secho(f"{name}: {sign} {severity}[{rule}] “{words}”", fg="green" if sign == "-" else "red")
        yield f"{sign}{rule}"


def _drafts(file: Path) -> Iterable[tuple[str, Draft]]:
    try:
        content = file.read_text(encoding="utf-8")
        if file.suffix != ".jsonl":
            return [(str(file), Draft(content))]
        lines = enumerate(content.split("\n"), 1)
        return [(f"{file}:{number}", _draft(json.loads(line))) for number, line in lines if line.strip()]
    except (ValueError, KeyError, AttributeError) as error:
        raise CoolheadError(f"{file}: not readable as replies ({type(error).__name__})") from error


def _draft(row: dict[str, Any]) -> Draft:
    customer = row.get("customer") or row.get("context")
    turns = (Turn("customer", str(customer)),) if customer else ()
    return Draft(str(row["text"]), turns, row.get("channel"))
