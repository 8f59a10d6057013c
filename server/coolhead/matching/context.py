"""What stands around a hit: the conditions of `except`, `preceded_by` and `followed_by`."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Protocol

from coolhead.matching.compiled import Beside, CompiledRule
from coolhead.matching.found import NOTHING, Found


class _Sentence(Protocol):
    @property
    def found(self) -> Found: ...


def holds_in_sentence(compiled: CompiledRule, first: int, last: int, found: Found) -> bool:
    """Whether a hit at tokens `first`…`last` survives everything its own sentence can tell."""
    if not compiled.around & found.lists:
        return not compiled.needs
    if _overlaps(compiled.except_phrases, first, last, found):
        return False
    if compiled.except_sentence & found.lists:
        return False
    if _before(compiled.except_before, first, found) or _after(compiled.except_after, last, found):
        return False
    return _required(compiled.before, _before(compiled.before, first, found)) and _required(
        compiled.after, _after(compiled.after, last, found)
    )


def is_denied(compiled: CompiledRule, found: Found) -> bool:
    """Whether the rule's words stand in a sentence as an exception of it: "I won't apologise"."""
    return any(
        _overlaps(compiled.except_phrases, first, last, found)
        or _before(compiled.except_before, first, found)
        for first, last in found.get(compiled.main)
    )


def holds_among(
    compiled: CompiledRule, index: int, first: int, last: int, sentences: Sequence[_Sentence]
) -> bool:
    """Whether a hit in sentence `index` survives what the sentences before and after it hold."""
    found = sentences[index].found
    earlier = sentences[index - 1].found if index else NOTHING
    later = sentences[index + 1].found if index + 1 < len(sentences) else NOTHING

    def before(beside: Beside | None) -> bool:
        return _neighbour(beside, earlier, lambda _, end: end <= first, found)

    def after(beside: Beside | None) -> bool:
        return _neighbour(beside, later, lambda start, _: start >= last, found)

    if before(compiled.except_before) or after(compiled.except_after):
        return False
    return (not _is_neighbour(compiled.before) or before(compiled.before)) and (
        not _is_neighbour(compiled.after) or after(compiled.after)
    )


def is_beside(beside: Beside | None, index: int, sentences: Sequence[_Sentence]) -> bool:
    """Whether the phrases a rule wants beside the hit occur on either side of it, as near as it asks."""
    if beside is None:
        return True
    reach = {"draft": len(sentences), "neighbour": 1}.get(str(beside.within), 0)
    return any(
        beside.phrases & sentence.found.lists
        for sentence in sentences[max(0, index - reach) : index + reach + 1]
    )


def _overlaps(phrases: int, first: int, last: int, found: Found) -> bool:
    return any(start < last and first < end for start, end in found.get(phrases))


def _before(beside: Beside | None, first: int, found: Found) -> bool:
    if beside is None or beside.within == "neighbour":
        return False
    return any(end <= first and _is_near(beside, first - end) for _, end in found.get(beside.phrases))


def _after(beside: Beside | None, last: int, found: Found) -> bool:
    if beside is None or beside.within == "neighbour":
        return False
    return any(start >= last and _is_near(beside, start - last) for start, _ in found.get(beside.phrases))


def _is_near(beside: Beside, distance: int) -> bool:
    return not isinstance(beside.within, int) or distance < beside.within


def _required(beside: Beside | None, present: bool) -> bool:
    return beside is None or beside.within == "neighbour" or present


def _is_neighbour(beside: Beside | None) -> bool:
    return beside is not None and beside.within == "neighbour"


def _neighbour(
    beside: Beside | None, beyond: Found, is_on_side: Callable[[int, int], bool], found: Found
) -> bool:
    """Whether the phrases occur in the sentence beyond, or on that side of the hit in its own."""
    if beside is None or beside.within != "neighbour":
        return False
    return bool(beside.phrases & beyond.lists) or any(is_on_side(*span) for span in found.get(beside.phrases))
