"""Hits of the whole draft → the matches an agent sees, and the evidence of virtues."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple

from coolhead.matching import again, context
from coolhead.matching.compiled import CompiledRule
from coolhead.matching.engine import Engine, Hit, Reading
from coolhead.matching.evidence import Evidence, evidence_of
from coolhead.matching.exchange import Exchange
from coolhead.matching.placing import Heard, is_opening, placed, span, stands
from coolhead.rules.model import Rule

Severity = Literal["error", "warning", "suggestion"]
_WEAKER: dict[str, Severity] = {"error": "warning", "warning": "suggestion", "suggestion": "suggestion"}
RANK = {"error": 3, "warning": 2, "suggestion": 1}


class Match(NamedTuple):
    """A fault: offsets in code points of the draft, the sentence's index, and whether help follows it."""

    rule: Rule
    start: int
    end: int
    sentence: int
    severity: Severity
    confidence: float = 1.0
    repaired: bool = False


@dataclass(frozen=True)
class Verdict:
    """What the draft shows. `shadowed` matches lie under a stronger one and are not shown."""

    matches: tuple[Match, ...]
    shadowed: tuple[Match, ...]
    evidence: tuple[Evidence, ...]


def judge(engine: Engine, draft: Reading, exchange: Exchange, heard: Iterable[Heard] = ()) -> Verdict:
    """Decide about every hit. `heard` are further candidates, from the sentence model."""
    heard = tuple(heard)
    evidence = evidence_of(engine, draft, exchange, heard)
    found = (*placed(draft, "fault"), *again.whole_sentences(engine, draft, exchange))
    hits = [*((index, hit, 1.0) for index, hit in found), *_by_ear(engine, draft, heard)]
    faults = list(_faults(engine, draft, exchange, evidence, hits))
    matches, shadowed = _strongest(engine, faults)
    return Verdict(matches, shadowed, tuple(_unspoiled(evidence, faults)))


def _unspoiled(evidence: Iterable[Evidence], faults: Sequence[Match]) -> Iterator[Evidence]:
    """Words that are a fault prove nothing; words beside a fault that the rule names prove little."""
    if not faults:
        yield from evidence
        return
    flagged = [match for match in faults if match.severity != "suggestion"]
    touched = {match.sentence for match in flagged}
    beside = {(match.sentence, str(match.rule.kind)) for match in faults}
    anywhere = {str(match.rule.kind) for match in flagged}
    for one in evidence:
        if one.sentence in touched and any([one.start < bad.end and bad.start < one.end for bad in flagged]):
            continue
        by = one.rule.spoiled_by
        if one.rule.spoiled_within == "draft":
            spoiled = not anywhere.isdisjoint(by)
        else:
            spoiled = bool(by) and any([(one.sentence, kind) in beside for kind in by])
        yield one._replace(weak=True) if spoiled else one


def _by_ear(engine: Engine, draft: Reading, heard: Iterable[Heard]) -> Iterator[tuple[int, Hit, float]]:
    """The model's candidates as hits of the rule for their kind, under the same exceptions as any other."""
    for one in heard:
        compiled = engine.by_ear.get(one.kind)
        if compiled is None:
            continue
        sentence = draft.sentences[one.sentence]
        first, last = sentence.tokens.covering(one.start, one.end)
        hit = Hit(compiled, first, last, weak=False)
        if context.holds_in_sentence(compiled, first, last, sentence.found) and stands(
            hit, one.sentence, draft
        ):
            yield one.sentence, hit, one.confidence


