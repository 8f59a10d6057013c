"""What the agent wrote earlier in the conversation, written once more."""

from __future__ import annotations

from collections.abc import Iterator

from coolhead.matching import context
from coolhead.matching.engine import Engine, Hit, Reading, SentenceHits
from coolhead.matching.exchange import Exchange
from coolhead.matching.placing import stands

_A_SENTENCE = 6  # words; shorter ones are alike by chance


def whole_sentences(engine: Engine, draft: Reading, exchange: Exchange) -> Iterator[tuple[int, Hit]]:
    """Every sentence as a hit of each rule that asks for repetition and names no phrases."""
    for compiled in engine.repetitions if exchange.agent else ():
        for index, sentence in enumerate(draft.sentences):
            hit = Hit(compiled, 1, len(sentence.tokens.keys) - 1, weak=False)
            if (
                sentence.tokens.words >= _A_SENTENCE
                and context.holds_in_sentence(compiled, hit.first, hit.last, sentence.found)
                and stands(hit, index, draft)
            ):
                yield index, hit


def is_repeated(sentence: SentenceHits, hit: Hit, exchange: Exchange, share: float) -> bool:
    """Whether one sentence of an earlier turn of the agent holds this share of the hit's words."""
    words = _words(sentence, hit.first, hit.last)
    return any(
        len(words & _words(earlier, 1, len(earlier.tokens.keys) - 1)) >= share * len(words)
        for reading in exchange.agent
        for earlier in reading.sentences
    )


def _words(sentence: SentenceHits, first: int, last: int) -> frozenset[str]:
    return frozenset(keys[0] for keys in sentence.tokens.keys[first:last] if keys[0][:1].isalnum())
