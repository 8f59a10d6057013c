"""The engine in this process, on the rules as shipped."""

from __future__ import annotations

import gc
import time
from itertools import accumulate, islice

from emails import fresh, hostile, typed
from timing import Timed, each

from coolhead import rules, settings, wire
from coolhead.matching import Engine
from coolhead.review import Draft, Review, review
from coolhead.reviewer import Reviewer


def start() -> tuple[Engine, float]:
    """The engine as the service makes it, and how many milliseconds that took."""
    chosen = settings.read()
    begun = time.perf_counter()
    engine = Engine(rules.load(chosen.rules, chosen.ruleset))
    loaded = 1000 * (time.perf_counter() - begun)
    gc.collect()
    gc.freeze()  # as the service does
    return engine, loaded


def model_figures(engine: Engine) -> dict[str, tuple[Timed, str]]:
    """The same with the sentence model beside the rules; empty where it is not installed."""
    reviewer = Reviewer("balanced")
    if reviewer.missing:
        return {}

    def heard(text: str) -> Review:
        return reviewer.review(Draft(text), engine)

    each(islice(fresh(150, seed=31), 5), heard)
    email = next(fresh(150, seed=32))
    heard(email)
    grown = list(
        islice(accumulate([email, *(one.split(". ")[3] for one in islice(fresh(150, seed=33), 50))]), 1, None)
    )
    return {
        "one new sentence in a known draft": (each(grown, heard), "≤ 3 at p95"),
        "first check, 150 words": (each(islice(fresh(150, seed=34), 30), heard), "≤ 25"),
    }


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
    return max((each([text], engine.read) for text in hostile(100_000).values()), key=lambda timed: timed.p50)
