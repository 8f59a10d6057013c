"""The phrase language of rule files: `you (should|could) have ...3 fail~` → a tree."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

MAX_GAP = 12
DEFAULT_GAP = 3
SHAPES = frozenset({
    "number", "clock", "money", "date", "caps", "name", "emoji", "url",
    "quoted", "mocked", "code", "placeholder",
})  # fmt: skip


class Word(NamedTuple):
    """A word as written; `inflect` also matches every verb and noun form of it (`fail~`)."""

    text: str
    inflect: bool = False


@dataclass(frozen=True, slots=True)
class Group:
    """A named word list of the pack or a shape class (`<we>`, `<clock>`)."""

    name: str


@dataclass(frozen=True, slots=True)
class Gap:
    """Between none and `most` words of the same clause (`...`, `...5`)."""

    most: int


@dataclass(frozen=True, slots=True)
class AnyWord:
    """Exactly one word, whatever it is (`*`)."""


@dataclass(frozen=True, slots=True)
class Anchor:
    """The start (`^`) or end (`$`, `?`, `!`, `!!`) of a sentence, or a comma."""

    mark: str


@dataclass(frozen=True, slots=True)
class Choice:
    """Alternatives; an empty one makes the whole optional."""

    options: tuple[Sequence, ...]


Item = Word | Group | Gap | AnyWord | Anchor | Choice
Sequence = tuple[Item, ...]
Tree = Sequence


class PhraseError(ValueError):
    """What is wrong with a phrase and at which column of it (from 0, code points)."""

    def __init__(self, what: str, column: int) -> None:
        super().__init__(what)
        self.what = what
        self.column = column


_WORDS = r"[\w'’-]+~?(?: [\w'’-]+~?)*"
_SYNTAX = re.compile(
    rf"(?P<words>\({_WORDS}(?:\|{_WORDS})*\))"  # most choices hold words only: found at one go
    r"|(?P<space>\s+)|(?P<gap>\.\.\.(?P<most>\d*))|(?P<group><(?P<name>[\w-]+)>)|(?P<open>\()|(?P<close>\))|(?P<bar>\|)"
    r"|(?P<anchor>!!|[\^$,!?])|(?P<any>\*)|(?P<word>[^\s()|<>^$,!?*~]+~?)|(?P<stray>.)"
)


_PATTERN = re.compile(r"[\\\[\]{}]|^[.+]+$")  # what only a regular expression needs


class _Piece(NamedTuple):
    kind: str
    text: str
    column: int
    spaced: bool
    value: str = ""


def _pieces(text: str) -> list[_Piece]:
    found: list[_Piece] = []
    spaced = True
    for match in _SYNTAX.finditer(text):
        kind = match.lastgroup or "stray"
        if kind == "space":
            spaced = True
            continue
        if kind == "stray":
            raise PhraseError(f"unexpected {match[0]!r}", match.start())
        if kind == "anchor" and match[0] == "?" and not spaced:
            kind = "optional"
        value = match["name"] or match["most"] or ""
        found.append(_Piece(kind, match[0], match.start(), spaced, value))
        spaced = False
    return found


class _Parser:
    """Recursive descent over the pieces of one phrase."""

    def __init__(self, text: str) -> None:
        self.pieces = _pieces(text)
        self.at = 0

    def choice(self, *, nested: bool) -> Choice:
        options = [self.sequence(nested=nested)]
        while self.peek() == "bar":
            self.at += 1
            options.append(self.sequence(nested=nested))
        return Choice(tuple(options))

    def sequence(self, *, nested: bool) -> Sequence:
        items: list[Item] = []
        while (kind := self.peek()) and kind != "bar":
            piece = self.pieces[self.at]
            if kind == "close":
                if nested:
                    break
                raise PhraseError("unexpected )", piece.column)
            self.at += 1
            if kind == "optional":
                self.make_optional(items, piece)
            else:
                items.append(self.item(piece))
        return tuple(items)

    def item(self, piece: _Piece) -> Item:
        match piece.kind:
            case "open":
                inner = self.choice(nested=True)
                if self.peek() != "close":
                    raise PhraseError("missing )", piece.column)
                self.at += 1
                return inner
            case "words":
                return _choice(piece.text)
            case "gap":
                return Gap(_gap_size(piece))
            case "group":
                return Group(piece.value)
            case "any":
                return AnyWord()
            case "anchor":
                return Anchor(piece.text)
            case _:
                return _word(_plain(piece))

    def make_optional(self, items: list[Item], piece: _Piece) -> None:
        if not items or isinstance(items[-1], Gap | Anchor):
            raise PhraseError(
                "? must follow a word, a <group> or a ); commas are skipped freely anyway", piece.column
            )
        last = items.pop()
        options = last.options if isinstance(last, Choice) else ((last,),)
        items.append(Choice((*options, ())))

    def peek(self) -> str:
        return self.pieces[self.at].kind if self.at < len(self.pieces) else ""


@lru_cache(maxsize=16384)
def _choice(text: str) -> Choice:
    """A choice of words; phrases that write the same one share it, which spares whoever works on it later."""
    return Choice(tuple([tuple(map(_word, option.split(" "))) for option in text[1:-1].split("|")]))


def _word(text: str) -> Word:
    return Word(text.rstrip("~"), text.endswith("~"))


def _plain(piece: _Piece) -> str:
    if pattern := _PATTERN.search(piece.text):
        what = f"“{pattern[0]}” finds nothing: write plain words, (a|b) for a choice, ... for a gap"
        raise PhraseError(what, piece.column + pattern.start())
    return piece.text


def _gap_size(piece: _Piece) -> int:
    most = int(piece.value or DEFAULT_GAP)
    if not 1 <= most <= MAX_GAP:
        raise PhraseError(f"a gap holds 1 to {MAX_GAP} words", piece.column)
    return most


@lru_cache(maxsize=65536)
def parse(text: str) -> Tree:
    """Read one phrase.

    Raises:
        PhraseError: with the column and what to mend.
    """
    parser = _Parser(text)
    if not parser.pieces:
        raise PhraseError("the phrase is empty", 0)
    top = parser.choice(nested=False)
    tree: Tree = top.options[0] if len(top.options) == 1 else (top,)
    _check_start(tree)
    _check_end(tree, len(text))
    return tree


def _check_start(tree: Tree) -> None:
    for item in tree:
        if isinstance(item, Gap | AnyWord):
            raise PhraseError(
                "a phrase starts with a word, a <group>, a (choice) or ^, never with a gap or *", 0
            )
        if not (isinstance(item, Choice) and () in item.options):
            return
    raise PhraseError("everything in the phrase is optional", 0)


def _check_end(tree: Tree, column: int) -> None:
    if tree and isinstance(tree[-1], Gap):
        raise PhraseError("a phrase cannot end with a gap", column)


def groups(tree: Tree) -> frozenset[str]:
    """The names of all groups a phrase uses, shape classes left out."""
    names: set[str] = set()
    for item in tree:
        if isinstance(item, Group) and item.name not in SHAPES:
            names.add(item.name)
        elif isinstance(item, Choice):
            names.update(*(groups(option) for option in item.options))
    return frozenset(names)
