"""Pieces of a sentence → letters: one small number for all tokens that no phrase tells apart."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain
from threading import Lock

from coolhead.segments.reading import END, HARD, SOFT, START, STOP, Remembered, number_in, read
from coolhead.segments.words import Keys

Traits = frozenset[int]

NOTHING = 0  # the letter behind the last token of a sentence
NO_MORE = -1  # its only trait
MARKS = {START: -2, END: -3, SOFT: -4, HARD: -5, STOP: -6}  # traits of the marks, which are no words
_UNNAMED: Keys = ("",)


class Alphabet(Remembered[tuple[int, ...]]):
    """Piece of a sentence → its letters, made when a text first needs them. Safe to share between threads.

    `traits[letter]` is all that phrases can tell of it: the numbers of the key sets it is in, and its mark.
    """

    def __init__(self, sets: Sequence[frozenset[str]]) -> None:
        super().__init__(self._letters_of)
        self._traits: dict[str, list[int]] = {mark: [number] for mark, number in MARKS.items()}
        for number, keys in enumerate(sets):
            for key in keys:
                self._traits.setdefault(key, []).append(number)
        self.traits: list[Traits] = [frozenset({NO_MORE})]
        self._letters: dict[Keys, int] = {}
        self._lock = Lock()
        number, comma = self._letter(("<number>",)), self._letter((SOFT,))
        self._any_number = {"": (number,), ".": (number,), ",": (number, comma)}

    def spell(self, pieces: Sequence[str]) -> list[int]:
        """One letter a token, and NOTHING behind them."""
        return [*chain.from_iterable(map(self.__getitem__, pieces)), NOTHING]

    def __missing__(self, piece: str) -> tuple[int, ...]:
        number = number_in(piece)
        if number and number not in self._traits:
            return self._any_number[piece[len(number) :]]
        return super().__missing__(piece)

    def _letters_of(self, piece: str) -> tuple[int, ...]:
        return tuple(map(self._letter, read[piece]))

    def _letter(self, token: Keys) -> int:
        named = tuple([key for key in token if key in self._traits]) or _UNNAMED
        return self._letters.get(named) or self._add(named)

    def _add(self, named: Keys) -> int:
        with self._lock:
            if named not in self._letters:
                self.traits.append(frozenset(trait for key in named for trait in self._traits.get(key, ())))
                self._letters[named] = len(self.traits) - 1
        return self._letters[named]