def _faults(
    engine: Engine,
    draft: Reading,
    exchange: Exchange,
    evidence: Sequence[Evidence],
    candidates: Iterable[tuple[int, Hit, float]],
) -> Iterator[Match]:
    seen: Counter[CompiledRule] = Counter()
    for index, hit, confidence in candidates:
        compiled = hit.compiled
        if not exchange.allows(compiled.when, draft):
            continue
        if not _takes_up(compiled.rule, draft, index, hit, exchange):
            continue
        seen[compiled] += 1
        if compiled.rule.count and seen[compiled] < compiled.rule.count:
            continue
        start, end = span(draft, index, hit)
        if not _in_place(compiled.rule, draft, index, start, evidence):
            continue
        repaired = _repaired(compiled, draft, index, evidence)
        if severity := _severity(compiled, draft, exchange, repaired):
            yield Match(compiled.rule, start, end, index, severity, confidence, repaired)
    yield from _on_the_whole(engine, draft, exchange)


def _takes_up(rule: Rule, draft: Reading, index: int, hit: Hit, exchange: Exchange) -> bool:
    """`overlap` and `repeats`: whose words the hit takes up, the customer's or the agent's own."""
    sentence = draft.sentences[index]
    if rule.overlap and len(sentence.content & exchange.customer_words) < rule.overlap:
        return False
    return rule.repeats is None or again.is_repeated(sentence, hit, exchange, rule.repeats)


def _in_place(rule: Rule, draft: Reading, index: int, start: int, evidence: Sequence[Evidence]) -> bool:
    """`longer_than`, `opening`, `before`, `after`: in what draft the hit has to lie, and where in it."""
    if draft.words <= (rule.longer_than or 0) or (rule.opening and not is_opening(index, draft)):
        return False
    earlier = [one for one in evidence if one.start < start and not one.weak]
    if any(one.rule.kind in rule.before for one in earlier):
        return False
    return not rule.after or any(one.rule.kind in rule.after and one.sentence < index for one in earlier)


def _severity(compiled: CompiledRule, draft: Reading, exchange: Exchange, repaired: bool) -> Severity | None:
    """How grave a hit is; None when it is off or undone by help."""
    severity = next(
        (one.when.severity for one in compiled.severity_when if exchange.allows(one, draft)),  # type: ignore[attr-defined]
        compiled.rule.severity,
    )
    repair = compiled.rule.repaired_by
    if severity == "off" or (repaired and repair and repair.then == "drop"):
        return None
    return _WEAKER[severity] if repaired else severity


def _repaired(compiled: CompiledRule, draft: Reading, index: int, evidence: Sequence[Evidence]) -> bool:
    repair = compiled.rule.repaired_by
    if repair is None:
        return False
    reach = range(index, index + repair.sentences + 1)
    if any(one.rule.kind in repair.virtues and one.sentence in reach and not one.weak for one in evidence):
        return True
    return any(
        compiled.repair & sentence.found.lists
        for sentence in draft.sentences[index : index + repair.sentences + 1]
    )


def _on_the_whole(engine: Engine, draft: Reading, exchange: Exchange) -> Iterator[Match]:
    """Rules that judge the draft as a whole mark its last sentence."""
    for compiled in engine.of_the_draft:
        rule = compiled.rule
        if rule.severity == "off" or draft.words <= (rule.longer_than or 0):
            continue
        if draft.sentences and exchange.allows(compiled.when, draft):
            last = draft.segments.sentences[-1]
            yield Match(rule, last.start, last.end, len(draft.sentences) - 1, rule.severity)


def _strongest(engine: Engine, found: Sequence[Match]) -> tuple[tuple[Match, ...], tuple[Match, ...]]:
    """Of matches on the same words one stays: phrases before the model, severity, higher layer, length."""

    def weight(one: Match) -> tuple[float, ...]:
        heard = one.rule.finder == "model"
        return (heard, -RANK[one.severity], -engine.heights.get(one.rule.layer, 0), one.start - one.end)

    kept: list[Match] = []
    shadowed: list[Match] = []
    for match in sorted(found, key=weight):
        hidden = any(match.start < other.end and other.start < match.end for other in kept)
        (shadowed if hidden else kept).append(match)
    return tuple(sorted(kept, key=lambda one: one.start)), tuple(shadowed)
