"""The real scoring service, started for the tests on a port of its own."""

import os
import socket
import subprocess
import sys
from pathlib import Path

RULES = Path(__file__).parent / "rules"


def free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return int(listener.getsockname()[1])


class Service:
    """`coolhead serve`; may be stopped and started again on the same port."""

    def __init__(self, port: int | None = None, **environment: str) -> None:
        self.port = port or free_port()
        self.environment = environment
        self.process: subprocess.Popen[str] | None = None

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def start(self) -> "Service":
        self.process = subprocess.Popen(
            [sys.executable, "-m", "coolhead", "serve", "--port", str(self.port), "--workers", "1"],
            env={**os.environ, "COOLHEAD_RULES": str(RULES), "COOLHEAD_PROFILE": "off", **self.environment},
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
        )
        assert self.process.stdout
        for line in self.process.stdout:  # blocks until the service says that it is ready, or ends
            if "is ready" in line:
                return self
        raise AssertionError("the service ended before it was ready")

    def stop(self) -> None:
        if self.process:
            self.process.terminate()
            self.process.communicate(timeout=30)
            self.process = None
