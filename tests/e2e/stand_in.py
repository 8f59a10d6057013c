"""A stand-in for the service where the tests need one that misbehaves; it notes what it was asked."""

import json
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

REVIEW = {
    "software": {"name": "coolhead", "version": "0", "apiVersion": 1},
    "warnings": {"incompleteResults": False, "rulesOnly": False},
    "matches": [],
    "checklist": [],
    "customer": {"mood": "unknown", "signals": []},
    "boundary": None,
    "tone": {"polarity": 0, "subjectivity": 0},
    "score": {"value": 100, "max": 100, "parts": []},
}


class Handler(BaseHTTPRequestHandler):
    """Answers as `server.manner` says."""

    server: "StandIn"
    protocol_version = "HTTP/1.1"

    def do_POST(self) -> None:
        text = json.loads(self.rfile.read(int(self.headers["Content-Length"])))["text"]
        if text:  # an empty one only asks whether the service is there
            self.server.texts.append(text)
            self.server.tokens.add(self.headers["Authorization"] or "")
        self.answer()

    def answer(self) -> None:
        manner = self.server.manner
        if manner == "slow":
            self.server.woken.wait(30)
        status, kind = {"busy": (503, "application/problem+json"), "another": (200, "text/html")}.get(
            manner, (200, "application/json")
        )
        body = json.dumps(REVIEW).encode()
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Quiet."""


class StandIn(ThreadingHTTPServer):
    """`manner`: `well`, `slow` (until `woken`), `busy` (503) or `another` (a web page)."""

    daemon_threads = True

    def __init__(self, manner: str) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.manner = manner
        self.texts: list[str] = []
        self.tokens: set[str] = set()
        self.woken = threading.Event()
        threading.Thread(target=self.serve_forever, daemon=True).start()

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.server_address[1]}"

    def handle_error(self, request: object, client_address: object) -> None:
        """A browser that gives up waiting is no error here."""

    def stop(self) -> None:
        self.woken.set()
        self.shutdown()
        self.server_close()
