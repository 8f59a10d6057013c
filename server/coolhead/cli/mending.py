"""What is wrong with a labelled line, in words that say how to mend it."""

from __future__ import annotations

import re

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from coolhead.rules.complaints import choices, suggest
from coolhead.rules.guidelines import KEBAB

OURS = "ours"  # type of the errors that say `what` themselves
LONGEST_ID = 30

_PLAIN = {
    "missing": "is missing",
    "string_type": "should be text",
    "string_pattern_mismatch": "is empty",
    "int_type": "should be a whole number",
    "list_type": "should be a list",
    "dict_type": "should be an object",
    "model_type": "should be an object",
    "greater_than_equal": "should be 2 (clear) or 1 (debatable)",
    "less_than_equal": "should be 2 (clear) or 1 (debatable)",
}


def complaints(error: ValidationError) -> list[str]:
    """What to mend, field by field; never holds what was written."""
    return [_complaint(detail) for detail in error.errors(include_url=False)]


def _complaint(detail: ErrorDetails) -> str:
    kind, loc, context = detail["type"], detail["loc"], detail.get("ctx", {})
    if kind == OURS:
        return str(context["what"])
    *above, last = loc
    known = choices(context.get("expected", ""))
    if last == "[key]":
        return f"{above[0]}: {_shown(above[-1])} is not one of {', '.join(known)}{_nearest(detail, known)}"
    field = ".".join("*" if isinstance(part, str) and not is_id(part) else str(part) for part in loc)
    if kind == "literal_error":
        return f"{field}: should be one of {', '.join(known)}{_nearest(detail, known)}"
    cure = "; write [] when nothing is wrong" if loc == ("spans",) else ""
    return f"{field}: {_PLAIN.get(kind, 'has the wrong form')}{cure}"


def _nearest(detail: ErrorDetails, known: list[str]) -> str:
    return suggest(detail["input"], known) if isinstance(detail["input"], str) else ""


def _shown(word: int | str) -> str:
    """An id as it is written; anything else may be a message and is not repeated."""
    return f"'{word}'" if is_id(str(word)) else "a name"


def is_id(word: str) -> bool:
    """Whether a word may be shown: an id, not a message."""
    return len(word) <= LONGEST_ID and bool(re.fullmatch(KEBAB, word))
