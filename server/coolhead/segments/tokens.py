"""Sentence → tokens: normalised words with the offsets of the original."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

# One private-use character a kind stands in for text that is not the agent's own wording (see regions.py).
MASKS = {"quoted": "\ue000", "code": "\ue001", "url": "\ue002", "placeholder": "\ue003"}
_MASK_KEYS = {mark: f"<{kind}>" for kind, mark in MASKS.items()}

SOFT = ","  # skipped freely by phrases
HARD = ";"  # stands for ; : – ( ) …: a gap never crosses it
START, END = "^", "$"

Keys = tuple[str, ...]

_JOINERS = "\u0300-\u036f\u200b-\u200d\u2060\ufeff\u00ad"
_APOSTROPHES = "'’‘ʼ＇´`"
_TOKEN = re.compile(
    rf"""
    (?P<word>[^\W\d_][\w{_JOINERS}]*(?:[{_APOSTROPHES}][^\W\d_][\w{_JOINERS}]*)*)
    |(?P<clock>\d{{1,2}}(?:[:.h]\d{{2}})?\s?(?:[ap]\.?m\b\.?|o['’]?clock|uhr\b|hrs?\b)|\d{{1,2}}:\d{{2}}|\d{{1,2}}h\d{{2}}\b)
    |(?P<money>[$£€¥₹]\s?\d[\d,.]*k?|\d[\d,.]*\s?(?:[$£€¥₹]|(?:USD|EUR|GBP|CHF|dollars|euros|pounds|quid)\b))
    |(?P<date>\d{{1,2}}[/.]\d{{1,2}}[/.]\d{{2,4}}\b|\d{{4}}-\d{{2}}-\d{{2}}\b|\d{{1,2}}(?:st|nd|rd|th)\b)
    |(?P<number>\d+(?:[.,]\d+)*%?)
    |(?P<soft>,)
    |(?P<mask>[\ue000-\ue003]+)
    |(?P<hard>[;:()\[\]–—\n]|\s-\s|\.{{2,}}|…)
    |(?P<emoji>[\u2600-\u27bf\U0001f300-\U0001faff][\ufe0f\u200d\U0001f3fb-\U0001f3ff]*|[:;]-?[)(DP](?!\w))
    """,
    re.VERBOSE | re.IGNORECASE,
)
_ENDING = re.compile(r"[.!?…\s\"'”’)\]]*$")

ACRONYMS = frozenset(
    "api asap atm bbb bbc ceo cfo cto csv css dhl diy dns dpd eta eu faq fca fedex ftc fyi gdpr gmt gps hdmi hmrc html http https iban ibm icloud "
    "id imei ios ip isp itv jpg kyc lan led lte mac nasa nhs ok otp pdf php pin png pos ppi psn ram rma roi sdk sim sku sla sms sql ssd ssl "
    "tls tsa ttl tv uk ups url urls usa usb usd usps utc vat vip vpn wifi xbox xml eur gbp chf est pst cet bst pm am pcr pls rip tbc tbd".split()
)


@dataclass(frozen=True, slots=True)
class Tokens:
    """Parallel tuples, a start and an end mark included; offsets are relative to the sentence, in code points."""

    keys: tuple[Keys, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    words: int

    def span(self, first: int, last: int) -> tuple[int, int]:
        """Offsets of tokens `first` to `last` (last excluded), without the marks at both ends."""
        first, last = max(first, 1), min(last, len(self.keys) - 1)
        return self.starts[first], max(self.ends[last - 1], self.starts[first])


def tokenise(sentence: str) -> Tokens:
    """Words, numbers, shapes and clause breaks of one sentence."""
    keys: list[Keys] = [(START,)]
    starts, ends = [0], [0]
    words = 0
    for match in _TOKEN.finditer(sentence):
        kind = match.lastgroup or "word"
        start, end = match.span()
        if kind == "word":
            readings = word_readings(match[0])
            if readings[0][0] and words and match[0][0].isupper():
                readings = (_with_shape(readings[0], match[0]), *readings[1:])
            elif len(match[0]) > 2 and match[0].isupper():
                readings = (_with_shape(readings[0], match[0]), *readings[1:])
            words += 1
            for reading in readings:
                keys.append(reading)
                starts.append(start)
                ends.append(end)
            continue
        keys.append(_shape_keys(kind, match[0]))
        starts.append(start)
        ends.append(end)
        words += kind not in ("soft", "hard", "emoji")
    ending = _ENDING.search(sentence)
    keys.append(_end_keys(ending[0] if ending else ""))
    starts.append(len(sentence))
    ends.append(len(sentence))
    return Tokens(tuple(keys), tuple(starts), tuple(ends), words)


def words(text: str) -> tuple[Keys, ...]:
    """The normalised words of a piece of a phrase (`don't` → do, not)."""
    return tokenise(text).keys[1:-1]


def _with_shape(reading: Keys, word: str) -> Keys:
    letters = sum(character.isalpha() for character in word)
    if word.isupper() and letters > 2:
        return reading if reading[0] in ACRONYMS else (*reading, "<caps>")
    if letters > 1 and word[1:].islower() and reading[0] != "i":
        return (*reading, "<name>")
    return reading


def _shape_keys(kind: str, text: str) -> Keys:
    if kind == "soft":
        return (SOFT,)
    if kind == "hard":
        return (HARD,)
    if kind == "mask":
        return (_MASK_KEYS[text[0]],)
    plain = normalise(text)
    if kind == "number":
        return (plain, "<number>")
    return (plain, f"<{kind}>")


def _end_keys(ending: str) -> Keys:
    keys = [END]
    keys += [mark for mark in "?!" if mark in ending]
    marks = sum(character in "!?" for character in ending)
    if marks > 2 or (marks == 2 and "!" in ending):
        keys.append("!!")
    return tuple(keys)


def normalise(text: str) -> str:
    """Case-folded, composed, without zero-width characters, apostrophes straight."""
    if text.isascii():
        return text.lower()
    folded = unicodedata.normalize("NFKC", text).casefold()
    folded = unicodedata.normalize("NFC", folded)
    return _ZERO_WIDTH.sub("", folded).translate(_STRAIGHT)


_ZERO_WIDTH = re.compile("[\u0307\u200b-\u200d\u2060\ufeff\u00ad]")
_STRAIGHT = str.maketrans(dict.fromkeys(_APOSTROPHES, "'"))

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
_ENDINGS: dict[str, Keys] = {"'re": ("are",), "'ve": ("have",), "'ll": ("will",), "'m": ("am",), "'s": ("'s", "is", "has"), "'d": ("'d", "had", "would")}
_NO_APOSTROPHE = {
    **{f"{verb}nt": f"{verb}n't" for verb in "do does did is are was were have has had could should would must need".split()},
    **{f"{word}re": f"{word}'re" for word in ("you", "they")},
    **{f"{word}ve": f"{word}'ve" for word in "you they we i should could would must might".split()},
    **{f"{word}ll": f"{word}'ll" for word in ("you", "they", "it", "that")},
    **{f"{word}s": f"{word}'s" for word in ("that", "there", "here", "what")},
    "im": "i'm",
}


@lru_cache(maxsize=32768)
def word_readings(word: str) -> tuple[Keys, ...]:
    """A written word → one or more tokens, each with its possible readings."""
    plain = normalise(word)
    if plain in _IRREGULAR:
        return _IRREGULAR[plain]
    plain = _NO_APOSTROPHE.get(plain, plain)
    if "'" not in plain:
        return ((plain,),)
    if plain.endswith("n't"):
        return (plain[:-3],), ("not",)
    for ending, readings in _ENDINGS.items():
        if plain.endswith(ending) and len(plain) > len(ending):
            return *word_readings(plain[: -len(ending)]), readings
    return ((plain.replace("'", ""),),) if plain.endswith("'") else ((plain,),)
