"""Sentence → pieces: what can be read by itself, nearly always what stands between two spaces."""

from __future__ import annotations

import re
from collections.abc import Iterator

from coolhead.segments.reading import BEGIN, FINISH, MOCKED, TOKEN, counted

_CLOSERS = ".!?…\"'”’)] \t\r\n"
# What belongs together across a space: 5 pm, 20 euros, $ 5. Most texts are ASCII, and searched sooner so.
_UNIT = r"(?:[.,]*+ (?i:[ap]\.?m\b|o['’]?clock|hrs?\b|(?:usd|eur|gbp|dollars|euros|pounds)\b|[$£€¥₹])| \d)"
_ACROSS = re.compile(rf"[\d$£€¥₹]{_UNIT}")
_ACROSS_IN_ASCII = re.compile(rf"[0-9$]{_UNIT}")
# A lower-case word or two held at arm's length: your "problem", this 'damage'.
_HELD_OFF = re.compile(r"(?<!\w)[\"“'‘](?P<words>[a-z][\w-]*(?: [\w-]+)?)[\"”'’](?!\w)")


def cut(sentence: str) -> list[str]:
    """The pieces of a sentence as they are to be read, a mark at both ends included."""
    if _is_plain(sentence):
        pieces = sentence.split(" ")
        pieces[0] = _uncapitalised(pieces[0])
    else:
        pieces = _woven(sentence)
    return [BEGIN, *pieces, FINISH + sentence[len(sentence.rstrip(_CLOSERS)) :]]


def place(sentence: str) -> Iterator[tuple[int, str]]:
    """Where each piece stands, the marks left out, and as what it is written."""
    at = 0
    if _is_plain(sentence):
        for piece in sentence.split(" "):
            yield at, piece
            at += len(piece) + 1
    else:
        for match in TOKEN.finditer(sentence):
            yield match.start(), match[1]


def held_off(sentence: str) -> dict[int, int]:
    """Where words between such quotation marks start, and where they end, the closing mark included."""
    if '"' not in sentence and "“" not in sentence and " '" not in sentence and " ‘" not in sentence:
        return {}
    return {
        match.start("words") + word.start(): match.start("words")
        + word.end()
        + (word.end() == len(match["words"]))
        for match in _HELD_OFF.finditer(sentence)
        for word in re.finditer(r"[\w-]+", match["words"])
    }


def _is_plain(sentence: str) -> bool:
    """Whether every piece between two spaces can be read by itself."""
    if " -" in sentence or "- " in sentence or '"' in sentence or " '" in sentence:
        return False
    if not sentence[:1].isalnum():
        return False
    if sentence.isascii():
        return _ACROSS_IN_ASCII.search(sentence) is None
    return "“" not in sentence and " ‘" not in sentence and _ACROSS.search(sentence) is None


def _woven(sentence: str) -> list[str]:
    pieces: list[str] = TOKEN.findall(sentence)
    for at, piece in enumerate(pieces):
        if counted[piece]:
            pieces[at] = _uncapitalised(piece)
            break
    if mocked := held_off(sentence):
        for at, (start, _) in enumerate(place(sentence)):
            if start in mocked:
                pieces[at] += MOCKED
    return pieces


def _uncapitalised(piece: str) -> str:
    """As any first word is written: that makes no name of it."""
    if piece[:1].isupper() and not piece[1:2].isupper():
        return piece[0].lower() + piece[1:]
    return piece
