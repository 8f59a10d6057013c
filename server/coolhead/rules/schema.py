"""The JSON Schema of rule files, for completion and errors in editors, which know no draft after 07."""

from __future__ import annotations

import json
from typing import Any

from pydantic import BaseModel

from coolhead.rules.boundary import Boundary
from coolhead.rules.changes import Change
from coolhead.rules.guidelines import KEBAB, Guidelines
from coolhead.rules.model import RuleText

_PHRASES = {"type": "array", "minItems": 1, "items": {"type": "string", "minLength": 1}}
_NAMED_LISTS = {"type": "object", "additionalProperties": _PHRASES}
_SCALARS = {"integer": r"^-?\d+$", "number": r"^-?\d+(\.\d+)?$", "boolean": "^(yes|no|true|false|on|off)$"}
# What an editor shows beside a key.
KEYS = {
    "id": "Name of the rule in this pack: lower-case words joined by hyphens. Never rename it.",
    "kind": "The fault it marks, the virtue it proves, or the customer's signal it reads.",
    "guideline": "Which piece of advice it serves; the advice must list the kind.",
    "family": "Number of the wording family, for `coolhead rules coverage`. Teams leave it out.",
    "severity": "error and warning: change before sending. suggestion: a nudge. off: silent.",
    "severity_when": "Other severities; the first entry whose conditions hold wins.",
    "title": "A few words for the head of the card.",
    "message": "Calm: what the customer hears, and what to do. {match} is the marked text.",
    "why": "One sentence for those who ask.",
    "link": "Address of the page in your handbook.",
    "phrases": "The wordings, one per line, in plain words.",
    "finder": "phrases, or model: the sentence model finds it and the rule says what to make of it.",
    "except": "Any of these drops the hit.",
    "preceded_by": "The hit counts only after one of these.",
    "followed_by": "The hit counts only before one of these.",
    "beside": "The hit counts only with one of these on either side.",
    "repaired_by": "Help in the same or the next sentences softens the hit (lower) or undoes it (drop).",
    "when": "Conditions on the whole exchange. For a virtue: when it is due.",
    "count": "Counts only when the phrases occur so often in the draft.",
    "before": "Counts only when none of these virtues is shown earlier in the draft.",
    "opening": "Counts only in the first third of the draft.",
    "overlap": "The sentence shares at least so many content words with the customer's messages.",
    "longer_than": "Counts only in drafts with more words than this.",
    "repeats": "Counts only when an earlier turn of the agent holds this share of the words (0 to 1).",
    "not_enough": "Evidence that overlaps one of these counts as weak.",
    "spoiled_by": "Evidence beside one of these faults counts as weak.",
    "spoiled_within": "Whether the fault has to be in the same sentence, or anywhere in the draft.",
    "weight": "How much this rule's signal weighs for the mood (1 to 3).",
    "hints": "Example sentences for a missing virtue.",
    "replacements": "Texts that fill exactly the marked span.",
    "rewrites": "Sentences to put in the place of the whole one.",
    "lock": "Fields that layers above may not change.",
    "examples": "The rule's tests: bad ones are found, good ones are not (virtues: the other way round).",
}
_DRAFT = "http://json-schema.org/draft-07/schema#"


def build(guidelines: Guidelines) -> dict[str, Any]:
    """The schema of one rule file; kinds, guidelines and signals come from the table."""
    definitions: dict[str, Any] = {}
    rule = _definition(RuleText, definitions)
    change = _definition(Change, definitions)
    boundary = _definition(Boundary, definitions)
    _offer(definitions["RuleText"], guidelines)
    _shorten(definitions)
    schema = {
        "type": "object",
        "additionalProperties": False,
        "required": ["format"],
        "properties": {
            "format": {"enum": [1, "1"]},
            "groups": {**_NAMED_LISTS, "propertyNames": {"pattern": f"^{KEBAB}$"}},
            "spellings": _NAMED_LISTS,
            "rules": {"type": "array", "items": rule},
            "boundary": boundary,
            "changes": {"type": "array", "items": change},
        },
        "definitions": definitions,
    }
    head = {
        "$schema": _DRAFT,
        "title": "A coolhead rule file",
        "$comment": "GENERATED: coolhead rules schema",
    }
    return {**head, **_lenient(schema)}


def as_text(guidelines: Guidelines) -> str:
    """The file as it is checked in."""
    return json.dumps(build(guidelines), indent=2, ensure_ascii=False) + "\n"


def _definition(model: type[BaseModel], definitions: dict[str, Any]) -> dict[str, str]:
    found = model.model_json_schema(ref_template="#/definitions/{model}")
    definitions.update(found.pop("$defs", {}))
    definitions[model.__name__] = found
    return {"$ref": f"#/definitions/{model.__name__}"}


def _offer(rule: dict[str, Any], guidelines: Guidelines) -> None:
    properties = rule["properties"]
    kinds = [*guidelines.faults, *guidelines.virtues, *guidelines.signal_by_id]
    properties["kind"] = {"enum": kinds}
    properties["guideline"] = {"enum": list(guidelines.by_id)}
    properties["before"]["items"] = {"enum": list(guidelines.virtues)}
    properties["spoiled_by"]["items"] = {"enum": list(guidelines.faults)}
    for key, meaning in KEYS.items():
        properties[key] = {"allOf": [properties[key]], "description": meaning}


def _shorten(definitions: dict[str, Any]) -> None:
    """Forms the loader takes besides the full one."""
    definitions["Example"]["properties"].pop("span")
    for name in ("Example", "Rewrite"):
        definitions[name] = {"anyOf": [{"type": "string", "minLength": 1}, definitions[name]]}
    definitions["Times"] = {"anyOf": [{"type": "integer", "minimum": 1}, definitions["Times"]]}
    when = definitions["Step"]["properties"]["when"]
    definitions["Step"]["properties"]["when"] = {"anyOf": [when, {"$ref": "#/definitions/Due"}]}
    context = definitions["Context"]
    context["properties"]["words"] = context["properties"]["phrases"]
    context["anyOf"] = [{"required": ["phrases"]}, {"required": ["words"]}]
    context.pop("required")


def _lenient(node: Any) -> Any:
    """Numbers and yes/no may be quoted, as the loader allows; nulls and defaults say nothing to an author."""
    if isinstance(node, list):
        return [_lenient(one) for one in node]
    if not isinstance(node, dict):
        return node
    kept = {key: _lenient(value) for key, value in node.items() if not _is_noise(key, value)}
    if "anyOf" in kept:
        kept["anyOf"] = [one for one in kept["anyOf"] if one != {"type": "null"}]
        if len(kept["anyOf"]) == 1:
            kept.update(kept.pop("anyOf")[0])
    return _or_quoted(kept)


def _is_noise(key: str, value: Any) -> bool:
    """Pydantic's own titles and defaults; a field called `title` is a schema, not a text."""
    return key == "default" or (key == "title" and isinstance(value, str))


def _or_quoted(schema: dict[str, Any]) -> dict[str, Any]:
    pattern = _SCALARS.get(str(schema.get("type")))
    return {"anyOf": [schema, {"type": "string", "pattern": pattern}]} if pattern else schema
