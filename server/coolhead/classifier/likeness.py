"""A one-way fingerprint of a sentence, and whether two sentences say the same in nearly the same words."""

import base64
import re
from collections.abc import Iterable

BITS = 384
NEAR = 88  # bits that may differ: two edits to a sentence stay below, other sentences lie about 180 apart
_FORM = re.compile(r"[0-9a-f]{4}[A-Za-z0-9+/]{64}")


def fingerprint(vector: Iterable[float], digest: str) -> str:
    """68 characters: four of the model's digest ("sha256:…"), then the signs of the vector's 384 numbers."""
    signs = int("".join("1" if number > 0 else "0" for number in vector), base=2)
    return digest.removeprefix("sha256:")[:4] + base64.b64encode(signs.to_bytes(BITS // 8)).decode()


def alike(one: str, other: str) -> bool:
    """Whether two fingerprints of the same model differ in few bits; False for anything else."""
    if not (_FORM.fullmatch(one) and _FORM.fullmatch(other)) or one[:4] != other[:4]:
        return False
    return (_bits(one) ^ _bits(other)).bit_count() <= NEAR


def _bits(mark: str) -> int:
    return int.from_bytes(base64.b64decode(mark[4:]))
