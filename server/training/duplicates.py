"""Finds, and on request removes, training sentences that are near-duplicates of evaluation sentences."""

import argparse
import json
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from . import examples

_WORD = re.compile(r"[^\W_]+")
# Shorter ones are everybody's courtesies ("Let us know how you get on").
SHORTEST = 9
RUN = 5
SHARE = 0.4


def words(text: str) -> list[str]:
    """Lower-case words, apostrophes dropped."""
    return _WORD.findall(text.lower().replace("'", "").replace("’", ""))


def runs(text: str) -> set[tuple[str, ...]]:
    """Every run of RUN words."""
    found = words(text)
    return {tuple(found[at : at + RUN]) for at in range(len(found) - RUN + 1)}


class Known:
    """The runs of words of the evaluation sentences."""

    def __init__(self, texts: Iterable[str]) -> None:
        self.runs = {run for text in texts for run in runs(text)}

    def share(self, text: str) -> float:
        """How much of a sentence's runs occur in the evaluation sets; 0 for sentences too short to tell."""
        own = runs(text) if len(words(text)) >= SHORTEST else set()
        return len(own & self.runs) / len(own) if own else 0.0


def evaluation_texts(files: Iterable[Path]) -> Iterator[str]:
    """Replies and customers' messages of evaluation files (one JSON object a line with text and context)."""
    for file in files:
        for line in file.read_text().splitlines():
            row = json.loads(line)
            yield from (row["text"], row.get("context") or "")


def close(draft: examples.Draft, known: Known) -> list[str]:
    """The sentences of a draft, its customer's message and its better wordings that are too close."""
    betters = [fault.get("better", "") for fault in draft["faults"]]
    texts = [
        piece
        for text in (draft["customer"], draft["text"], *betters)
        for piece in re.split(r"[.!?\n]+", text or "")
    ]
    return [text.strip() for text in texts if known.share(text) >= SHARE]


def main() -> None:
    """`python -m training.duplicates [--remove] evaluation.jsonl …`; exit status 1 if any is left."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("files", nargs="+", type=Path)
    parser.add_argument("--remove", action="store_true", help="take the drafts out of data/")
    given = parser.parse_args()
    known = Known(evaluation_texts(given.files))
    left = 0
    for file in sorted(examples.DATA.glob("*.jsonl")):
        rows = [json.loads(line) for line in file.read_text().splitlines()]
        bad = {row["id"]: found for row in rows if (found := close(row, known))}
        for name, found in bad.items():
            print(file.stem, name, found)
        if given.remove and bad:
            kept = [json.dumps(row, ensure_ascii=False) + "\n" for row in rows if row["id"] not in bad]
            file.write_text("".join(kept))
        left += 0 if given.remove else len(bad)
    print(f"{left} drafts too close to the evaluation sets")
    raise SystemExit(bool(left))


if __name__ == "__main__":
    main()
