"""Every rule tried on its own examples, and every suggested wording tried on every rule."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import chain
from typing import Any, Literal

from coolhead import customer
from coolhead.customer import Turn
from coolhead.errors import Problem
from coolhead.matching import Engine, Exchange, Match, judge
from coolhead.review import Draft, Review, review
from coolhead.rules import Rule, RuleSet
from coolhead.rules.describing import outline
from coolhead.rules.model import Example
from coolhead.rules.source import Text

Side = Literal["bad", "good"]
FAILS, TOUCHY, DONE = "R030", "R031", "R032"
_UPSET = Exchange(mood="upset")


@dataclass(frozen=True)
class Outcome:
    """What one example showed; `failure` is empty when it came out as its rule says."""

    rule: Rule
    side: Side
    number: int
    example: Example
    failure: str = ""

    @property
    def name(self) -> str:
        """A readable id, like `blame-should-have-bad-0`."""
        return f"{self.rule.id}-{self.side}-{self.number}"

    def problem(self) -> Problem | None:
        """The failure at its place; a `todo` that came true is a warning."""
        where = self.example.where
        if self.example.todo:
            return (
                None if self.failure else Problem(where, DONE, "matched now: take the 'todo' away", "warning")
            )
        return Problem(where, FAILS, f"{self.rule.id}: {self.failure}") if self.failure else None


def cases(rules: Iterable[Rule]) -> Iterator[tuple[Rule, Side, int, Example]]:
    """Every example the phrase finder can try; rules of the sentence model have tests of their own."""
    for rule in rules:
        if rule.finder == "model":
            continue
        sides: tuple[Side, Side] = ("bad", "good")
        for side in sides:
            for number, example in enumerate(getattr(rule.examples, side)):
                yield rule, side, number, example


def run(engine: Engine, rules: Iterable[Rule] | None = None) -> Iterator[Outcome]:
    """Try the examples of `rules` (all of the set when None), in order."""
    for rule, side, number, example in cases(engine.ruleset.rules if rules is None else rules):
        yield Outcome(rule, side, number, example, _TRIED[rule.role](engine, rule, side, example))


def _fault(engine: Engine, rule: Rule, side: Side, example: Example) -> str:
    answer = review(draft_of(example), engine)
    spans = [(match.start, match.end) for match in _all(answer) if match.rule == rule]
    text = example.text
    if side == "good":
        return f"should stay silent, marks {_marked(text, spans)}" if spans else ""
    if not spans:
        return f"should be marked: “{text}”"
    if example.span and example.span not in spans:
        return f"marks {_marked(text, spans)} instead of {_marked(text, [example.span])}"
    return ""


def _virtue(engine: Engine, rule: Rule, side: Side, example: Example) -> str:
    rows = review(draft_of(example), engine).checklist
    status = next((row.status for row in rows if row.virtue == rule.kind), "not-due")
    if (status == "met") == (side == "good"):
        return ""
    wanted = "met" if side == "good" else "missing, weak or not due"
    return f"'{rule.kind}' is {status}, should be {wanted}: “{example.text}”"


def _signal(engine: Engine, rule: Rule, side: Side, example: Example) -> str:
    turns = (*_turns(example), Turn("customer", example.text))
    person, _ = customer.read(turns, engine, example.channel)
    shown = any(one.id == rule.kind and one.turn == person.turns - 1 for one in person.signals)
    if shown == (side == "bad"):
        return ""
    return f"should {'show' if side == 'bad' else 'not show'} '{rule.kind}': “{example.text}”"


_TRIED = {"fault": _fault, "virtue": _virtue, "signal": _signal}


def draft_of(example: Example) -> Draft:
    """The exchange an example describes; `customer` is the last message before the draft."""
    return Draft(str(example.text), _turns(example), example.channel)


def _turns(example: Example) -> tuple[Turn, ...]:
    earlier = tuple(Turn(turn.role, str(turn.text)) for turn in example.conversation)
    return (*earlier, Turn("customer", str(example.customer))) if example.customer else earlier


def _all(answer: Review) -> tuple[Match, ...]:
    return (*answer.matches, *answer.shadowed)


def _marked(text: str, spans: Iterable[tuple[int, int]]) -> str:
    return ", ".join(f"“{text[start:end]}”" for start, end in spans)


def check_wordings(engine: Engine, rules: Iterable[Rule] | None = None) -> Iterator[Problem]:
    """Rewrites, replacements, hints and boundary lines that a fault rule would flag, be the customer upset or
    as in the rule's first example."""
    for rule in engine.ruleset.rules if rules is None else rules:
        turns = next((turns for one in rule.examples.bad if (turns := _turns(one))), ())
        exchanges = {_UPSET, *(customer.read(said, engine)[1] for said in ((), turns))}
        for wording in (*rule.hints, *(rewrite.text for rewrite in rule.rewrites)):
            yield from _touchy(engine, wording, wording, exchanges)
        for replacement in rule.replacements:
            yield from _touchy(engine, replacement, _filled(rule, replacement), exchanges)
    for line in engine.ruleset.boundary.approved():
        yield from _touchy(engine, line, line, {Exchange(mood="abusive")})


