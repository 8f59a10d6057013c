"""The customer's side of the conversation → mood and signals with evidence (families C01–C15)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from coolhead.matching import Engine, Exchange, Reading, placed, span

Mood = Literal["calm", "upset", "abusive", "satisfied", "unknown"]
_UPSET_FROM = 2  # summed weights of the signals in the last message


@dataclass(frozen=True, slots=True)
class Turn:
    """One message of the conversation; `role` is customer or agent."""

    role: Literal["customer", "agent"]
    text: str


@dataclass(frozen=True, slots=True)
class Signal:
    """A signal and the customer's words that show it. `turn` counts the customer's messages from 0."""

    id: str
    evidence: str
    turn: int
    weight: int
    mood: str


@dataclass(frozen=True)
class Customer:
    """How the customer comes across; `intensity` is the summed weight of the last message (C15)."""

    mood: Mood = "unknown"
    signals: tuple[Signal, ...] = ()
    intensity: int = 0
    turns: int = 0


def read(
    conversation: Sequence[Turn], engine: Engine, channel: str | None = None
) -> tuple[Customer, Exchange]:
    """Mood, signals, and what rules may ask about the conversation."""
    readings = [(turn.role, engine.read(turn.text)) for turn in conversation]
    theirs = tuple(reading for role, reading in readings if role == "customer")
    ours = tuple(reading for role, reading in readings if role == "agent")
    signals = tuple(
        signal for number, reading in enumerate(theirs) for signal in _signals(engine, reading, number)
    )
    customer = _mood(signals, len(theirs))
    exchange = Exchange(
        mood=customer.mood,
        signals=frozenset(signal.id for signal in signals),
        channel=channel,
        first_reply=not ours,
        customer=theirs,
        agent=ours,
        common=engine.common,
    )
    return customer, exchange


def _signals(engine: Engine, reading: Reading, number: int) -> Iterator[Signal]:
    known = engine.ruleset.guidelines.signal_by_id
    for index, hit in placed(reading, "signal"):
        rule = hit.compiled.rule
        start, end = span(reading, index, hit)
        kind = known[str(rule.kind)]
        yield Signal(
            str(rule.kind), reading.segments.text[start:end], number, rule.weight or kind.weight, kind.mood
        )


def _mood(signals: Sequence[Signal], turns: int) -> Customer:
    """Each message decides, together with what is left of the trouble before it: half of it, and never
    nothing until the customer is content (C15)."""
    mood: Mood = "unknown"
    left = intensity = 0
    weights: Counter[tuple[int, str]] = Counter()
    for signal in signals:
        weights[signal.turn, signal.mood] += signal.weight
    for turn in range(turns):
        upset, abusive, satisfied = (weights[turn, shown] for shown in ("upset", "abusive", "satisfied"))
        intensity = upset + abusive
        if satisfied > upset and not abusive:
            mood, left = "satisfied", 0
            continue
        mood = "abusive" if abusive else "upset" if upset + left >= _UPSET_FROM else "calm"
        left = max((intensity + left) // 2, min(1, intensity + left))
    return Customer(mood, tuple(signals), intensity, turns)
