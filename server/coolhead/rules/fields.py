"""The small types the fields of a rule file are made of."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Annotated, Literal

from pydantic import Field, PlainValidator, WithJsonSchema
from pydantic_core import PydanticCustomError

from coolhead.errors import NOWHERE, Position
from coolhead.rules import phrases
from coolhead.rules.guidelines import Prose
from coolhead.rules.source import Text

Severity = Literal["error", "warning", "suggestion", "off"]
# What a layer above may not change when a rule locks it.
Lockable = Literal[
    "severity", "title", "message", "why", "link", "phrases", "except", "not_enough", "hints", "replacements",
    "rewrites", "examples",
]  # fmt: skip
Channel = Literal["email", "chat", "ticket", "social", "review", "note"]


@dataclass(frozen=True)
class Phrase:
    """A phrase as written, parsed, with its place; equal when the words are."""

    text: str
    tree: phrases.Tree = field(compare=False, repr=False)
    where: Position = field(default=NOWHERE, compare=False, repr=False)


def _phrase(value: object) -> Phrase:
    if not isinstance(value, str):
        raise PydanticCustomError("phrase", "{what}", {"what": "should be one phrase", "column": 0})
    try:
        tree = phrases.parse(value)
    except phrases.PhraseError as error:
        raise PydanticCustomError("phrase", "{what}", {"what": error.what, "column": error.column}) from error
    except (RecursionError, ValueError) as error:
        raise PydanticCustomError("phrase", "{what}", {"what": "nested too deeply", "column": 0}) from error
    return Phrase(str(value), tree, getattr(value, "where", NOWHERE))


PhraseField = Annotated[Phrase, PlainValidator(_phrase), WithJsonSchema({"type": "string", "minLength": 1})]
Phrases = tuple[PhraseField, ...]
Kinds = tuple[Prose, ...]
Count = Annotated[int, Field(ge=1, le=100)]


def _within(value: object) -> int | str:
    if value in ("sentence", "neighbour"):
        return str(value)
    words = (
        int(value) if isinstance(value, str | int) and str(value).isdecimal() and len(str(value)) < 3 else 0
    )
    if not 1 <= words <= 50:
        raise ValueError("should be a number of words (1 to 50), 'sentence' or 'neighbour'")
    return words


_WITHIN_SCHEMA = {
    "anyOf": [{"type": "integer", "minimum": 1, "maximum": 50}, {"enum": ["sentence", "neighbour"]}]
}
Within = Annotated[
    int | Literal["sentence", "neighbour"], PlainValidator(_within), WithJsonSchema(_WITHIN_SCHEMA)
]


def _link(value: object) -> Text:
    if not isinstance(value, str) or not value.startswith(("https://", "http://")):
        raise ValueError("should be an address starting with https://")
    return value if isinstance(value, Text) else Text(value)


Link = Annotated[Text, PlainValidator(_link), WithJsonSchema({"type": "string", "pattern": "^https?://"})]


def _requirement(value: object) -> Text:
    if not isinstance(value, str) or not re.fullmatch(r">=\d{1,4}(\.\d{1,4}){0,2}", value):
        raise ValueError("should be the least version of coolhead, like '>=0.1'")
    return value if isinstance(value, Text) else Text(value)


Requirement = Annotated[
    Text, PlainValidator(_requirement), WithJsonSchema({"type": "string", "pattern": "^>="})
]