def _filled(rule: Rule, replacement: str) -> str:
    """The first marked example with the replacement in its place."""
    for example in rule.examples.bad:
        if example.span:
            start, end = example.span
            return f"{example.text[:start]}{replacement}{example.text[end:]}"
    return replacement


def _touchy(engine: Engine, wording: Text, text: str, exchanges: Iterable[Exchange]) -> Iterator[Problem]:
    at = text.find(wording)
    inside = range(at, at + len(wording))
    draft = engine.read(text)
    for match in chain.from_iterable(judge(engine, draft, exchange).matches for exchange in exchanges):
        if _of_the_wording(match.rule) and (match.start in inside or match.end - 1 in inside):
            words = text[match.start : match.end]
            what = f"a suggested wording is itself marked by {match.rule.full_id}: “{words}”"
            yield Problem(wording.where, TOUCHY, what)


def _of_the_wording(rule: Rule) -> bool:
    """Whether the rule judges words, not what a whole message lacks."""
    return not (rule.before or rule.after or rule.longer_than or rule.opening or rule.when.draft_lacks)


def problems(engine: Engine, rules: Iterable[Rule] | None = None) -> list[Problem]:
    """Everything the examples and wordings of `rules` have to say, in the order of the files."""
    tried = tuple(engine.ruleset.rules if rules is None else rules)
    failed = (problem for outcome in run(engine, tried) if (problem := outcome.problem()))
    return sorted(dict.fromkeys((*failed, *check_wordings(engine, tried))))


def gate(engine: Engine, passed: RuleSet | None = None) -> RuleSet:
    """The engine's set without the rules whose own examples fail; those are reported in `problems`.

    `passed` is a set that went through the gate before: rules that say the same there are not tried again.
    """
    ruleset = engine.ruleset
    known = _as_said(passed) if passed and _same_words(passed, ruleset) else {}
    fresh = [rule for rule in ruleset.rules if known.get(rule.full_id) != outline(rule)]
    failed = [outcome for outcome in run(engine, fresh) if outcome.failure and not outcome.example.todo]
    if not failed:
        return ruleset
    told = tuple(problem for outcome in failed if (problem := outcome.problem()))
    broken = {outcome.rule.full_id for outcome in failed}
    kept = tuple(rule for rule in ruleset.rules if rule.full_id not in broken)
    return replace(ruleset, rules=kept, problems=(*ruleset.problems, *told))


def _as_said(ruleset: RuleSet) -> dict[str, dict[str, Any]]:
    return {rule.full_id: outline(rule) for rule in ruleset.rules}


def _same_words(one: RuleSet, other: RuleSet) -> bool:
    """Whether phrases mean the same in both; a new group alters none that was there before."""
    shared = one.groups.keys() & other.groups.keys()
    same = all(one.groups[name] == other.groups[name] for name in shared)
    return same and len(shared) == len(one.groups) and one.spellings == other.spellings
