"""Cuts a sentence into clauses and finds the one that carries the fault."""

import re
from collections.abc import Callable, Sequence

_CUT = re.compile(
    r"\s*[,;:–—()]\s+|\s+-\s+|\s+(?=(?:and|but|so|because|although|though|which|unless|while|whereas|if)\s)",
    re.IGNORECASE,
)
SHORTEST = 3
MOST = 6

Judge = Callable[[Sequence[str]], Sequence[float]]


def cut(sentence: str) -> list[tuple[int, int]]:
    """Start and end of each clause; a clause of fewer than three words stays with the one before."""
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
    return spots


def carrying(sentence: str, judge: Judge) -> tuple[int, int]:
    """The clause without which the fault fades most and which alone still sounds like it; `judge` gives the
    probability of the fault for variants of the sentence. The whole sentence if no clause stands out."""
    spots = cut(sentence)
    whole = (0, len(sentence))
    if not 1 < len(spots) <= MOST:
        return whole
    without = [f"{sentence[:start]}{sentence[end:]}".strip(" ,;:–—-") for start, end in spots]
    alone = [sentence[start:end] for start, end in spots]
    judged = judge([sentence, *without, *alone])
    full, count = judged[0], len(spots)
    weights = [full - judged[1 + i] + judged[1 + count + i] for i in range(count)]
    best = max(range(count), key=weights.__getitem__)
    stands_out = judged[1 + count + best] >= full / 2
    return spots[best] if stands_out else whole
