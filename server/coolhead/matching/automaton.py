"""All phrases of all rules as one automaton over tokens, its states made when a text first needs them."""

from __future__ import annotations

from collections.abc import Iterable

from coolhead.matching.vocabulary import Vocabulary
from coolhead.rules.phrases import SHAPES, Anchor, AnyWord, Choice, Gap, Group, Item, Tree, Word
from coolhead.segments import Tokens
from coolhead.segments.tokens import END, HARD, SOFT, START
from coolhead.segments.words import Keys

Found = dict[int, list[tuple[int, int]]]  # number of a phrase list → token spans, end excluded

_MARKS = frozenset({START, END, SOFT, HARD})
# Two words also written as one that the tokeniser cannot take apart: the apostrophe is missing.
_RUN_TOGETHER = {("it", "is"): "its", ("you", "are"): "your"}
_MOST_STATES = 20_000
_MOST_REMEMBERED = 2_000  # kinds of tokens a state


class Node:
    """A place inside a phrase. `gap` nodes die at a clause break; `ends` are the lists that end here."""

    __slots__ = ("any_word", "ends", "gap", "next", "quiet")

    def __init__(self) -> None:
        self.next: dict[str, tuple[Node, ...]] = {}
        self.any_word: tuple[Node, ...] = ()
        self.ends: tuple[int, ...] = ()
        self.gap = False
        self.quiet: Node | None = (
            None  # this node while a comma is skipped: the phrase must not end again there
        )

    def lead(self, key: str, targets: tuple[Node, ...]) -> None:
        """Go on to `targets` at a token that has `key`."""
        self.next[key] = (*self.next.get(key, ()), *targets)

    def absorb(self, other: Node) -> None:
        """Do whatever `other` does, too."""
        for key, targets in other.next.items():
            self.lead(key, targets)
        self.any_word += other.any_word
        self.ends += other.ends
        self.gap = self.gap or other.gap

    def muted(self) -> Node:
        """The same node without the ends."""
        if self.quiet is None:
            self.quiet = Node()
            self.quiet.absorb(self)
            self.quiet.ends = ()
            self.quiet.quiet = self.quiet
        return self.quiet


class Builder:
    """Turns phrase trees into nodes, from the end of the phrase to its start."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._vocabulary = vocabulary
        self._split: dict[
            int, tuple[frozenset[str], tuple[Tree, ...]]
        ] = {}  # by id: the trees outlive the builder

    def start(self, tree: Tree, number: int) -> Node:
        """The node at which a phrase of list `number` begins."""
        accept = Node()
        accept.ends = (number,)
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
                return _step({f"<{name}>"}, then)
            case Group(name):
                return self._choice(self._vocabulary.group(name), then)
            case Choice():
                return self._choice(item, then)
            case Gap(most):
                return _gap(most, then)
            case Anchor(mark):
                return _step({mark}, then)
            case AnyWord():
                node = Node()
                node.any_word = (then,)
                return node

    def _word(self, word: Word, then: Node) -> Node:
        for keys in reversed(self._vocabulary.keys(word)):
            then = _step(keys, then)
        return then

    def _choice(self, choice: Choice, then: Node) -> Node:
        single, longer = self._options(choice)
        node = _step(single, then)
        for option in longer:
            node.absorb(self._sequence(option, then))
        return node

    def _options(self, choice: Choice) -> tuple[frozenset[str], tuple[Tree, ...]]:
        """The keys of all options that are one word of one token, and the other options; worked out once."""
        known = self._split.get(id(choice))
        if known is None:
            singles = [(self._single(option), option) for option in choice.options]
            keys = frozenset(key for found, _ in singles if found for key in found)
            known = self._split[id(choice)] = (
                keys,
                tuple(option for found, option in singles if found is None),
            )
        return known

    def _single(self, option: Tree) -> frozenset[str] | None:
        if len(option) != 1 or not isinstance(option[0], Word):
            return None
        keys = self._vocabulary.keys(option[0])
        return keys[0] if len(keys) == 1 else None


def _step(keys: Iterable[str], then: Node) -> Node:
    node = Node()
    for key in keys:
        node.lead(key, (then,))
    for (first, second), joined in _RUN_TOGETHER.items():
        if first in node.next and second in then.next:
            node.lead(joined, then.next[second])
    return node


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


class State:
    """A set of nodes reached together; `memo` remembers where each kind of token led."""

    __slots__ = ("ends", "memo", "nodes")

    def __init__(self, nodes: frozenset[Node]) -> None:
        self.nodes = nodes
        self.ends = tuple(sorted({number for node in nodes for number in node.ends}))
        self.memo: dict[Keys, State | None] = {}

    def reached(self, keys: Keys) -> frozenset[Node]:
        """The nodes one token leads to: commas are skipped freely, clause breaks end gaps."""
        nodes = {target for key in keys for node in self.nodes for target in node.next.get(key, ())}
        if keys[0] not in _MARKS:
            nodes.update(target for node in self.nodes for target in node.any_word)
        elif keys[0] == SOFT:
            nodes.update(node.muted() for node in self.nodes if node.next)
        elif keys[0] == HARD:
            nodes.update(node.muted() for node in self.nodes if node.next and not node.gap)
        return frozenset(nodes)


class Automaton:
    """Every phrase list compiled together. Safe to share between threads.

    A phrase is a small graph of nodes whose branches join again: its size is the sum of its parts, never
    their product. A state is the set of nodes reached together (the subset construction, done lazily): one
    dictionary look-up a token, so a scan is linear in the text whatever the rules.
    """

    def __init__(self, lists: Iterable[Iterable[Tree]], vocabulary: Vocabulary) -> None:
        builder = Builder(vocabulary)
        root = Node()
        for number, trees in enumerate(lists):
            for tree in trees:
                root.absorb(builder.start(tree, number))
        self._root = State(frozenset({root}))
        self._states: dict[frozenset[Node], State] = {}

    def scan(self, tokens: Tokens) -> Found:
        """Where each phrase list occurs in a sentence."""
        found: Found = {}
        all_keys = tokens.keys
        size = len(all_keys)
        root = self._root.memo
        for start, keys in enumerate(all_keys):
            state = root[keys] if keys in root else self._step(self._root, keys)
            at = start + 1
            while state is not None:
                for number in state.ends:
                    found.setdefault(number, []).append((start, at))
                if at == size:
                    break
                keys = all_keys[at]
                memo = state.memo
                state = memo[keys] if keys in memo else self._step(state, keys)
                at += 1
        return found

    def _step(self, state: State, keys: Keys) -> State | None:
        if keys in state.memo:
            return state.memo[keys]
        nodes = frozenset() if state is self._root and keys[0] in (SOFT, HARD) else state.reached(keys)
        following = self._state(nodes) if nodes else None
        if len(state.memo) >= _MOST_REMEMBERED:
            state.memo.clear()
        state.memo[keys] = following
        return following

    def _state(self, nodes: frozenset[Node]) -> State:
        state = self._states.get(nodes)
        if state is None:
            if len(self._states) >= _MOST_STATES:
                self._states.clear()
            state = self._states[nodes] = State(nodes)
        return state
