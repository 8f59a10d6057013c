"""How the `rules` commands show problems, coverage and a rule."""

from __future__ import annotations

import json
import textwrap
from collections import Counter
from collections.abc import Iterable, Sequence

import rich_click as click
from rich.console import Console
from rich.table import Table
from rich.text import Text

from coolhead.errors import Problem
from coolhead.rules import Rule
from coolhead.rules.coverage import Row
from coolhead.rules.describing import describe


def report(problems: Iterable[Problem], output: str) -> None:
    """Print problems for people, programs or GitHub's annotations."""
    if output == "json":
        click.echo(json.dumps([_as_data(problem) for problem in problems], indent=2, ensure_ascii=False))
        return
    for problem in problems:
        click.echo(_as_annotation(problem) if output == "github" else _as_line(problem))


def _as_data(problem: Problem) -> dict[str, str | int]:
    where = problem.where
    place: dict[str, str | int] = {"file": where.path, "line": where.line, "column": where.column}
    return {**place, "code": problem.code, "severity": problem.severity, "message": problem.what}


def _as_annotation(problem: Problem) -> str:
    where = problem.where
    message = problem.what.replace("%", "%25").replace("\n", "%0A")
    place = f"file={where.path},line={where.line},col={where.column}"
    return f"::{problem.severity} {place},title={problem.code}::{message}"


def _as_line(problem: Problem) -> str:
    colour = "red" if problem.severity == "error" else "yellow"
    level = click.style(f"{problem.severity}[{problem.code}]", fg=colour, bold=True)
    return f"{problem.where}: {level} {problem.what}"


def counted(problems: Iterable[Problem]) -> str:
    found = Counter(problem.severity for problem in problems)
    return ", ".join(f"{found[one]} {one}{'' if found[one] == 1 else 's'}" for one in ("error", "warning"))


def show_coverage(rows: Iterable[Row], holes: Sequence[str]) -> None:
    """A table, one line a guideline, and the holes below it."""
    table = Table("guideline", "kinds (rules)", "families (rules, examples)", "rules", "examples")
    for row in rows:
        kinds = ", ".join(f"{kind} {len(found)}" for kind, found in row.kinds.items())
        families = Text()
        for family in row.families:
            style = "" if family.covered else "bold red"
            families.append(f"{family.id} {len(family.rules)}·{family.examples}  ", style)
        table.add_row(row.guideline.id, kinds, families, str(len(row.rules)), str(row.examples))
    Console().print(table)
    for hole in holes:
        click.secho(f"hole: {hole}", fg="red")
    if not holes:
        click.echo("no holes")


def show_rule(rule: Rule) -> None:
    """Every field with the layer, file and line that set it."""
    said = describe(rule)
    origins = said.pop("origins")
    click.secho(rule.full_id, bold=True)
    for key, value in said.items():
        origin = origins.get(key)
        by = f"{origin['layer']}, {origin['file']}:{origin['line']}" if origin else "derived"
        click.echo(f"{click.style(key, fg='cyan')}  {click.style(by, dim=True)}")
        click.echo(textwrap.indent(_written(value), "  "))


def _written(value: object) -> str:
    if isinstance(value, list) and all(isinstance(one, str) for one in value):
        return "\n".join(value)
    return value if isinstance(value, str) else json.dumps(value, indent=1, ensure_ascii=False)
