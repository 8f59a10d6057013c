"""Lines that a team has labelled: what they may say, and files of them."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from pathlib import Path
from typing import Annotated, Any, Generic, Literal, NamedTuple, TypeVar

from pydantic import BaseModel, ConfigDict, Field, ValidationError, ValidationInfo, field_validator
from pydantic_core import PydanticCustomError

from coolhead.cli.mending import OURS, complaints, is_id
from coolhead.rules.complaints import suggest
from coolhead.rules.fields import Channel
from coolhead.rules.guidelines import Mood
from coolhead.wire.request import NotJSON, Role, read

CheckName = Literal["apology", "empathy", "ownership", "action", "time", "thanks"]
Answer = Literal["met", "missing", "weak", "na"]


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


class Message(_Labelled):
    """One message of the conversation before the reply."""

    role: Role
    text: str


class Reply(_Labelled):
    """A reply, what it answers, and what is wrong with it.

    `context`: the customer's message, when it is the only one; else `conversation`, oldest first.
    """

    id: _Id
    text: _Words
    context: str | None = None
    conversation: list[Message] | None = None
    channel: Channel | None = None
    source: str | None = None
    stratum: str | None = None
    spans: list[Span]
    check: dict[CheckName, Answer | None] | None = None

    @field_validator("conversation")
    @classmethod
    def _stand_alone(cls, messages: list[Message] | None, info: ValidationInfo) -> list[Message] | None:
        if messages and info.data.get("context"):
            raise PydanticCustomError(OURS, "{what}", {"what": _BOTH})
        return messages

    @field_validator("spans")
    @classmethod
    def _mark_words(cls, spans: list[Span], info: ValidationInfo) -> list[Span]:
        text: str | None = info.data.get("text")
        if text is None:  # it has its own complaint
            return spans
        wrong = [number for number, span in enumerate(spans) if not _marks_words(span, text)]
        if wrong:
            places = ", ".join(f"spans.{number}" for number in wrong)
            raise PydanticCustomError(OURS, "{what}", {"what": f"{places}: {_PLACE.format(len(text))}"})
        return spans


_BOTH = "conversation: cannot stand beside context; make that its last message"
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
            found.problems.extend(f"{name}:{number}: {what}" for what in complaints(error))
    if not written:
        return Lines({}, [f"{name}: is empty; write one JSON object a line"])
    if strangers == len(written) > 1:  # another kind of file altogether
        return Lines({}, [f"{name}: no line is a JSON object; write one a line, as UTF-8"])
    return found


def unknown_categories(replies: Mapping[int, Reply], faults: Collection[str]) -> str:
    """All categories that are no faults of the rules, each with the nearest; empty when there are none."""
    first: dict[str, int] = {}
    for number, reply in replies.items():
        for category in (one for span in reply.spans for one in span.categories):
            first.setdefault(category, number)
    unknown = [
        f"'{name}'{suggest(name, faults)}" if is_id(name) else f"a name in line {number}"
        for name, number in first.items()
        if name not in faults
    ]
    return f"spans.categories: no faults of these rules: {', '.join(unknown)}" if unknown else ""


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
