"""Other tools on the same e-mails. None of them looks for blame: what is compared is the cost alone."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from emails import WARM
from proselint.checks import __register__
from proselint.registry import CheckRegistry
from proselint.tools import LintFile
from timing import Timed, each, summary

FOLDER = Path(__file__).parent


def figures(texts: Sequence[str]) -> dict[str, Timed]:
    """Milliseconds an e-mail, by tool; the first few only warm it."""
    if not CheckRegistry().checks:
        CheckRegistry().register_many(__register__)
    each(texts[:WARM], _proselint)
    return {"proselint": each(texts[WARM:], _proselint), **_under_node(texts)}


def _proselint(text: str) -> object:
    return LintFile("draft", text).lint()


def _under_node(texts: Sequence[str]) -> dict[str, Timed]:
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    done = subprocess.run(
        ["node", str(FOLDER / "peers.mjs")],
        input=json.dumps([texts[:WARM], texts[WARM:]]),
        env={**os.environ, "PATH": path},
        stdout=subprocess.PIPE,
        text=True,
        check=True,
    )
    return {name: summary(*zip(*times, strict=True)) for name, times in json.loads(done.stdout).items()}
