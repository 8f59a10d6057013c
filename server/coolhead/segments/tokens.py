"""The tokens of a sentence: normalised words with the offsets of the original."""

from __future__ import annotations

from itertools import chain

from coolhead.segments import pieces
from coolhead.segments.reading import counted, inside, read
from coolhead.segments.words import Keys


class Tokens:
    """The tokens of a sentence, a mark at both ends included; `words` are those that count as such.

    Offsets are in code points of the sentence. All but the pieces is worked out when first asked for: most
    sentences are fine.
    """

    __slots__ = ("_keys", "_places", "_words", "pieces", "text")

    def __init__(self, text: str) -> None:
        self.text = text
        self.pieces = pieces.cut(text)
        self._keys: tuple[Keys, ...] | None = None
        self._places: tuple[list[int], list[int]] | None = None
        self._words: int | None = None

    @property
    def keys(self) -> tuple[Keys, ...]:
        """Each token's possible readings, and its shape."""
        if self._keys is None:
            self._keys = tuple(chain.from_iterable(map(read.__getitem__, self.pieces)))
        return self._keys

    @property
    def words(self) -> int:
        if self._words is None:
            self._words = sum(map(counted.__getitem__, self.pieces))
        return self._words

    @property
    def starts(self) -> list[int]:
        return self._placed()[0]

    @property
    def ends(self) -> list[int]:
        return self._placed()[1]

    def span(self, first: int, last: int) -> tuple[int, int]:
        """Offsets of tokens `first` to `last` (last excluded), without the marks at both ends.

        Of the mark behind the last token alone: what closes the sentence.
        """
        starts, ends = self._placed()
        behind = len(starts) - 1
        if first == behind:
            return ends[behind - 1], len(self.text)
        start, end = starts[first or 1], ends[(last if last < behind else behind) - 1]
        return start, end if end > start else start

    def covering(self, start: int, end: int) -> tuple[int, int]:
        """The tokens (first, last excluded) that touch a stretch of the sentence."""
        starts, ends = self._placed()
        touched = [at for at in range(1, len(starts) - 1) if starts[at] < end and start < ends[at]]
        return (touched[0], touched[-1] + 1) if touched else (1, len(starts) - 1)

    def _placed(self) -> tuple[list[int], list[int]]:
        if self._places is None:
            starts, ends = [0], [0]
            for at, piece in pieces.place(self.text):
                for start, end in inside[piece]:
                    starts.append(at + start)
                    ends.append(at + end)
            if mocked := pieces.held_off(self.text):
                ends = [mocked.get(start, end) for start, end in zip(starts, ends, strict=True)]
            size = len(self.text)
            self._places = ([*starts, size], [*ends, size])
        return self._places


def tokenise(sentence: str) -> Tokens:
    """Words, numbers, shapes and clause breaks of one sentence."""
    return Tokens(sentence)


def words(text: str) -> tuple[Keys, ...]:
    """The normalised words of a piece of a phrase (`don't` → do, not)."""
    return tokenise(text).keys[1:-1]
