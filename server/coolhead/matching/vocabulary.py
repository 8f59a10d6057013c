"""Phrase trees → paths of steps over normalised tokens: groups, word forms, spellings and contractions worked out once."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import product

import lemminflect

from coolhead.rules.fields import Phrase
from coolhead.rules.phrases import SHAPES, Anchor, AnyWord, Choice, Gap, Group, Sequence, Word
from coolhead.segments import words

ANY = "<*>"
_MAX_PATHS = 4096
_ANCHOR_KEYS = {"^": "^", "$": "$", "?": "?", "!": "!", "!!": "!!", ",": ","}
# Two words that are also written as one which the tokeniser cannot take apart: the apostrophe is missing or wrong.
_RUN_TOGETHER = {("it", "is"): "its", ("you", "are"): "your"}


@dataclass(frozen=True, slots=True)
class Step:
    """One token with any of these keys."""

    keys: frozenset[str]


@dataclass(frozen=True, slots=True)
class Skip:
    """Up to `most` words of the same clause."""

    most: int


Path = tuple[Step | Skip, ...]


class Vocabulary:
    """The groups and spellings of one rule set."""

    def __init__(self, groups: Mapping[str, tuple[Phrase, ...]], spellings: Mapping[str, tuple[str, ...]]) -> None:
        self._groups = groups
        self._variants = {canonical: frozenset((canonical, *others)) for canonical, others in spellings.items()}
        self._group_paths: dict[str, tuple[Path, ...]] = {}

    def paths(self, phrase: Phrase) -> frozenset[Path]:
        """Every way through a phrase, single-word alternatives merged into one step."""
        found = self._sequence(phrase.tree)
        return frozenset(variant for path in found for variant in (path, *_run_together(path)))

    def _sequence(self, tree: Sequence) -> tuple[Path, ...]:
        parts = [self._item(item) for item in tree]
        size = 1
        for part in parts:
            size *= len(part)
        if size > _MAX_PATHS:
            raise ValueError(f"a phrase expands to {size} forms")
        return tuple(sum(combination, ()) for combination in product(*parts))

    def _item(self, item: object) -> tuple[Path, ...]:
        match item:
            case Word(text, inflect):
                return (self._word(text, inflect),)
            case Group(name) if name in SHAPES:
                return ((Step(frozenset({f"<{name}>"})),),)
            case Group(name):
                return self._group(name)
            case Choice(options):
                return _merged(path for option in options for path in self._sequence(option))
            case Gap(most):
                return ((Skip(most),),)
            case Anchor(mark):
                return ((Step(frozenset({_ANCHOR_KEYS[mark]})),),)
            case AnyWord():
                return ((Step(frozenset({ANY})),),)
        raise TypeError(item)

    def _group(self, name: str) -> tuple[Path, ...]:
        if name not in self._group_paths:
            self._group_paths[name] = _merged(path for phrase in self._groups[name] for path in self._sequence(phrase.tree))
        return self._group_paths[name]

    def _word(self, text: str, inflect: bool) -> Path:
        steps = []
        tokens = [keys[0] for keys in words(text)]
        for at, key in enumerate(tokens):
            keys = set(self._variants.get(key, (key,)))
            if inflect and at == len(tokens) - 1:
                keys |= {form for known in tuple(keys) for form in forms(known)}
            steps.append(Step(frozenset(keys)))
        return tuple(steps)


@lru_cache(maxsize=4096)
def forms(word: str) -> frozenset[str]:
    """Every verb and noun form of a base word, from lemminflect's dictionary (e.g. tell, tells, telling, told)."""
    found = {word}
    for kind in ("VERB", "NOUN"):
        for group in lemminflect.getAllInflections(word, upos=kind).values():
            found.update(form.lower() for form in group if re.fullmatch(r"[a-z'-]+", form.lower()))
    return frozenset(found)


def _merged(paths: Iterator[Path]) -> tuple[Path, ...]:
    """Paths of one single step become one step with all their keys."""
    single: set[str] = set()
    others: dict[Path, None] = {}
    for path in paths:
        if len(path) == 1 and isinstance(path[0], Step):
            single |= path[0].keys
        else:
            others[path] = None
    return ((Step(frozenset(single)),), *others) if single else tuple(others)


def _run_together(path: Path) -> Iterator[Path]:
    for at in range(len(path) - 1):
        first, second = path[at], path[at + 1]
        if isinstance(first, Step) and isinstance(second, Step):
            keys = {joined for (one, two), joined in _RUN_TOGETHER.items() if one in first.keys and two in second.keys}
            if keys:
                yield (*path[:at], Step(frozenset(keys)), *path[at + 2 :])
