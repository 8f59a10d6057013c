"""Offsets in code points → offsets in the units a client counts."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import Literal

Encoding = Literal["utf-8", "utf-16", "utf-32"]

_WIDE = {"utf-8": re.compile(r"[^\x00-\x7f]"), "utf-16": re.compile(r"[\U00010000-\U0010ffff]")}


class Units:
    """Counts the units of one text; built in one pass over it, and for most texts finds nothing to count."""

    def __init__(self, text: str, encoding: Encoding) -> None:
        self._wide: list[int] = []
        self._extra = [0]
        if encoding == "utf-32" or text.isascii():
            return
        for match in _WIDE[encoding].finditer(text):
            self._wide.append(match.start())
            more = 1 if encoding == "utf-16" else len(match[0].encode()) - 1
            self._extra.append(self._extra[-1] + more)

    def offset(self, point: int) -> int:
        """The offset of a code point, in units."""
        return point + self._extra[bisect_left(self._wide, point)] if self._wide else point

    def length(self, start: int, end: int) -> int:
        """The length of a span of code points, in units."""
        return self.offset(end) - self.offset(start)
