"""TextBlob's polarity and subjectivity: a gauge, never a verdict ("I am very sorry" is below zero)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from textblob.en import sentiment

from coolhead.segments import tokenise


@dataclass(frozen=True, slots=True)
class Tone:
    """Polarity −1…1 and subjectivity 0…1."""

    polarity: float = 0.0
    subjectivity: float = 0.0


def gauge(sentences: Iterable[str]) -> Tone:
    """The mean over the sentences, longer ones weighing more."""
    measured = [(of_sentence(sentence), len(sentence)) for sentence in sentences]
    total = sum(length for _, length in measured)
    if not total:
        return Tone()
    return Tone(
        round(sum(tone.polarity * length for tone, length in measured) / total, 3),
        round(sum(tone.subjectivity * length for tone, length in measured) / total, 3),
    )


@lru_cache(maxsize=4096)
def of_sentence(sentence: str) -> Tone:
    """One sentence; words go in as tokens, which spares TextBlob its own tokeniser."""
    tokens = tokenise(sentence)
    words = [
        sentence[start:end].lower()
        for start, end in sorted(set(zip(tokens.starts, tokens.ends, strict=True)))
        if end > start
    ]
    polarity, subjectivity = sentiment(words)
    return Tone(polarity, subjectivity)
