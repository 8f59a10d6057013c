"""The answer of `POST /v1/check`, name by name; the OpenAPI document is made from it."""

from __future__ import annotations

from typing import Literal, NotRequired

from typing_extensions import TypedDict

from coolhead.wire.units import Encoding

Severity = Literal["error", "warning", "suggestion"]
Status = Literal["met", "weak", "missing", "not-due"]
Mood = Literal["calm", "upset", "abusive", "satisfied", "unknown"]


class Software(TypedDict):
    """Who answers."""

    name: str
    version: str
    apiVersion: int


class Language(TypedDict):
    """The language the draft was read as."""

    code: str


class Warnings(TypedDict):
    """What the answer lacks."""

    incompleteResults: bool
    rulesOnly: bool


class Span(TypedDict):
    """A span of the text as sent, in the asked units."""

    offset: int
    length: int


class Context(TypedDict):
    """The match with a little text around it."""

    text: str
    offset: int
    length: int


class Value(TypedDict):
    """A text in LanguageTool's wrapping."""

    value: str


class Rewrite(TypedDict):
    """A better wording for its own span."""

    offset: int
    length: int
    value: str


class Category(TypedDict):
    """The guideline a rule belongs to."""

    id: str
    name: str


class Rule(TypedDict):
    """The rule behind a match."""

    id: str
    description: str
    issueType: str
    category: Category
    urls: list[Value]


class Match(TypedDict):
    """One fault; `replacements` fill exactly its span. `likeness` fingerprints the sentence, if the sentence
    model heard the fault: sent back in `ignored`, it makes the model silent about sentences like it."""

    message: str
    shortMessage: str
    offset: int
    length: int
    context: Context
    sentence: str
    replacements: list[Value]
    rewrites: list[Rewrite]
    rule: Rule
    kind: str
    guideline: str
    severity: Severity
    fingerprint: str
    layer: str
    confidence: float
    likeness: NotRequired[str]


class ChecklistRow(TypedDict):
    """One virtue and the spans that prove it."""

    guideline: str
    virtue: str
    status: Status
    message: str
    hints: list[str]
    evidence: list[Span]


class Signal(TypedDict):
    """Something the customer's messages show, in the customer's words."""

    id: str
    evidence: str


class Customer(TypedDict):
    """The customer's side of the conversation."""

    mood: Mood
    signals: list[Signal]


class Boundary(TypedDict):
    """Approved lines for an abusive conversation: offered to the agent, never required."""

    step: str
    title: str
    message: str
    lines: list[str]
    exit: str | None
    support: str | None


class Tone(TypedDict):
    """TextBlob's gauge of the agent's own words; never a verdict."""

    polarity: float
    subjectivity: float


class Part(TypedDict):
    """Points and what they were lost for."""

    reason: str
    points: int


class Score(TypedDict):
    """0 to `max`, with every point lost named."""

    value: int
    max: int
    parts: list[Part]


class Layer(TypedDict):
    """A layer of the rule set."""

    name: str
    pack: str
    version: str


class Ruleset(TypedDict):
    """The rules that judged."""

    name: str
    digest: str
    layers: list[Layer]


class Answer(TypedDict):
    """The whole answer."""

    software: Software
    language: Language
    warnings: Warnings
    matches: list[Match]
    checklist: list[ChecklistRow]
    customer: Customer
    boundary: Boundary | None
    tone: Tone
    score: Score
    ruleset: Ruleset
    offsetEncoding: Encoding


class Change(TypedDict):
    """A field of the request and what to change."""

    field: str
    message: str


class Problem(TypedDict):
    """Why a request was not answered (RFC 9457); never holds what was sent."""

    type: str
    title: str
    status: int
    detail: str
    errors: list[Change]
