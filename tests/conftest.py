"""A small rule set, an application on it, and a real service under gunicorn."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient

from coolhead import rules
from coolhead.matching import Engine
from coolhead.settings import Settings
from coolhead.web import create_app

SMALL_RULES = Path(__file__).parent / "small_rules"
SHIPPED_RULES = Path(__file__).parents[1] / "shared_rules"


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--rewrite-golden", action="store_true", help="rewrite the golden answers")


@pytest.fixture(scope="session")
def small_rules() -> Path:
    return SMALL_RULES


@pytest.fixture(scope="session")
def small_engine() -> Engine:
    return Engine(rules.load(SMALL_RULES))


@pytest.fixture(scope="session")
def listening_engine(tmp_path_factory: pytest.TempPathFactory) -> Engine:
    """The shipped rules of the sentence model beside the small rule set."""
    folder = tmp_path_factory.mktemp("listening")
    for name, source in (("small", SMALL_RULES / "small"), ("model", SHIPPED_RULES / "packs" / "model")):
        (folder / name).symlink_to(source)
    (folder / "guidelines.yaml").symlink_to(SHIPPED_RULES / "guidelines.yaml")
    layers = "[{name: model, pack: model}, {name: small, pack: small}]"
    (folder / "config.yaml").write_text(f"format: 1\nrulesets: {{default: {{layers: {layers}}}}}\n")
    return Engine(rules.load(folder))


@pytest.fixture(scope="session")
def app() -> Flask:
    return create_app(Settings(rules=SMALL_RULES, max_text=1000, profile="off"))


@pytest.fixture
def client(app: Flask) -> FlaskClient:
    return app.test_client()


@dataclass
class Running:
    """A service under gunicorn; `output` is all it wrote, once it has stopped."""

    url: str
    process: subprocess.Popen[str]
    output: str = field(default="")

    def stop(self) -> None:
        assert self.process.stdout is not None
        self.process.send_signal(signal.SIGTERM)
        with self.process.stdout as rest:  # `communicate` would lose the lines read ahead
            self.output += rest.read()
        self.process.wait(timeout=30)


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def _running(**environ: str) -> Iterator[Running]:
    port = free_port()
    process = subprocess.Popen(
        [sys.executable, "-m", "coolhead", "serve", "--port", str(port)],
        env={**os.environ, "COOLHEAD_RULES": str(SMALL_RULES), "COOLHEAD_PROFILE": "off", **environ},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    assert process.stdout is not None
    service = Running(f"http://127.0.0.1:{port}", process)
    for line in process.stdout:  # blocks until the service says that it is ready, or ends
        service.output += line
        if "is ready" in line:
            break
    else:
        process.wait()
        pytest.fail(f"the service did not start:\n{service.output}")
    try:
        yield service
    finally:
        if process.poll() is None:
            service.stop()


@pytest.fixture
def serve() -> Iterator[Callable[..., Running]]:
    with ExitStack() as stack:
        yield lambda **environ: stack.enter_context(_running(**environ))
