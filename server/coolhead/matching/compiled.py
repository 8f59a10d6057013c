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

    def lists(self) -> Iterator[int | None]:
        """The numbers of all its lists, those of the alternatives too."""
        yield from (self.customer_has, self.last_message_has, self.unanswered)
        yield from (self.agent_has, self.draft_has, self.draft_lacks)
        for one in self.any_of:
            yield from one.lists()


@dataclass(frozen=True, slots=True, eq=False)
class CompiledRule:
    """A rule ready for matching."""

    rule: Rule
    role: str
    kind: str
    hints: tuple[str, ...]
    demanded: bool  # it has conditions, so that a virtue can be due
    neighbourly: bool  # it asks about the sentences around its own
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

    return CompiledRule(
        rule=rule,
        role=rule.role,
        kind=str(rule.kind),
        hints=tuple(map(str, rule.hints)),
        demanded=rule.when != When(),
        neighbourly=rule.beside is not None
        or any(one and one.within == "neighbour" for one in _contexts(rule)),
        asks=any(part.unanswered for part in rule.when.parts()),
        main=lists.number(rule.phrases),
        weak=lists.number(rule.not_enough),
        except_phrases=lists.number(rule.except_.phrases),
        except_sentence=lists.number(rule.except_.sentence),
        except_draft=lists.number(rule.except_.draft),
        except_before=beside(rule.except_.preceded_by),
        except_after=beside(rule.except_.followed_by),
        before=beside(rule.preceded_by),
        after=beside(rule.followed_by),
        beside=beside(rule.beside),
        repair=lists.number(rule.repaired_by.phrases) if rule.repaired_by else None,
        when=conditions(rule.when),
        severity_when=tuple(conditions(when) for when in rule.severity_when),
    )


def _contexts(rule: Rule) -> tuple[Context | None, ...]:
    return (rule.except_.preceded_by, rule.except_.followed_by, rule.preceded_by, rule.followed_by)


def asked_first(compiled: CompiledRule) -> frozenset[int]:
    """The lists a rule starts from, and those it looks for beyond the sentence of a hit."""
    beyond = [
        one.phrases
        for one in (compiled.except_before, compiled.except_after, compiled.before, compiled.after)
        if one is not None and one.within == "neighbour"
    ]
    numbers = [compiled.main, compiled.weak, compiled.except_draft, compiled.repair, *beyond]
    numbers += [compiled.beside.phrases] if compiled.beside else []
    for conditions in (compiled.when, *compiled.severity_when):
        numbers += conditions.lists()
    return frozenset(number for number in numbers if number is not None)
