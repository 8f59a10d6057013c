"""`POST /v1/check` of a real service with two workers, over loopback."""

from __future__ import annotations

import os
import selectors
import socket
import subprocess
import sys
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from itertools import islice
from pathlib import Path

import orjson
from emails import fresh, typed
from timing import Timed, summary


@contextmanager
def running(profile: str) -> Iterator[tuple[int, float, list[int]]]:
    """A service: its port, the seconds until it was ready, the process ids of its workers."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    begun = time.perf_counter()
    command = [sys.executable, "-m", "coolhead", "serve", "--port", str(port), "--workers", "2"]
    environ = {**os.environ, "COOLHEAD_PROFILE": profile}
    with subprocess.Popen(command, env=environ, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        for line in process.stdout:
            if "is ready" in line:
                break
        exchange(connected(port), request("Hello."))
        try:
            yield port, time.perf_counter() - begun, _workers(process.pid)
        finally:
            process.terminate()


def figures(port: int) -> dict[str, tuple[Timed, str]]:
    """One connection, one request at a time."""
    connection = connected(port)
    exchange(connection, request("Hello."))
    email = next(fresh(150, seed=11))
    return {
        "POST, 150 words, one sentence changed": (_one_by_one(connection, typed(email, 500)), "≤ 1 / 3"),
        "POST, 150 words, nothing cached": (
            _one_by_one(connection, islice(fresh(150, seed=12), 500)),
            "1 / 3",
        ),
    }


def rate(port: int, connections: int = 8, seconds: float = 4.0) -> float:
    """Requests a second when so many clients type at once."""
    emails = list(islice(fresh(150, seed=13), connections))
    pending = {connected(port): list(map(request, typed(email, 200))) for email in emails}
    selector = selectors.DefaultSelector()
    for connection, requests in pending.items():
        selector.register(connection, selectors.EVENT_READ)
        connection.sendall(requests[0])
    done, end = 0, time.perf_counter() + seconds
    while time.perf_counter() < end:
        for key, _ in selector.select(1):
            connection = key.fileobj
            assert isinstance(connection, socket.socket)
            _read(connection)
            done += 1
            requests = pending[connection]
            connection.sendall(requests[done % len(requests)])
    return done / seconds


def memory(pids: Iterable[int]) -> tuple[float, float]:
    """MiB of the largest worker: all it maps, and its fair share of that. (0, 0) where there is no /proc."""
    shares = []
    for pid in pids:
        rollup = Path(f"/proc/{pid}/smaps_rollup")
        if rollup.exists():
            fields = dict(line.split()[:2] for line in rollup.read_text().splitlines()[1:])
            shares.append((int(fields["Rss:"]) / 1024, int(fields["Pss:"]) / 1024))
    return max(shares, default=(0.0, 0.0))


def connected(port: int) -> socket.socket:
    """A connection without delay."""
    connection = socket.create_connection(("127.0.0.1", port))
    connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    return connection


def request(text: str) -> bytes:
    """The bytes of one request."""
    body = orjson.dumps({"text": text})
    head = (
        "POST /v1/check HTTP/1.1\r\nHost: 127.0.0.1\r\n"
        f"Content-Type: application/json\r\nContent-Length: {len(body)}\r\n\r\n"
    )
    return head.encode() + body


def exchange(connection: socket.socket, content: bytes) -> bytes:
    """Ask and read the whole answer."""
    connection.sendall(content)
    return _read(connection)


def _read(connection: socket.socket) -> bytes:
    received = b""
    while b"\r\n\r\n" not in received:
        received += connection.recv(65_536)
    head, _, body = received.partition(b"\r\n\r\n")
    assert b" 200 " in head.split(b"\r\n")[0], head
    length = int(head.lower().split(b"content-length:")[1].split(b"\r\n")[0])
    while len(body) < length:
        body += connection.recv(65_536)
    return body


def _one_by_one(connection: socket.socket, texts: Iterable[str]) -> Timed:
    measured = []
    for content in map(request, texts):
        start = time.perf_counter()
        exchange(connection, content)
        measured.append(1000 * (time.perf_counter() - start))
    return summary(measured)


def _workers(master: int) -> list[int]:
    children = Path(f"/proc/{master}/task/{master}/children")
    return [int(pid) for pid in children.read_text().split()] if children.exists() else []
