"""Sentence → tokens: normalised words with the offsets of the original."""

from __future__ import annotations

import re
from dataclasses import dataclass

from coolhead.segments.words import APOSTROPHES, JOINERS, Keys, is_acronym, normalise, readings

# One private-use character a kind stands in for text that is not the agent's own wording (see regions.py).
MASKS = {"quoted": "\ue000", "code": "\ue001", "url": "\ue002", "placeholder": "\ue003"}
_MASK_KEYS = {mark: f"<{kind}>" for kind, mark in MASKS.items()}

SOFT = ","  # skipped freely by phrases
HARD = "–"  # stands for – ( ) …: phrases go on across it, gaps do not
STOP = ";"  # stands for ; and :, which no phrase crosses
START, END = "^", "$"
_UNCOUNTED = frozenset({"soft", "hard", "stop", "emoji"})

_TOKEN = re.compile(
    rf"""
    (?P<word>[^\W\d_][\w{JOINERS}]*(?:[{APOSTROPHES}][^\W\d_][\w{JOINERS}]*)*)[ ]?
    |(?P<clock>\d{{1,2}}(?:[:.h]\d{{2}})?\s?(?:[ap]\.?m\b\.?|o['’]?clock|hrs?\b)|\d{{1,2}}[:h]\d{{2}}\b)
    |(?P<money>[$£€¥₹]\s?\d[\d,.]*k?|\d[\d,.]*\s?(?:[$£€¥₹]|(?:USD|EUR|GBP|dollars|euros|pounds)\b))
    |(?P<date>\d{{1,2}}[/.]\d{{1,2}}[/.]\d{{2,4}}\b|\d{{4}}-\d{{2}}-\d{{2}}\b|\d{{1,2}}(?:st|nd|rd|th)\b)
    |(?P<number>\d+(?:[.,]\d+)*%?)
    |(?P<soft>,)[ ]?
    |(?P<mask>[\ue000-\ue003]+)
    |(?P<stop>[;:\n])
    |(?P<hard>[()\[\]–—]|(?<=\s)-\s|\.{{2,}}|…)
    |(?P<emoji>[\u2600-\u27bf\U0001f300-\U0001faff][\ufe0f\u200d\U0001f3fb-\U0001f3ff]*)
    """,
    re.VERBOSE | re.IGNORECASE,
)
_KINDS = ("", *_TOKEN.groupindex)  # by number of the group; no group lies in another
_CLOSERS = ".!?…\"'”’)] \t\r\n"


@dataclass(frozen=True, slots=True)
class Tokens:
    """Parallel tuples, a mark at both ends included; offsets in code points of the sentence."""

    keys: tuple[Keys, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    words: int

    def span(self, first: int, last: int) -> tuple[int, int]:
        """Offsets of tokens `first` to `last` (last excluded), without the marks at both ends."""
        first, last = max(first, 1), min(last, len(self.keys) - 1)
        return self.starts[first], max(self.ends[last - 1], self.starts[first])

    def covering(self, start: int, end: int) -> tuple[int, int]:
        """The tokens (first, last excluded) that touch a stretch of the sentence."""
        touched = [
            at for at in range(1, len(self.keys) - 1) if self.starts[at] < end and start < self.ends[at]
        ]
        return (touched[0], touched[-1] + 1) if touched else (1, len(self.keys) - 1)


def tokenise(sentence: str) -> Tokens:
    """Words, numbers, shapes and clause breaks of one sentence."""
    keys: list[Keys] = [(START,)]
    starts, ends = [0], [0]
    counted = 0
    for match in _TOKEN.finditer(sentence):
        number = match.lastindex or 1
        written, kind = match[number], _KINDS[number]
        if kind == "word":
            read = readings(written)
            counted += 1
            if written[0].isupper() and (counted > 1 or written.isupper()):
                read = (_with_shape(read[0], written), *read[1:])
        else:
            read = (_shape_keys(kind, written),)
            counted += kind not in _UNCOUNTED
        start, end = match.span(number)
        for token in read:
            keys.append(token)
            starts.append(start)
            ends.append(end)
    keys.append(_end_keys(sentence[len(sentence.rstrip(_CLOSERS)) :]))
    starts.append(len(sentence))
    ends.append(len(sentence))
    return Tokens(tuple(keys), tuple(starts), tuple(ends), counted)


def words(text: str) -> tuple[Keys, ...]:
    """The normalised words of a piece of a phrase (`don't` → do, not)."""
    return tokenise(text).keys[1:-1]


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
