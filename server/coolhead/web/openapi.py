"""The OpenAPI 3.1 document, made from the types of the wire."""

from __future__ import annotations

from functools import cache
from typing import Any

from pydantic import TypeAdapter
from pydantic.json_schema import models_json_schema

from coolhead import wire

_REFERENCE = "#/components/schemas/{model}"
_JSON = "application/json"


@cache
def document() -> dict[str, Any]:
    """The whole document, as data."""
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "coolhead",
            "version": wire.software()["version"],
            "description": "Finds what sounds defensive or blaming in a reply to an upset customer.",
            "license": {"name": "MIT", "identifier": "MIT"},
        },
        "security": [{}, {"token": []}],
        "paths": _paths(),
        "components": {
            "schemas": _schemas(),
            "securitySchemes": {"token": {"type": "http", "scheme": "bearer"}},
        },
    }


def _schemas() -> dict[str, Any]:
    _, asked = models_json_schema([(wire.CheckRequest, "validation")], ref_template=_REFERENCE)
    answer = TypeAdapter(wire.Answer).json_schema(ref_template=_REFERENCE)
    problem = TypeAdapter(wire.Problem).json_schema(ref_template=_REFERENCE)
    schemas = {**asked["$defs"]}
    for name, schema in (("Answer", answer), ("Problem", problem)):
        schemas |= schema.pop("$defs", {})
        schemas[name] = schema
    return schemas


def _paths() -> dict[str, Any]:
    check = _operation("Check a draft", "Answer", problems=True)
    check["requestBody"] = {"required": True, "content": {_JSON: {"schema": _reference("CheckRequest")}}}
    return {
        "/v1/check": {"post": check},
        "/v1/health": {"get": _operation("Whether the service is ready, and with which rules")},
        "/v1/rules": {"get": {**_operation("Every rule in use"), "parameters": [_query("ruleset")]}},
        "/v1/rules/{pack}/{id}": {
            "get": {
                **_operation("One rule, and who set each field", problems=True),
                "parameters": [_segment("pack"), _segment("id"), _query("ruleset")],
            }
        },
        "/v1/bundle": {"get": {**_operation("The whole merged rule set"), "parameters": [_query("ruleset")]}},
        "/openapi.json": {"get": _operation("This document")},
        "/v2/check": {
            "post": {**_operation("Check a draft, LanguageTool's way", problems=True), "requestBody": _form()}
        },
        "/v2/languages": {"get": _operation("LanguageTool's list of languages")},
        "/v2/info": {"get": _operation("Who answers, LanguageTool's way")},
        "/v2/maxtextlength": {"get": _text("The longest text in characters")},
        "/v2/healthcheck": {"get": _text("`OK`")},
    }


def _operation(summary: str, answer: str = "", *, problems: bool = False) -> dict[str, Any]:
    schema = _reference(answer) if answer else {"type": ["object", "array"]}
    responses: dict[str, Any] = {"200": {"description": summary, "content": {_JSON: {"schema": schema}}}}
    if problems:
        content = {"application/problem+json": {"schema": _reference("Problem")}}
        responses["default"] = {"description": "What to change", "content": content}
    return {"summary": summary, "responses": responses}


def _text(summary: str) -> dict[str, Any]:
    content = {"text/plain": {"schema": {"type": "string"}}}
    return {"summary": summary, "responses": {"200": {"description": summary, "content": content}}}


def _form() -> dict[str, Any]:
    names = ("text", "data", "language", "disabledRules", "enabledRules", "enabledOnly")
    schema = {"type": "object", "properties": {name: {"type": "string"} for name in names}}
    return {"required": True, "content": {"application/x-www-form-urlencoded": {"schema": schema}}}


def _reference(name: str) -> dict[str, str]:
    return {"$ref": _REFERENCE.format(model=name)}


def _query(name: str) -> dict[str, Any]:
    return {"name": name, "in": "query", "schema": {"type": "string"}}


def _segment(name: str) -> dict[str, Any]:
    return {"name": name, "in": "path", "required": True, "schema": {"type": "string"}}
