"""Where the phrase lists of the rules occur in one sentence."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

Span = tuple[int, int]  # tokens, end excluded
Ends = tuple[tuple[int, ...], tuple[int, ...]]  # lists that end together: those rules start from, and others
Passed = tuple[Ends, int, int]  # lists that end together, and where


class Found:
    """Spans by number of the phrase list.

    The lists that rules start from are laid out at once; the others only say what surrounds a hit, so they
    wait until one of them is asked for. Safe to share between threads: one reference is swapped.
    """

    __slots__ = ("_asked_first", "_first", "_others", "_passed")

    def __init__(self, passed: Sequence[Passed], asked_first: frozenset[int]) -> None:
        self._passed = passed
        self._asked_first = asked_first
        self._first = _laid_out(passed, 0)
        self._others: dict[int, list[Span]] | None = None

    def __iter__(self) -> Iterator[int]:
        """The lists that rules start from."""
        return iter(self._first)

    def __contains__(self, number: object) -> bool:
        return number in (self._first if number in self._asked_first else self._later())

    def get(self, number: int) -> Sequence[Span]:
        """Where a list occurs."""
        return (self._first if number in self._asked_first else self._later()).get(number, ())

    def _later(self) -> dict[int, list[Span]]:
        if self._others is None:
            self._others = _laid_out(self._passed, 1)
        return self._others


def _laid_out(passed: Sequence[Passed], which: int) -> dict[int, list[Span]]:
    spans: dict[int, list[Span]] = {}
    for ends, start, at in passed:
        for number in ends[which]:
            if number in spans:
                spans[number].append((start, at))
            else:
                spans[number] = [(start, at)]
    return spans


NOTHING = Found((), frozenset())
