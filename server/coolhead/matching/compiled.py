"""A rule with each of its phrase lists replaced by one bit of an integer: equal lists share one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import reduce
from operator import or_
from typing import Literal

from coolhead.rules.fields import Phrase, Phrases
from coolhead.rules.model import Context, Nearby, Rule, When


class Lists:
    """All phrase lists of a rule set, each once; several together are the sum of their bits."""

    def __init__(self) -> None:
        self._bits: dict[tuple[Phrase, ...], int] = {}

    def bit(self, phrases: Phrases) -> int:
        """The bit of a list; 0 for an empty one."""
        return self._bits.setdefault(tuple(phrases), 1 << len(self._bits)) if phrases else 0

    def __iter__(self) -> Iterator[tuple[int, tuple[Phrase, ...]]]:
        return iter((bit, phrases) for phrases, bit in self._bits.items())


@dataclass(frozen=True, slots=True)
class Beside:
    """A phrase list and how near it has to be."""

    phrases: int
    within: int | Literal["sentence", "neighbour", "draft"]


@dataclass(frozen=True, slots=True)
class Conditions:
    """A rule's `when`, or one entry of its `severity_when`; `given` when it asks anything."""

    when: When
    given: bool
    customer_has: int
    last_message_has: int
    unanswered: int
    agent_has: int
    agent_lacks: int
    draft_has: int
    draft_lacks: int
    any_of: tuple[Conditions, ...]


@dataclass(frozen=True, slots=True, eq=False)
class CompiledRule:
    """A rule ready for matching."""

    rule: Rule
    role: str
    kind: str
    hints: tuple[str, ...]
    neighbourly: bool  # it asks about the sentences around its own
    around: int  # all lists it looks for in the sentence of a hit
    needs: bool  # one of them has to be there
    asks: bool  # it looks for questions of the customer that were left open
    main: int
    weak: int
    except_phrases: int
    except_sentence: int
    except_draft: int
    except_before: Beside | None
    except_after: Beside | None
    before: Beside | None
    after: Beside | None
    beside: Beside | None
    repair: int
    when: Conditions
    severity_when: tuple[Conditions, ...]


def compile_rule(rule: Rule, lists: Lists) -> CompiledRule:
    """Number every phrase list of a rule."""

    def beside(where: Context | Nearby | None) -> Beside | None:
        bit = lists.bit(where.phrases) if where else 0
        return Beside(bit, where.within) if where and bit else None

    def conditions(when: When) -> Conditions:
        return Conditions(
            when,
            given=when != When(),
            customer_has=lists.bit(when.customer_has),
            last_message_has=lists.bit(when.last_message_has),
            unanswered=lists.bit(when.unanswered),
            agent_has=lists.bit(when.agent_has),
            agent_lacks=lists.bit(when.agent_lacks),
            draft_has=lists.bit(when.draft_has),
            draft_lacks=lists.bit(when.draft_lacks),
            any_of=tuple(map(conditions, when.any_of)),
        )

    contexts = (rule.except_.preceded_by, rule.except_.followed_by, rule.preceded_by, rule.followed_by)
    except_before, except_after, before, after = own = [beside(where) for where in contexts]
    except_phrases = lists.bit(rule.except_.phrases)
    except_sentence = lists.bit(rule.except_.sentence)
    near = [one for one in own if one and one.within != "neighbour"]
    around = (except_phrases, except_sentence, *(one.phrases for one in near))
    return CompiledRule(
        rule=rule,
        role=rule.role,
        kind=str(rule.kind),
        hints=tuple(map(str, rule.hints)),
        neighbourly=rule.beside is not None or any(one and one.within == "neighbour" for one in own),
        around=reduce(or_, around),
        needs=any(one in near for one in (before, after)),
        asks=any(part.unanswered for part in rule.when.parts()),
        main=lists.bit(rule.phrases),
        weak=lists.bit(rule.not_enough),
        except_phrases=except_phrases,
        except_sentence=except_sentence,
        except_draft=lists.bit(rule.except_.draft),
        except_before=except_before,
        except_after=except_after,
        before=before,
        after=after,
        beside=beside(rule.beside),
        repair=lists.bit(rule.repaired_by.phrases) if rule.repaired_by else 0,
        when=conditions(rule.when),
        severity_when=tuple(conditions(when) for when in rule.severity_when),
    )
