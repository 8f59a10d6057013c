"""The table of guidelines, the faults and virtues they name, and the customer's signals."""

from __future__ import annotations

import re
from functools import cached_property
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, PlainValidator, WithJsonSchema

from coolhead.rules.source import Text

Role = Literal["fault", "virtue", "signal"]
Mood = Literal["calm", "upset", "abusive", "satisfied", "unknown"]


class Frozen(BaseModel):
    """Data of a rule file: never changed after loading, unknown keys refused."""

    model_config = ConfigDict(frozen=True, extra="forbid", ignored_types=(cached_property,))


def _text(value: object) -> Text:
    if not isinstance(value, str):
        raise ValueError("should be text")
    if not value.strip():
        raise ValueError("is empty")
    return value if isinstance(value, Text) else Text(value)


def _name(value: object) -> Text:
    text = _text(value)
    if not re.fullmatch(KEBAB, text):
        raise ValueError("should be lower-case words joined by hyphens, like-this")
    return text


KEBAB = r"[a-z0-9]+(-[a-z0-9]+)*"
Prose = Annotated[Text, PlainValidator(_text), WithJsonSchema({"type": "string", "minLength": 1})]
Name = Annotated[Text, PlainValidator(_name), WithJsonSchema({"type": "string", "pattern": f"^{KEBAB}$"})]


class Guideline(Frozen):
    """One piece of advice, the faults it forbids and the virtues it asks for."""

    id: Prose
    name: Prose
    summary: Prose
    sources: tuple[Prose, ...] = ()
    faults: tuple[Prose, ...] = ()
    virtues: tuple[Prose, ...] = ()
    families: tuple[Prose, ...] = ()


class Signal(Frozen):
    """Something a customer's message shows, and how much it weighs for the mood."""

    id: Prose
    name: Prose
    family: Prose
    mood: Literal["upset", "abusive", "satisfied", "none"] = "none"
    weight: Annotated[int, Field(ge=1, le=3)] = 1


class Guidelines(Frozen):
    """`guidelines.yaml` as a whole."""

    format: Literal["1"] = "1"
    guidelines: tuple[Guideline, ...] = ()
    signals: tuple[Signal, ...] = ()

    @cached_property
    def faults(self) -> tuple[str, ...]:
        """Every fault kind, in the order of the table."""
        return tuple(dict.fromkeys(str(kind) for one in self.guidelines for kind in one.faults))

    @cached_property
    def virtues(self) -> tuple[str, ...]:
        """Every virtue kind, in the order of the table."""
        return tuple(dict.fromkeys(str(kind) for one in self.guidelines for kind in one.virtues))

    @cached_property
    def by_id(self) -> dict[str, Guideline]:
        """Guidelines by id."""
        return {str(one.id): one for one in self.guidelines}

    @cached_property
    def signal_by_id(self) -> dict[str, Signal]:
        """Signals by id."""
        return {str(one.id): one for one in self.signals}

    def __repr__(self) -> str:
        return f"Guidelines({len(self.guidelines)}, {len(self.signals)} signals)"

    def role(self, kind: str) -> Role | None:
        """What a kind is, or None when no guideline and no signal names it."""
        if kind in self.faults:
            return "fault"
        if kind in self.virtues:
            return "virtue"
        return "signal" if kind in self.signal_by_id else None
