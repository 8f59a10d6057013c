"""The command line: everything is wired here and done elsewhere."""

from __future__ import annotations

import sys
from importlib.metadata import version

import rich_click as click
from rich.console import Console

from coolhead.cli.check import check
from coolhead.cli.evaluate import evaluate
from coolhead.cli.rules import rules
from coolhead.cli.serve import serve
from coolhead.errors import CoolheadError

__all__ = ["main"]


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(version("coolhead"), prog_name="coolhead")
def commands() -> None:
    """Finds what sounds defensive or blaming in a reply to an upset customer."""


for command in (check, evaluate, rules, serve):
    commands.add_command(command)


def main() -> None:
    """Run one command. Exit status: 0 nothing found, 1 something found, 2 it could not be done."""
    try:
        commands(prog_name="coolhead")
    except CoolheadError as error:
        told = f"coolhead: {error}"
        Console(stderr=True, soft_wrap=True).print(told, style="red", markup=False, highlight=False)
        sys.exit(2)
    except Exception:  # Python would exit with 1, which means that something was found
        Console(stderr=True).print_exception(show_locals=False)
        sys.exit(2)
