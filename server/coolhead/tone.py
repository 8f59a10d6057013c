"""TextBlob's polarity and subjectivity: a gauge, never a verdict ("I am very sorry" is below zero)."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from textblob.en import Sentiment, sentiment

from coolhead.matching import Reading, SentenceHits

_LONG_ENOUGH = 3  # letters


class Tone(NamedTuple):
    """Polarity −1…1 and subjectivity 0…1."""

    polarity: float = 0.0
    subjectivity: float = 0.0


_NEUTRAL = Tone()


def gauge(draft: Reading) -> Tone:
    """The mean over the draft's sentences, longer ones weighing more."""
    measured = [(of_sentence(sentence), sentence.tokens.words) for sentence in draft.sentences]
    total = sum(words for _, words in measured)
    if not total:
        return _NEUTRAL
    return Tone(
        round(sum(tone.polarity * words for tone, words in measured) / total, 3),
        round(sum(tone.subjectivity * words for tone, words in measured) / total, 3),
    )


@lru_cache(maxsize=1024)
def of_sentence(sentence: SentenceHits) -> Tone:
    """One sentence; words go in as tokens, which spares TextBlob its tokeniser, and only those it needs.

    Of the words it does not know, it looks at those behind one it does until one is long enough to end the
    reach of a "not" or a "very".
    """
    scale, telling = _scale()
    words = [keys[0] for keys in sentence.tokens.keys[1:-1]]
    if telling.isdisjoint(words):
        return _NEUTRAL
    needed = []
    is_settled = True
    for word in words:
        if word in telling:
            needed.append(word)
            is_settled = False
        elif not is_settled:
            needed.append(_plain(word))
            is_settled = len(needed[-1]) >= _LONG_ENOUGH
    return scale.mean(needed)


def _plain(word: str) -> str:
    """The word, or letters that TextBlob treats alike: it takes long to tell a number from an emoticon."""
    if word.isalpha():
        return word
    bare = word.strip("'")
    return bare if bare.isalpha() else "xxx"[: len(word)]


class _Scale(Sentiment):  # type: ignore[misc]  # TextBlob has no types
    """TextBlob's scale, once loaded, asked as the dictionary it is: half the time."""

    __contains__ = dict.__contains__
    __getitem__ = dict.__getitem__

    def mean(self, words: Iterable[str]) -> Tone:
        """The mean of what TextBlob finds in a list of words, as its own call gives it."""
        found = self.assessments([(word, None) for word in words])
        total = len(found) or 1
        return Tone(sum([one[1] for one in found]) / total, sum([one[2] for one in found]) / total)


@lru_cache(maxsize=1)
def _scale() -> tuple[_Scale, frozenset[str]]:
    """The scale, and the words that it has a value for, or turns a value by; all others are neutral to it."""
    kept = ("negations", "modifiers", "modifier", "tokenizer")
    scale = _Scale(sentiment.path, sentiment.language, **{name: getattr(sentiment, name) for name in kept})
    scale.load()
    return scale, frozenset({*dict.keys(scale), *scale.negations})
