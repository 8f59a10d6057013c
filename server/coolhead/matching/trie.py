"""One trie of all phrases of all rules, walked once over the tokens of a sentence."""

from __future__ import annotations

from collections.abc import Iterable

from coolhead.matching.vocabulary import ANY, Path, Skip, Step
from coolhead.segments import Tokens
from coolhead.segments.tokens import END, HARD, SOFT, START

Found = dict[int, list[tuple[int, int]]]  # list id → token spans, end excluded

_MARKS = frozenset({START, END, SOFT, HARD})


class Node:
    """A place in the trie. `next` and `skips` are filled by `freeze`."""

    __slots__ = ("ends", "next", "skips", "steps", "wildcard")

    def __init__(self) -> None:
        self.steps: dict[Step | Skip, Node] = {}
        self.next: dict[str, tuple[Node, ...]] = {}
        self.skips: tuple[tuple[int, Node], ...] = ()
        self.wildcard: Node | None = None
        self.ends: tuple[int, ...] = ()

    def freeze(self) -> None:
        """Lay the steps out by key."""
        following: dict[str, list[Node]] = {}
        skips = []
        for step, child in self.steps.items():
            if isinstance(step, Skip):
                skips.append((step.most, child))
            elif ANY in step.keys:
                self.wildcard = child
            else:
                for key in step.keys:
                    following.setdefault(key, []).append(child)
            child.freeze()
        self.next = {key: tuple(nodes) for key, nodes in following.items()}
        self.skips = tuple(skips)
        self.steps = {}


class Trie:
    """Every phrase list compiled together. Work is linear in the tokens, whatever the phrases."""

    def __init__(self, lists: Iterable[Iterable[Path]]) -> None:
        self._root = Node()
        for number, paths in enumerate(lists):
            for path in paths:
                self._add(path, number)
        self._root.freeze()

    def _add(self, path: Path, number: int) -> None:
        node = self._root
        for step in path:
            node = node.steps.setdefault(step, Node())
        if number not in node.ends:
            node.ends = (*node.ends, number)

    def scan(self, tokens: Tokens) -> Found:
        """Where each phrase list occurs in a sentence."""
        found: Found = {}
        root = self._root.next
        all_keys = tokens.keys
        for at, keys in enumerate(all_keys):
            for key in keys:
                nodes = root.get(key)
                if nodes:
                    _walk([(node, at + 1) for node in nodes], all_keys, at, found)
        return found


def _walk(stack: list[tuple[Node, int]], all_keys: tuple[tuple[str, ...], ...], start: int, found: Found) -> None:
    size = len(all_keys)
    while stack:
        node, at = stack.pop()
        for number in node.ends:
            span = (start, at)
            spans = found.setdefault(number, [])
            if not spans or spans[-1] != span:
                spans.append(span)
        if at >= size:
            continue
        following = node.next
        if following:
            keys = all_keys[at]
            for key in keys:
                for child in following.get(key, ()):
                    stack.append((child, at + 1))
            if keys[0] in (SOFT, HARD) and at + 1 < size:
                for key in all_keys[at + 1]:
                    for child in following.get(key, ()):
                        stack.append((child, at + 2))
        if node.wildcard is not None and all_keys[at][0] not in _MARKS:
            stack.append((node.wildcard, at + 1))
        for most, child in node.skips:
            _skip(stack, child, all_keys, at, most)


def _skip(stack: list[tuple[Node, int]], child: Node, all_keys: tuple[tuple[str, ...], ...], at: int, most: int) -> None:
    """Let `child` start at every place that 0 to `most` words of the clause lead to."""
    following, size = child.next, len(all_keys)
    while at < size:
        keys = all_keys[at]
        for key in keys:
            for node in following.get(key, ()):
                stack.append((node, at + 1))
        if keys[0] == HARD or most == 0:
            return
        if keys[0] != SOFT:
            most -= 1
        at += 1
