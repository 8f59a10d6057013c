"""Reads drafts from a plain notation that is quick to write by hand (notes/README.md)."""

import argparse
import json
import re
from pathlib import Path

from coolhead.classifier.labels import FAULTS, MOODS, VIRTUES

from .examples import DATA, Draft

CHANNELS = {"email", "chat", "ticket", "social", "review"}
_MARK = re.compile(r"\[\[(.+?)\]\]|\{\{(.+?)\}\}")


class BadNotation(ValueError):
    """A line that cannot be read; the message says which and why."""


def read(lines: list[str], number: int) -> list[Draft]:
    """The drafts of one file; `number` is the file's, and starts every id."""
    found: list[Draft] = []
    channel = mood = customer = ""
    asked = answered = 0
    for at, line in enumerate(lines, 1):
        kind, _, rest = line.partition(" ")
        if kind == "==":
            channel, mood = rest.split()
            _known(at, channel in CHANNELS and mood in MOODS, rest)
        elif kind == "C:":
            customer, asked, answered = rest.strip(), asked + 1, 0
        elif kind == "R:":
            answered += 1
            name = f"T{number}{asked * 2:03d}{'abcdefgh'[answered - 1]}"
            found.append(
                {"id": name, "channel": channel, "mood": mood, "customer": customer, **_reply(at, rest)}
            )
        else:
            _known(at, not line.strip() or line.startswith("%"), line)
    return found


def _reply(at: int, marked: str) -> Draft:
    text, faults, virtues, last = "", [], [], 0
    marked = marked.replace("\\n", "\n").strip()
    for mark in _MARK.finditer(marked):
        text += marked[last : mark.start()]
        last = mark.end()
        quote, label, *better = (mark[1] or mark[2]).split("|")
        place = {"start": len(text), "end": len(text) + len(quote)}
        text += quote
        if mark[1]:
            _known(at, label in FAULTS and len(better) < 2, label)
            faults.append(
                {**place, "kind": label, "must": 1 + len(better), **({"better": better[0]} if better else {})}
            )
        else:
            _known(at, label in VIRTUES and not better, label)
            virtues.append({**place, "virtue": label})
    return {"text": text + marked[last:], "faults": faults, "virtues": virtues or None, "check": None}


def _known(at: int, holds: bool, what: str) -> None:
    if not holds:
        raise BadNotation(f"line {at}: cannot read {what!r}")


def main() -> None:
    """`python -m training.notation drafts_11.txt …` writes data/drafts_11.jsonl."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("files", nargs="+", type=Path)
    for file in parser.parse_args().files:
        number = int(file.stem.rpartition("_")[2])
        rows = read(file.read_text().splitlines(), number)
        text = "\n".join(json.dumps(row, ensure_ascii=False) for row in rows) + "\n"
        (DATA / f"{file.stem}.jsonl").write_text(text)
        print(f"{file.stem}: {len(rows)} drafts, {sum(not row['faults'] for row in rows)} without a fault")


if __name__ == "__main__":
    main()
