"""One layer on top of another: new rules, changes, locks, the boundary."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from coolhead.errors import Position, Problem
from coolhead.rules.boundary import Boundary
from coolhead.rules.changes import Change, ExceptChange, PhraseChange, TextChange
from coolhead.rules.complaints import suggest
from coolhead.rules.fields import Phrase
from coolhead.rules.loading import LoadedPack
from coolhead.rules.model import Except, Origin, Rewrite, Rule

PERSON = "person"
EXPIRED = "R023"
_STRENGTH = {"off": 0, "suggestion": 1, "warning": 2, "error": 3}


class _Refused(Exception):
    """A change that cannot be applied, and why."""

    def __init__(self, code: str, what: str) -> None:
        self.code = code
        self.what = what


@dataclass
class Merged:
    """What the layers so far add up to; rules by full id."""

    rules: dict[str, Rule] = field(default_factory=dict)
    groups: dict[str, tuple[Phrase, ...]] = field(default_factory=dict)
    spellings: dict[str, tuple[str, ...]] = field(default_factory=dict)
    boundary: Boundary = field(default_factory=Boundary)
    problems: list[Problem] = field(default_factory=list)
    packs: dict[str, str] = field(default_factory=dict)  # pack → layer

    def add(self, loaded: LoadedPack, layer: str, today: datetime.date) -> None:
        """Lay a pack on top; what it may not do becomes a problem."""
        self.problems.extend(loaded.problems)
        self._claim(loaded, layer)
        self.groups.update(self._fresh_groups(loaded))
        for word, others in loaded.spellings.items():
            self.spellings[word] = tuple(dict.fromkeys((*self.spellings.get(word, ()), *others)))
        for change in loaded.changes:
            self._change(change, layer, today)
        for rule in loaded.rules:
            self.rules.setdefault(rule.full_id, rule)
        if loaded.boundary:
            self._draw(loaded.boundary)

    def _claim(self, loaded: LoadedPack, layer: str) -> None:
        name = loaded.pack.pack
        if name in self.packs:
            what = f"layer '{self.packs[name]}' holds a pack '{name}' already"
            self.problems.append(Problem(name.where, "R007", what))
        self.packs.setdefault(str(name), layer)

    def _fresh_groups(self, loaded: LoadedPack) -> Iterator[tuple[str, tuple[Phrase, ...]]]:
        for name, phrases in loaded.groups.items():
            if name in self.groups:
                what = f"group '{name}' is defined by a layer below; choose another name"
                self.problems.append(Problem(phrases[0].where, "R007", what))
            else:
                yield name, phrases

    def _change(self, change: Change, layer: str, today: datetime.date) -> None:
        try:
            rule = self._target(change)
            if change.expired(today):
                self._report(
                    change.where, EXPIRED, f"expired on {change.until}; remove the change", "warning"
                )
                return
            _allow(change, rule, layer)
            self.rules[rule.full_id] = changed(rule, change, layer)
        except _Refused as refused:
            self._report(change.where, refused.code, refused.what)

    def _target(self, change: Change) -> Rule:
        if change.rule not in self.rules:
            hint = suggest(change.rule, self.rules)
            raise _Refused("R020", f"no layer below has a rule '{change.rule}'{hint}")
        return self.rules[change.rule]

    def _draw(self, above: Boundary) -> None:
        """Lay a boundary on the one below, step by step; a step that lacks something is set aside."""
        given = {name: getattr(above, name) for name in above.model_fields_set if name != "steps"}
        steps = {str(step.id): step for step in self.boundary.steps}
        for step in above.steps:
            whole = step.on(steps.get(str(step.id)))
            if lacking := whole.lacks():
                keys = ", ".join(f"'{key}'" for key in lacking)
                self._report(
                    step.id.where, "R004", f"step '{step.id}' has no {keys}, here or in a layer below"
                )
            else:
                steps[str(step.id)] = whole
        self.boundary = self.boundary.model_copy(update={**given, "steps": tuple(steps.values())})

    def _report(self, where: Position, code: str, what: str, severity: Any = "error") -> None:
        self.problems.append(Problem(where, code, what, severity))


def _allow(change: Change, rule: Rule, layer: str) -> None:
    locked = sorted(set(change.touched()) & set(rule.lock))
    if locked:
        raise _Refused("R021", f"'{locked[0]}' of {rule.full_id} is locked by layer '{_locker(rule)}'")
    weakened = weakening(change, rule)
    if weakened and layer == PERSON:
        raise _Refused("R025", f"a person may add and tighten only; this weakens '{weakened}'")
    if weakened and not change.reason:
        raise _Refused("R022", f"weakens '{weakened}': say why (`reason: …`)")


def _locker(rule: Rule) -> str:
    return rule.origins["lock"].layer if "lock" in rule.origins else rule.layer


def weakening(change: Change, rule: Rule) -> str:
    """The first field the change makes less strict, or nothing."""
    severity = change.touched().get("severity", rule.severity)
    if _STRENGTH[severity] < _STRENGTH[rule.severity]:
        return "severity"
    if _takes_away(change.phrases):
        return "phrases"
    exceptions = change.except_
    if exceptions and any(_gives(one) for one in (exceptions.phrases, exceptions.sentence, exceptions.draft)):
        return "except"
    return "not_enough" if _takes_away(change.not_enough) else ""


def _takes_away(change: PhraseChange | None) -> bool:
    return change is not None and bool(change.remove or change.replace is not None)


def _gives(change: PhraseChange | None) -> bool:
    return change is not None and bool(change.add or change.replace is not None)


def changed(rule: Rule, change: Change, layer: str) -> Rule:
    """The rule after the change, remembering who set what; raises `_Refused`."""
    update: dict[str, Any] = {}
    for name, value in change.touched().items():
        attribute = "except_" if name == "except" else name
        update[attribute] = _after(getattr(rule, attribute), value, name)
    if change.enabled and rule.severity == "off":
        update["severity"] = "warning"
    if change.lock:
        update["lock"] = tuple(dict.fromkeys((*rule.lock, *change.lock)))
    origin = Origin(layer, change.where)
    touched = {name.rstrip("_"): origin for name in update}
    return rule.model_copy(update={**update, "origins": {**rule.origins, **touched}})


def _after(old: Any, value: Any, name: str) -> Any:
    if isinstance(value, ExceptChange):
        lists = {key: getattr(value, key) for key in ("phrases", "sentence", "draft")}
        assert isinstance(old, Except)
        fresh = {key: _listed(getattr(old, key), one, key) for key, one in lists.items() if one}
        return old.model_copy(update=fresh)
    if isinstance(value, TextChange) and name == "rewrites":
        texts = _listed(tuple(one.text for one in old), value, name)
        return tuple(Rewrite(text=text) for text in texts)
    return _listed(old, value, name) if isinstance(value, PhraseChange | TextChange) else value


def _listed(old: tuple[Any, ...], change: PhraseChange | TextChange, name: str) -> tuple[Any, ...]:
    if change.replace is not None:
        old = change.replace
    for gone in change.remove:
        if gone not in old:
            raise _Refused("R024", f"'{name}' does not hold '{_shown(gone)}'")
    for more in change.add:
        if more in old:
            raise _Refused("R024", f"'{name}' holds '{_shown(more)}' already")
    return (*(one for one in old if one not in change.remove), *change.add)


def _shown(item: Any) -> str:
    return item.text if isinstance(item, Phrase) else str(item)
