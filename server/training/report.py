"""Measures the shipped classifier alone on labelled replies, as the project's evaluation does."""

import argparse
import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from coolhead import classifier, segments
from coolhead.classifier.files import FOLDER
from coolhead.classifier.model import Classifier

from . import examples

Row = dict[str, Any]


@dataclass(frozen=True)
class Judged:
    """A labelled reply and what was heard in it: (start, end, kind, probability) of each flagged sentence."""

    row: Row
    flags: tuple[tuple[int, int, str, float], ...]


def judge(row: Row, ear: Classifier, profile: str) -> Judged:
    """Hear one labelled reply, after the customer's message in `context`."""
    sentences = segments.split(row["text"]).sentences
    heard = ear.hear(examples.inputs(sentences, row.get("context") or ""), profile)
    return Judged(
        row,
        tuple(
            (sentence.start, sentence.end, finding.kind, finding.confidence)
            for sentence, findings in zip(sentences, heard, strict=True)
            for finding in findings
        ),
    )


def count(judged: Iterable[Judged]) -> dict[str, Counter[str]]:
    """Sums per group: all, each source, each stratum, and each kind of clear fault."""
    found: dict[str, Counter[str]] = defaultdict(Counter)
    for one in judged:
        spans = one.row["spans"]
        for group in ("all", one.row.get("source"), one.row.get("stratum")):
            if group:
                _add(found[group], one, spans)
        for span in (span for span in spans if span["must"] == 2):
            for category in span["categories"]:
                found[f"kind {category}"].update(must=1, hit=int(_touched(span, one.flags)))
    return found


def _add(sums: Counter[str], one: Judged, spans: Sequence[Row]) -> None:
    right = sum(
        any(span["start"] < end and start < span["end"] for span in spans) for start, end, *_ in one.flags
    )
    must = [span for span in spans if span["must"] == 2]
    sums.update(replies=1, flagged=len(one.flags), right=right, must=len(must))
    sums.update(hit=sum(_touched(span, one.flags) for span in must))
    if not spans:
        sums.update(clean=1, alarm=int(bool(one.flags)))


def _touched(span: Row, flags: Iterable[tuple[int, int, str, float]]) -> bool:
    return any(span["start"] < end and start < span["end"] for start, end, *_ in flags)


def line(name: str, sums: Counter[str]) -> str:
    """One row of the table."""
    return (
        f"{name:22} precision {_share(sums['right'], sums['flagged'])} ({sums['flagged']:3} flagged)  "
        f"recall {_share(sums['hit'], sums['must'])} (n={sums['must']:3})  "
        f"false alarms {_share(100 * sums['alarm'], sums['clean'])}/100 (n={sums['clean']})"
    )


def _share(part: float, whole: float) -> str:
    return f"{part / whole:.3f}" if whole else "  -  "


def moods(rows: Sequence[Row], ear: Classifier) -> str:
    """F1 of "upset or abusive", and precision and recall of "abusive", by the likeliest mood."""
    pairs = [
        (row["mood"], max(chances, key=chances.__getitem__))
        for row in rows
        if (chances := ear.mood(row["text"]))
    ]
    parts = []
    for name, group in (("upset or abusive", {"upset", "abusive"}), ("abusive", {"abusive"})):
        right = sum(want in group and got in group for want, got in pairs)
        precision = right / max(1, sum(got in group for _, got in pairs))
        recall = right / max(1, sum(want in group for want, _ in pairs))
        f1 = 2 * precision * recall / max(1e-9, precision + recall)
        parts.append(f"{name}: precision {precision:.3f} recall {recall:.3f} F1 {f1:.3f}")
    return " · ".join(parts)


def main() -> None:
    """`python -m training.report replies.jsonl … [--customers customers.jsonl]`."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("files", nargs="*", type=Path)
    parser.add_argument("--customers", type=Path)
    parser.add_argument("--profile", default="balanced")
    parser.add_argument("--folder", type=Path, default=FOLDER)
    given = parser.parse_args()
    ear = classifier.load(given.folder)
    if isinstance(ear, classifier.Unavailable):
        raise SystemExit(ear.reason)
    for file in given.files:
        rows = [json.loads(text) for text in file.read_text().splitlines()]
        print(f"{file.stem}: {len(rows)} replies, profile {given.profile}")
        for name, sums in count(judge(row, ear, given.profile) for row in rows).items():
            print(" ", line(name, sums))
    if given.customers:
        print(moods([json.loads(text) for text in given.customers.read_text().splitlines()], ear))


if __name__ == "__main__":
    main()
