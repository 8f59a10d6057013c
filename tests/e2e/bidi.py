"""A WebDriver BiDi connection: commands out, answers in, in order."""

import itertools
import json
from contextlib import ExitStack, suppress
from typing import Any

from websockets.exceptions import ConnectionClosed
from websockets.sync.client import connect


class BidiError(Exception):
    """What the browser answered instead of a result."""


class Bidi:
    """One session; events are not subscribed to, so every message is an answer."""

    def __init__(self, address: str, capabilities: dict[str, Any]) -> None:
        self.open = ExitStack()
        self.socket = self.open.enter_context(connect(address, max_size=None, ping_interval=None))
        self.numbers = itertools.count(1)
        self.send("session.new", capabilities={"alwaysMatch": capabilities})

    def send(self, method: str, **params: Any) -> Any:
        number = next(self.numbers)
        self.socket.send(json.dumps({"id": number, "method": method, "params": params}))
        while True:
            answer = json.loads(self.socket.recv(timeout=60))
            if answer.get("id") == number:
                break
        if answer["type"] == "error":
            raise BidiError(f"{method}: {answer['error']}: {answer['message']}")
        return answer["result"]

    def close(self) -> None:
        with suppress(BidiError, ConnectionClosed, TimeoutError):  # it may be gone, as wished
            self.send("browser.close")
        self.open.close()
