"""Cuts a sentence into clauses and finds those that carry the fault."""

import re
from collections.abc import Sequence

_CUT = re.compile(
    r"\s*[,;:–—()]\s+|\s+-\s+|\s+(?=(?:and|but|so|because|although|though|which|unless|while|whereas|if)\s)",
    re.IGNORECASE,
)
SHORTEST = 3
MOST = 6
HARMLESS = 0.85  # a clause reads its neighbours too: even one that does no harm has much of their probability


def cut(sentence: str) -> list[tuple[int, int]]:
    """Start and end of each clause; a clause of fewer than three words stays with the one before. One spot,
    the whole sentence, for more clauses than can be told apart."""
    spots: list[tuple[int, int]] = []
    start = 0
    for end, following in [
        *((m.start(), m.end()) for m in _CUT.finditer(sentence)),
        (len(sentence), len(sentence)),
    ]:
        if spots and len(sentence[start:end].split()) < SHORTEST:
            spots[-1] = (spots[-1][0], end)
        elif end > start:
            spots.append((start, end))
        start = following
    if len(spots) > 1 and len(sentence[slice(*spots[0])].split()) < SHORTEST:
        spots[:2] = [(spots[0][0], spots[1][1])]
    return spots if len(spots) <= MOST else [(0, len(sentence))]


def carrying(spots: Sequence[tuple[int, int]], alone: Sequence[float], full: float) -> tuple[int, int]:
    """Start and end of what is left without the harmless clauses at both ends. `alone`: the probability of
    the fault in each clause, `full`: in the whole sentence."""
    faulty = [spot for spot, chance in zip(spots, alone, strict=True) if chance > HARMLESS * full] or spots
    return faulty[0][0], faulty[-1][1]
