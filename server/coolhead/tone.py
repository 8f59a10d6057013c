"""TextBlob's polarity and subjectivity: a gauge, never a verdict ("I am very sorry" is below zero)."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from textblob.en import sentiment

from coolhead.matching import Reading, SentenceHits

_BEFORE, _BEHIND = 4, 3  # how far from a word it knows TextBlob looks for a "not"


@dataclass(frozen=True, slots=True)
class Tone:
    """Polarity −1…1 and subjectivity 0…1."""

    polarity: float = 0.0
    subjectivity: float = 0.0


def gauge(draft: Reading) -> Tone:
    """The mean over the draft's sentences, longer ones weighing more."""
    measured = [(of_sentence(sentence), sentence.tokens.words) for sentence in draft.sentences]
    total = sum(words for _, words in measured)
    if not total:
        return Tone()
    return Tone(
        round(sum(tone.polarity * words for tone, words in measured) / total, 3),
        round(sum(tone.subjectivity * words for tone, words in measured) / total, 3),
    )


@lru_cache(maxsize=1024)
def of_sentence(sentence: SentenceHits) -> Tone:
    """One sentence; words go in as tokens, which spares TextBlob its tokeniser, and only those it needs."""
    lexicon = _lexicon()
    words = [keys[0] for keys in sentence.tokens.keys[1:-1]]
    known = [at for at, word in enumerate(words) if word in lexicon]
    if not known:
        return Tone()
    near = words[max(0, known[0] - _BEFORE) : known[-1] + 1 + _BEHIND]
    polarity, subjectivity = sentiment([word if word in lexicon else _plain(word) for word in near])
    return Tone(polarity, subjectivity)


def _plain(word: str) -> str:
    """The word, or letters that TextBlob treats alike: it takes long to tell a number from an emoticon."""
    if word.isalpha():
        return word
    bare = word.strip("'")
    return bare if bare.isalpha() else "xxx"[: len(word)]


@lru_cache(maxsize=1)
def _lexicon() -> frozenset[str]:
    """The words TextBlob has a value for; all others are neutral to it."""
    sentiment.load()
    return frozenset(dict.keys(sentiment))
