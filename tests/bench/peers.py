"""Other tools on the same e-mails. None of them looks for blame: what is compared is the cost alone."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from itertools import islice
from pathlib import Path

from emails import fresh
from proselint.checks import __register__
from proselint.registry import CheckRegistry
from proselint.tools import LintFile
from timing import Timed, each, summary

FOLDER = Path(__file__).parent


def figures(words: int, number: int) -> dict[str, Timed]:
    """Milliseconds an e-mail, by tool, warm, no e-mail twice."""
    warm, timed = list(islice(fresh(words, seed=21), 5)), list(islice(fresh(words, seed=22), number))
    CheckRegistry().register_many(__register__)
    each(warm, _proselint)
    return {"proselint": each(timed, _proselint), **_under_node(warm, timed)}


def _proselint(text: str) -> object:
    return LintFile("draft", text).lint()


def _under_node(warm: list[str], timed: list[str]) -> dict[str, Timed]:
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    done = subprocess.run(
        ["node", str(FOLDER / "peers.mjs")],
        input=json.dumps([warm, timed]),
        env={**os.environ, "PATH": path},
        stdout=subprocess.PIPE,
        text=True,
        check=True,
    )
    return {name: summary(*zip(*times, strict=True)) for name, times in json.loads(done.stdout).items()}
