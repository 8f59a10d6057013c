"""Phrase trees → graphs whose branches join again, so that a phrase is the sum of its parts."""

from __future__ import annotations

from collections.abc import Iterable

from coolhead.matching.vocabulary import Vocabulary
from coolhead.rules.phrases import SHAPES, Anchor, AnyWord, Choice, Gap, Group, Item, Tree, Word

# Two words also written as one that the tokeniser cannot take apart: the apostrophe is missing. ("your" for
# "you are" is a common slip too, but it would make "your bot" a match for "you are (a)? bot".)
_RUN_TOGETHER = {("it", "is"): "its"}


class Node:
    """A place inside a phrase.

    `edges` lead on at a token with a key in a set (its number in `Builder.sets`); `ends` are the phrase lists
    that end here, as the sum of their bits; `gap` nodes die at a clause break; `quiet` is this node while a
    comma is skipped, when no phrase may end once more.
    """

    __slots__ = ("any_word", "edges", "ends", "gap", "quiet")

    def __init__(self) -> None:
        self.edges: tuple[tuple[int, Node], ...] = ()
        self.any_word: tuple[Node, ...] = ()
        self.ends = 0
        self.gap = False
        self.quiet: Node | None = None

    def absorb(self, other: Node) -> None:
        """Do whatever `other` does, too."""
        self.edges += other.edges
        self.any_word += other.any_word
        self.ends |= other.ends
        self.gap = self.gap or other.gap

    def muted(self) -> Node:
        """The same node without the ends."""
        if self.quiet is None:
            self.quiet = Node()
            self.quiet.absorb(self)
            self.quiet.ends = 0
            self.quiet.quiet = self.quiet
        return self.quiet


class Builder:
    """Turns phrase trees into nodes, from their end to their start; `sets` are the key sets of all edges."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._vocabulary = vocabulary
        self.sets: list[frozenset[str]] = []
        self._numbers: dict[frozenset[str], int] = {}
        self._split: dict[int, tuple[frozenset[str], tuple[Tree, ...]]] = {}  # by id; the trees live on

    def start(self, tree: Tree, phrases: int) -> Node:
        """The node at which a phrase of a list begins."""
        accept = Node()
        accept.ends = phrases
        return self._sequence(tree, accept)

    def _sequence(self, tree: Tree, then: Node) -> Node:
        for item in reversed(tree):
            then = self._item(item, then)
        return then

    def _item(self, item: Item, then: Node) -> Node:
        match item:
            case Word():
                return self._word(item, then)
            case Group(name) if name in SHAPES:
                return self._step({f"<{name}>"}, then)
            case Group(name):
                return self._choice(self._vocabulary.group(name), then)
            case Choice():
                return self._choice(item, then)
            case Gap(most):
                return _gap(most, then)
            case Anchor(mark):
                return self._step({mark}, then)
            case AnyWord():
                node = Node()
                node.any_word = (then,)
                return node

    def _word(self, word: Word, then: Node) -> Node:
        for keys in reversed(self._vocabulary.keys(word)):
            then = self._step(keys, then)
        return then

    def _choice(self, choice: Choice, then: Node) -> Node:
        single, longer = self._options(choice)
        node = self._step(single, then)
        for option in longer:
            node.absorb(self._sequence(option, then))
        return node

    def _options(self, choice: Choice) -> tuple[frozenset[str], tuple[Tree, ...]]:
        """The keys of all options that are one word of one token, and the other options; worked out once."""
        known = self._split.get(id(choice))
        if known is None:
            single, longer = [], []
            for option in choice.options:
                keys = self._single(option)
                if keys is None:
                    longer.append(option)
                else:
                    single.append(keys)
            known = self._split[id(choice)] = (frozenset[str]().union(*single), tuple(longer))
        return known

    def _step(self, keys: Iterable[str], then: Node) -> Node:
        wanted = frozenset(keys)
        node = Node()
        if not wanted:
            return node
        node.edges = ((self._number(wanted), then),)
        for (first, second), joined in _RUN_TOGETHER.items():
            if first in wanted:
                node.edges += tuple(
                    (self._number(frozenset({joined})), beyond)
                    for number, beyond in then.edges
                    if second in self.sets[number]
                )
        return node

    def _number(self, keys: frozenset[str]) -> int:
        number = self._numbers.setdefault(keys, len(self.sets))
        if number == len(self.sets):
            self.sets.append(keys)
        return number

    def _single(self, option: Tree) -> frozenset[str] | None:
        if len(option) != 1 or not isinstance(option[0], Word):
            return None
        keys = self._vocabulary.keys(option[0])
        return keys[0] if len(keys) == 1 else None


def _gap(most: int, then: Node) -> Node:
    node = Node()
    node.absorb(then)
    node.gap = True
    for _ in range(most):
        longer = Node()
        longer.absorb(then)
        longer.gap = True
        longer.any_word += (node,)
        node = longer
    return node
