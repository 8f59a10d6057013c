"""The rule set compiled once, and what it finds in each sentence, cached."""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache, reduce
from operator import attrgetter, or_
from typing import NamedTuple

from coolhead.matching import context
from coolhead.matching.approved import sentences_of
from coolhead.matching.automaton import Automaton
from coolhead.matching.compiled import CompiledRule, Lists, compile_rule
from coolhead.matching.found import NOTHING, Found, Span
from coolhead.matching.vocabulary import Vocabulary
from coolhead.rules.model import RuleSet
from coolhead.segments import Segments, Tokens, split, tokenise

_CACHED_SENTENCES = 1024
_CONTENT_LETTERS = 4
_BY_PLACE = attrgetter("first", "last")


class Hit(NamedTuple):
    """A rule's phrases at tokens `first` to `last` (excluded) of a sentence, its own conditions met."""

    compiled: CompiledRule
    first: int
    last: int
    weak: bool


@dataclass(eq=False)
class SentenceHits:
    """Everything known about one sentence, whatever surrounds it; the same object while it is remembered."""

    tokens: Tokens
    found: Found
    hits: tuple[Hit, ...]

    @cached_property
    def content(self) -> frozenset[str]:
        """Words and numbers that carry meaning; a plural counts as its singular."""
        plain = (keys[0] for keys in self.tokens.keys)
        return frozenset(
            key.removesuffix("s")
            for key in plain
            if len(key) >= _CONTENT_LETTERS or (key.isdigit() and len(key) > 1)
        )


_UNSCANNED = SentenceHits(tokenise(""), NOTHING, ())


@dataclass(frozen=True)
class Reading:
    """A text and what the engine found in each of its sentences."""

    segments: Segments
    sentences: tuple[SentenceHits, ...]

    def holds(self, phrases: int) -> bool:
        """Whether a phrase list occurs somewhere in the text."""
        return bool(phrases & self._lists)

    @cached_property
    def _lists(self) -> int:
        return reduce(or_, [sentence.found.lists for sentence in self.sentences], 0)

    @cached_property
    def words(self) -> int:
        """How many words the text has."""
        return sum(sentence.tokens.words for sentence in self.sentences)


class Engine:
    """All rules of a set in one automaton. Safe to share between threads."""

    def __init__(self, ruleset: RuleSet) -> None:
        self.ruleset = ruleset
        lists = Lists()
        self.rules = tuple(compile_rule(rule, lists) for rule in ruleset.rules)
        self.echoes = tuple(
            one for one in self.rules if not one.main and one.role == "virtue" and one.rule.overlap
        )
        self.heights = {layer.name: height for height, layer in enumerate(ruleset.layers)}
        self.by_ear = {one.kind: one for one in self.rules if one.rule.finder == "model"}
        alone = [one for one in self.rules if not one.main and one.role == "fault"]
        self.of_the_draft = tuple(one for one in alone if one.rule.longer_than or one.asks)
        self.repetitions = tuple(one for one in alone if one.rule.repeats)
        self.approved = sentences_of(ruleset.boundary)
        self.virtues = _by_virtue(self.rules, ruleset.guidelines.virtues)
        vocabulary = Vocabulary(ruleset.groups, ruleset.spellings)
        trees = ((bit, [phrase.tree for phrase in phrases]) for bit, phrases in lists)
        self._automaton = Automaton(trees, vocabulary, self.rules)
        # What one sentence holds; remembered in memory only.
        self.sentence = lru_cache(maxsize=_CACHED_SENTENCES)(self._sentence)
        self.common = frozenset(key.removesuffix("s") for key in vocabulary.single_words("common-words"))

    def read(self, text: str, deadline: float | None = None) -> Reading:
        """Segment a text and scan its sentences; those after `deadline` (monotonic) stay unscanned."""
        segments = split(text)
        scanned = []
        for sentence in segments.sentences:
            late = deadline is not None and time.monotonic() > deadline
            scanned.append(_UNSCANNED if late else self.sentence(sentence.text))
        return Reading(segments, tuple(scanned))

    def _sentence(self, text: str) -> SentenceHits:
        tokens = tokenise(text)
        found = self._automaton.scan(tokens)
        hits: list[Hit] = []
        for compiled, spans in _begun(found).items():
            if compiled.weak or compiled.needs or compiled.around & found.lists:  # seldom
                hits += _surviving(compiled, spans, found)
            else:
                for first, last in spans:
                    hits.append(Hit(compiled, first, last, weak=False))
        if len(hits) > 1:
            hits.sort(key=_BY_PLACE)
        return SentenceHits(tokens, found, tuple(hits))


def _begun(found: Found) -> Mapping[CompiledRule, Sequence[Span]]:
    """Where the phrases of each rule occur; overlapping ones are one."""
    begun: dict[CompiledRule, list[Span]] = {}
    for ends, first, last in found.passed:
        for compiled in ends.rules:
            spans = begun.get(compiled)
            if spans is None:
                begun[compiled] = [(first, last)]
            elif first >= spans[-1][1]:
                spans.append((first, last))
            elif last > spans[-1][1]:
                spans[-1] = (spans[-1][0], last)
    return begun


def _by_virtue(rules: Iterable[CompiledRule], order: Sequence[str]) -> Mapping[str, tuple[CompiledRule, ...]]:
    """The rules of each virtue that has any, in the order of the guidelines."""
    grouped: dict[str, tuple[CompiledRule, ...]] = {virtue: () for virtue in order}
    for compiled in rules:
        if compiled.role == "virtue":
            grouped[compiled.kind] = (*grouped[compiled.kind], compiled)
    return {virtue: found for virtue, found in grouped.items() if found}


def _surviving(compiled: CompiledRule, spans: Iterable[Span], found: Found) -> Iterator[Hit]:
    """The spans that what surrounds them lets stand."""
    weak = found.get(compiled.weak)
    main = found.get(compiled.main) if weak else ()
    for first, last in spans:
        if context.holds_in_sentence(compiled, first, last, found):
            yield Hit(compiled, first, last, bool(weak) and not _is_enough(first, last, main, weak))


def _is_enough(first: int, last: int, main: Sequence[Span], weak: Sequence[Span]) -> bool:
    """Whether some of the rule's phrases lie apart from those that are not enough."""
    return any(first <= a and b <= last and not any(a < d and c < b for c, d in weak) for a, b in main)
