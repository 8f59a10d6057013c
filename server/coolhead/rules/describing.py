"""Rules as plain data again, for the HTTP answers and the command line."""

from __future__ import annotations

from pathlib import PurePath
from typing import Any

from pydantic import BaseModel

from coolhead.rules.fields import Phrase
from coolhead.rules.model import Example, Rule, RuleSet, RuleText


def describe(rule: Rule) -> dict[str, Any]:
    """A rule with the layer, file and line that set each field; ready for JSON."""
    return {
        **outline(rule),
        "origins": {
            name: {"layer": origin.layer, "file": _public(origin.where.path), "line": origin.where.line}
            for name, origin in sorted(rule.origins.items())
        },
    }


def _public(path: str) -> str:
    """The path as the configuration wrote it; of a full path the name only, since others may read this."""
    return PurePath(path).name if PurePath(path).is_absolute() else path


def outline(rule: Rule) -> dict[str, Any]:
    """A rule as its files say it, what is left at its default left out; ready for JSON."""
    said = {
        info.alias or name: plain(value)
        for name, info in RuleText.model_fields.items()
        if (value := getattr(rule, name)) != info.default or info.is_required()
    }
    kept = {key: value for key, value in said.items() if value not in (None, False, [], {})}
    return {"pack": rule.pack, "layer": rule.layer, "role": rule.role, **kept}


def bundle(ruleset: RuleSet) -> dict[str, Any]:
    """The merged set; ready for JSON."""
    return {
        "format": 1,
        "name": ruleset.name,
        "digest": ruleset.digest,
        "layers": plain(ruleset.layers),
        "guidelines": plain(ruleset.guidelines.guidelines),
        "signals": plain(ruleset.guidelines.signals),
        "groups": {name: plain(phrases) for name, phrases in ruleset.groups.items()},
        "spellings": plain(ruleset.spellings),
        "boundary": plain(ruleset.boundary),
        "rules": [outline(rule) for rule in ruleset.rules],
        "silenced": [rule.full_id for rule in ruleset.silenced],
    }


def plain(value: Any) -> Any:
    """Text, numbers, lists and dictionaries only; phrases as written."""
    if isinstance(value, Phrase):
        return value.text
    if isinstance(value, Example):
        return _example(value)
    if isinstance(value, BaseModel):
        fields = (
            (info.alias or name, getattr(value, name)) for name, info in type(value).model_fields.items()
        )
        said = {key: plain(one) for key, one in fields}
        return {key: one for key, one in said.items() if one not in (None, [], {})}
    if isinstance(value, dict):
        return {str(key): plain(one) for key, one in value.items()}
    if isinstance(value, list | tuple):
        return [plain(one) for one in value]
    return str(value) if isinstance(value, str) else value


def _example(example: Example) -> dict[str, Any]:
    text = str(example.text)
    if example.span:
        start, end = example.span
        text = f"{text[:start]}⟦{text[start:end]}⟧{text[end:]}"
    around = {"customer": example.customer, "channel": example.channel, "todo": example.todo}
    said = {key: str(value) for key, value in around.items() if value}
    turns = {"conversation": plain(example.conversation)} if example.conversation else {}
    return {"text": text, **said, **turns}
