"""A YAML file as plain data in which every scalar is text and every key and value knows its place."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml

from coolhead.errors import NOWHERE, BadPack, Position, Problem

LARGEST_FILE = 1_000_000  # bytes
DEEPEST_NESTING = 30


class Text(str):
    """A scalar as it was written, with the place of its first character; `no`, `off`, `1:30` stay text."""

    __slots__ = ("where",)
    where: Position

    def __new__(cls, value: str, where: Position = NOWHERE) -> Text:
        text = super().__new__(cls, value)
        text.where = where
        return text

    def __getnewargs__(self) -> tuple[str, Position]:  # type: ignore[override]
        return str(self), self.where


class Block(dict[str, Any]):
    """A mapping; `where` is its place and its keys are `Text`."""

    where: Position = NOWHERE

    def key(self, name: str) -> Text:
        """The key as written, with its place."""
        return next(key for key in self if key == name)  # type: ignore[return-value]


class Items(list[Any]):
    """A sequence with its place."""

    where: Position = NOWHERE


# The C parser is some eight times faster; wheels of PyYAML carry it, some source builds do not.
_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

_YAML = "tag:yaml.org,2002:"
# What the parser works out by itself; any other tag was written.
_PLAIN_TAGS = ("str", "int", "float", "bool", "null", "timestamp", "merge", "value", "map", "seq")
_TAGS = {f"{_YAML}{kind}" for kind in _PLAIN_TAGS}


def read(path: Path, name: str | None = None) -> tuple[Block, tuple[Problem, ...]]:
    """Read one file; `name` is how problems call it.

    Raises `BadPack` when the file cannot be read or parsed at all; duplicate keys, anchors and the like
    come back as problems beside what could be read.
    """
    shown = name or str(path)
    try:
        if path.stat().st_size > LARGEST_FILE:
            raise _unusable(Position(shown, 1, 1), f"larger than {LARGEST_FILE // 1000} kB")
        content = path.read_bytes().decode("utf-8-sig")
    except OSError as error:
        raise _unusable(Position(shown, 0, 0), f"cannot be read: {error.strerror}") from error
    except UnicodeDecodeError as error:
        line = error.object.count(b"\n", 0, error.start) + 1
        raise _unusable(Position(shown, line, 1), "not UTF-8 text") from error
    return parse(content, shown)


def parse(content: str, name: str) -> tuple[Block, tuple[Problem, ...]]:
    """Parse the text of one file; problems and errors as in `read`."""
    reader = _Reader(name)
    try:
        node = _compose(content)
        data = reader.value(node, 0) if node is not None else Block()
        data.where = Position(name, 1, 1) if node is None else data.where
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        where = Position(name, mark.line + 1, mark.column + 1) if mark else Position(name, 1, 1)
        raise _unusable(where, _explained(error, content, where)) from error
    except yaml.YAMLError as error:  # an unprintable character
        line = content.count("\n", 0, getattr(error, "position", 0)) + 1
        raise _unusable(Position(name, line, 1), "holds a character YAML does not allow") from error
    except RecursionError as error:
        raise _unusable(Position(name, 1, 1), "nested too deeply") from error
    if not isinstance(data, Block):
        raise _unusable(Position(name, 1, 1), "should hold `key: value` lines, starting with `format: 1`")
    return data, tuple(reader.problems)


def _compose(content: str) -> Any:
    loader = _Loader(content)
    try:
        return loader.get_single_node()
    finally:
        loader.dispose()


class _Reader:
    """Turns composed nodes into data and keeps what is wrong with them."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.problems: list[Problem] = []
        self.aliased: dict[Any, bool] = {}  # every node met, and whether an alias of it was

    def value(self, node: Any, depth: int) -> Any:
        where = self.place(node)
        if depth > DEEPEST_NESTING:
            raise _unusable(where, "nested too deeply")
        if node in self.aliased:  # the composer hands the anchored node out again for each alias
            if not self.aliased[node]:
                self.report(where, "anchors and aliases (& and *) are not allowed; write the value out")
            self.aliased[node] = True
            return Text("", where)
        self.aliased[node] = False
        if node.tag not in _TAGS:
            self.report(where, f"tags ({node.tag.removeprefix(_YAML)}) are not allowed")
        if isinstance(node, yaml.ScalarNode):
            return Text(node.value, where)
        if isinstance(node, yaml.SequenceNode):
            items = Items(self.value(child, depth + 1) for child in node.value)
            items.where = where
            return items
        return self.mapping(node, where, depth)

    def mapping(self, node: Any, where: Position, depth: int) -> Block:
        block = Block()
        block.where = where
        for key_node, value_node in node.value:
            key = self.value(key_node, depth + 1)
            if not isinstance(key, Text):
                self.report(self.place(key_node), "a key must be plain text")
                continue
            value = self.value(value_node, depth + 1)
            if key == "<<":
                self.report(key.where, "merge keys (<<) are not allowed; write the values out")
            elif key in block:
                self.report(key.where, f"duplicate key '{key}'", "R003")
            else:
                block[key] = value
        return block

    def place(self, node: Any) -> Position:
        """Where the value starts: inside the quotes of a quoted scalar."""
        quoted = isinstance(node, yaml.ScalarNode) and node.style in ("'", '"')
        return Position(self.name, node.start_mark.line + 1, node.start_mark.column + 1 + quoted)

    def report(self, where: Position, what: str, code: str = "R002") -> None:
        self.problems.append(Problem(where, code, what))


def _unusable(where: Position, what: str) -> BadPack:
    return BadPack([Problem(where, "R002", what)])


def _explained(error: yaml.MarkedYAMLError, content: str, where: Position) -> str:
    lines = content.split("\n")
    line = lines[where.line - 1] if where.line <= len(lines) else ""
    if "\t" in line[: len(line) - len(line.lstrip())]:
        return "a tab in the indentation; use spaces"
    if where.line > len(content.rstrip().split("\n")):
        return "the file ends before a bracket or a quotation mark is closed"
    problem = (error.problem or "not valid").strip()
    return next((plain for said, plain in _PLAIN.items() if said in problem), f"not valid YAML: {problem}")


_PLAIN = {
    "mapping values are not allowed": "a colon followed by a space inside the text; put the text in quotes",
    "expected node content": "the text starts with a sign that YAML keeps for itself; put it in quotes",
    "cannot start any token": "the text starts with a sign that YAML keeps for itself; put it in quotes",
    "expected ',' or ']'": "inside [a, b] a phrase with ( ) or ? needs quotes; or write one phrase a line",
    "expected <document start>": "only one document a file; take the line `---` away",
}
