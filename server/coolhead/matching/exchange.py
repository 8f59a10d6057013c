"""What surrounds a draft: the customer's mood and words, the channel, what was said before."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from coolhead.matching.compiled import Conditions
from coolhead.matching.engine import Reading

USUAL_CHANNEL = "email"  # what a request that names none is taken for
_SEVERAL = 2
_ASKS_FOR_SOMETHING = 2  # content words a question has at least, so that an answer would take one up
_STEM = 5  # letters two forms of a word have in common: deliver, delivery


@dataclass(frozen=True)
class Exchange:
    """The conversation as rules may ask about it; readings oldest first, `common` words carry no meaning."""

    mood: str = "unknown"
    signals: frozenset[str] = frozenset()
    channel: str | None = None
    first_reply: bool = True
    customer: tuple[Reading, ...] = ()
    agent: tuple[Reading, ...] = ()
    common: frozenset[str] = frozenset()

    @cached_property
    def customer_words(self) -> frozenset[str]:
        """The words of the customer's messages that carry meaning."""
        sentences = (sentence for one in self.customer for sentence in one.sentences)
        return frozenset(word for sentence in sentences for word in sentence.content) - self.common

    def allows(self, conditions: Conditions, draft: Reading) -> bool:
        """Whether every condition that is given holds."""
        when = conditions.when
        return not conditions.given or (
            (not when.mood or self.mood in when.mood)
            and (not when.signals or not self.signals.isdisjoint(when.signals))
            and (not when.channel or (self.channel or USUAL_CHANNEL) in when.channel)
            and (when.first_reply is None or when.first_reply is self.first_reply)
            and _held(self.customer, conditions.customer_has)
            and _held(self.customer[-1:], conditions.last_message_has)
            and _held(self.agent, conditions.agent_has)
            and not any(reading.holds(conditions.agent_lacks) for reading in self.agent)
            and _held((draft,), conditions.draft_has)
            and not draft.holds(conditions.draft_lacks)
            and (not conditions.unanswered or self._is_open(conditions.unanswered, draft))
            and (not when.any_of or any(self.allows(one, draft) for one in conditions.any_of))
        )

    def _is_open(self, phrases: int, draft: Reading) -> bool:
        """Whether, of several questions in the last message, the draft takes up no word of one of these."""
        last = [sentence for one in self.customer[-1:] for sentence in one.sentences]
        if sum("?" in sentence.tokens.keys[-1] for sentence in last) < _SEVERAL:
            return False  # the answer to a single question needs none of its words
        asked = [
            _stems(sentence.content - self.common) for sentence in last if phrases & sentence.found.lists
        ]
        taken_up = _stems(word for sentence in draft.sentences for word in sentence.content)
        return any(len(one) >= _ASKS_FOR_SOMETHING and taken_up.isdisjoint(one) for one in asked)


def _stems(words: Iterable[str]) -> frozenset[str]:
    return frozenset(word[:_STEM] for word in words)


def _held(readings: Iterable[Reading], phrases: int) -> bool:
    return not phrases or any(reading.holds(phrases) for reading in readings)
