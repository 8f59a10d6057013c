"""All phrases of all rules as one automaton over tokens, its states made when a text first needs them."""

from __future__ import annotations

from collections.abc import Iterable

from coolhead.matching.found import Ends, Found, Span
from coolhead.matching.graph import Builder, Node
from coolhead.matching.vocabulary import Vocabulary
from coolhead.rules.phrases import Tree
from coolhead.segments import Tokens
from coolhead.segments.tokens import END, HARD, SOFT, START, STOP
from coolhead.segments.words import Keys

_MARKS = frozenset({START, END, SOFT, HARD, STOP})
_OTHER = ("",)
_MOST_STATES = 20_000
_CROWDED = 40  # edges; with more of them it pays to know at once that none fits
_MOST_REMEMBERED = 2_000  # kinds of tokens a state


class State:
    """A set of nodes reached together; `memo` remembers where each kind of token led.

    `first` are the lists ending here that rules start from, `others` the rest.
    """

    __slots__ = ("edges", "first", "keys", "memo", "nodes", "others")

    def __init__(self, nodes: tuple[Node, ...], first: frozenset[int]) -> None:
        self.nodes = nodes
        ends = {number for node in nodes for number in node.ends}
        self.first = tuple(sorted(ends & first))
        self.others = tuple(sorted(ends - first))
        self.memo: dict[Keys, State | None] = {}
        self.edges = tuple(edge for node in nodes for edge in node.edges)
        crowded = len(self.edges) > _CROWDED
        self.keys = frozenset().union(*(wanted for wanted, _ in self.edges)) if crowded else None

    def reached(self, keys: Keys) -> set[Node]:
        """The nodes one token leads to: commas are skipped freely, clause breaks end gaps."""
        nodes: set[Node] = set()
        if self.keys is None or not self.keys.isdisjoint(keys):
            nodes = {target for wanted, target in self.edges if not wanted.isdisjoint(keys)}
        if keys[0] not in _MARKS:
            nodes.update(target for node in self.nodes for target in node.any_word)
        elif keys[0] == SOFT:
            nodes.update(node.muted() for node in self.nodes if node.edges)
        elif keys[0] == HARD:
            nodes.update(node.muted() for node in self.nodes if node.edges and not node.gap)
        return nodes


class Automaton:
    """Every phrase list compiled together. Safe to share between threads.

    A phrase is a small graph of nodes whose branches join again: its size is the sum of its parts, never
    their product. A state is the set of nodes reached together (the subset construction, done lazily): one
    dictionary look-up a token, so a scan is linear in the text whatever the rules.
    """

    def __init__(
        self, lists: Iterable[Iterable[Tree]], vocabulary: Vocabulary, first: frozenset[int]
    ) -> None:
        self._first = first
        builder = Builder(vocabulary)
        starts = [builder.start(tree, number) for number, trees in enumerate(lists) for tree in trees]
        self._starts = _by_key(starts)
        self._root: dict[Keys, State | None] = {}
        self._states: dict[tuple[Node, ...], State] = {}
        self._keys = frozenset(builder.keys) | _MARKS
        self._known = {(key,) for key in self._keys}

    def scan(self, tokens: Tokens) -> Found:
        """Where each phrase list occurs in a sentence."""
        spans: dict[int, list[Span]] = {}
        waiting: list[Ends] = []
        known = self._known
        all_keys = [keys if keys in known else self._known_part(keys) for keys in tokens.keys]
        size = len(all_keys)
        root = self._root
        for start, keys in enumerate(all_keys):
            state = root[keys] if keys in root else self._begin(keys)
            at = start + 1
            while state is not None:
                for number in state.first:
                    spans.setdefault(number, []).append((start, at))
                if state.others:
                    waiting.append((state.others, start, at))
                if at == size:
                    break
                keys = all_keys[at]
                memo = state.memo
                state = memo[keys] if keys in memo else self._go_on(state, keys)
                at += 1
        return Found(spans, waiting, self._first)

    def _known_part(self, keys: Keys) -> Keys:
        """The keys that some phrase names; all other words are alike, so that states soon know every move."""
        return tuple(key for key in keys if key in self._keys) or _OTHER

    def _begin(self, keys: Keys) -> State | None:
        """The state of all phrases that begin with a token; remembered for good."""
        state = self._root[keys] = self._state({node for key in keys for node in self._starts.get(key, ())})
        return state

    def _go_on(self, state: State, keys: Keys) -> State | None:
        following = self._state(state.reached(keys))
        if len(state.memo) >= _MOST_REMEMBERED:
            state.memo = {}  # not emptied: another thread may be reading it
        state.memo[keys] = following
        return following

    def _state(self, nodes: set[Node]) -> State | None:
        if not nodes:
            return None
        ordered = tuple(sorted(nodes, key=id))
        state = self._states.get(ordered)
        if state is None:
            if len(self._states) >= _MOST_STATES:
                self._forget()
            state = self._states[ordered] = State(ordered, self._first)
        return state

    def _forget(self) -> None:
        """Start over: states refer to each other, so dropping some would keep them all."""
        self._states = {}
        self._root = {}


def _by_key(starts: Iterable[Node]) -> dict[str, tuple[Node, ...]]:
    """Where a phrase can begin with each key."""
    found: dict[str, list[Node]] = {}
    for node in starts:
        for keys, target in node.edges:
            for key in keys:
                found.setdefault(key, []).append(target)
    return {key: tuple(nodes) for key, nodes in found.items()}
