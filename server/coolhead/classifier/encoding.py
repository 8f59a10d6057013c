"""Turns a sentence and what stands around it into the token ids the model reads."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

from .sentence import SentenceInput

# Quotations and links come masked by private-use characters (coolhead.segments).
_MASKED = re.compile(r"[\ue000-\uf8ff]+")
LONGEST_TEXT = 2000
CLS, SEP = 101, 102
OPENING, LATER = 1, 2
MOOD = 3
# More surroundings measured no better and cost time; what comes after a sentence did not help at all.
SENTENCE_TOKENS, BEFORE_TOKENS = 56, 12
CUSTOMER_HEAD, CUSTOMER_TAIL = 12, 8
MOOD_TOKENS = 96

Ids = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Batch:
    """Padded inputs, shape (rows, longest): token ids, segment (0 sentence, 1 surroundings) and mask."""

    ids: Ids
    segments: Ids
    mask: Ids


class Encoding:
    """The token layout, the same for training and for use."""

    def __init__(self, tokenizer_file: Path) -> None:
        self._tokenizer = Tokenizer.from_file(str(tokenizer_file))
        self._tokenizer.no_truncation()
        self._tokenizer.no_padding()
        self._tokens = lru_cache(maxsize=512)(self._encode)

    def _encode(self, text: str) -> tuple[int, ...]:
        plain = _MASKED.sub("…", text[:LONGEST_TEXT])
        return tuple(self._tokenizer.encode(plain, add_special_tokens=False).ids)

    def tokens(self, text: str) -> tuple[int, ...]:
        """The ids of a text's tokens, nothing around them."""
        return self._tokens(text)

    def sentence(self, item: SentenceInput) -> tuple[list[int], list[int]]:
        """Token ids and segments: the sentence, then the end of the one before and both ends of the
        customer's message, each closed by a separator."""
        own = list(self._tokens(item.text)[:SENTENCE_TOKENS])
        before = list(self._tokens(item.before)[-BEFORE_TOKENS:])
        customer = _both_ends(self._tokens(item.customer), CUSTOMER_HEAD, CUSTOMER_TAIL)
        first = [CLS, OPENING if item.position == 0 else LATER, *own, SEP]
        second = [*before, SEP, *customer, SEP]
        return first + second, [0] * len(first) + [1] * len(second)

    def customer(self, text: str) -> tuple[list[int], list[int]]:
        """Token ids and segments of a customer's message, for the mood head."""
        own = _both_ends(self._tokens(text), MOOD_TOKENS // 2, MOOD_TOKENS // 2)
        ids = [CLS, MOOD, *own, SEP]
        return ids, [0] * len(ids)


def pad(rows: Sequence[tuple[list[int], list[int]]]) -> Batch:
    """One batch of rows of unlike length."""
    longest = max(len(ids) for ids, _ in rows)
    return Batch(
        ids=_table((ids for ids, _ in rows), len(rows), longest),
        segments=_table((segments for _, segments in rows), len(rows), longest),
        mask=_table(([1] * len(ids) for ids, _ in rows), len(rows), longest),
    )


def _table(rows: Iterable[list[int]], count: int, width: int) -> Ids:
    table = np.zeros((count, width), dtype=np.int64)
    for index, row in enumerate(rows):
        table[index, : len(row)] = row
    return table


def _both_ends(tokens: Sequence[int], head: int, tail: int) -> list[int]:
    if len(tokens) <= head + tail:
        return list(tokens)
    return [*tokens[:head], *tokens[-tail:]]
