"""The playground: its own files and the extension's content modules, as they are."""

from __future__ import annotations

from pathlib import Path

from flask import Blueprint, Response, abort, send_from_directory

from coolhead.settings import PLAYGROUND, shipped
from coolhead.web.service import Service

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)
_TYPES = {
    ".css": "text/css",
    ".html": "text/html",
    ".js": "text/javascript",
    ".json": "application/json",
    ".png": "image/png",
    ".svg": "image/svg+xml",
}


def routes(_service: Service) -> Blueprint:
    """The routes of files; everything here may be seen by anybody who reaches the service."""
    pages = Blueprint("pages", __name__)
    extension = shipped("extension")

    @pages.get("/")
    def index() -> Response:
        return _file(PLAYGROUND, "index.html")

    @pages.get("/<name>")
    def own(name: str) -> Response:
        return _file(PLAYGROUND, name)

    @pages.get("/extension/<any(content, shared, _locales):folder>/<path:name>")
    def module(folder: str, name: str) -> Response:
        return _file(extension / folder, name)

    return pages


def _file(folder: Path, name: str) -> Response:
    kind = _TYPES.get(Path(name).suffix)
    if kind is None:
        abort(404)
    response = send_from_directory(folder, name, mimetype=kind)
    response.headers["Cache-Control"] = "no-cache"
    response.headers["Content-Security-Policy"] = POLICY
    return response
