"""What pydantic says about a rule file, said again in plain words, at the right place."""

from __future__ import annotations

import typing
from collections.abc import Iterable
from difflib import get_close_matches
from typing import Any

from pydantic import BaseModel, ValidationError

from coolhead.errors import NOWHERE, Position, Problem
from coolhead.rules.source import Block, Items, Text

Loc = tuple[int | str, ...]

_PLAIN = {
    "bool_parsing": "should be yes or no",
    "bool_type": "should be yes or no",
    "int_parsing": "should be a whole number",
    "int_type": "should be a whole number",
    "model_type": "should be a block of `key: value` lines",
    "tuple_type": "should be a list: one item per line, each starting with `- `",
    "too_short": "is empty; give at least one",
}


def suggest(word: str, known: Iterable[str]) -> str:
    """` (did you mean 'x'?)`, or nothing when no known word is near."""
    near = get_close_matches(word, list(known), n=1, cutoff=0.6)
    return f" (did you mean '{near[0]}'?)" if near else ""


def choices(expected: str) -> list[str]:
    """The words that pydantic expects, from its `'a', 'b' or 'c'`."""
    return expected.replace("' or '", "', '").strip("'").split("', '")


def problems_of(error: ValidationError, model: type[BaseModel], data: Any) -> list[Problem]:
    """Every fault pydantic found in `data`, one for each place; each missing key is one."""
    found: dict[tuple[Position, str], Problem] = {}
    details = error.errors(include_url=False)
    locations = [detail["loc"] for detail in details]
    for detail in details:
        if detail["type"] == "too_short" and any(_below(detail["loc"], other) for other in locations):
            continue  # the items are faulty, not absent
        context = {"what": detail["msg"], **detail.get("ctx", {})}
        problem = _problem(detail["type"], detail["loc"], context, model, data)
        found.setdefault((problem.where, problem.what if detail["type"] == "missing" else ""), problem)
    return list(found.values())


def keys_of(model: type[BaseModel]) -> list[str]:
    """The keys a block may hold, as written in YAML."""
    return [info.alias or name for name, info in model.model_fields.items()]


def _problem(kind: str, loc: Loc, context: dict[str, Any], model: type[BaseModel], data: Any) -> Problem:
    name = str(loc[-1]) if loc else ""
    where = place_of(data, loc)
    if kind == "extra_forbidden":
        where = _value_at(data, loc[:-1]).key(name).where
        hint = suggest(name, keys_of(_model_at(model, loc[:-1])))
        return Problem(where, "R001", f"unknown key '{name}'{hint}")
    if kind == "missing":
        return Problem(where, "R004", f"missing key '{name}'")
    if kind == "phrase":
        column = where.column + context["column"]
        return Problem(where._replace(column=column), "R005", context["what"])
    if kind == "literal_error":
        return Problem(where, "R006", _not_one_of(data, loc, context["expected"]))
    code = "R004" if kind == "too_short" else "R006"
    return Problem(where, code, f"{_subject(loc)}{_plain(kind, context)}")


def _plain(kind: str, context: dict[str, Any]) -> str:
    if kind in ("greater_than_equal", "less_than_equal"):
        least_or_most = "at least" if "ge" in context else "at most"
        return f"should be {least_or_most} {context.get('ge', context.get('le'))}"
    return _PLAIN.get(kind) or str(context.get("error") or context.get("what") or "has the wrong form")


def _not_one_of(data: Any, loc: Loc, expected: str) -> str:
    value = _value_at(data, loc)
    known = choices(expected)
    if not isinstance(value, str):
        return f"{_subject(loc)}should be one of {', '.join(known)}"
    return f"'{value}' is not one of {', '.join(known)}{suggest(value, known)}"


def _subject(loc: Loc) -> str:
    return f"'{loc[-1]}' " if loc and isinstance(loc[-1], str) else ""


def _below(parent: Loc, other: Loc) -> bool:
    return len(other) > len(parent) and other[: len(parent)] == parent


def _steps(data: Any, loc: Loc) -> Iterable[tuple[Any, int | str, Any]]:
    """(container, key, value) along `loc`, as far as the data goes."""
    for part in loc:
        if part == "phrases" and isinstance(data, Block) and "phrases" not in data and "words" in data:
            part = "words"
        if isinstance(data, Block) and part in data:
            child = data[str(part)]
        elif isinstance(data, Items) and isinstance(part, int) and part < len(data):
            child = data[part]
        else:
            return
        yield data, part, child
        data = child


def place_of(data: Any, loc: Loc) -> Position:
    """The place of what `loc` names; of the key itself when the value is a block, a list or unknown."""
    where: Position = getattr(data, "where", NOWHERE)
    for container, part, child in _steps(data, loc):
        where = getattr(child, "where", where)
        if isinstance(container, Block) and not (isinstance(child, Text) and child):
            where = container.key(str(part)).where
    return where


def _value_at(data: Any, loc: Loc) -> Any:
    value = data
    for _, _, child in _steps(data, loc):
        value = child
    return value


def _model_at(model: type[BaseModel], loc: Loc) -> type[BaseModel]:
    for part in loc:
        if isinstance(part, str):
            fields = {info.alias or name: info for name, info in model.model_fields.items()}
            model = _model_in(fields[part].annotation) if part in fields else model
    return model


def _model_in(annotation: Any) -> Any:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next(filter(None, map(_model_in, typing.get_args(annotation))), None)
