"""Where the phrase lists of the rules occur in one sentence."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

Span = tuple[int, int]  # tokens, end excluded
Ends = tuple[tuple[int, ...], int, int]  # the lists that end together, and where


class Found:
    """Spans by number of the phrase list.

    The lists that rules start from are laid out at once; most others only say what surrounds a hit, so they
    wait until one of them is asked for. Safe to share between threads: one reference is swapped.
    """

    __slots__ = ("_first", "_state")

    def __init__(
        self, spans: dict[int, list[Span]], waiting: Sequence[Ends] = (), first: frozenset[int] = frozenset()
    ) -> None:
        self._state = (spans, waiting)
        self._first = first

    def __iter__(self) -> Iterator[int]:
        """The lists laid out so far, those that rules start from among them."""
        return iter(tuple(self._state[0]))

    def __contains__(self, number: object) -> bool:
        return number in (self._state[0] if number in self._first else self._all())

    def get(self, number: int) -> Sequence[Span]:
        """Where a list occurs."""
        return (self._state[0] if number in self._first else self._all()).get(number, ())

    def _all(self) -> dict[int, list[Span]]:
        spans, waiting = self._state
        if waiting:
            later: dict[int, list[Span]] = {}
            for numbers, start, end in waiting:
                span = (start, end)
                for number in numbers:
                    if number in later:
                        later[number].append(span)
                    else:
                        later[number] = [span]
            spans = spans | later  # no list is in both
            self._state = (spans, ())
        return spans


NOTHING = Found({})
