"""A rule with its phrase lists replaced by numbers: equal lists share one number."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from coolhead.rules.fields import Phrase, Phrases
from coolhead.rules.model import Context, Nearby, Rule, When


class Lists:
    """All phrase lists of a rule set, each once."""

    def __init__(self) -> None:
        self._numbers: dict[tuple[Phrase, ...], int] = {}

    def number(self, phrases: Phrases) -> int | None:
        """The number of a list; None for an empty one."""
        return self._numbers.setdefault(tuple(phrases), len(self._numbers)) if phrases else None

    def __iter__(self) -> Iterator[tuple[Phrase, ...]]:
        return iter(self._numbers)


@dataclass(frozen=True, slots=True)
class Beside:
    """A phrase list and how near it has to be."""

    phrases: int
    within: int | Literal["sentence", "neighbour", "draft"]


@dataclass(frozen=True, slots=True)
class Conditions:
    """A rule's `when`, or one entry of its `severity_when`."""

    when: When
    customer_has: int | None
    last_message_has: int | None
    unanswered: int | None
    agent_has: int | None
    draft_has: int | None
    draft_lacks: int | None
    any_of: tuple[Conditions, ...]


@dataclass(frozen=True, slots=True, eq=False)
class CompiledRule:
    """A rule ready for matching."""

    rule: Rule
    role: str
    kind: str
    hints: tuple[str, ...]
    demanded: bool  # it has conditions, so that a virtue can be due
    neighbourly: bool  # it asks about the sentences around its own
    around: frozenset[int]  # all lists it looks for in the sentence of a hit
    needs: bool  # one of them has to be there
    asks: bool  # it looks for questions of the customer that were left open
    main: int | None
    weak: int | None
    except_phrases: int | None
    except_sentence: int | None
    except_draft: int | None
    except_before: Beside | None
    except_after: Beside | None
    before: Beside | None
    after: Beside | None
    beside: Beside | None
    repair: int | None
    when: Conditions
    severity_when: tuple[Conditions, ...]


def compile_rule(rule: Rule, lists: Lists) -> CompiledRule:
    """Number every phrase list of a rule."""

    def beside(where: Context | Nearby | None) -> Beside | None:
        number = lists.number(where.phrases) if where else None
        return None if where is None or number is None else Beside(number, where.within)

    def conditions(when: When) -> Conditions:
        return Conditions(
            when,
            customer_has=lists.number(when.customer_has),
            last_message_has=lists.number(when.last_message_has),
            unanswered=lists.number(when.unanswered),
            agent_has=lists.number(when.agent_has),
            draft_has=lists.number(when.draft_has),
            draft_lacks=lists.number(when.draft_lacks),
            any_of=tuple(map(conditions, when.any_of)),
        )

    contexts = (rule.except_.preceded_by, rule.except_.followed_by, rule.preceded_by, rule.followed_by)
    except_before, except_after, before, after = own = [beside(where) for where in contexts]
    except_phrases = lists.number(rule.except_.phrases)
    except_sentence = lists.number(rule.except_.sentence)
    near = [one for one in own if one and one.within != "neighbour"]
    around = (except_phrases, except_sentence, *(one.phrases for one in near))
    return CompiledRule(
        rule=rule,
        role=rule.role,
        kind=str(rule.kind),
        hints=tuple(map(str, rule.hints)),
        demanded=rule.when != When(),
        neighbourly=rule.beside is not None or any(one and one.within == "neighbour" for one in own),
        around=frozenset(number for number in around if number is not None),
        needs=any(one in near for one in (before, after)),
        asks=any(part.unanswered for part in rule.when.parts()),
        main=lists.number(rule.phrases),
        weak=lists.number(rule.not_enough),
        except_phrases=except_phrases,
        except_sentence=except_sentence,
        except_draft=lists.number(rule.except_.draft),
        except_before=except_before,
        except_after=except_after,
        before=before,
        after=after,
        beside=beside(rule.beside),
        repair=lists.number(rule.repaired_by.phrases) if rule.repaired_by else None,
        when=conditions(rule.when),
        severity_when=tuple(conditions(when) for when in rule.severity_when),
    )
