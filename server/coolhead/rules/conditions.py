"""What may stand around a hit, before it counts or so that it does not."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Annotated, Any, Literal

from pydantic import Field, model_validator

from coolhead.rules.fields import Channel, Kinds, Phrases, Severity, Within
from coolhead.rules.guidelines import Frozen, Mood


class Context(Frozen):
    """Phrases to look for beside a hit, and how near (a number of words, or a stretch of text)."""

    phrases: Annotated[Phrases, Field(min_length=1)]
    within: Within = "sentence"

    @model_validator(mode="before")
    @classmethod
    def _words_are_phrases(cls, data: Any) -> Any:
        if isinstance(data, Mapping) and "words" in data and "phrases" not in data:
            return {("phrases" if key == "words" else key): value for key, value in data.items()}
        return data


class Nearby(Frozen):
    """Phrases that must stand on either side of the hit, and how near."""

    phrases: Annotated[Phrases, Field(min_length=1)]
    within: Literal["sentence", "neighbour", "draft"] = "neighbour"


class Except(Frozen):
    """Any of these drops the hit."""

    phrases: Phrases = ()
    preceded_by: Context | None = None
    followed_by: Context | None = None
    sentence: Phrases = ()
    draft: Phrases = ()


class When(Frozen):
    """Conditions on the whole exchange; all that are given must hold."""

    mood: tuple[Mood, ...] = ()
    signals: Kinds = ()
    customer_has: Phrases = ()
    last_message_has: Phrases = ()
    unanswered: Phrases = ()
    channel: tuple[Channel, ...] = ()
    draft_has: Phrases = ()
    draft_lacks: Phrases = ()
    first_reply: bool | None = None
    agent_has: Phrases = ()
    agent_lacks: Phrases = ()
    any_of: tuple[When, ...] = ()

    def parts(self) -> Iterator[When]:
        """These conditions and those of the alternatives, however deep."""
        yield self
        for one in self.any_of:
            yield from one.parts()


class SeverityWhen(When):
    """Another severity under conditions."""

    severity: Severity


class Repair(Frozen):
    """Help in the same or one of the next sentences that softens (`lower`) or undoes (`drop`) the hit."""

    phrases: Phrases = ()
    virtues: Kinds = ()
    sentences: Annotated[int, Field(ge=0, le=5)] = 2
    then: Literal["lower", "drop"] = "lower"
