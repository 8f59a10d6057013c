"""The organisation's approved lines in a draft: used as they stand, they draw the boundary."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from coolhead.rules.boundary import Boundary
from coolhead.segments import Tokens, split, tokenise

if TYPE_CHECKING:
    from coolhead.matching.engine import Reading

Runs = tuple[str, ...]  # words of a sentence that stand together; in between the agent fills something in
_TO_FILL_IN = re.compile(r"\[[^\]]*\]")


def sentences_of(boundary: Boundary) -> tuple[tuple[Runs, ...], ...]:
    """The sentences of each approved line."""
    return tuple(
        tuple(filter(None, (_runs(sentence.text) for sentence in split(line).sentences)))
        for line in boundary.approved()
    )


def used(lines: Sequence[Sequence[Runs]], draft: Reading) -> Iterator[tuple[int, int]]:
    """The first and the last sentence of each line that the draft holds whole."""
    said = [_plain(sentence.tokens) for sentence in draft.sentences]
    for line in lines:
        places = [next((at for at, one in enumerate(said) if _holds(one, runs)), -1) for runs in line]
        if places and min(places) >= 0:
            yield min(places), max(places)


def _runs(sentence: str) -> Runs:
    runs = [_plain(tokenise(part)) for part in _TO_FILL_IN.split(sentence)]
    return tuple(run for run in runs if run.strip())


def _plain(tokens: Tokens) -> str:
    """The words alone, with spaces on both sides."""
    plain = [keys[0] for keys in tokens.keys[1:-1] if keys[0][:1].isalnum()]
    return f" {' '.join(plain)} "


def _holds(sentence: str, runs: Runs) -> bool:
    at = 0
    for run in runs:
        found = sentence.find(run, at)
        if found < 0:
            return False
        at = found + len(run) - 1
    return True
