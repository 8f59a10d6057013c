"""Rule files → an engine ready to use."""

from __future__ import annotations

import gc
from pathlib import Path

from coolhead import rules
from coolhead.matching.engine import Engine


def prepare(folder: Path, ruleset: str = "default") -> Engine:
    """Load and compile a rule set; raises what `rules.load` raises.

    Nearly all that is made here stays, and the garbage collector would walk through it again and again: it
    takes two fifths of the time. So it rests meanwhile.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        return Engine(rules.load(folder, ruleset))
    finally:
        if was_on:
            gc.enable()
