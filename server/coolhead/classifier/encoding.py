"""Turns one text into the token ids the model reads: a sentence alone, or a customer's message."""

import re
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path

from tokenizers import Tokenizer

# Quotations and links come masked by private-use characters (coolhead.segments).
_MASKED = re.compile(r"[\ue000-\uf8ff]+")
LONGEST_TEXT = 2000
CLS, SEP = 101, 102
CUSTOMER = 3  # stands first in a customer's message
SENTENCE_TOKENS, CUSTOMER_TOKENS = 56, 64


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

    def sentence(self, text: str) -> list[int]:
        """Token ids of a sentence; its end is cut off where it is very long."""
        return [CLS, *self._tokens(text)[:SENTENCE_TOKENS], SEP]

    def customer(self, text: str) -> list[int]:
        """Token ids of a customer's message: both ends of a long one."""
        return [CLS, CUSTOMER, *_both_ends(self._tokens(text), CUSTOMER_TOKENS // 2), SEP]

    def place(self, text: str, start: int, end: int) -> slice:
        """Where in `sentence(text)` the ids of a part stand; the part begins and ends between words."""
        return slice(
            1 + min(len(self._tokens(text[:start])), SENTENCE_TOKENS),
            1 + min(len(self._tokens(text[:end])), SENTENCE_TOKENS),
        )


def _both_ends(tokens: Sequence[int], half: int) -> Sequence[int]:
    return tokens if len(tokens) <= 2 * half else [*tokens[:half], *tokens[-half:]]
