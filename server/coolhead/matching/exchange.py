"""What surrounds a draft: the customer's mood and words, the channel, what was said before."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from coolhead.matching.compiled import Conditions
from coolhead.matching.engine import Reading

USUAL_CHANNEL = "email"  # what a request that names none is taken for


@dataclass(frozen=True)
class Exchange:
    """The conversation as rules may ask about it. The readings are oldest first."""

    mood: str = "unknown"
    signals: frozenset[str] = frozenset()
    channel: str | None = None
    first_reply: bool = True
    customer: tuple[Reading, ...] = ()
    agent: tuple[Reading, ...] = ()

    @cached_property
    def customer_words(self) -> frozenset[str]:
        """The words of the customer's messages that carry meaning."""
        return frozenset(
            word for one in self.customer for sentence in one.sentences for word in sentence.content
        )

    def allows(self, conditions: Conditions, draft: Reading) -> bool:
        """Whether every condition that is given holds."""
        when = conditions.when
        return (
            (not when.mood or self.mood in when.mood)
            and (not when.signals or not self.signals.isdisjoint(when.signals))
            and (not when.channel or (self.channel or USUAL_CHANNEL) in when.channel)
            and (when.first_reply is None or when.first_reply is self.first_reply)
            and (conditions.customer_has is None or _hold(self.customer, conditions.customer_has))
            and (conditions.agent_has is None or _hold(self.agent, conditions.agent_has))
            and (conditions.draft_has is None or draft.holds(conditions.draft_has))
            and (conditions.draft_lacks is None or not draft.holds(conditions.draft_lacks))
        )


def _hold(readings: tuple[Reading, ...], number: int) -> bool:
    return any(reading.holds(number) for reading in readings)
