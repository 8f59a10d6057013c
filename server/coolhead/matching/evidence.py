"""The proofs of virtues: what the rules find, and what only the sentence model hears."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from coolhead.matching import context
from coolhead.matching.approved import used
from coolhead.matching.engine import Engine, Reading
from coolhead.matching.exchange import Exchange
from coolhead.matching.placing import Heard, is_opening, placed, span
from coolhead.rules.boundary import VIRTUE
from coolhead.rules.model import Rule


class Evidence(NamedTuple):
    """A virtue shown by a span of the draft; `weak` when it is there but not enough."""

    rule: Rule
    start: int
    end: int
    sentence: int
    weak: bool


def evidence_of(
    engine: Engine, draft: Reading, exchange: Exchange, heard: Iterable[Heard]
) -> tuple[Evidence, ...]:
    """Every proof of a virtue, in the order of the draft."""
    seen = tuple(_by_rule(engine, draft, exchange))
    return tuple(sorted((*seen, *_by_ear(engine, draft, heard, seen)), key=lambda one: one.start))


def _by_rule(engine: Engine, draft: Reading, exchange: Exchange) -> Iterator[Evidence]:
    for index, hit in placed(draft, "virtue"):
        if _fits(hit.compiled.rule, draft, index, exchange):
            yield Evidence(hit.compiled.rule, *span(draft, index, hit), index, hit.weak)
    for first, last in used(engine.approved, draft) if exchange.mood == "abusive" else ():
        start, end = draft.segments.sentences[first].start, draft.segments.sentences[last].end
        for compiled in engine.virtues.get(VIRTUE, ())[:1]:
            yield Evidence(compiled.rule, start, end, first, False)
    for compiled in engine.echoes if exchange.customer_words else ():
        for index, sentence in enumerate(draft.segments.sentences):
            near = context.is_beside(compiled.beside, index, draft.sentences)
            if near and _fits(compiled.rule, draft, index, exchange):
                yield Evidence(compiled.rule, sentence.start, sentence.end, index, False)


def _by_ear(
    engine: Engine, draft: Reading, heard: Iterable[Heard], seen: Sequence[Evidence]
) -> Iterator[Evidence]:
    """What the model hears counts in sentences where no rule finds that virtue, nor denies it."""
    heard = tuple(heard)
    spoken = {(str(one.rule.kind), one.sentence) for one in seen} if heard else set()
    for one in heard:
        rules = engine.virtues.get(one.kind, ())
        found = draft.sentences[one.sentence].found
        if any(context.is_denied(compiled, found) for compiled in rules):
            continue
        if rules and (one.kind, one.sentence) not in spoken:
            sentence = draft.segments.sentences[one.sentence]
            rule = rules[0].rule
            yield Evidence(
                rule, sentence.start + one.start, sentence.start + one.end, one.sentence, weak=False
            )


def _fits(rule: Rule, draft: Reading, index: int, exchange: Exchange) -> bool:
    """`opening` and `overlap`: where evidence has to lie, how much of the customer's words it takes up."""
    if rule.opening and not is_opening(index, draft):
        return False
    if rule.overlap is None:
        return True
    return len(draft.sentences[index].content & exchange.customer_words) >= rule.overlap
