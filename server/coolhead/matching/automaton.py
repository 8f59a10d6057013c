"""All phrases of all rules as one automaton over tokens, its states made when a text first needs them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from functools import reduce
from operator import or_

from coolhead.matching.alphabet import MARKS, NO_MORE, Alphabet, Traits
from coolhead.matching.compiled import CompiledRule
from coolhead.matching.found import Ends, Found, Passed
from coolhead.matching.graph import Builder, Node
from coolhead.matching.vocabulary import Vocabulary
from coolhead.rules.phrases import Tree
from coolhead.segments import Tokens
from coolhead.segments.reading import HARD, SOFT

_NONE: Traits = frozenset()  # one for all
_MARKS = frozenset({NO_MORE, *MARKS.values()})
_MOST_STATES = 15_000  # about 30 MB
_CROWDED = 60  # edges; from there on it pays to keep them by the set they ask for


class State(dict[int, "Reached | None"]):
    """A set of nodes reached together; as a dictionary, where each letter leads (None: nowhere)."""

    __slots__ = ("_alike", "_any_word", "_asks", "_automaton", "_nodes", "_onward")

    def __init__(self, nodes: Collection[Node], automaton: Automaton) -> None:
        super().__init__()
        self._nodes = nodes
        self._automaton = automaton
        asks = [number for node in nodes for number, _ in node.edges]
        self._asks = frozenset(asks)
        self._onward = _onward(nodes) if len(asks) > _CROWDED else None
        self._any_word = tuple([target for node in nodes for target in node.any_word])
        self._alike: dict[Traits, Reached | None] = {}

    def __missing__(self, letter: int) -> Reached | None:
        """Letters alike in all that this state asks for lead to the same place."""
        found = self._automaton.traits[letter]
        traits = _NONE if self._asks.isdisjoint(found) else found & self._asks
        if not _MARKS.isdisjoint(found):
            following = self._automaton.state(self._beyond(found, traits))
        elif traits in self._alike:
            following = self._alike[traits]
        else:
            following = self._automaton.state({*self._led_on(traits), *self._any_word})
            self._alike[traits] = following
        self[letter] = following
        return following

    def _beyond(self, mark: Traits, traits: Traits) -> set[Node]:
        """Commas are skipped freely, clause breaks end gaps, and nothing goes on behind a stop."""
        nodes = self._led_on(traits)
        if MARKS[SOFT] in mark:
            nodes.update(node.muted() for node in self._nodes if node.edges)
        elif MARKS[HARD] in mark:
            nodes.update(node.muted() for node in self._nodes if node.edges and not node.gap)
        return nodes

    def _led_on(self, traits: Traits) -> set[Node]:
        """The nodes behind the edges that ask for any of the traits."""
        if not traits:
            return set()
        if self._onward is not None:
            return {node for trait in traits for node in self._onward[trait]}
        return {target for node in self._nodes for number, target in node.edges if number in traits}


Reached = tuple[State, Ends | None]  # a state, and what ends there


class Beginning(dict[int, Reached | None]):
    """Letter → the state of all phrases that begin with it."""

    def __init__(self, starts: Iterable[Node], automaton: Automaton) -> None:
        super().__init__()
        self._automaton = automaton
        self._onward = _onward(starts)

    def __missing__(self, letter: int) -> Reached | None:
        nodes = {node for trait in self._automaton.traits[letter] for node in self._onward.get(trait, ())}
        state = self[letter] = self._automaton.state(nodes)
        return state


class Automaton:
    """Every phrase list compiled together. Safe to share between threads.

    A phrase is a small graph of nodes whose branches join again: its size is the sum of its parts, never
    their product. A state is the set of nodes reached together (the subset construction, done lazily): one
    dictionary look-up a token, so a scan is linear in the text whatever the rules.
    """

    def __init__(
        self,
        lists: Iterable[tuple[int, Iterable[Tree]]],
        vocabulary: Vocabulary,
        rules: Sequence[CompiledRule] = (),
    ) -> None:
        builder = Builder(vocabulary)
        starts = [builder.start(tree, bit) for bit, trees in lists for tree in trees]
        self._alphabet = Alphabet(builder.sets)
        self.traits = self._alphabet.traits
        self._beginning = Beginning(starts, self)
        self._states: dict[frozenset[Node], Reached] = {}
        self._rules = rules
        self._ends: dict[int, Ends] = {}

    def scan(self, tokens: Tokens) -> Found:
        """Where phrase lists occur in a sentence, by first token, then by last."""
        letters = self._alphabet.spell(tokens.pieces)
        beginning = self._beginning
        passed: list[Passed] = []
        lists = 0
        for start, letter in enumerate(letters):
            reached = beginning[letter]
            at = start
            while reached is not None:
                at += 1
                state, ends = reached
                if ends is not None:
                    passed.append((ends, start, at))
                    lists |= ends.lists
                reached = state[letters[at]]
        return Found(passed, lists)

    def state(self, nodes: set[Node]) -> Reached | None:
        """The state of a set of nodes; None for no nodes."""
        if not nodes:
            return None
        known = frozenset(nodes)
        reached = self._states.get(known)
        if reached is None:
            if len(self._states) >= _MOST_STATES:
                self._forget()
            lists = reduce(or_, [node.ends for node in known if node.ends], 0)
            reached = self._states[known] = (State(known, self), self._ends_of(lists) if lists else None)
        return reached

    def _ends_of(self, lists: int) -> Ends:
        if lists not in self._ends:
            rules = tuple([one for one in self._rules if (one.main | one.weak) & lists])
            self._ends[lists] = Ends(lists, rules)
        return self._ends[lists]

    def _forget(self) -> None:
        """Start over: states refer to each other, so dropping some would keep them all."""
        self._states = {}
        self._ends = {}
        self._beginning.clear()


def _onward(nodes: Iterable[Node]) -> dict[int, list[Node]]:
    """Trait of a letter → the nodes it leads to."""
    onward: dict[int, list[Node]] = {}
    for node in nodes:
        for number, target in node.edges:
            if number in onward:
                onward[number].append(target)
            else:
                onward[number] = [target]
    return onward
