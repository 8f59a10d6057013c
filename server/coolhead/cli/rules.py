"""`coolhead rules …`: check, test, explain and start rules; for rule authors and for CI."""

from __future__ import annotations

import json
import os
import re
import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import NoReturn

import rich_click as click
from rich.console import Console

from coolhead import examples, settings
from coolhead import rules as rulebook
from coolhead.cli import rule_skeleton as skeleton
from coolhead.cli.rule_diff import diff
from coolhead.cli.rule_report import counted, report, show_coverage, show_rule
from coolhead.cli.rule_target import Target, targets_of
from coolhead.errors import BadPack, Problem
from coolhead.matching import Engine
from coolhead.rules import RuleSet
from coolhead.rules import coverage as covering
from coolhead.rules import schema as rule_schema
from coolhead.rules.complaints import suggest
from coolhead.rules.guidelines import KEBAB
from coolhead.rules.layers import GUIDELINES, place
from coolhead.rules.loading import load_guidelines

Trial = Callable[[RuleSet, Target], Iterable[Problem]]
FORMATS = click.Choice(["text", "json", "github"])
_Output = click.option("--format", "output", type=FORMATS, default="text", show_default=True)
_Strict = click.option("--strict", is_flag=True, help="Warnings count as errors.")
_Path = click.argument("path", required=False, type=click.Path(exists=True, path_type=Path))


@click.group()
def rules() -> None:
    """Check, test, explain and start rules."""


rules.add_command(diff)


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
    _conclude(_found(path, ruleset), output, strict)


@rules.command()
@_Path
@_Ruleset
@_Output
@_Strict
def test(path: Path | None, ruleset: str | None, output: str, strict: bool) -> None:
    """Check a pack, then try every rule on its own examples and every suggested wording on every rule."""
    _conclude(_found(path, ruleset, _trial), output, strict)


@rules.command()
@click.option("--write", type=click.Path(path_type=Path), help="Write it to this file.")
def schema(write: Path | None) -> None:
    """Print the JSON Schema of rule files, for completion and errors in an editor."""
    text = rule_schema.as_text(load_guidelines(place(settings.read().rules, GUIDELINES)))
    if write:
        write.write_text(text, encoding="utf-8")
    else:
        click.echo(text, nl=False)


@rules.command()
@_Path
@_Ruleset
@click.option("--strict", is_flag=True, help="Exit with 1 when there is a hole.")
def coverage(path: Path | None, ruleset: str | None, strict: bool) -> None:
    """Show which guideline, kind and wording family has which rules, and name every hole."""
    holes = 0
    for target in targets_of(path, ruleset):
        loaded = target.load()
        gaps = list(covering.holes(loaded))
        show_coverage(covering.rows(loaded), gaps)
        holes += len(gaps)
    sys.exit(int(strict and holes > 0))


@rules.command()
@click.argument("name", metavar="PACK/ID")
@click.option(
    "--rules", "config", type=click.Path(exists=True, path_type=Path), help="Folder with config.yaml."
)
@click.option("--ruleset", default="default", show_default=True)
@click.option("--format", "output", type=click.Choice(["text", "json"]), default="text", show_default=True)
def explain(name: str, config: Path | None, ruleset: str, output: str) -> None:
    """Show a rule after all layers, with the layer, file and line that set each field."""
    loaded = rulebook.load(config or settings.read().rules, ruleset)
    known = {rule.full_id: rule for rule in (*loaded.rules, *loaded.silenced)}
    if name not in known:
        raise click.UsageError(f"There is no rule '{name}'{suggest(name, known)}.")
    if output == "json":
        click.echo(json.dumps(rulebook.describe(known[name]), indent=2, ensure_ascii=False))
    else:
        show_rule(known[name])


@rules.command()
@click.argument("name", metavar="ID")
@click.option("--kind", required=True, help="A fault, a virtue or a signal.")
@click.option("--guideline", help="Default: the first that lists the kind.")
@click.option("--pack", type=click.Path(file_okay=False, path_type=Path), default=Path(), show_default=True)
def new(name: str, kind: str, guideline: str | None, pack: Path) -> None:
    """Start a rule: write a file to fill in, with both kinds of examples."""
    guidelines = load_guidelines(place(settings.read().rules, GUIDELINES))
    role = guidelines.role(kind)
    if role is None:
        kinds = (*guidelines.faults, *guidelines.virtues, *guidelines.signal_by_id)
        raise click.UsageError(f"There is no kind '{kind}'{suggest(kind, kinds)}.")
    if guideline and guideline not in guidelines.by_id:
        raise click.UsageError(f"There is no guideline '{guideline}'{suggest(guideline, guidelines.by_id)}.")
    if not re.fullmatch(KEBAB, name):
        raise click.UsageError("An id is lower-case words joined by hyphens, like-this.")
    file = pack / f"{name}.yaml"
    if file.exists():
        raise click.UsageError(f"{file} is there already.")
    file.parent.mkdir(parents=True, exist_ok=True)
    written = [file, *_pack_file(pack), *skeleton.schema(pack, guidelines)]
    file.write_text(skeleton.rule(name, kind, role, guideline, guidelines, pack), encoding="utf-8")
    click.echo("\n".join(f"wrote {one}" for one in written))


def _pack_file(pack: Path) -> list[Path]:
    """A `pack.yaml` for a folder that belongs to no pack yet."""
    if any((folder / "pack.yaml").is_file() for folder in (pack, *pack.resolve().parents)):
        return []
    file = pack / "pack.yaml"
    file.write_text(skeleton.pack(pack.resolve().name), encoding="utf-8")
    return [file]


def _found(
    path: Path | None,
    ruleset: str | None,
    trial: Callable[[RuleSet, Target], Iterable[Problem]] | None = None,
) -> dict[Problem, None]:
    """Every problem of all targets, once each; with a `trial` also what it finds in what could be loaded."""
    found: dict[Problem, None] = {}
    for target in targets_of(path, ruleset):
        try:
            loaded = target.load()
        except BadPack as error:
            found.update(dict.fromkeys(_shown(error.problems, target)))
            continue
        tried = trial(loaded, target) if trial else ()
        found.update(dict.fromkeys(_shown((*loaded.problems, *tried), target)))
    return found


def _trial(loaded: RuleSet, target: Target) -> list[Problem]:
    mine = [rule for rule in loaded.rules if target.concerns(target.place(rule.where.path))]
    return examples.problems(Engine(loaded), mine)


def _conclude(found: dict[Problem, None], output: str, strict: bool) -> NoReturn:
    report(found, output)
    if output == "text":
        Console(stderr=True).print(counted(found))
    sys.exit(_status(found, strict))


def _shown(problems: Iterable[Problem], target: Target) -> Iterable[Problem]:
    for problem in problems:
        file = target.place(problem.where.path)
        if target.concerns(file):
            near = os.path.relpath(file)
            yield Problem(problem.where._replace(path=near), problem.code, problem.what, problem.severity)


def _status(problems: Iterable[Problem], strict: bool) -> int:
    return int(any(strict or problem.severity == "error" for problem in problems))
