"""Tokens → the letters of the automaton: one small number for all tokens that no phrase tells apart."""

from __future__ import annotations

from collections.abc import Sequence
from threading import Lock

from coolhead.segments.tokens import END, HARD, SOFT, START, STOP
from coolhead.segments.words import Keys

Traits = frozenset[int]

NOTHING = 0  # the letter behind the last token of a sentence
NO_MORE = -1  # its only trait
MARKS = {START: -2, END: -3, SOFT: -4, HARD: -5, STOP: -6}  # traits of the marks, which are no words
_UNNAMED: Keys = ("",)
_NUMBER = "<number>"
_MOST_WORDS = 50_000


class Alphabet(dict[Keys, int]):
    """Token → letter, made when a text first needs it. Safe to share between threads.

    `traits[letter]` is all that phrases can tell of it: the numbers of the key sets it is in, and its mark.
    """

    def __init__(self, sets: Sequence[frozenset[str]]) -> None:
        super().__init__()
        self._traits: dict[str, list[int]] = {mark: [number] for mark, number in MARKS.items()}
        for number, keys in enumerate(sets):
            for key in keys:
                self._traits.setdefault(key, []).append(number)
        self.traits: list[Traits] = [frozenset({NO_MORE})]
        self._letters: dict[Keys, int] = {}
        self._lock = Lock()

    def spell(self, tokens: Sequence[Keys]) -> list[int]:
        """One letter a token, and NOTHING behind them."""
        return [*map(self.__getitem__, tokens), NOTHING]

    def __missing__(self, token: Keys) -> int:
        named = tuple([key for key in token if key in self._traits]) or _UNNAMED
        letter = self._letters.get(named) or self._add(named)
        if token[-1] != _NUMBER:  # a number is seldom met again
            if len(self) >= _MOST_WORDS:
                self.clear()
            self[token] = letter
        return letter

    def _add(self, named: Keys) -> int:
        with self._lock:
            if named not in self._letters:
                self.traits.append(frozenset(trait for key in named for trait in self._traits.get(key, ())))
                self._letters[named] = len(self.traits) - 1
        return self._letters[named]
