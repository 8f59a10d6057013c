"""A stretch of own words → sentences with their offsets."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

_ABBREVIATION = re.compile(
    r"e\.g|i\.e|[ap]\.m|mrs?|ms|dr|prof|st|vs|approx|incl|excl|dept|ref|tel|ext|inc|ltd|co|corp|jr|sr|fig|cf|al|hrs?|mins?|sec|max"
)
_NUMBERED = re.compile(r"no|nr|art|sec|pp?|vol|v")  # an abbreviation only in front of a digit
# A set of characters comes first, so that the search skips all others.
_BREAK = re.compile(r"""(?P<stop>[.!?…\n](?:(?<!\n)[.!?…]*[)"'”’\]]*|(?<=\n)))(?P<space>\s+|$|(?<=\n))""")
_BLANK_LINES = re.compile(r"(\n[ \t\r]*\n\s*)")
_LAST_WORD = re.compile(r"[\w.'’]+$")
_LIST_ITEM = re.compile(r"(?:[-*•–·]|\d{1,2}[.)]|[a-z][.)])\s")
_WRAP_WIDTH = 45  # a shorter line that ends without a stop was ended on purpose
_LONGEST = 1200  # characters; a longer "sentence" is cut at a space, so that work stays linear


def split(text: str) -> Iterator[tuple[int, int]]:
    """Yield (start, end) of every sentence, white space trimmed, in code points."""
    offset = 0
    for stretch in _BLANK_LINES.split(text):  # paragraphs, and what lies between them
        for start, end in _paragraph(stretch):
            yield offset + start, offset + end
        offset += len(stretch)


@lru_cache(maxsize=1024)
def _paragraph(text: str) -> tuple[tuple[int, int], ...]:
    return tuple(_sentences(text))


def _sentences(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for match in _BREAK.finditer(text):
        if match.start() == start:  # nothing in front of it to end
            start = match.end()
            continue
        if match["stop"] == "\n":
            if _is_soft_wrap(text, start, match):
                continue
            cut = match.start()
        elif _goes_on(text, start, match):
            continue
        else:
            cut = match.end("stop")
        yield from _trimmed(text, start, cut)
        start = match.end()
    yield from _trimmed(text, start, len(text))


def _is_soft_wrap(text: str, start: int, match: re.Match[str]) -> bool:
    """A line break inside a sentence: one newline after a long line, the next line going on in lower case."""
    if match[0].count("\n") > 1 or _LIST_ITEM.match(text, match.end()):
        return False
    line_start = max(text.rfind("\n", 0, match.start()) + 1, start)
    follows = text[match.end() : match.end() + 1]
    return match.start() - line_start >= _WRAP_WIDTH and (follows.islower() or follows.isdigit())


def _goes_on(text: str, start: int, match: re.Match[str]) -> bool:
    """A stop that ends no sentence: an abbreviation, a list number, a quotation in mid-sentence."""
    stop, follows = match["stop"], text[match.end() : match.end() + 1]
    if stop[-1] in '"”’' and follows.islower():
        return True
    if stop != "." or not follows:
        return False
    before = text[max(start, match.start() - 12) : match.start()].lower()
    word = _LAST_WORD.search(before)
    last = word[0] if word else ""
    if last.isdigit() and not text[start : match.start()].strip().removesuffix(last):
        return True
    return "\n" not in match["space"] and _is_abbreviation(last, follows)


def _is_abbreviation(word: str, follows: str) -> bool:
    if _NUMBERED.fullmatch(word):
        return follows.isdigit()
    if word in ("a.m", "p.m", "etc"):
        return follows.islower()
    initial = len(word) == 1 and word.isalpha() and word != "i" and follows.isupper()
    return bool(_ABBREVIATION.fullmatch(word)) or initial


def _trimmed(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    while end - start > _LONGEST:
        cut = text.rfind(" ", start, start + _LONGEST)
        cut = cut if cut > start else start + _LONGEST
        yield start, cut
        start = cut
    if start < end:
        yield start, end
