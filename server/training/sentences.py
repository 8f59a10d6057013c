"""Cuts a draft into sentences, with offsets."""

import re

_END = re.compile(r"[.!?]+[\"')\]]*(?:\s+|$)|\n+")


def cut(text: str) -> list[tuple[int, int]]:
    """Start and end of every sentence, white space left out."""
    marks = [0, *(match.end() for match in _END.finditer(text)), len(text)]
    found = []
    for start, end in zip(marks, marks[1:], strict=False):
        piece = text[start:end]
        if any(letter.isalnum() for letter in piece):
            found.append((start + len(piece) - len(piece.lstrip()), start + len(piece.rstrip())))
    return found
