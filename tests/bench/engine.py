"""The engine in this process, on the rules as shipped."""

from __future__ import annotations

import gc
import time
from collections.abc import Callable, Sequence
from itertools import accumulate, count, islice

from emails import WARM, fresh, hostile, typed, varied
from timing import ROUNDS, Timed, calmest, each

from coolhead import classifier, segments, settings, wire
from coolhead.classifier import SentenceInput
from coolhead.matching import Engine, prepare
from coolhead.review import Draft, Review, Turn, review
from coolhead.reviewer import Reviewer


def start() -> tuple[Engine, float]:
    """The engine as the service makes it, and how many milliseconds that took."""
    chosen = settings.read()
    begun = time.perf_counter()
    engine = prepare(chosen.rules, chosen.ruleset)
    loaded = 1000 * (time.perf_counter() - begun)
    gc.collect()
    gc.freeze()  # as the service does
    return engine, loaded


def model_figures(engine: Engine) -> dict[str, tuple[Timed, str]]:
    """The same with the sentence model beside the rules; empty where it is not installed. The clause of a
    flagged sentence is heard too."""
    reviewer, ear = Reviewer("balanced"), classifier.load()
    if isinstance(ear, classifier.Unavailable):
        return {}
    customers, seeds = fresh(60, seed=30), count(31)

    def heard(text: str, said: str = "") -> Review:
        return reviewer.review(Draft(text, (Turn("customer", said or next(customers)),)), engine)

    def new(number: int) -> list[str]:
        return [sentences(email)[3] for email in islice(fresh(150, seed=next(seeds)), number)]

    def growing() -> Timed:
        email, said = next(fresh(150, seed=next(seeds))), next(customers)
        heard(email, said)
        drafts = accumulate(new(20), "{} {}".format, initial=email)
        return each(list(drafts)[1:], lambda text: heard(text, said))

    def first(said: str = "") -> Timed:
        heard("Hello.", said)
        return each(islice(fresh(150, seed=next(seeds)), 20), lambda text: heard(text, said))

    def alone() -> Timed:
        return each(new(60), lambda text: ear.judge([SentenceInput(text)]))

    each(islice(fresh(150, seed=next(seeds)), 5), heard)
    return {
        "a new sentence, the model alone": (calmest(alone() for _ in range(ROUNDS)), "≤ 3 at p95"),
        "one new sentence in a known draft": (calmest(growing() for _ in range(ROUNDS)), ""),
        "first check, 150 words": (calmest(first(next(customers)) for _ in range(ROUNDS)), "≤ 25"),
        "first check, the customer's 60 words new too": (calmest(first() for _ in range(ROUNDS)), ""),
    }


def check(engine: Engine, text: str) -> wire.Answer:
    """What one request costs without HTTP."""
    return wire.to_json(review(Draft(text), engine))


def figures(engine: Engine) -> dict[str, tuple[Timed, str]]:
    """Name of the figure → time and the bar of the design; the calmest of three rounds of fresh e-mails."""

    def checked(text: str) -> object:
        return check(engine, text)

    def fresh_rounds(words: int, number: int, work: Callable[[str], object]) -> Timed:
        return calmest(each(islice(fresh(words, seed=next(seeds)), number), work) for _ in range(ROUNDS))

    def scanned(words: int, number: int) -> Timed:
        """The rules over sentences already cut: tokens, automaton, what surrounds each hit."""
        return calmest(
            each(map(sentences, islice(fresh(words, seed=next(seeds)), number)), scan) for _ in range(ROUNDS)
        )

    def scan(texts: Sequence[str]) -> None:
        for text in texts:
            engine.sentence(text)

    seeds = count(100)
    for text in islice(fresh(150, seed=next(seeds)), 200):
        checked(text)
    emails = list(islice(fresh(150, seed=next(seeds)), ROUNDS))
    for email in emails:
        checked(email)
    return {
        "rule scan, 150 words": (scanned(150, 100), "≤ 0.25"),
        "rule scan, 2,000 words": (scanned(2000, 10), "≤ 3"),
        "regions and sentences, then rule scan, 150 words": (fresh_rounds(150, 100, engine.read), ""),
        "whole check, 150 words, nothing cached": (fresh_rounds(150, 100, checked), "≤ 0.9"),
        "whole check, one sentence changed": (
            calmest(each(typed(email, 200), checked) for email in emails),
            "≤ 0.15",
        ),
        "whole check, 2,000 words, nothing cached": (fresh_rounds(2000, 10, checked), ""),
        "scan of 100 KB hostile text, worst kind": (_worst(engine), "≤ 60"),
        "rule scan, 150 words of wording never met": (each(map(sentences, varied(150)), scan), ""),
    }


def sentences(text: str) -> list[str]:
    """The sentences of an e-mail that are the agent's own."""
    return [sentence.text for sentence in segments.split(text).sentences]


def comparison(engine: Engine, texts: Sequence[str]) -> Timed:
    """The whole check on the e-mails the other tools get too; the first few only warm it."""
    each(texts[:WARM], lambda text: check(engine, text))
    return each(texts[WARM:], lambda text: check(engine, text))


def _worst(engine: Engine) -> Timed:
    return max((each([text], engine.read) for text in hostile(100_000).values()), key=lambda timed: timed.p50)
