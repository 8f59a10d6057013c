"""Text → regions → sentences → tokens; every offset is one of the text as sent."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from coolhead.segments import regions, sentences
from coolhead.segments.reading import MASKS
from coolhead.segments.regions import Region
from coolhead.segments.tokens import Tokens, tokenise, words

__all__ = ["MASKS", "Region", "Segments", "Sentence", "Tokens", "split", "tokenise", "words"]

_INLINE = frozenset(MASKS)


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of own words; `text` has quotations, links and code masked, its length unchanged."""

    start: int
    text: str

    @property
    def end(self) -> int:
        return self.start + len(self.text)


@dataclass(frozen=True)
class Segments:
    """A text, what in it is not the agent's own, and the sentences that are."""

    text: str
    regions: tuple[Region, ...]
    sentences: tuple[Sentence, ...]


def split(text: str) -> Segments:
    """Find the sentences that may be judged; quoted threads, signatures and code are left out."""
    found = regions.find(text)
    masked = _mask(text, found)
    kept = tuple(
        Sentence(start + offset, masked[start + offset : end + offset])
        for offset, stretch in _own(masked, found)
        for start, end in sentences.split(stretch)
        if masked[start + offset].isalnum() or any(map(str.isalnum, masked[start + offset : end + offset]))
    )
    return Segments(text, found, kept)


def _mask(text: str, found: tuple[Region, ...]) -> str:
    pieces: list[str] = []
    at = 0
    for region in found:
        if region.kind in _INLINE and "\n" not in text[region.start : region.end]:
            end = (
                region.end - 2 if text[region.end - 2] in ".!?" else region.end
            )  # a quotation may end the sentence
            pieces += (text[at : region.start], MASKS[region.kind] * (end - region.start))
            at = end
    return "".join((*pieces, text[at:])) if pieces else text


def _own(masked: str, found: tuple[Region, ...]) -> Iterator[tuple[int, str]]:
    """Stretches between the blocks that are not the agent's own."""
    at = 0
    for region in found:
        if region.kind in _INLINE and masked[region.start] in MASKS.values():
            continue
        yield at, masked[at : region.start]
        at = region.end
    yield at, masked[at:]
