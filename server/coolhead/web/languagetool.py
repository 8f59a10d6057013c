"""`/v2`: enough of LanguageTool's interface that its clients get tone hints by changing one address."""

from __future__ import annotations

from typing import Any

import orjson
from flask import Blueprint, Response, request

from coolhead import wire
from coolhead.errors import BadRequest
from coolhead.review import Draft
from coolhead.web import answers
from coolhead.web.service import Service

LANGUAGES = [
    {"name": "English", "code": "en", "longCode": "en"},
    {"name": "English (GB)", "code": "en", "longCode": "en-GB"},
    {"name": "English (US)", "code": "en", "longCode": "en-US"},
]


def routes(service: Service) -> Blueprint:
    """Form posts, as LanguageTool takes them; texts in addresses are refused, since servers log addresses."""
    languagetool = Blueprint("languagetool", __name__)

    @languagetool.post("/v2/check")
    def check() -> Response:
        answer: dict[str, Any] = {**service.answer(Draft(_text(), language=_language()))}
        switched_off = set(request.form.get("disabledRules", "").split(","))
        only = (
            set(request.form.get("enabledRules", "").split(","))
            if request.form.get("enabledOnly") == "true"
            else None
        )
        answer["matches"] = [
            {**one, "type": {"typeName": "Other"}, "ignoreForIncompleteSentence": False}
            for one in answer["matches"]
            if one["rule"]["id"] not in switched_off and (only is None or one["rule"]["id"] in only)
        ]
        detected = {"name": "English", "code": "en", "confidence": 1.0}
        answer["language"] = {"name": "English", "code": "en", "detectedLanguage": detected}
        return answers.json(answer)

    @languagetool.get("/v2/languages")
    def languages() -> Response:
        return Response(orjson.dumps(LANGUAGES), mimetype="application/json")

    @languagetool.get("/v2/healthcheck")
    def healthcheck() -> Response:
        return Response("OK", mimetype="text/plain")

    @languagetool.get("/v2/info")
    def info() -> Response:
        return answers.json({"software": wire.software()})

    @languagetool.get("/v2/maxtextlength")
    def longest() -> Response:
        return Response(str(service.settings.max_text), mimetype="text/plain")

    return languagetool


def _text() -> str:
    """The text of the form: `text`, or the pieces of `data` that are not markup."""
    if request.mimetype != "application/x-www-form-urlencoded":
        raise BadRequest(
            "Content-Type", "must be application/x-www-form-urlencoded", 415, "Unsupported media type"
        )
    if "text" in request.form:
        return request.form["text"]
    if "data" not in request.form:
        raise BadRequest("text", "is required")
    try:
        pieces = wire.read(request.form["data"])["annotation"]
        return "".join(_piece(one) for one in pieces)
    except (wire.NotJSON, TypeError, KeyError, AttributeError) as error:
        raise BadRequest("data", 'must be LanguageTool\'s annotated text: {"annotation": […]}') from error


def _piece(piece: dict[str, str]) -> str:
    """Markup is blanked out, unit for unit, so that offsets still count what the client sent."""
    if "text" in piece:
        return piece["text"]
    return "".join("  " if character > "\uffff" else " " for character in piece["markup"])


def _language() -> str:
    language = request.form.get("language", "auto")
    return "en" if language == "auto" else language
