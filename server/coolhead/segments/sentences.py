"""A stretch of own words → sentences with their offsets."""

from __future__ import annotations

import re
from collections.abc import Iterator

_ABBREVIATIONS = frozenset(
    "e.g i.e mr mrs ms dr prof st vs approx incl excl dept ref tel ext inc ltd co corp jr sr fig cf al hr hrs min mins sec max a.m p.m".split()
)
_NUMBERED = frozenset({"no", "nr", "art", "sec", "p", "pp", "vol", "v"})  # an abbreviation only in front of a digit
_BREAK = re.compile(r"""(?P<stop>[.!?…]+[)"'”’\]]*)(?P<space>\s+|$)|(?P<line>\s*\n\s*)""")
_LIST_ITEM = re.compile(r"(?:[-*•–·]|\d{1,2}[.)]|[a-z][.)])\s")
_WRAP_WIDTH = 45  # a shorter line that ends without a stop was ended on purpose
_LONGEST = 1200  # characters; a longer "sentence" is cut at a space, so that work stays linear


def split(text: str) -> Iterator[tuple[int, int]]:
    """Yield (start, end) of every sentence, white space trimmed, in code points."""
    start = 0
    for match in _BREAK.finditer(text):
        if match["line"] is not None:
            if _is_soft_wrap(text, start, match):
                continue
            cut = match.start()
        elif _is_abbreviation(text, match):
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


def _is_abbreviation(text: str, match: re.Match[str]) -> bool:
    if not match["stop"].startswith(".") or len(match["stop"]) > 1:
        return False
    word = re.search(r"[\w.]*$", text[max(0, match.start() - 12) : match.start()])
    before = word[0].lower() if word else ""
    follows = text[match.end() : match.end() + 1]
    if before in _NUMBERED:
        return follows.isdigit()
    if "\n" in match["space"] or not follows:
        return False
    if before in ("a.m", "p.m", "etc"):
        return follows.islower()
    return before in _ABBREVIATIONS or (len(before) == 1 and before.isalpha() and before != "i" and follows.isupper())


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
