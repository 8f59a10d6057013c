"""Where the phrase lists of the rules occur in one sentence."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from coolhead.matching.compiled import CompiledRule

Span = tuple[int, int]  # tokens, end excluded


@dataclass(frozen=True, slots=True, eq=False)
class Ends:
    """Phrase lists that end together, as the sum of their bits, and the rules that these are phrases of."""

    lists: int
    rules: tuple[CompiledRule, ...]


Passed = tuple[Ends, int, int]  # the first token and the last, excluded


class Found:
    """`lists` are those that occur; where they do is looked up when asked, as few are."""

    __slots__ = ("lists", "passed")

    def __init__(self, passed: Sequence[Passed], lists: int) -> None:
        self.passed = passed
        self.lists = lists

    def get(self, phrases: int) -> Sequence[Span]:
        """Where a list occurs."""
        if not self.lists & phrases:
            return ()
        return [(start, end) for ends, start, end in self.passed if ends.lists & phrases]


NOTHING = Found((), 0)
