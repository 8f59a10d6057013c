"""`coolhead serve`: the service under gunicorn, with the same settings as everywhere."""

from __future__ import annotations

import importlib
import os
import socket
import sys
from typing import Any

import rich_click as click
from gunicorn.app.base import BaseApplication
from rich.console import Console

from coolhead import settings
from coolhead.errors import CoolheadError

THREADS = 4  # a browser opens connections ahead of need; each would occupy a worker without threads


class PortTaken(CoolheadError):
    """Something else listens where the service should."""


class Gunicorn(BaseApplication):  # type: ignore[misc]  # gunicorn publishes no types
    """gunicorn, loading the application once before it forks, so that the workers share its memory."""

    def __init__(self, chosen: settings.Settings) -> None:
        self.chosen = chosen
        super().__init__()

    def load_config(self) -> None:
        """Called by gunicorn."""
        options = {
            "bind": _address(self.chosen),
            "workers": self.chosen.workers,
            "threads": THREADS,
            "worker_class": "gthread",
            "preload_app": True,
            "keepalive": 75,
            "graceful_timeout": 5,
            "loglevel": "error",  # its warnings quote what is not HTTP: the rest of a draft, sent too long
            "accesslog": None,
            "control_socket_disable": True,
            "when_ready": lambda _server: _say_where(self.chosen),
            "worker_exit": lambda _server, _worker: _leave(),
        }
        for name, value in options.items():
            if name in self.cfg.settings:
                self.cfg.set(name, value)

    def load(self) -> Any:
        """Called by gunicorn. Loaded by name: the command line stays free of Flask."""
        return importlib.import_module("coolhead.web").create_app(self.chosen)


@click.command()
@click.option("--host", help="Address to listen on (COOLHEAD_HOST).")
@click.option("--port", type=click.IntRange(1, 65535), help="Port to listen on (COOLHEAD_PORT).")
@click.option("--workers", type=click.IntRange(1, 64), help="Worker processes (COOLHEAD_WORKERS).")
def serve(**given: Any) -> None:
    """Start the service and the playground; everything else is set by COOLHEAD_… variables."""
    chosen = settings.read(given)
    _refuse_taken(chosen)
    Gunicorn(chosen).run()


def _refuse_taken(chosen: settings.Settings) -> None:
    family = socket.AF_INET6 if ":" in chosen.host else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((chosen.host, chosen.port))
        except OSError as error:
            raise PortTaken(
                f"port {chosen.port} on {chosen.host} is taken ({error.strerror}). Is coolhead running? "
                f"Stop what uses it, or choose another port: COOLHEAD_PORT={chosen.port + 1} make run"
            ) from error


def _address(chosen: settings.Settings) -> str:
    return f"[{chosen.host}]:{chosen.port}" if ":" in chosen.host else f"{chosen.host}:{chosen.port}"


def _leave() -> None:
    """End a worker at once: onnxruntime, loaded before the fork, would abort while it takes itself apart."""
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(0)


def _say_where(chosen: settings.Settings) -> None:
    console = Console(highlight=False, soft_wrap=True)
    console.print(f"\n  [bold green]coolhead is ready[/]  {chosen.url}/")
    console.print(f"  Open it in a browser to try it out. Programs ask POST {chosen.url}/v1/check.")
    console.print("  It keeps none of your text and sends it nowhere. Ctrl+C stops it.\n")
