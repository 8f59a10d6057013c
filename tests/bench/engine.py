"""The engine in this process, on the rules as shipped."""

from __future__ import annotations

import gc
import time
from itertools import islice

from emails import fresh, hostile, typed
from timing import Timed, each

from coolhead import rules, settings, wire
from coolhead.matching import Engine
from coolhead.review import Draft, review


def start() -> tuple[Engine, float]:
    """The engine as the service makes it, and how many milliseconds that took."""
    chosen = settings.read()
    begun = time.perf_counter()
    engine = Engine(rules.load(chosen.rules, chosen.ruleset))
    loaded = 1000 * (time.perf_counter() - begun)
    gc.collect()
    gc.freeze()  # as the service does
    return engine, loaded


def check(engine: Engine, text: str) -> wire.Answer:
    """What one request costs without HTTP."""
    return wire.to_json(review(Draft(text), engine))


def figures(engine: Engine) -> dict[str, tuple[Timed, str]]:
    """Name of the figure → time and the bar of the design."""
    for text in islice(fresh(150, seed=1), 200):
        check(engine, text)
    email = next(fresh(150, seed=2))
    check(engine, email)
    short, long = list(islice(fresh(150, seed=3), 200)), list(islice(fresh(2000, seed=4), 20))
    return {
        "rule scan, 150 words": (each(short, engine.read), "≤ 0.25"),
        "rule scan, 2,000 words": (each(long, engine.read), "≤ 3"),
        "whole check, 150 words, nothing cached": (
            each(islice(fresh(150, seed=5), 200), lambda text: check(engine, text)),
            "≤ 0.9",
        ),
        "whole check, one sentence changed": (
            each(typed(email, 300), lambda text: check(engine, text)),
            "≤ 0.15",
        ),
        "whole check, 2,000 words, nothing cached": (
            each(islice(fresh(2000, seed=6), 20), lambda text: check(engine, text)),
            "",
        ),
        "scan of 100 KB hostile text, worst kind": (_worst(engine), "≤ 60"),
    }


def comparison(engine: Engine, words: int, number: int) -> Timed:
    """The whole check on the e-mails the other tools get too, warm, no e-mail twice."""
    for text in islice(fresh(words, seed=21), 5):
        check(engine, text)
    return each(islice(fresh(words, seed=22), number), lambda text: check(engine, text))


def _worst(engine: Engine) -> Timed:
    times = [_once(engine, text) for text in hostile(100_000).values()]
    return Timed(max(times), max(times))


def _once(engine: Engine, text: str) -> float:
    begun = time.perf_counter()
    engine.read(text)
    return 1000 * (time.perf_counter() - begun)
