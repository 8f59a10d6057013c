"""The real service under gunicorn: what it keeps, and what it does while in use."""

from __future__ import annotations

import http.client
import json
import socket
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any
from urllib.parse import urlsplit

Serve = Callable[..., Any]
SECRET = "zebraword"


def ask(url: str, path: str = "/v1/check", body: bytes | None = None, **headers: str) -> tuple[int, bytes]:
    connection = http.client.HTTPConnection(urlsplit(url).netloc, timeout=10)
    try:
        kind = {"Content-Type": "application/json"}
        connection.request("POST" if body is not None else "GET", path, body, {**kind, **headers})
        answer = connection.getresponse()
        return answer.status, answer.read()
    finally:
        connection.close()


def cut_short(url: str, counted: bytes, rest: bytes) -> bytes:
    """All that is answered to a client that counts wrongly: what its length leaves out is no HTTP."""
    where = urlsplit(url)
    head = f"POST /v1/check HTTP/1.1\r\nHost: {where.netloc}\r\nContent-Length: {len(counted)}\r\n\r\n"
    with socket.create_connection((str(where.hostname), int(where.port or 0)), timeout=10) as connection:
        connection.sendall(head.encode() + counted + rest)
        return b"".join(iter(lambda: connection.recv(65536), b""))


def test_no_word_of_any_draft_is_written_anywhere(serve: Serve) -> None:
    service = serve(COOLHEAD_MAX_TEXT="2000")
    draft = {
        "text": f"You should have called, {SECRET}.",
        "conversation": [{"role": "customer", "text": SECRET}],
    }
    assert ask(service.url, body=json.dumps(draft).encode())[0] == 200
    assert ask(service.url, body=json.dumps({**draft, "channel": SECRET}).encode())[0] == 422
    assert ask(service.url, body=json.dumps({"text": SECRET * 1000}).encode())[0] == 413
    assert ask(service.url, body=SECRET.encode())[0] == 400
    assert ask(service.url, "/v2/check", f"text={SECRET}".encode())[0] == 415
    form = {"Content-Type": "application/x-www-form-urlencoded"}
    assert ask(service.url, "/v2/check", f"text={SECRET}".encode(), **form)[0] == 200
    assert ask(service.url, f"/v1/{SECRET}?text={SECRET}")[0] == 404
    assert b"400 Bad Request" in cut_short(service.url, b'{"text": "', f'{SECRET} waits"\r\n\r\n'.encode())
    service.stop()
    assert "is ready" in service.output
    assert SECRET not in service.output


def test_the_service_stops_quietly_with_the_sentence_model_too(serve: Serve) -> None:
    service = serve(COOLHEAD_PROFILE="balanced")
    for _ in range(4):
        assert ask(service.url, body=b'{"text": "Most people manage it from the leaflet."}')[0] == 200
    service.stop()
    assert service.output.rstrip().endswith("Ctrl+C stops it.")
    assert service.process.returncode == 0


def test_the_start_says_where_to_go(serve: Serve) -> None:
    service = serve()
    assert f"{service.url}/" in service.output
    assert ask(service.url, "/v1/health")[0] == 200


def test_an_idle_connection_keeps_nobody_waiting(serve: Serve) -> None:
    service = serve(COOLHEAD_WORKERS="1")
    idle = [http.client.HTTPConnection(urlsplit(service.url).netloc, timeout=10) for _ in range(6)]
    for connection in idle:
        connection.connect()
    status, _ = ask(service.url, body=b'{"text": "Hello."}')
    for connection in idle:
        connection.close()
    assert status == 200


def test_answers_do_not_mix_when_many_ask_at_once(serve: Serve) -> None:
    service = serve()

    def offset(before: int) -> int:
        text = "a" * before + ". You should have called."
        _, answer = ask(service.url, body=json.dumps({"text": text}).encode())
        return int(json.loads(answer)["matches"][0]["offset"])

    with ThreadPoolExecutor(8) as pool:
        assert list(pool.map(offset, range(1, 200))) == [before + 2 for before in range(1, 200)]


def test_a_token_set_in_the_environment_is_asked_for(serve: Serve) -> None:
    service = serve(COOLHEAD_TOKEN=SECRET)
    assert ask(service.url, body=b'{"text": "a"}')[0] == 401
    assert ask(service.url, body=b'{"text": "a"}', Authorization=f"Bearer {SECRET}")[0] == 200
    service.stop()
    assert SECRET not in service.output
