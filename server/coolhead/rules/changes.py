"""What a layer may change in the rules below it."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from typing import Annotated, Any

from pydantic import Field, PlainValidator, WithJsonSchema

from coolhead.errors import Position
from coolhead.rules.fields import Link, Lockable, Phrase, Phrases, Severity
from coolhead.rules.guidelines import Frozen, Prose
from coolhead.rules.model import Examples


def _date(value: object) -> datetime.date:
    try:
        return datetime.date.fromisoformat(str(value))
    except ValueError as error:
        raise ValueError("should be a date like 2027-01-31") from error


Date = Annotated[
    datetime.date, PlainValidator(_date), WithJsonSchema({"type": "string", "pattern": r"^\d{4}-\d\d-\d\d$"})
]


class PhraseChange(Frozen):
    """A change of a list of phrases: `replace` it, or `add` and `remove` single ones."""

    add: Phrases = ()
    remove: Phrases = ()
    replace: Phrases | None = None


class TextChange(Frozen):
    """A change of a list of wordings."""

    add: tuple[Prose, ...] = ()
    remove: tuple[Prose, ...] = ()
    replace: tuple[Prose, ...] | None = None


class ExceptChange(Frozen):
    """A change of the plain lists under `except`."""

    phrases: PhraseChange | None = None
    sentence: PhraseChange | None = None
    draft: PhraseChange | None = None


class Change(Frozen):
    """One entry of `changes:`; scalars replace, lists change by add, remove and replace."""

    rule: Prose
    reason: Prose | None = None
    until: Date | None = None
    enabled: bool | None = None
    severity: Severity | None = None
    title: Prose | None = None
    message: Prose | None = None
    why: Prose | None = None
    link: Link | None = None
    phrases: PhraseChange | None = None
    except_: Annotated[ExceptChange | None, Field(alias="except")] = None
    not_enough: PhraseChange | None = None
    hints: TextChange | None = None
    replacements: TextChange | None = None
    rewrites: TextChange | None = None
    examples: Examples | None = None
    lock: tuple[Lockable, ...] = ()

    @property
    def where(self) -> Position:
        """Where the change is written (the name of its rule)."""
        return self.rule.where

    def touched(self) -> dict[str, Any]:
        """The fields of the rule it changes, by YAML name; `enabled` counts as severity."""
        names = {name: getattr(self, name) for name in type(self).model_fields if name not in _ABOUT}
        touched = {name.rstrip("_"): value for name, value in names.items() if value is not None}
        if self.enabled is False:
            touched["severity"] = "off"
        return touched

    def fresh_phrases(self) -> Iterator[Phrase]:
        """Every phrase it brings in."""
        within = self.except_ or ExceptChange()
        for one in (self.phrases, within.phrases, within.sentence, within.draft, self.not_enough):
            if one:
                yield from (*one.add, *(one.replace or ()))

    def expired(self, today: datetime.date) -> bool:
        """Whether its last day has passed."""
        return self.until is not None and today > self.until


_ABOUT = {"rule", "reason", "until", "enabled", "lock"}
