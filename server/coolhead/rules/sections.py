"""The sections of a pack's files, collected into one pack; what is broken is left out and told."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Annotated, Any, TypeVar

from pydantic import BaseModel, Field, ValidationError

from coolhead.errors import BadPack, Position, Problem
from coolhead.rules import checking, source
from coolhead.rules.boundary import Boundary
from coolhead.rules.changes import Change
from coolhead.rules.complaints import place_of, problems_of, suggest
from coolhead.rules.fields import Phrase, Phrases
from coolhead.rules.guidelines import KEBAB, Frozen, Guidelines, Prose
from coolhead.rules.model import Origin, Pack, Rule, RuleText
from coolhead.rules.phrases import SHAPES
from coolhead.rules.source import Block, Items, Text

_Model = TypeVar("_Model", bound=BaseModel)
SECTIONS = ("format", "groups", "spellings", "rules", "boundary", "changes")
FORMAT = "1"


@dataclass
class LoadedPack:
    """What one folder holds; broken rules are left out and told in `problems`."""

    pack: Pack
    rules: list[Rule] = field(default_factory=list)
    groups: dict[str, tuple[Phrase, ...]] = field(default_factory=dict)
    spellings: dict[str, tuple[str, ...]] = field(default_factory=dict)
    boundary: Boundary | None = None
    changes: list[Change] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    files: list[tuple[str, str]] = field(default_factory=list)  # path inside the pack, sha256 of the file


class _GroupText(Frozen):
    phrases: Annotated[Phrases, Field(min_length=1)]


class _SpellingText(Frozen):
    spellings: Annotated[tuple[Prose, ...], Field(min_length=1)]


def _entry(block: Block, name: str, field_name: str) -> Block:
    """The value of one entry as a block of its own, at the same place."""
    entry = Block({Text(field_name, block.key(name).where): block[name]})
    entry.where = block.key(name).where
    return entry


class PackReader:
    """Collects the sections of all files of one pack."""

    def __init__(self, loaded: LoadedPack, guidelines: Guidelines, layer: str) -> None:
        self.loaded = loaded
        self.guidelines = guidelines
        self.layer = layer
        self.ids: dict[str, Position] = {}
        self.group_names: dict[str, Position] = {}

    def read_file(self, path: Path, shown: str) -> None:
        try:
            data, problems = source.read(path, shown)
        except BadPack as error:
            self.loaded.problems.extend(error.problems)
            return
        self.loaded.problems.extend(problems)
        self.check_format(data)
        for key, value in data.items():
            if key not in SECTIONS:
                self.report(data.key(key).where, "R001", f"unknown key '{key}'{suggest(key, SECTIONS)}")
            elif key != "format":
                self.section(data.key(key), value)

    def check_format(self, data: Block) -> None:
        if "format" not in data:
            self.report(data.where, "R004", "missing key 'format' (write `format: 1`)")
        elif data["format"] != FORMAT:
            self.report(data.key("format").where, "R015", f"only format {FORMAT} is known here")

    def section(self, key: Text, value: Any) -> None:
        expected = Items if key in ("rules", "changes") else Block
        if not isinstance(value, expected):
            what = "a list of `- id: …` blocks" if expected is Items else "a block of `name: …` lines"
            self.report(key.where, "R006", f"'{key}' should be {what}")
            return
        read: dict[str, Callable[[Any], None]] = {
            "groups": self.groups,
            "spellings": self.spellings,
            "rules": self.rules,
            "boundary": self.boundary,
            "changes": self.changes,
        }
        read[key](value)

    def groups(self, block: Block) -> None:
        for name in block:
            place = block.key(name).where
            listed = self.valid(_GroupText, _entry(block, name, "phrases"))
            if name in SHAPES or not re.fullmatch(KEBAB, name):
                self.report(place, "R006", f"'{name}' cannot name a group")
            elif name in self.loaded.groups:
                self.report(place, "R007", f"group '{name}' is also in {self.group_names[name]}")
            elif listed:
                self.loaded.groups[str(name)] = listed.phrases
                self.group_names[name] = place

    def spellings(self, block: Block) -> None:
        for name in block:
            listed = self.valid(_SpellingText, _entry(block, name, "spellings"))
            if listed:
                known = self.loaded.spellings.get(name, ())
                self.loaded.spellings[str(name)] = (*known, *map(str, listed.spellings))

    def rules(self, items: Items) -> None:
        for raw in items:
            problems = list(self.claim(raw))
            text = self.valid(RuleText, raw)
            if text:
                problems += checking.check_rule(text, raw, self.guidelines)
            else:
                problems += checking.check_table(raw, self.guidelines)
            self.loaded.problems.extend(problems)
            if text and all(problem.code == checking.UNREACHABLE for problem in problems):
                self.loaded.rules.append(self.placed(text, raw))

    def claim(self, raw: Any) -> Iterator[Problem]:
        """Every id once, be its rule sound or not."""
        name = raw.get("id") if isinstance(raw, Block) else None
        if isinstance(name, Text) and name:
            first = self.ids.setdefault(name, name.where)
            if first != name.where:
                yield Problem(name.where, "R007", f"id '{name}' is also in {first}")

    def placed(self, text: RuleText, raw: Block) -> Rule:
        origins = {str(key): Origin(self.layer, place_of(raw, (key,))) for key in raw}
        return Rule.model_construct(
            _fields_set={*text.model_fields_set},
            **{name: getattr(text, name) for name in RuleText.model_fields},
            pack=str(self.loaded.pack.pack),
            layer=self.layer,
            role=self.guidelines.role(text.kind) or "fault",
            origins=origins,
        )

    def boundary(self, block: Block) -> None:
        boundary = self.valid(Boundary, block)
        if boundary and self.loaded.boundary:
            self.report(block.where, "R007", "the pack has another boundary already")
        elif boundary:
            self.loaded.problems.extend(checking.check_boundary(boundary, self.guidelines))
            self.loaded.boundary = boundary

    def changes(self, items: Items) -> None:
        self.loaded.changes.extend(change for raw in items if (change := self.valid(Change, raw)))

    def settle_groups(self, below: checking.Groups) -> None:
        """Leave out groups that cannot be resolved, and the rules and changes that use them."""
        own = self.loaded.groups
        usable, problems = checking.check_groups(own, below)
        self.loaded.problems.extend(problems)

        def is_settled(phrases: Iterable[Phrase]) -> bool:
            known = {*usable, *below}
            unknown = [one for phrase in phrases for one in checking.unknown_groups(phrase, known, own)]
            self.loaded.problems.extend(unknown)
            return not unknown

        self.loaded.groups = usable
        self.loaded.rules = [one for one in self.loaded.rules if is_settled(checking.phrases_of(one))]
        self.loaded.changes = [one for one in self.loaded.changes if is_settled(one.fresh_phrases())]

    def valid(self, model: type[_Model], raw: Any) -> _Model | None:
        """The validated data, or None after its problems have been noted."""
        try:
            return model.model_validate(raw)
        except ValidationError as error:
            self.loaded.problems.extend(problems_of(error, model, raw))
            return None

    def report(self, where: Position, code: str, what: str) -> None:
        self.loaded.problems.append(Problem(where, code, what))
