"""Every error → `application/problem+json` (RFC 9457); no answer and no log line ever holds what was sent."""

from __future__ import annotations

import logging
import traceback

from flask import Flask, Response
from pydantic import ValidationError
from werkzeug.exceptions import HTTPException

from coolhead import wire
from coolhead.errors import BadRequest
from coolhead.web import answers

_log = logging.getLogger(__name__)


def register(app: Flask) -> None:
    """Translate errors, once, here."""
    app.register_error_handler(BadRequest, _bad_request)
    app.register_error_handler(ValidationError, _wrong_shape)
    app.register_error_handler(wire.NotJSON, _not_json)
    app.register_error_handler(HTTPException, _http)
    app.register_error_handler(Exception, _internal)


def _bad_request(error: BadRequest) -> Response:
    changes: list[wire.Change] = [{"field": error.field, "message": error.detail}] if error.field else []
    return _problem(error.status, error.title, str(error), changes)


def _wrong_shape(error: ValidationError) -> Response:
    changes = wire.mended(error)
    detail = "; ".join(f"{one['field']} {one['message']}" for one in changes)
    return _problem(422, "Invalid request", detail, changes)


def _not_json(error: wire.NotJSON) -> Response:
    return _problem(400, "Not JSON", str(error), [])


def _http(error: HTTPException) -> Response:
    status = error.code or 500
    response = _problem(status, error.name, error.description or error.name, [])
    for name, value in error.get_headers():
        if name == "Allow":
            response.headers[name] = value
    return response


def _internal(error: Exception) -> Response:
    # The message of an exception may quote a draft; its type and its place do not.
    frames = traceback.extract_tb(error.__traceback__)[-3:]
    places = " < ".join(f"{frame.filename}:{frame.lineno}" for frame in reversed(frames))
    _log.error("%s at %s", type(error).__name__, places)
    return _problem(500, "Internal error", "Something went wrong in the service; its log says where.", [])


def _problem(status: int, title: str, detail: str, changes: list[wire.Change]) -> Response:
    data: wire.Problem = {
        "type": f"urn:coolhead:problem:{title.lower().replace(' ', '-')}",
        "title": title,
        "status": status,
        "detail": detail,
        "errors": changes,
    }
    return answers.json(data, status, "application/problem+json")
