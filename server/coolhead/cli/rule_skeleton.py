"""What `coolhead rules new` writes for an author to fill in."""

from __future__ import annotations

import os
from pathlib import Path

from coolhead.rules import schema as rule_schema
from coolhead.rules.guidelines import Guidelines, Role

SCHEMA = "rules.schema.json"

_HEAD = """\
# yaml-language-server: $schema={schema}
format: 1

rules:
  - id: {name}
    kind: {kind}
"""
_GUIDELINE = "    guideline: {guideline}\n"
_BODIES: dict[Role, str] = {
    "fault": """\
    severity: warning
    title: A few words for the head of the card
    message: "“{match}” is what the customer hears it as. Say what to write instead."
    why: One sentence on why it hurts.
    phrases:
      - these are the words
    rewrites:
      - A sentence to put in its place.
    examples:
      bad:
        - "⟦These are the words⟧ that should be marked."
      good:
        - "A sentence that looks like it and should stay silent."
""",
    "virtue": """\
    title: A few words for the head of the card
    message: What the reply does not do yet.
    when:
      mood: [upset]
    phrases:
      - these are the words
    hints:
      - A sentence that does it.
    examples:
      good:
        - {customer: "My order has not come and I am angry.", text: "These are the words that prove it."}
      bad:
        - {customer: "My order has not come and I am angry.", text: "A reply without it."}
""",
    "signal": """\
    title: A few words for the head of the card
    message: What the customer shows.
    phrases:
      - these are the words
    examples:
      bad:
        - "These are the words of a customer who shows it."
      good:
        - "A message that looks like it and does not."
""",
}
_PACK = """\
format: 1
pack: {name}
version: 0.1.0
description: What these rules are for.
language: en
"""


def rule(name: str, kind: str, role: Role, guideline: str | None, guidelines: Guidelines, pack: Path) -> str:
    """The text of a rule file with one rule; its own examples pass as they stand."""
    listing = [str(one.id) for one in guidelines.guidelines if kind in (*one.faults, *one.virtues)]
    chosen = guideline or next(iter(listing), None)
    named = _GUIDELINE.format(guideline=chosen) if chosen else ""
    way = Path(os.path.relpath(_schema_above(pack) or pack.resolve() / SCHEMA, pack.resolve())).as_posix()
    return _HEAD.format(schema=way, name=name, kind=kind) + named + _BODIES[role]


def schema(pack: Path, guidelines: Guidelines) -> list[Path]:
    """Write the schema beside the rules where there is none above them; it travels with the pack."""
    if _schema_above(pack):
        return []
    file = pack / SCHEMA
    file.write_text(rule_schema.as_text(guidelines), encoding="utf-8")
    return [file]


def _schema_above(pack: Path) -> Path | None:
    folders = (pack.resolve(), *pack.resolve().parents)
    return next((folder / SCHEMA for folder in folders if (folder / SCHEMA).is_file()), None)


def pack(folder: str) -> str:
    """The text of a `pack.yaml`."""
    kept = "".join(letter if letter.isalnum() and letter.isascii() else "-" for letter in folder.lower())
    return _PACK.format(name="-".join(filter(None, kept.split("-"))) or "our-rules")
