"""The JSON Schema of rule files, for completion and errors in editors, which know no draft after 07."""

from __future__ import annotations

import json
from typing import Any

from pydantic import BaseModel

from coolhead.rules.boundary import Boundary
from coolhead.rules.changes import Change
from coolhead.rules.guidelines import KEBAB, Guidelines
from coolhead.rules.meanings import MEANINGS, WHOLE_FILE
from coolhead.rules.model import RuleText

_PHRASES = {"type": "array", "minItems": 1, "items": {"type": "string", "minLength": 1}}
_NAMED_LISTS = {"type": "object", "additionalProperties": _PHRASES}
_SCALARS = {"integer": r"^-?\d+$", "number": r"^-?\d+(\.\d+)?$", "boolean": "^(yes|no|true|false|on|off)$"}
_DRAFT = "http://json-schema.org/draft-07/schema#"


def build(guidelines: Guidelines) -> dict[str, Any]:
    """The schema of one rule file; kinds, guidelines and signals come from the table."""
    definitions: dict[str, Any] = {}
    rule = _definition(RuleText, definitions)
    change = _definition(Change, definitions)
    boundary = _definition(Boundary, definitions)
    _offer(definitions, guidelines)
    _demand(definitions, guidelines)
    _shorten(definitions)
    _explain(definitions)
    schema: dict[str, Any] = {
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
    _describe(schema["properties"], WHOLE_FILE)
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


def _offer(definitions: dict[str, Any], guidelines: Guidelines) -> None:
    """The names that guidelines.yaml gives, where a key takes one of them."""
    rule = definitions["RuleText"]["properties"]
    kinds = [*guidelines.faults, *guidelines.virtues, *guidelines.signal_by_id]
    rule["kind"] = {"enum": kinds}
    rule["guideline"] = {"enum": list(guidelines.by_id)}
    families = dict.fromkeys(str(family) for one in guidelines.guidelines for family in one.families)
    rule["family"] = {"enum": list(families)}
    rule["before"]["items"] = rule["after"]["items"] = {"enum": list(guidelines.virtues)}
    rule["spoiled_by"]["items"] = {"enum": list(guidelines.faults)}
    definitions["Repair"]["properties"]["virtues"]["items"] = {"enum": list(guidelines.virtues)}
    for name in ("When", "SeverityWhen", "Due"):
        definitions[name]["properties"]["signals"]["items"] = {"enum": list(guidelines.signal_by_id)}


def _demand(definitions: dict[str, Any], guidelines: Guidelines) -> None:
    """What the loader misses: examples of both kinds, and phrases where nothing else finds a hit."""
    rule = definitions["RuleText"]
    both = {side: {"minItems": 1} for side in ("bad", "good")}
    rule["properties"]["examples"] = {
        "allOf": [rule["properties"]["examples"], {"required": list(both), "properties": both}]
    }
    instead = ("phrases", "overlap", "longer_than", "repeats", "when", "finder")
    rule["if"] = {"properties": {"kind": {"enum": list(guidelines.virtues)}}}
    rule["else"] = {"anyOf": [{"required": [key]} for key in instead]}


def _explain(definitions: dict[str, Any]) -> None:
    for name, keys in MEANINGS.items():
        forms = (definitions[name], *definitions[name].get("anyOf", ()))  # the full one may be behind another
        _describe(next(form["properties"] for form in forms if "properties" in form), keys)


def _describe(properties: dict[str, Any], meanings: dict[str, str]) -> None:
    for key, meaning in meanings.items():
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
