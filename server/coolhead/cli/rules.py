"""`coolhead rules …`: check, test, explain and start rules; for rule authors and for CI."""

from __future__ import annotations

import contextlib
import json
import os
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import NoReturn

import rich_click as click
from rich.console import Console

from coolhead import examples, settings
from coolhead import rules as rulebook
from coolhead.errors import BadPack, Problem
from coolhead.matching import Engine
from coolhead.rules import RuleSet

FORMATS = click.Choice(["text", "json", "github"])
_Output = click.option("--format", "output", type=FORMATS, default="text", show_default=True)
_Strict = click.option("--strict", is_flag=True, help="Warnings count as errors.")
_Path = click.argument("path", required=False, type=click.Path(exists=True, path_type=Path))


@dataclass(frozen=True)
class Target:
    """What a command looks at: a configuration, perhaps a pack on top of it, perhaps a part of that pack."""

    config: Path
    ruleset: str
    pack: Path | None = None
    part: Path | None = None

    def load(self) -> RuleSet:
        """The rule set up to and with the pack."""
        return rulebook.load(self.config, self.ruleset, extra=self.pack)

    def concerns(self, file: Path) -> bool:
        """Whether a file is what the command was asked about."""
        return self.part is None or file.resolve().is_relative_to(self.part.resolve())

    def place(self, path: str) -> Path:
        """The file behind the path in a problem."""
        return self.config / path


def _targets(path: Path | None, ruleset: str | None) -> list[Target]:
    shipped = settings.read().rules
    if path is None or (path / "config.yaml").is_file():
        config = path or shipped
        return [Target(config, name) for name in ([ruleset] if ruleset else rulebook.names(config))]
    pack = next(
        (folder for folder in (path, *path.resolve().parents) if (folder / "pack.yaml").is_file()), path
    )
    return [Target(shipped, ruleset or "default", pack, path)]


@click.group()
def rules() -> None:
    """Check, test, explain and start rules."""


_Ruleset = click.option("--ruleset", help="Only this rule set of the configuration.")


@rules.command()
@_Path
@_Ruleset
@_Output
@_Strict
def check(path: Path | None, ruleset: str | None, output: str, strict: bool) -> None:
    """Say everything that is wrong in a rule pack.

    PATH is a folder with a config.yaml, a pack (checked on top of the shipped rules), or a part of a pack.
    """
    found: dict[Problem, None] = {}
    for target in _targets(path, ruleset):
        found.update(dict.fromkeys(_shown(_load_problems(target), target)))
    _conclude(found, output, strict)


@rules.command()
@_Path
@_Ruleset
@_Output
@_Strict
def test(path: Path | None, ruleset: str | None, output: str, strict: bool) -> None:
    """Check a pack, then try every rule on its own examples and every suggested wording on every rule."""
    found: dict[Problem, None] = {}
    for target in _targets(path, ruleset):
        found.update(dict.fromkeys(_shown(_load_problems(target), target)))
        with contextlib.suppress(BadPack):
            found.update(dict.fromkeys(_shown(examples.problems(Engine(target.load())), target)))
    _conclude(found, output, strict)


def _load_problems(target: Target) -> Iterable[Problem]:
    try:
        return target.load().problems
    except BadPack as error:
        return error.problems


def _conclude(found: dict[Problem, None], output: str, strict: bool) -> NoReturn:
    report(found, output)
    if output == "text":
        Console(stderr=True).print(_counted(found))
    sys.exit(_status(found, strict))


def _shown(problems: Iterable[Problem], target: Target) -> Iterable[Problem]:
    for problem in problems:
        file = target.place(problem.where.path)
        if target.concerns(file):
            near = os.path.relpath(file)
            yield Problem(problem.where._replace(path=near), problem.code, problem.what, problem.severity)


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


def _counted(problems: Iterable[Problem]) -> str:
    errors = sum(problem.severity == "error" for problem in problems)
    warnings = sum(problem.severity == "warning" for problem in problems)
    return f"{errors} errors, {warnings} warnings"


def _status(problems: Iterable[Problem], strict: bool) -> int:
    return int(any(strict or problem.severity == "error" for problem in problems))


if __name__ == "__main__":
    rules()
