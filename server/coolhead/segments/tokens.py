"""Sentence → tokens: normalised words with the offsets of the original."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import chain

from coolhead.segments.words import APOSTROPHES, JOINERS, Keys, is_acronym, normalise, readings

# One private-use character a kind stands in for text that is not the agent's own wording (see regions.py).
MASKS = {"quoted": "\ue000", "code": "\ue001", "url": "\ue002", "placeholder": "\ue003"}
_MASK_KEYS = {mark: f"<{kind}>" for kind, mark in MASKS.items()}

SOFT = ","  # skipped freely by phrases
HARD = "–"  # stands for – ( ) …: phrases go on across it, gaps do not
STOP = ";"  # stands for ; and :, which no phrase crosses
START, END = "^", "$"
_UNCOUNTED = frozenset({"soft", "hard", "stop", "emoji"})
_KINDS = {
    "word": rf"[^\W\d_][\w{JOINERS}]*(?:[{APOSTROPHES}][^\W\d_][\w{JOINERS}]*)*",
    "clock": r"\d{1,2}(?:[:.h]\d{2})?\s?(?:[ap]\.?m\b\.?|o['’]?clock|hrs?\b)|\d{1,2}[:h]\d{2}\b",
    "money": r"[$£€¥₹]\s?\d[\d,.]*k?|\d[\d,.]*\s?(?:[$£€¥₹]|(?:USD|EUR|GBP|dollars|euros|pounds)\b)",
    "date": r"\d{1,2}[/.]\d{1,2}[/.]\d{2,4}\b|\d{4}-\d{2}-\d{2}\b|\d{1,2}(?:st|nd|rd|th)\b",
    "number": r"\d+(?:[.,]\d+)*%?",
    "soft": r",",
    "mask": r"[\ue000-\ue003]+",
    "stop": r"[;:\n]",
    "hard": r"[()\[\]–—]|(?<=\s)-\s|\.{2,}|…",
    "emoji": r"[\u2600-\u27bf\U0001f300-\U0001faff][\ufe0f\u200d\U0001f3fb-\U0001f3ff]*",
}
# Nearly every word, and a number in front of a word that cannot be its unit, are found sooner this way.
_PLAIN = r"[a-zA-Z]++(?=[ ,.])|,|\d++(?=[ ](?i:[bcfi-nq-tv-z]))"
_PIECE = re.compile(f"({_PLAIN}|(?=[^\\s.!?]|\\.\\.|\\n)(?i:{'|'.join(_KINDS.values())})) ?")
_KIND = re.compile("|".join(f"(?P<{kind}>{form})" for kind, form in _KINDS.items()), re.IGNORECASE)
# A lower-case word or two held at arm's length: your "problem", this 'damage'.
_MOCKED = re.compile(r"(?<!\w)[\"“'‘](?P<words>[a-z][\w-]*(?: [\w-]+)?)[\"”'’](?!\w)")
_CLOSERS = ".!?…\"'”’)] \t\r\n"
_MOST_PIECES = 32_768


class Tokens:
    """The tokens of a sentence, a mark at both ends included; `words` are those that count as such.

    Offsets are in code points of the sentence, and worked out when first asked for: most sentences are fine.
    """

    __slots__ = ("_pieces", "_places", "keys", "text", "words")

    def __init__(self, text: str, pieces: list[str], keys: tuple[Keys, ...]) -> None:
        self.text = text
        self.keys = keys
        self.words = len(pieces) - sum(map(_READ.uncounted.__contains__, pieces))
        self._pieces = pieces
        self._places: tuple[list[int], list[int]] | None = None

    @property
    def starts(self) -> list[int]:
        return self._placed()[0]

    @property
    def ends(self) -> list[int]:
        return self._placed()[1]

    def _placed(self) -> tuple[list[int], list[int]]:
        if self._places is None:
            starts = _starts(self.text, self._pieces)
            ends = [start + len(piece) for start, piece in zip(starts, self._pieces, strict=True)]
            if mocked := _mocked(self.text):
                ends = [mocked.get(start, end) for start, end in zip(starts, ends, strict=True)]
            if len(self._pieces) + 2 < len(self.keys):  # a contraction is two tokens in one place
                times = [len(_READ[piece]) for piece in self._pieces]
                starts = [start for start, count in zip(starts, times, strict=True) for _ in range(count)]
                ends = [end for end, count in zip(ends, times, strict=True) for _ in range(count)]
            size = len(self.text)
            self._places = ([0, *starts, size], [0, *ends, size])
        return self._places

    def span(self, first: int, last: int) -> tuple[int, int]:
        """Offsets of tokens `first` to `last` (last excluded), without the marks at both ends."""
        starts, ends = self._placed()
        behind = len(self.keys) - 1
        start, end = starts[first or 1], ends[(last if last < behind else behind) - 1]
        return start, end if end > start else start

    def covering(self, start: int, end: int) -> tuple[int, int]:
        """The tokens (first, last excluded) that touch a stretch of the sentence."""
        starts, ends = self._placed()
        touched = [at for at in range(1, len(self.keys) - 1) if starts[at] < end and start < ends[at]]
        return (touched[0], touched[-1] + 1) if touched else (1, len(self.keys) - 1)


class _Read(dict[str, tuple[Keys, ...]]):
    """A written piece → the tokens it stands for; `uncounted` are the pieces that are no words."""

    def __init__(self) -> None:
        super().__init__()
        self.uncounted: set[str] = set()

    def __missing__(self, piece: str) -> tuple[Keys, ...]:
        if piece.isdecimal():  # seldom met again
            return ((piece, "<number>"),)
        if len(self) >= _MOST_PIECES:
            self.clear()
        match = None if piece.isalpha() else _KIND.match(f" {piece}", 1)
        kind = (match and match.lastgroup) or "word"
        if kind in _UNCOUNTED:
            self.uncounted.add(piece)
        if kind != "word":
            read: tuple[Keys, ...] = (_shape_keys(kind, piece),)
        else:
            read = readings(piece)
            if piece[0].isupper():
                read = (_with_shape(read[0], piece), *read[1:])
        self[piece] = read
        return read


_READ = _Read()


def tokenise(sentence: str) -> Tokens:
    """Words, numbers, shapes and clause breaks of one sentence."""
    pieces = _PIECE.findall(sentence)
    read = list(map(_READ.__getitem__, pieces))
    for at, piece in enumerate(pieces):
        if piece not in _READ.uncounted:
            if piece[0].isupper() and not piece.isupper():
                read[at] = readings(piece)  # as any first word is: that makes no name of it
            break
    if mocked := _mocked(sentence):
        for at, start in enumerate(_starts(sentence, pieces)):
            if start in mocked:
                read[at] = ((*read[at][0], "<mocked>"), *read[at][1:])
    ending = _end_keys(sentence[len(sentence.rstrip(_CLOSERS)) :])
    keys = ((START,), *chain.from_iterable(read), ending)
    return Tokens(sentence, pieces, keys)


def _starts(sentence: str, pieces: list[str]) -> list[int]:
    """Where each piece of a sentence is."""
    if "-" in sentence:  # what stands around it tells whether it is a piece
        return [match.start() for match in _PIECE.finditer(sentence)]
    starts = []
    at = 0
    for piece in pieces:
        at = sentence.index(piece, at)
        starts.append(at)
        at += len(piece)
    return starts


def words(text: str) -> tuple[Keys, ...]:
    """The normalised words of a piece of a phrase (`don't` → do, not)."""
    return tokenise(text).keys[1:-1]


def _mocked(sentence: str) -> dict[int, int]:
    """Where words between such quotation marks start, and where they end, the closing mark included."""
    if '"' not in sentence and "“" not in sentence and " '" not in sentence and " ‘" not in sentence:
        return {}
    return {
        match.start("words") + word.start(): match.start("words")
        + word.end()
        + (word.end() == len(match["words"]))
        for match in _MOCKED.finditer(sentence)
        for word in re.finditer(r"[\w-]+", match["words"])
    }


def _with_shape(reading: Keys, word: str) -> Keys:
    letters = sum(character.isalpha() for character in word)
    if word.isupper() and letters > 2:
        return reading if is_acronym(reading[0]) else (*reading, "<caps>")
    if letters > 1 and word[1:].islower() and reading[0] != "i":
        return (*reading, "<name>")
    return reading


def _shape_keys(kind: str, text: str) -> Keys:
    if kind == "soft":
        return (SOFT,)
    if kind == "hard":
        return (HARD,)
    if kind == "stop":
        return (STOP,)
    if kind == "mask":
        return (_MASK_KEYS[text[0]],)
    plain = normalise(text)
    if kind == "number":
        return (plain, "<number>")
    return (plain, f"<{kind}>")


@lru_cache(maxsize=256)
def _end_keys(ending: str) -> Keys:
    keys = [END]
    keys += [mark for mark in "?!" if mark in ending]
    marks = sum(character in "!?" for character in ending)
    if marks > 2 or (marks == 2 and "!" in ending):
        keys.append("!!")
    return tuple(keys)
