"""A written word → its possible readings: case, accents, apostrophes and contractions."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

Keys = tuple[str, ...]

JOINERS = "\u0300-\u036f\u200b-\u200d\u2060\ufeff\u00ad"  # combining accents, zero-width
APOSTROPHES = "'’‘ʼ＇´`"


def normalise(text: str) -> str:
    """Case-folded, composed, without zero-width characters, apostrophes straight."""
    if text.isascii():
        return text.lower()
    folded = unicodedata.normalize("NFKC", text).casefold()
    folded = unicodedata.normalize("NFC", folded)
    return _ZERO_WIDTH.sub("", folded).translate(_STRAIGHT)


_ZERO_WIDTH = re.compile("[\u0307\u200b-\u200d\u2060\ufeff\u00ad]")
_STRAIGHT = str.maketrans(dict.fromkeys(APOSTROPHES, "'"))

_IRREGULAR: dict[str, tuple[Keys, ...]] = {
    "can't": (("can",), ("not",)),
    "cant": (("can",), ("not",)),
    "cannot": (("can",), ("not",)),
    "won't": (("will",), ("not",)),
    "wont": (("will",), ("not",)),
    "shan't": (("shall",), ("not",)),
    "ain't": (("is", "are", "am"), ("not",)),
    "aint": (("is", "are", "am"), ("not",)),
    "let's": (("let",), ("us",)),
    "gonna": (("going",), ("to",)),
    "wanna": (("want",), ("to",)),
    "gotta": (("got",), ("to",)),
    "y'all": (("you",), ("all",)),
    "noon": (("noon", "<clock>"),),
    "midday": (("midday", "<clock>"),),
    "midnight": (("midnight", "<clock>"),),
    "u": (("u", "you"),),
    "ur": (("ur", "your"),),
    "pls": (("pls", "please"),),
    "plz": (("plz", "please"),),
    "thx": (("thx", "thanks"),),
}
_ENDINGS: dict[str, Keys] = {
    "'re": ("are",),
    "'ve": ("have",),
    "'ll": ("will",),
    "'m": ("am",),
    "'s": ("'s", "is", "has"),
    "'d": ("'d", "had", "would"),
}
_NO_APOSTROPHE = re.compile(
    r"(do|does|did|is|are|was|were|have|has|had|could|should|would|must|need)(nt)"
    r"|(you|they|we|i|should|could|would|must|might)(ve)|(you|they)(re)|(you|they|it|that)(ll)"
    r"|(that|there|here|what)(s)|(i)(m)"
)
_ACRONYM = re.compile(
    r"""(?:a(?:pi|sap|tm|m)|b(?:bb|bc|st)|c(?:eo|et|fo|hf|ss|sv|to)|d(?:hl|iy|ns|pd)|e(?:st|ta|ur?)|f(?:aqs?|ca|edex|tc|yi)|g(?:bp|dpr|mt|ps)
    |h(?:dmi|mrc|tml|ttps?)|i(?:ban|bm|d|mei|os|p|sp|tv)|jpg|kyc|l(?:an|ed|te)|mac|n(?:asa|hs)|o(?:k|tp)|p(?:cr|df|hp|in|m|ng|os|sn|st)
    |r(?:am|ma|oi)|s(?:dk|im|ku|la|ms|ql|sd|sl)|t(?:ls|v)|u(?:k|ps|rls?|sa?|sb|sd|sps|tc)|v(?:at|ip|pn)|wifi|xbox|xml)""",
    re.VERBOSE,
)


def is_acronym(plain: str) -> bool:
    """Whether capitals are how a word is written anyway, not a raised voice."""
    return _ACRONYM.fullmatch(plain) is not None


@lru_cache(maxsize=32768)
def readings(word: str) -> tuple[Keys, ...]:
    """A written word → one or more tokens, each with its possible readings."""
    plain = normalise(word)
    if plain in _IRREGULAR:
        return _IRREGULAR[plain]
    if joined := _NO_APOSTROPHE.fullmatch(plain):
        stem, ending = (part for part in joined.groups() if part)
        plain = f"{stem}n't" if ending == "nt" else f"{stem}'{ending}"
    if "'" not in plain:
        return ((plain,),)
    if plain.endswith("n't"):
        return (plain[:-3],), ("not",)
    for ending, read in _ENDINGS.items():
        if plain.endswith(ending) and len(plain) > len(ending):
            return *readings(plain[: -len(ending)]), read
    return ((plain.replace("'", ""),),) if plain.endswith("'") else ((plain,),)
