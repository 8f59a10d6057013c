"""What a rule must keep to beyond its form: known names, matching roles, phrases that can be reached."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from coolhead.errors import Problem
from coolhead.rules import phrases
from coolhead.rules.boundary import Boundary
from coolhead.rules.complaints import suggest
from coolhead.rules.conditions import When
from coolhead.rules.fields import Phrase
from coolhead.rules.guidelines import Guidelines, Role
from coolhead.rules.model import RuleText
from coolhead.rules.source import Block, Text

Groups = Mapping[str, tuple[Phrase, ...]]

UNREACHABLE = "R013"
_ONLY: dict[str, frozenset[Role]] = {
    "severity": frozenset({"fault"}),
    "finder": frozenset({"fault"}),
    "severity_when": frozenset({"fault"}),
    "repaired_by": frozenset({"fault"}),
    "count": frozenset({"fault"}),
    "before": frozenset({"fault"}),
    "after": frozenset({"fault"}),
    "longer_than": frozenset({"fault"}),
    "repeats": frozenset({"fault"}),
    "replacements": frozenset({"fault"}),
    "rewrites": frozenset({"fault"}),
    "hints": frozenset({"virtue"}),
    "not_enough": frozenset({"virtue"}),
    "spoiled_by": frozenset({"virtue"}),
    "spoiled_within": frozenset({"virtue"}),
    "weight": frozenset({"signal"}),
}


def check_rule(rule: RuleText, raw: Block, guidelines: Guidelines) -> Iterator[Problem]:
    """Everything wrong with one rule that its form alone does not show."""
    yield from check_table(raw, guidelines)
    if role := guidelines.role(rule.kind):
        yield from _check_guideline(rule, role, guidelines)
        yield from _check_names(rule, guidelines)
        yield from _check_role(rule, raw, role)
        yield from _check_examples(rule, raw)
        yield from _check_reach(rule)


def check_table(raw: object, guidelines: Guidelines) -> Iterator[Problem]:
    """A kind or a guideline that is not in the table; told of a rule of the wrong form too."""
    kinds = (*guidelines.faults, *guidelines.virtues, *guidelines.signal_by_id)
    for key, code, known in (("kind", "R008", kinds), ("guideline", "R009", tuple(guidelines.by_id))):
        name = raw.get(key) if isinstance(raw, Block) else None
        if isinstance(name, Text) and name:
            yield from _unknown([name], known, code, key)


def _check_guideline(rule: RuleText, role: Role, guidelines: Guidelines) -> Iterator[Problem]:
    if rule.guideline is None:
        if role != "signal":
            yield Problem(rule.id.where, "R004", f"missing key 'guideline': {_listed(rule.kind, guidelines)}")
        return
    guideline = guidelines.by_id.get(rule.guideline)
    if guideline and role != "signal" and rule.kind not in (*guideline.faults, *guideline.virtues):
        what = f"guideline '{guideline.id}' does not list '{rule.kind}': {_listed(rule.kind, guidelines)}"
        yield Problem(rule.guideline.where, "R009", what)


def _listed(kind: str, guidelines: Guidelines) -> str:
    by = [str(one.id) for one in guidelines.guidelines if kind in (*one.faults, *one.virtues)]
    return f"'{kind}' is listed by {', '.join(by)}"


def _check_names(rule: RuleText, guidelines: Guidelines) -> Iterator[Problem]:
    signals = [signal for condition in _conditions_of(rule) for signal in condition.signals]
    yield from _unknown(signals, guidelines.signal_by_id, "R011", "signal")
    helping = rule.repaired_by.virtues if rule.repaired_by else ()
    yield from _unknown((*rule.before, *rule.after, *helping), guidelines.virtues, "R011", "virtue")
    yield from _unknown(rule.spoiled_by, guidelines.faults, "R011", "fault")
    families = {str(family) for one in guidelines.guidelines for family in one.families}
    yield from _unknown([rule.family] if rule.family else [], families, "R011", "family")


def _unknown(names: Iterable[Text], known: Iterable[str], code: str, what: str) -> Iterator[Problem]:
    for name in names:
        if name not in known:
            yield Problem(name.where, code, f"unknown {what} '{name}'{suggest(name, known)}")


def _check_role(rule: RuleText, raw: Block, role: Role) -> Iterator[Problem]:
    for key in raw:
        allowed = _ONLY.get(key)
        if allowed and role not in allowed and not (key == "severity" and rule.severity == "off"):
            yield Problem(raw.key(key).where, "R014", f"'{key}' has no meaning in a rule for a {role}")
    by_model = rule.finder == "model"
    if by_model and rule.phrases:
        yield Problem(raw.key("phrases").where, "R014", "'phrases' has no meaning beside 'finder: model'")
    of_the_draft = rule.longer_than or rule.repeats or rule.when.unanswered
    stands_alone = rule.overlap or of_the_draft or role == "virtue" or by_model
    if not rule.phrases and not stands_alone:
        yield Problem(rule.id.where, "R004", "missing key 'phrases'")


def _check_examples(rule: RuleText, raw: Block) -> Iterator[Problem]:
    where = raw.key("examples").where
    for side in ("bad", "good"):
        if not getattr(rule.examples, side):
            yield Problem(where, "R012", f"needs at least one {side} example")


def _check_reach(rule: RuleText) -> Iterator[Problem]:
    seen: dict[phrases.Tree, Phrase] = {}
    for phrase in rule.phrases:
        earlier = seen.setdefault(phrase.tree, phrase)
        if earlier is not phrase:
            what = f"never reached: the same phrase stands in line {earlier.where.line}"
            yield Problem(phrase.where, UNREACHABLE, what)
        for exception in rule.except_.phrases:
            if len(exception.tree) <= len(phrase.tree) and _holds(phrase.tree, exception.tree):
                what = f"never reached: always excepted by '{exception.text}' in line {exception.where.line}"
                yield Problem(phrase.where, UNREACHABLE, what)


def _holds(tree: phrases.Tree, part: phrases.Tree) -> bool:
    return any(tree[at : at + len(part)] == part for at in range(len(tree) - len(part) + 1))


def check_boundary(boundary: Boundary, guidelines: Guidelines) -> Iterator[Problem]:
    """Steps twice, signals nobody knows."""
    for number, step in enumerate(boundary.steps):
        yield from _unknown(
            [signal for due in step.when for signal in due.signals], guidelines.signal_by_id, "R011", "signal"
        )
        if step.id in [other.id for other in boundary.steps[:number]]:
            yield Problem(step.id.where, "R007", f"step '{step.id}' is there twice")


def phrases_of(rule: RuleText) -> Iterator[Phrase]:
    """Every phrase of a rule, wherever it stands."""
    but = rule.except_
    contexts = (rule.beside, rule.preceded_by, rule.followed_by, but.preceded_by, but.followed_by)
    yield from (*rule.phrases, *but.phrases, *but.sentence, *but.draft, *rule.not_enough)
    for context in contexts:
        yield from context.phrases if context else ()
    for one in _conditions_of(rule):
        yield from (*one.customer_has, *one.last_message_has, *one.unanswered)
        yield from (*one.draft_has, *one.draft_lacks, *one.agent_has, *one.agent_lacks)
    yield from rule.repaired_by.phrases if rule.repaired_by else ()


def _conditions_of(rule: RuleText) -> Iterator[When]:
    for one in (rule.when, *rule.severity_when):
        yield from one.parts()


def check_groups(own: Groups, below: Groups) -> tuple[dict[str, tuple[Phrase, ...]], list[Problem]]:
    """The groups that can be used, and what is wrong with the others (unknown names, cycles)."""
    usable = dict(own)
    problems: list[Problem] = []
    while broken := [name for name in usable if not _settled(name, usable, below)]:
        for name in broken:
            problems.extend(_group_problems(name, own, below))
            del usable[name]
    return usable, problems


def _settled(name: str, groups: Groups, below: Groups) -> bool:
    return all(used in groups or used in below for phrase in groups[name] for used in _uses(phrase)) and (
        name not in _reach(name, groups)
    )


def _uses(phrase: Phrase) -> Iterable[str]:
    return sorted(phrases.groups(phrase.tree)) if "<" in phrase.text else ()


def _reach(name: str, groups: Groups) -> set[str]:
    reached: set[str] = set()
    waiting = [name]
    while waiting:
        for phrase in groups.get(waiting.pop(), ()):
            fresh = set(_uses(phrase)) - reached
            reached |= fresh
            waiting.extend(fresh)
    return reached


def _group_problems(name: str, own: Groups, below: Groups) -> Iterator[Problem]:
    if name in _reach(name, own):
        yield Problem(own[name][0].where, "R010", f"group '{name}' uses itself")
        return
    for phrase in own[name]:
        yield from unknown_groups(phrase, {*own, *below})


def unknown_groups(phrase: Phrase, known: Iterable[str], broken: Iterable[str] = ()) -> Iterator[Problem]:
    """A problem for each `<group>` of the phrase that cannot be used, at its column."""
    for used in _uses(phrase):
        if used not in known:
            column = phrase.where.column + max(phrase.text.find(f"<{used}>"), 0)
            hint = suggest(used, {*known, *phrases.SHAPES})
            what = f"group <{used}> is broken itself" if used in broken else f"unknown group <{used}>{hint}"
            yield Problem(phrase.where._replace(column=column), "R010", what)
