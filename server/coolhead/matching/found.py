"""Where the phrase lists of the rules occur in one sentence."""

from __future__ import annotations

from collections.abc import Sequence

Span = tuple[int, int]  # tokens, end excluded
Passed = tuple[frozenset[int], int, int]  # the numbers of the lists that end together, and where


class Found:
    """`numbers` are the lists that occur; where they do is looked up when asked, as few are."""

    __slots__ = ("_passed", "numbers")

    def __init__(self, passed: Sequence[Passed]) -> None:
        self._passed = passed
        self.numbers = frozenset[int]().union(*[lists for lists, _, _ in passed])

    def __contains__(self, number: object) -> bool:
        return number in self.numbers

    def get(self, number: int | None) -> Sequence[Span]:
        """Where a list occurs."""
        if number not in self.numbers:
            return ()
        return [(start, end) for lists, start, end in self._passed if number in lists]


NOTHING = Found(())
