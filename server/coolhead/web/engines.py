"""The rule sets in use, swapped for new ones when their files change."""

from __future__ import annotations

import gc
import logging
import threading
import time
from pathlib import Path

from coolhead import examples, rules
from coolhead.errors import BadRequest, CoolheadError
from coolhead.matching import Engine, prepare
from coolhead.settings import shipped

EVERY = 2.0  # seconds between looks at the files
_log = logging.getLogger(__name__)


class Engines:
    """Engines by name of the rule set. A thread builds new ones and swaps one reference: no request waits."""

    def __init__(self, folder: Path, default: str, every: float = EVERY) -> None:
        self.default = default
        self.failure = ""
        self._folder = folder
        self._stamp = rules.fingerprint(folder)
        self._engines: dict[str, Engine] = {}
        self._engines = self._built()
        self._every = every
        self._next_look = time.monotonic() + every
        self._looking = threading.Lock()
        _settle()

    def get(self, name: str | None = None) -> Engine:
        """The engine of a rule set, the last good one.

        Raises:
            BadRequest: nobody configured it.
        """
        self._look()
        engine = self._engines.get(name or self.default)
        if engine is None:
            known = ", ".join(f"'{one}'" for one in self._engines)
            raise BadRequest("ruleset", f"is not configured; there is {known}", 422, "Unknown rule set")
        return engine

    def reload(self) -> None:
        """Build and swap now if files changed; when that fails, the last good set stays."""
        stamp = rules.fingerprint(self._folder)
        if stamp == self._stamp:
            return
        self._stamp = stamp
        try:
            self._engines = self._built()
            self.failure = ""
            _settle()
        except (CoolheadError, OSError) as error:
            self.failure = str(error)
            _log.error("rules not reloaded, the last good ones stay: %s", error)

    def _look(self) -> None:
        if time.monotonic() < self._next_look or not self._looking.acquire(blocking=False):
            return
        self._next_look = time.monotonic() + self._every
        threading.Thread(target=self._reload_and_release, name="coolhead-rules", daemon=True).start()

    def _reload_and_release(self) -> None:
        try:
            self.reload()
        finally:
            self._looking.release()

    def _built(self) -> dict[str, Engine]:
        names = dict.fromkeys((self.default, *rules.names(self._folder)))
        return {name: self._proved(prepare(self._folder, name)) for name in names}

    def _proved(self, engine: Engine) -> Engine:
        """Without the rules whose own examples fail; what was in use or is shipped is not tried again."""
        before = self._engines.get(engine.ruleset.name)
        folder = shipped("shared_rules")
        if before is None and self._folder.resolve() == folder.resolve():
            return engine
        passed = examples.gate(engine, before.ruleset if before else rules.load(folder))
        return engine if passed is engine.ruleset else Engine(passed)


def _settle() -> None:
    """Free what is gone; what stays is not walked again and, before the fork, shared between workers."""
    gc.unfreeze()
    gc.collect()
    gc.freeze()
