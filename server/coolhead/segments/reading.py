"""A piece of a sentence → its tokens: words, numbers, shapes and clause breaks, normalised."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TypeVar

from coolhead.segments.words import APOSTROPHES, JOINERS, Keys, is_acronym, normalise, readings

# One private-use character a kind stands in for text that is not the agent's own wording (see regions.py).
MASKS = {"quoted": "\ue000", "code": "\ue001", "url": "\ue002", "placeholder": "\ue003"}
_MASK_KEYS = {mark: f"<{kind}>" for kind, mark in MASKS.items()}

SOFT = ","  # skipped freely by phrases
HARD = "–"  # stands for – ( ) …: phrases go on across it, gaps do not
STOP = ";"  # stands for ; and :, which no phrase crosses
START, END = "^", "$"

# Pieces that nobody can write, since no other begins with a space: both ends of a sentence (behind the second
# stands what closes it). And a mark behind a word held at arm's length.
BEGIN, FINISH, MOCKED = " ^", " $", " ~"

_UNCOUNTED = frozenset({"soft", "hard", "stop", "emoji"})
_KINDS = {
    "word": rf"[^\W\d_][\w{JOINERS}]*(?:[{APOSTROPHES}][^\W\d_][\w{JOINERS}]*)*",
    "clock": r"\d{1,2}(?:[:.h]\d{2})?\s?(?:[ap]\.?m\b\.?|o['’]?clock|hrs?\b)|\d{1,2}[:h]\d{2}\b",
    "money": r"[$£€¥₹]\s?\d[\d,.]*k?|\d[\d,.]*\s?(?:[$£€¥₹]|(?:USD|EUR|GBP|dollars|euros|pounds)\b)",
    "date": r"\d{1,2}[/.]\d{1,2}[/.]\d{2,4}(?!\d)|\d{4}-\d{2}-\d{2}\b|\d{1,2}(?:st|nd|rd|th)\b",
    "number": r"\d+(?:[.,]\d+)*%?",
    "soft": r",",
    "mask": r"[\ue000-\ue003]+",
    "stop": r"[;:\n]",
    "hard": r"[()\[\]–—]|(?<=\s)-\s|\.{2,}|…",
    "emoji": r"[\u2600-\u27bf\U0001f300-\U0001faff][\ufe0f\u200d\U0001f3fb-\U0001f3ff]*",
}
# Nearly every word, and a number in front of a word that cannot be its unit, are found sooner this way.
_PLAIN = r"[a-zA-Z]++(?=[ ,.])|,|\d++(?=[ ](?i:[bcfi-nq-tv-z]))"
TOKEN = re.compile(f"({_PLAIN}|(?=[^\\s.!?]|\\.\\.|\\n)(?i:{'|'.join(_KINDS.values())})) ?")
_KIND = re.compile("|".join(f"(?P<{kind}>{form})" for kind, form in _KINDS.items()), re.IGNORECASE)
_MOST = 10_000  # pieces remembered, 1 to 3 MB
_SHORT, _LONG = 5, 40  # a number longer than the one, or anything longer than the other, is seldom met again
Known = TypeVar("Known")


class Remembered(dict[str, Known]):
    """Piece → what is known of it, worked out when first met. Safe to share between threads."""

    def __init__(self, work: Callable[[str], Known]) -> None:
        super().__init__()
        self._work = work

    def __missing__(self, piece: str) -> Known:
        known = self._work(piece)
        if len(piece) <= (_SHORT if piece[:1].isdecimal() else _LONG):
            if len(self) >= _MOST:
                self.clear()
            self[piece] = known
        return known


def _read(piece: str) -> tuple[Keys, ...]:
    if piece.isdecimal():
        return ((piece, "<number>"),)
    if piece == BEGIN:
        return ((START,),)
    if piece.startswith(FINISH):
        return (_end_keys(piece),)
    if piece.endswith(MOCKED):
        first, *more = _read(piece.removesuffix(MOCKED))
        return ((*first, "<mocked>"), *more)
    return tuple([keys for _, token, kind in _tokens(piece) for keys in _token_keys(token, kind)])


def _counted(piece: str) -> int:
    if piece.startswith((BEGIN, FINISH)):
        return 0
    return sum(kind not in _UNCOUNTED for *_, kind in _tokens(piece))


def _inside(piece: str) -> tuple[tuple[int, int], ...]:
    return tuple(
        [(at, at + len(token)) for at, token, kind in _tokens(piece) for _ in _token_keys(token, kind)]
    )


def number_in(piece: str) -> str:
    """The digits of a piece that is a number, perhaps with a stop or a comma behind it; else nothing."""
    number = piece.rstrip(".,")
    return number if number.isdecimal() and len(piece) - len(number) < 2 else ""


def _tokens(piece: str) -> list[tuple[int, str, str]]:
    """Where the tokens of a piece begin, what is written there, and of which kind it is."""
    if piece.isalpha():
        return [(0, piece, "word")]
    if number := number_in(piece):
        comma = [(len(number), ",", "soft")] if piece[-1] == "," else []
        return [(0, number, "number"), *comma]
    behind_space = _KIND.finditer(f" {piece}", 1)  # else a dash is none
    return [(match.start() - 1, match[0], str(match.lastgroup)) for match in behind_space]


def _token_keys(token: str, kind: str) -> tuple[Keys, ...]:
    if kind != "word":
        return (_shape_keys(kind, token),)
    read = readings(token)
    return (_with_shape(read[0], token), *read[1:]) if token[0].isupper() else read


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


def _end_keys(ending: str) -> Keys:
    keys = [END]
    keys += [mark for mark in "?!" if mark in ending]
    marks = sum(character in "!?" for character in ending)
    if marks > 2 or (marks == 2 and "!" in ending):
        keys.append("!!")
    return tuple(keys)


read = Remembered(_read)  # the tokens of a piece, each with its possible readings
counted = Remembered(_counted)  # how many words a piece counts for
inside = Remembered(_inside)  # where in a piece, as it is written, each of its tokens lies
