"""When a customer is abusive, or swears in anger: the organisation's approved next line (ladder D0–D4)."""

from __future__ import annotations

from dataclasses import dataclass

from coolhead.customer import Customer
from coolhead.rules.boundary import Boundary, Step


@dataclass(frozen=True, slots=True)
class Offer:
    """One step of the ladder, ready to show: wording to use as it is, advice for the agent."""

    step: str
    title: str
    advice: str
    lines: tuple[str, ...]
    exit_line: str | None
    support: str | None
    stance: str
    signals: tuple[str, ...]


def offer(boundary: Boundary, customer: Customer) -> Offer | None:
    """The furthest step that is due after the customer's last message; None when none is.

    Strong words of a customer who is content, or calm, ask for nothing.
    """
    if customer.mood not in ("upset", "abusive"):
        return None
    due = [step for step in boundary.steps if _is_due(step, boundary.stance, customer)]
    if not due:
        return None
    step = due[-1]
    return Offer(
        step=str(step.id),
        title=str(step.title),
        advice=str(step.advice),
        lines=tuple(map(str, step.lines)),
        exit_line=str(boundary.exit_line) if step.exit and boundary.exit_line else None,
        support=str(boundary.support) if boundary.support else None,
        stance=boundary.stance,
        signals=tuple(
            dict.fromkeys(
                signal.id for signal in customer.signals if any(signal.id in due.signals for due in step.when)
            )
        ),
    )


def _is_due(step: Step, stance: str, customer: Customer) -> bool:
    """A step asks for its signals in so many of the customer's messages, the last one among them."""
    for due in step.when:
        turns = {signal.turn for signal in customer.signals if signal.id in due.signals}
        if customer.turns - 1 in turns and len(turns) >= getattr(due.times, stance):
            return True
    return False
