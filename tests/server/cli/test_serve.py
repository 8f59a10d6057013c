"""`coolhead serve` when it cannot start."""

from __future__ import annotations

import os
import socket
import subprocess
import sys


def run(*arguments: str, **environ: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "coolhead", "serve", *arguments],
        env={**os.environ, **environ},
        capture_output=True,
        text=True,
        timeout=60,
    )


def test_a_taken_port_is_told_plainly() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        done = run("--port", str(port))
    assert done.returncode == 2
    assert f"port {port} on 127.0.0.1 is taken" in done.stderr
    assert f"COOLHEAD_PORT={port + 1}" in done.stderr
    assert "Traceback" not in done.stderr


def test_an_open_address_without_a_token_is_refused() -> None:
    done = run("--host", "0.0.0.0")
    assert done.returncode == 2
    assert "COOLHEAD_TOKEN" in done.stderr


def test_unusable_rules_are_told_with_their_place_on_one_line(tmp_path: object) -> None:
    done = run(COOLHEAD_RULES=str(tmp_path), COOLHEAD_PORT="18425", COLUMNS="20")
    assert done.returncode == 2
    assert "config.yaml: error[R002] cannot be read: No such file or directory\n" in done.stderr
    assert "Traceback" not in done.stderr
