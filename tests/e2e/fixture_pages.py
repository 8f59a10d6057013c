"""Serves the fixture pages over https under any host name, with a policy as strict as the real sites'."""

import mimetypes
import ssl
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import urlsplit

import trustme

HERE = Path(__file__).parent

STRICT = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
    "connect-src 'none'; frame-src 'self' blob:"
)
EDITOR = STRICT.replace("style-src 'self'", "style-src 'self' 'unsafe-inline'")

EDITOR_PAGE = """<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>{name}</title>
<link rel="stylesheet" href="/bundles/{name}.css"></head>
<body><main style="margin: 40px; width: 640px"><div id="place"></div></main>
<script type="module" src="/bundles/{name}.js"></script></body></html>"""


class Handler(BaseHTTPRequestHandler):
    """`/editors/NAME.html` is made here, `/bundles/…` comes from the bundler, the rest lies in `pages/`."""

    protocol_version = "HTTP/1.1"
    server: "FixturePages"

    def do_GET(self) -> None:
        self.server.seen.append((self.headers["Host"], self.path))
        path = urlsplit(self.path).path
        if path.startswith("/editors/"):
            name = path.removeprefix("/editors/").removesuffix(".html")
            self.answer(EDITOR_PAGE.replace("{name}", name).encode(), "text/html; charset=utf-8", EDITOR)
            return
        bundled = path.startswith("/bundles/")
        folder = self.server.bundles if bundled else HERE / "pages"
        file = (folder / path.removeprefix("/bundles/" if bundled else "/")).resolve()
        if file.is_relative_to(folder) and file.is_file():
            kind = mimetypes.guess_type(file.name)[0] or "application/octet-stream"
            self.answer(
                file.read_bytes(),
                f"{kind}; charset=utf-8",
                STRICT if file.name.startswith("gmail") else EDITOR,
            )
        else:
            self.send_error(404)

    def answer(self, body: bytes, kind: str, policy: str) -> None:
        self.send_response(200)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Content-Security-Policy", policy)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Quiet."""


class FixturePages(ThreadingHTTPServer):
    """Listens on a free port; `seen` lists every request as (host, path)."""

    daemon_threads = True

    def __init__(self, hosts: list[str], bundles: Path) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.bundles = bundles.resolve()
        self.seen: list[tuple[str, str]] = []
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        trustme.CA().issue_cert(*hosts).configure_cert(context)
        self.socket = context.wrap_socket(self.socket, server_side=True, do_handshake_on_connect=False)
        threading.Thread(target=self.serve_forever, daemon=True).start()

    @property
    def port(self) -> int:
        return int(self.server_address[1])

    def handle_error(self, request: object, client_address: object) -> None:
        """A browser that closes early is no error here."""
