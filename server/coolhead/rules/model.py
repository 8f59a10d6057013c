"""What a rule file may say: frozen, every unknown key refused."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Annotated, Any, Literal, NamedTuple

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from coolhead.errors import NOWHERE, Position, Problem
from coolhead.rules.boundary import Boundary
from coolhead.rules.conditions import Context, Except, Nearby, Repair, SeverityWhen, When
from coolhead.rules.fields import (
    Channel,
    Kinds,
    Link,
    Lockable,
    Phrase,
    PhraseField,
    Phrases,
    Requirement,
    Severity,
)
from coolhead.rules.guidelines import Frozen, Guidelines, Name, Prose, Role
from coolhead.rules.source import Text

__all__ = [
    "Boundary", "Context", "Example", "Examples", "Except", "Layer", "Nearby", "Origin", "Pack",
    "Phrase", "PhraseField", "Phrases", "Repair", "Rewrite", "Rule", "RuleSet", "RuleText", "Severity",
    "SeverityWhen", "Turn", "When",
]  # fmt: skip


class Rewrite(Frozen):
    """A sentence to put in the place of the one with the hit."""

    scope: Literal["sentence"] = "sentence"
    text: Prose

    @model_validator(mode="before")
    @classmethod
    def _plain(cls, data: Any) -> Any:
        return {"text": data} if isinstance(data, str) else data


class Turn(Frozen):
    """One message of the conversation in an example."""

    role: Literal["customer", "agent"]
    text: Prose


class Example(Frozen):
    """A draft (for a signal: a customer's message) with what surrounds it.

    `text` is without its ⟦⟧; `span` is the marked part in code points of `text`, or None.
    """

    text: Prose
    customer: Prose | None = None
    channel: Channel | None = None
    conversation: tuple[Turn, ...] = ()
    todo: Prose | None = None
    span: tuple[int, int] | None = None

    @model_validator(mode="before")
    @classmethod
    def _unmark(cls, data: Any) -> Any:
        if isinstance(data, str):
            data = {"text": data}
        text = data.get("text") if isinstance(data, Mapping) else None
        if isinstance(data, Mapping) and "span" in data:
            raise PydanticCustomError("mark", "mark the span with ⟦ and ⟧ in the text instead of 'span'")
        if not isinstance(text, str) or not ("⟦" in text or "⟧" in text):
            return data
        start, end = text.find("⟦"), text.find("⟧") - 1
        plain = text.replace("⟦", "", 1).replace("⟧", "", 1)
        if not 0 <= start < end or "⟦" in plain or "⟧" in plain:
            raise PydanticCustomError("mark", "mark one span with ⟦ before it and ⟧ after it")
        return {**data, "text": Text(plain, getattr(text, "where", NOWHERE)), "span": (start, end)}

    @property
    def where(self) -> Position:
        """Where the example is written."""
        return self.text.where


class Examples(Frozen):
    """For faults and signals `bad` fires and `good` does not; for virtues `good` is met and `bad` is not."""

    bad: tuple[Example, ...] = ()
    good: tuple[Example, ...] = ()


class RuleText(Frozen):
    """A rule as its file says it; the meaning of every key is taught in `shared_rules/README.md`."""

    id: Name
    kind: Prose
    guideline: Prose | None = None
    family: Prose | None = None
    severity: Severity = "warning"
    severity_when: tuple[SeverityWhen, ...] = ()
    title: Prose
    message: Prose
    why: Prose | None = None
    link: Link | None = None
    finder: Literal["phrases", "model"] = "phrases"
    phrases: Phrases = ()
    except_: Annotated[Except, Field(alias="except")] = Except()
    preceded_by: Context | None = None
    followed_by: Context | None = None
    beside: Nearby | None = None
    repaired_by: Repair | None = None
    when: When = When()
    count: Annotated[int, Field(ge=2, le=100)] | None = None
    before: Kinds = ()
    after: Kinds = ()
    opening: bool = False
    overlap: Annotated[int, Field(ge=1, le=20)] | None = None
    longer_than: Annotated[int, Field(ge=1, le=5000)] | None = None
    repeats: Annotated[float, Field(gt=0, le=1)] | None = None
    not_enough: Phrases = ()
    spoiled_by: Kinds = ()
    spoiled_within: Literal["sentence", "draft"] = "sentence"
    weight: Annotated[int, Field(ge=1, le=3)] | None = None
    hints: tuple[Prose, ...] = ()
    replacements: tuple[Prose, ...] = ()
    rewrites: tuple[Rewrite, ...] = ()
    lock: tuple[Lockable, ...] = ()
    examples: Examples


class Origin(NamedTuple):
    """Which layer, file and line set a field."""

    layer: str
    where: Position


class Rule(RuleText):
    """A rule in its place: which pack and layer it came from, and who set each field."""

    pack: str = ""
    layer: str = ""
    role: Role = "fault"
    origins: Mapping[str, Origin] = {}

    @property
    def full_id(self) -> str:
        """`pack/id`, unique in a rule set."""
        return f"{self.pack}/{self.id}"

    @property
    def where(self) -> Position:
        """Where the rule is written (its id)."""
        return self.id.where

    def __repr__(self) -> str:
        return f"Rule({self.full_id})"

    def __hash__(self) -> int:
        return hash(self.full_id)

    def __eq__(self, other: object) -> bool:
        return self is other or (isinstance(other, Rule) and super().__eq__(other))


class Pack(Frozen):
    """`pack.yaml`."""

    format: Literal["1"] = "1"
    pack: Name
    version: Prose
    description: Prose | None = None
    license: Prose | None = None
    language: Literal["en"] = "en"
    maintainers: tuple[Prose, ...] = ()
    requires: Requirement | None = None


class Layer(Frozen):
    """One layer of a rule set, as the answer names it."""

    name: str
    pack: str
    version: str


@dataclass(frozen=True, repr=False)
class RuleSet:
    """The merged rules of all layers, ready to compile."""

    name: str
    rules: tuple[Rule, ...]
    guidelines: Guidelines
    boundary: Boundary = field(default_factory=Boundary)
    groups: Mapping[str, tuple[Phrase, ...]] = field(default_factory=dict)
    spellings: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    digest: str = "sha256:"
    layers: tuple[Layer, ...] = ()
    problems: tuple[Problem, ...] = ()
    silenced: tuple[Rule, ...] = ()

    def __repr__(self) -> str:
        return f"RuleSet({self.name}, {len(self.rules)} rules, {self.digest})"
