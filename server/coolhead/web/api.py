"""`/v1`: check a draft, and how the service is."""

from __future__ import annotations

from flask import Blueprint, Response, request

from coolhead import wire
from coolhead.errors import BadRequest
from coolhead.web import answers, openapi
from coolhead.web.service import Service


def routes(service: Service) -> Blueprint:
    """The routes of `/v1` but the rules'."""
    api = Blueprint("api", __name__)

    @api.post("/v1/check")
    def check() -> Response:
        if request.mimetype != "application/json":
            raise BadRequest("Content-Type", "must be application/json", 415, "Unsupported media type")
        return answers.json(service.check(wire.parse(request.get_data(cache=False))))

    @api.get("/v1/health")
    def health() -> Response:
        ruleset = service.engines.get().ruleset
        missing = service.reviewer.missing
        return answers.json(
            {
                "status": "ready",
                "software": wire.software(),
                "ruleset": wire.ruleset(ruleset),
                "problems": len(ruleset.problems) + bool(service.engines.failure),
                "model": {
                    "status": service.reviewer.status,
                    "profile": service.reviewer.profile,
                    "reason": missing,
                },
                "maxTextLength": service.settings.max_text,
            }
        )

    @api.get("/openapi.json")
    def openapi_document() -> Response:
        return answers.json(openapi.document())

    return api
