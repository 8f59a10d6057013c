"""Data → responses."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import orjson
from flask import Response, request


def json(data: Mapping[str, Any], status: int = 200, mimetype: str = "application/json") -> Response:
    """A JSON response."""
    return Response(orjson.dumps(data), status, mimetype=mimetype)


def tagged(data: Mapping[str, Any], tag: str) -> Response:
    """A JSON response a client may keep until `tag` changes; 304 when it has this one."""
    response = json(data)
    response.set_etag(tag)
    response.headers["Cache-Control"] = "no-cache"
    response.make_conditional(request)
    return response
