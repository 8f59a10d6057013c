"""Lines that a team has labelled: what they may say, and everything that is wrong with a file of them."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from pathlib import Path
from typing import Annotated, Any, Generic, Literal, NamedTuple, TypeVar

from pydantic import BaseModel, ConfigDict, Field, ValidationError, ValidationInfo, field_validator
from pydantic_core import ErrorDetails, PydanticCustomError

from coolhead.rules.complaints import suggest
from coolhead.rules.guidelines import KEBAB, Mood
from coolhead.wire.request import NotJSON, read

CheckName = Literal["apology", "empathy", "ownership", "action", "time", "thanks"]
Answer = Literal["met", "missing", "weak", "na"]
LONGEST_ID = 30


class _Labelled(BaseModel):
    """Keys that are not named here are the team's own and left alone."""

    model_config = ConfigDict(frozen=True, strict=True, hide_input_in_errors=True)


# Ticket numbers are often written as numbers.
_Id = Annotated[str, Field(strict=False, coerce_numbers_to_str=True)]
_Words = Annotated[str, Field(pattern=r"\S")]


class Span(_Labelled):
    """A fault: `start` and `end` in code points of the text; `must` is 2 when clear, 1 when debatable."""

    start: int
    end: int
    must: Annotated[int, Field(ge=1, le=2)]
    categories: list[str] = []


class Reply(_Labelled):
    """A reply, what the customer wrote before, and what is wrong with it."""

    id: _Id
    text: _Words
    context: str | None = None
    source: str | None = None
    stratum: str | None = None
    spans: list[Span]
    check: dict[CheckName, Answer | None] | None = None

    @field_validator("spans")
    @classmethod
    def _mark_words(cls, spans: list[Span], info: ValidationInfo) -> list[Span]:
        text: str | None = info.data.get("text")
        if text is None:  # it has its own complaint
            return spans
        wrong = [number for number, span in enumerate(spans) if not _marks_words(span, text)]
        if wrong:
            places = ", ".join(f"spans.{number}" for number in wrong)
            raise PydanticCustomError("span", "{what}", {"what": f"{places}: {_PLACE.format(len(text))}"})
        return spans


_PLACE = "should mark words of the text: start before end, both within its {} characters"


def _marks_words(span: Span, text: str) -> bool:
    return 0 <= span.start < span.end <= len(text) and not text[span.start : span.end].isspace()


class Customer(_Labelled):
    """A customer's message and the mood it shows."""

    id: _Id = "-"
    text: _Words
    mood: Mood


Row = TypeVar("Row", Reply, Customer)


class Lines(NamedTuple, Generic[Row]):
    """The rows of a file by line number, and what is wrong with the others: `file:line: field: what`."""

    rows: dict[int, Row]
    problems: list[str]


class _NotAnObject(Exception):
    """A line that is no JSON object; says why."""


def lines(name: str, model: type[Row]) -> Lines[Row]:
    """Read a file of one JSON object a line; problems never hold what a line says."""
    try:
        content = Path(name).read_bytes()
    except OSError as error:
        return Lines({}, [f"{name}: cannot be read: {error.strerror}"])
    found: Lines[Row] = Lines({}, [])
    written = {number: line for number, line in enumerate(content.splitlines(), 1) if line.strip()}
    strangers = 0
    for number, line in written.items():
        try:
            found.rows[number] = model.model_validate(_object(line))
        except _NotAnObject as error:
            found.problems.append(f"{name}:{number}: {error}")
            strangers += 1
        except ValidationError as error:
            found.problems.extend(f"{name}:{number}: {what}" for what in _complaints(error))
    if not written:
        return Lines({}, [f"{name}: is empty; write one JSON object a line"])
    if strangers == len(written) > 1:  # another kind of file altogether
        return Lines({}, [f"{name}: no line is a JSON object; write one a line, as UTF-8"])
    return found


def unknown_categories(replies: Mapping[int, Reply], faults: Collection[str]) -> Iterator[tuple[int, str]]:
    """Each category that is no fault of the rules: the line where it comes first, and what to say."""
    first: dict[str, int] = {}
    for number, reply in replies.items():
        for category in (one for span in reply.spans for one in span.categories):
            first.setdefault(category, number)
    for category, number in first.items():
        if category not in faults:
            hint = suggest(category, faults)
            yield number, f"spans.categories: {_shown(category)} is no fault of these rules{hint}"


def _object(line: bytes) -> dict[str, Any]:
    try:
        data = read(line.decode("utf-8-sig"))  # Windows starts a file with a mark
    except UnicodeDecodeError as error:
        raise _NotAnObject("not UTF-8 text; save the file as UTF-8") from error
    except NotJSON as error:
        column = getattr(error.__cause__, "colno", None)
        raise _NotAnObject(f"not JSON from column {column} on" if column else "not JSON") from error
    if not isinstance(data, dict):
        raise _NotAnObject("should be a JSON object")
    return data


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


def _complaints(error: ValidationError) -> list[str]:
    return [_complaint(detail) for detail in error.errors(include_url=False)]


def _complaint(detail: ErrorDetails) -> str:
    kind, loc, context = detail["type"], detail["loc"], detail.get("ctx", {})
    if kind == "span":
        return str(context["what"])
    *above, last = loc
    if last == "[key]":
        known = ", ".join(_choices(context))
        return f"{above[0]}: {_shown(above[-1])} is not one of {known}{_nearest(detail, context)}"
    field = ".".join("*" if isinstance(part, str) and not _is_id(part) else str(part) for part in loc)
    if kind == "literal_error":
        return f"{field}: should be one of {', '.join(_choices(context))}{_nearest(detail, context)}"
    cure = "; write [] when nothing is wrong" if loc == ("spans",) else ""
    return f"{field}: {_PLAIN.get(kind, 'has the wrong form')}{cure}"


def _choices(context: dict[str, Any]) -> list[str]:
    return re.findall(r"'([^']+)'", context["expected"])


def _nearest(detail: ErrorDetails, context: dict[str, Any]) -> str:
    return suggest(detail["input"], _choices(context)) if isinstance(detail["input"], str) else ""


def _shown(word: int | str) -> str:
    """An id as it is written; anything else may be a message and is not repeated."""
    return f"'{word}'" if _is_id(str(word)) else "a name"


def _is_id(word: str) -> bool:
    return len(word) <= LONGEST_ID and bool(re.fullmatch(KEBAB, word))
