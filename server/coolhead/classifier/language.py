"""Cheap tests whether a sentence or a draft is English, so that no other language is judged."""

import re
from collections.abc import Iterable

_WORD = re.compile(r"[^\W\d_]+")
SHORTEST = 4
FUNCTION_WORDS = frozenset(
    """a about after all also am an and any are as at back be because been before but by can could
    did do does done down for from get go got had has have he her here him his how i if in into is
    it its just let like me my need no not now of off ok on one only or other our out over please
    re see she should so some sorry thank thanks that the their them then there these they this
    those to too until up us was we were what when where which while who why will with would yes
    you your""".split()  # noqa: SIM905 a list of quoted words is harder to read
)
# What other languages write too: `will` and `so` in German, `no` and `me` in Spanish, `is` in Dutch.
_SHARED = "a|also|am|an|as|but|do|had|has|he|her|his|i|in|is|me|no|of|off|on|or|over|so|us|was|we|will"
_ENGLISH_ALONE = FUNCTION_WORDS.difference(_SHARED.split("|"))
ENOUGH_TO_TELL = 12  # words; a shorter draft is taken to be English


def is_english(sentence: str) -> bool:
    """False for four words or more without a single English function word."""
    words = _WORD.findall(sentence.lower())
    return len(words) < SHORTEST or not FUNCTION_WORDS.isdisjoint(words)


def is_english_draft(count: int, words: Iterable[str]) -> bool:
    """False for a draft of twelve words (`count`) or more without a word that is English alone."""
    return count < ENOUGH_TO_TELL or not _ENGLISH_ALONE.isdisjoint(words)
