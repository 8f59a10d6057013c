"""Hits in their place: what the rest of the draft lets stand, and where in the text it lies."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from coolhead.matching import context
from coolhead.matching.engine import Hit, Reading


@dataclass(frozen=True, slots=True)
class Heard:
    """A fault or virtue the sentence model hears: offsets in code points of the sentence, a probability."""

    kind: str
    sentence: int
    start: int
    end: int
    confidence: float


def placed(draft: Reading, role: str) -> Iterator[tuple[int, Hit]]:
    """The hits of one role that survive what their neighbours say, with their sentence's index."""
    for index, sentence in enumerate(draft.sentences):
        for hit in sentence.hits:
            if hit.compiled.role == role and stands(hit, index, draft):
                yield index, hit


def stands(hit: Hit, index: int, draft: Reading) -> bool:
    """Whether a hit survives what the rest of the draft and the sentences around it say."""
    compiled = hit.compiled
    if draft.holds(compiled.except_draft):
        return False
    if not compiled.neighbourly:
        return True
    return context.holds_among(compiled, index, hit.first, hit.last, draft.sentences) and context.is_beside(
        compiled.beside, index, draft.sentences
    )


def span(draft: Reading, index: int, hit: Hit) -> tuple[int, int]:
    """Where a hit lies in the text."""
    start, end = draft.sentences[index].tokens.span(hit.first, hit.last)
    offset = draft.segments.sentences[index].start
    return offset + start, offset + end


def is_opening(index: int, draft: Reading) -> bool:
    """Whether a sentence lies in the first third of the draft."""
    return index * 3 < len(draft.sentences)
