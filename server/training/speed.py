"""Times the shipped classifier on held-back drafts: a new sentence, and a whole draft of about 150 words."""

import time
from collections.abc import Callable, Iterator, Sequence

from coolhead import classifier, segments
from coolhead.classifier import SentenceInput
from coolhead.classifier.model import Classifier

from . import examples

WORDS = range(130, 171)


def timed(work: Callable[[], object]) -> tuple[float, float]:
    """Milliseconds of wall clock and of processor time; the second says more on a busy machine."""
    wall, processor = time.perf_counter(), time.process_time()
    work()
    return (time.perf_counter() - wall) * 1e3, (time.process_time() - processor) * 1e3


def drafts() -> Iterator[list[SentenceInput]]:
    """The sentences of drafts of about 150 words."""
    for draft in examples.drafts():
        if len(draft["text"].split()) in WORDS:
            yield examples.inputs(segments.split(draft["text"]).sentences, draft["customer"])


def line(name: str, times: Sequence[tuple[float, float]]) -> str:
    """Median and 95th percentile of both clocks."""
    parts = []
    for clock, values in zip(("wall", "processor"), zip(*times, strict=True), strict=True):
        ordered = sorted(values)
        parts.append(
            f"{clock} p50 {ordered[len(ordered) // 2]:.1f} p95 {ordered[int(len(ordered) * 0.95)]:.1f} ms"
        )
    return f"{name} (n={len(times)}): " + ", ".join(parts)


def main() -> None:
    """`python -m training.speed`."""
    ear = classifier.load()
    if not isinstance(ear, Classifier):
        raise SystemExit(ear.reason)
    whole = list(drafts())[:40]
    ear.judge(whole[0][:1])
    single = [
        timed(lambda one=one: ear.judge([one]))
        for draft in whole[:20]
        for one in draft
        if ear.mood(one.customer)
    ]
    print(line("one new sentence in a known conversation", single))
    fresh = whole[20:]
    print(line("a draft of 150 words, nothing known", [timed(lambda d=d: ear.judge(d)) for d in fresh]))
    print(line("the same again", [timed(lambda d=d: ear.judge(d)) for d in fresh]))
    flagged = [
        (one, found.kind) for draft in whole for one in draft for found in ear.hear([one], "thorough")[0]
    ]
    ear.span.cache_clear()
    print(line("the clause of a flagged sentence", [timed(lambda f=f: ear.span(*f)) for f in flagged]))


if __name__ == "__main__":
    main()
