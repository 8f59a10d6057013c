"""What surrounds a draft: the customer's mood and words, the channel, what was said before."""

from __future__ import annotations

from dataclasses import dataclass

from coolhead.matching.compiled import Conditions
from coolhead.matching.engine import Reading


@dataclass(frozen=True)
class Exchange:
    """The conversation as rules may ask about it. Lists are numbers of phrase lists that occur."""

    mood: str = "unknown"
    signals: frozenset[str] = frozenset()
    channel: str | None = None
    first_reply: bool = True
    customer_lists: frozenset[int] = frozenset()
    customer_words: frozenset[str] = frozenset()
    agent_lists: frozenset[int] = frozenset()

    def allows(self, conditions: Conditions, draft: Reading) -> bool:
        """Whether every condition that is given holds."""
        when = conditions.when
        return (
            (not when.mood or self.mood in when.mood)
            and (not when.signals or not self.signals.isdisjoint(when.signals))
            and (not when.channel or self.channel in when.channel)
            and (when.first_reply is None or when.first_reply is self.first_reply)
            and (conditions.customer_has is None or conditions.customer_has in self.customer_lists)
            and (conditions.agent_has is None or conditions.agent_has in self.agent_lists)
            and (conditions.draft_has is None or conditions.draft_has in draft.lists)
            and (conditions.draft_lacks is None or conditions.draft_lacks not in draft.lists)
        )
