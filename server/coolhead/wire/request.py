"""What a client may send, and the draft it becomes."""

from __future__ import annotations

import difflib
import json
import re
from typing import Annotated, Any, Literal

import orjson
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from coolhead.errors import CoolheadError
from coolhead.review import Draft, Ignored, Turn
from coolhead.rules.fields import Channel
from coolhead.wire.shapes import Change
from coolhead.wire.units import Encoding

Role = Literal["customer", "agent"]
Language = Annotated[str, Field(pattern=r"^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$", examples=["en"])]

MOST_MESSAGES = 1000  # empty ones cost time too
MOST_IGNORED = 500
LONGEST_NAME = 200


class NotJSON(CoolheadError):
    """The body cannot be read as JSON."""


class Message(BaseModel):
    """One message of the conversation so far."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True, hide_input_in_errors=True)

    role: Role
    text: str


class IgnoredSentence(BaseModel):
    """A rule of the sentence model, and the `likeness` of a sentence that it flagged."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True, hide_input_in_errors=True)

    rule: Annotated[str, Field(max_length=LONGEST_NAME, examples=["model/blame"])]
    likeness: Annotated[str, Field(max_length=LONGEST_NAME)]


class CheckRequest(BaseModel):
    """A draft and what surrounds it; only `text` is required."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True, hide_input_in_errors=True)

    text: Annotated[str, Field(description="the draft as the agent sees it")]
    conversation: Annotated[list[Message], Field(description="oldest first", max_length=MOST_MESSAGES)] = []
    ignored: Annotated[
        list[IgnoredSentence],
        Field(description="the sentence model is silent about sentences like these", max_length=MOST_IGNORED),
    ] = []
    channel: Channel | None = None
    language: Language = "en"
    ruleset: str | None = None
    offsets: Annotated[Encoding, Field(description="units in which offsets and lengths count")] = "utf-16"


def parse(body: bytes) -> CheckRequest:
    """Read the body of a check.

    Raises:
        NotJSON: it is not JSON at all.
        ValidationError: it is JSON of another shape; `mended` says what to change.
    """
    return CheckRequest.model_validate(read(body))


def draft(request: CheckRequest) -> Draft:
    """The draft to review."""
    turns = tuple(Turn(one.role, one.text) for one in request.conversation)
    ignored = tuple(Ignored(one.rule, one.likeness) for one in request.ignored)
    return Draft(request.text, turns, request.channel, request.language, ignored)


def mended(error: ValidationError) -> list[Change]:
    """What to change, field by field; never holds what was sent."""
    return [
        {"field": ".".join(map(str, one["loc"])) or "body", "message": _explained(one)}
        for one in error.errors(include_url=False, include_input=False)
    ]


_PARTS: dict[Any, type[BaseModel]] = {"conversation": Message, "ignored": IgnoredSentence}
_COUNTED = {"conversation": "messages", "ignored": "sentences"}
_MESSAGES = {
    "missing": "is required",
    "string_type": "must be text",
    "list_type": "must be a list",
    "model_type": "must be an object",
    "model_attributes_type": "must be an object",
    "string_pattern_mismatch": "must be a language code such as 'en'",
}


def _explained(error: Any) -> str:
    kind = error["type"]
    field, *within = error["loc"] or ("",)
    if kind == "extra_forbidden":
        return _unknown(str(error["loc"][-1]), _PARTS[field] if within else CheckRequest)
    if kind == "too_long":
        return f"holds too many {_COUNTED[field]}; at most {error['ctx']['max_length']} are read"
    if kind == "string_too_long":
        return f"is too long; at most {error['ctx']['max_length']} characters are read"
    if kind == "literal_error":
        return f"must be one of {error['ctx']['expected']}"
    return _MESSAGES.get(kind, str(error["msg"]))


def _unknown(key: str, model: type[BaseModel]) -> str:
    close = difflib.get_close_matches(key[:50], model.model_fields, n=1)
    return f"is not known (did you mean '{close[0]}'?)" if close else "is not known"


_LONE = re.compile("[\ud800-\udfff]")


def read(text: bytes | str) -> Any:
    """JSON as data; half an emoji is made whole. Raises NotJSON."""
    try:
        return orjson.loads(text)
    except orjson.JSONDecodeError:
        pass
    # Editors send half an emoji while one is being deleted; a browser writes it as a lone escape, which is
    # JSON by its grammar. It becomes the replacement character, which is as long in every encoding.
    try:
        return _without_halves(json.loads(text))
    except (ValueError, RecursionError) as error:
        raise NotJSON("The body is not JSON.") from error


def _without_halves(value: Any) -> Any:
    if isinstance(value, str):
        return _LONE.sub("\ufffd", value)
    if isinstance(value, list):
        return [_without_halves(one) for one in value]
    if isinstance(value, dict):
        return {_without_halves(key): _without_halves(one) for key, one in value.items()}
    return value
