"""Every deliberate error of coolhead, under one base class."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple


class Position(NamedTuple):
    """A place in a file; `line` and `column` count from 1, in code points."""

    path: str
    line: int
    column: int

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}" if self.line else self.path


NOWHERE = Position("", 0, 0)


@dataclass(frozen=True, order=True)
class Problem:
    """One thing wrong in a rule pack; the codes are listed in `shared_rules/README.md`."""

    where: Position
    code: str
    what: str
    severity: Literal["error", "warning"] = "error"

    def __str__(self) -> str:
        return f"{self.where}: {self.severity}[{self.code}] {self.what}"


class CoolheadError(Exception):
    """The base of every error coolhead raises on purpose."""


class BadPack(CoolheadError):
    """A pack or its configuration cannot be used at all; `problems` says why, all of them at once."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(map(str, self.problems)))


class BadRequest(CoolheadError):
    """A request that cannot be answered; `field` names what to change."""

    def __init__(self, field: str, detail: str, status: int = 422, title: str = "Invalid request") -> None:
        self.field = field
        self.detail = detail
        self.status = status
        self.title = title
        super().__init__(f"{field}: {detail}" if field else detail)


class UnknownRuleset(BadRequest):
    """The named rule set is not configured."""

    def __init__(self, name: str, known: Sequence[str]) -> None:
        names = ", ".join(f"'{one}'" for one in known) or "none"
        super().__init__(
            "ruleset", f"There is no rule set '{name}'; configured: {names}.", 404, "Unknown rule set"
        )


class UnsafeSettings(CoolheadError):
    """Settings that would expose drafts to others; the service refuses to start."""
