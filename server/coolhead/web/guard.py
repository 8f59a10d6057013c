"""Who may ask: the Host, the origin, the token; and what every answer carries."""

from __future__ import annotations

import hmac
from urllib.parse import urlsplit

from flask import Flask, Response, request

from coolhead.errors import BadRequest
from coolhead.settings import Settings

LOOPBACK = ("127.0.0.1", "localhost", "::1")
_OPEN = (
    "health",
    "openapi_document",
)  # endpoints that need no token: nothing of a draft or a rule is in them
_HEADERS = {
    "Cache-Control": "no-store",
    "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
}


def largest_body(settings: Settings) -> int:
    """Bytes: a draft and a conversation of the longest kind, all as JSON escapes, and the rest."""
    return 2 * 12 * settings.max_text + 262_144


def register(app: Flask, settings: Settings) -> None:
    """Put the checks before every request and the headers on every answer."""
    guard = Guard(settings)
    for check in (guard.check_host, guard.check_origin, guard.check_token):
        app.before_request(check)
    app.after_request(_add_headers)


class Guard:
    """What the settings allow."""

    def __init__(self, settings: Settings) -> None:
        self.hosts = {host.lower() for host in (*LOOPBACK, settings.host, *settings.hosts)}
        self.origins = settings.origins
        self.secret = f"Bearer {settings.token}".encode() if settings.token else b""

    def check_host(self) -> None:
        """A page that points its own name at this address (DNS rebinding) is refused here."""
        if _name_of(request.host) not in self.hosts:
            raise BadRequest("Host", "is not a name of this service", 403, "Host refused")

    def check_origin(self) -> None:
        """Web pages of others are refused; the extension's own pages have another scheme than http."""
        origin = request.headers.get("Origin", "")
        if not origin.startswith(("http:", "https:", "null")) or origin in self.origins:
            return
        if _address_of(origin) != request.host:
            raise BadRequest("Origin", "is not among COOLHEAD_ORIGINS", 403, "Origin refused")

    def check_token(self) -> None:
        """A wrong token is refused even where none is needed, so that a client can find out."""
        given = request.headers.get("Authorization")
        if not self.secret or (given is None and _is_open()):
            return
        if not hmac.compare_digest((given or "").encode(), self.secret):
            raise BadRequest(
                "Authorization", "needs 'Bearer' and the token of this service", 401, "Token refused"
            )


def _add_headers(response: Response) -> Response:
    present = set(response.headers.keys(lower=True))
    response.headers.extend((name, value) for name, value in _HEADERS.items() if name.lower() not in present)
    if response.status_code == 401:
        response.headers["WWW-Authenticate"] = "Bearer"
    return response


def _is_open() -> bool:
    blueprint, _, name = (request.endpoint or "").rpartition(".")
    return blueprint == "pages" or name in _OPEN or request.method == "OPTIONS"


def _name_of(host: str) -> str:
    try:
        return urlsplit(f"//{host}").hostname or ""
    except ValueError:
        return ""


def _address_of(origin: str) -> str:
    try:
        return urlsplit(origin).netloc
    except ValueError:
        return ""
