"""Answers → a SARIF 2.1.0 log, for tools that show findings beside a file."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from urllib.parse import quote

from coolhead import wire
from coolhead.cli.report import place
from coolhead.wire import shapes

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
LEVELS = {"error": "error", "warning": "warning", "suggestion": "note"}


def log(files: Sequence[tuple[str, wire.Answer, str]]) -> dict[str, Any]:
    """One run over files, each with its answer (offsets in code points) and its text."""
    matches = [match for _, answer, _ in files for match in answer["matches"]]
    driver = {
        "name": "coolhead",
        "version": wire.software()["version"],
        "rules": list({match["rule"]["id"]: _rule(match["rule"]) for match in matches}.values()),
    }
    results = [_result(name, match, text) for name, answer, text in files for match in answer["matches"]]
    run = {"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": results}
    return {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}


def _rule(rule: shapes.Rule) -> dict[str, Any]:
    described = {"id": rule["id"], "shortDescription": {"text": rule["description"]}}
    return described | ({"helpUri": rule["urls"][0]["value"]} if rule["urls"] else {})


def _result(name: str, match: shapes.Match, text: str) -> dict[str, Any]:
    line, column = place(text, match["offset"])
    last, after = place(text, match["offset"] + match["length"])
    region = {"startLine": line, "startColumn": column, "endLine": last, "endColumn": after}
    uri = "stdin" if name == "-" else quote(name.replace("\\", "/"))
    return {
        "ruleId": match["rule"]["id"],
        "level": LEVELS[match["severity"]],
        "message": {"text": match["message"]},
        "locations": [{"physicalLocation": {"artifactLocation": {"uri": uri}, "region": region}}],
        "partialFingerprints": {"coolhead/v1": match["fingerprint"]},
    }
