"""TextBlob's polarity and subjectivity: a gauge, never a verdict ("I am very sorry" is below zero)."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from textblob.en import Sentiment, sentiment

from coolhead.matching import Reading, SentenceHits

_BEFORE, _BEHIND = 4, 3  # how far from a word it knows TextBlob looks for a "not"


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
    """One sentence; words go in as tokens, which spares TextBlob its tokeniser, and only those it needs."""
    scale, lexicon = _scale()
    tokens = sentence.tokens.keys
    known = [at for at, keys in enumerate(tokens) if keys[0] in lexicon]
    if not known:
        return _NEUTRAL
    near = tokens[max(1, known[0] - _BEFORE) : min(known[-1] + 1 + _BEHIND, len(tokens) - 1)]
    return Tone(*scale([keys[0] if keys[0] in lexicon else _plain(keys[0]) for keys in near]))


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


@lru_cache(maxsize=1)
def _scale() -> tuple[_Scale, frozenset[str]]:
    """The scale, and the words that it has a value for; all others are neutral to it."""
    kept = ("negations", "modifiers", "modifier", "tokenizer")
    scale = _Scale(sentiment.path, sentiment.language, **{name: getattr(sentiment, name) for name in kept})
    scale.load()
    return scale, frozenset(dict.keys(scale))
