"""A one-way fingerprint of a sentence, and whether two sentences say the same in nearly the same words."""

import base64
import re
from collections.abc import Iterable
from functools import lru_cache

BITS = 128
EACH = 3  # one bit for every third number of a wording: all of them would give more words away
NEAR = 25  # bits that may differ: two edits mostly stay below, other sentences lie about 60 apart
_FORM = re.compile(r"([0-9a-f]{4})([A-Za-z0-9+/]{22}==)")


def fingerprint(numbers: Iterable[float], digest: str) -> str:
    """28 characters: four of the model's digest ("sha256:…"), then the signs of 128 numbers."""
    signs = int("".join("1" if number > 0 else "0" for number in numbers), base=2)
    return digest.removeprefix("sha256:")[:4] + base64.b64encode(signs.to_bytes(BITS // 8)).decode()


def alike(one: str, other: str) -> bool:
    """Whether two fingerprints of the same model differ in few bits; False for anything else."""
    mine, theirs = _bits(one), _bits(other)
    if mine is None or theirs is None or one[:4] != other[:4]:
        return False
    return (mine ^ theirs).bit_count() <= NEAR


@lru_cache(maxsize=1024)
def _bits(mark: str) -> int | None:
    """The bits of a fingerprint; None for what is none. Remembered, as many are asked about many times."""
    form = _FORM.fullmatch(mark)
    return int.from_bytes(base64.b64decode(form[2])) if form else None
