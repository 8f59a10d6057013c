"""Labelled drafts to sentence examples: a sentence, what stands around it, and the answers wanted."""

import hashlib
import json
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from coolhead import segments
from coolhead.classifier.labels import ANY_FAULT, FAULTS, MOODS, SENTENCE_COLUMNS, VIRTUES
from coolhead.classifier.sentence import SentenceInput

DATA = Path(__file__).parent / "data"
NOTES = Path(__file__).parent / "notes"
UNKNOWN = -1
HELD_BACK_SHARE = 0.12
_COLUMN = {name: index for index, name in enumerate(SENTENCE_COLUMNS)}

Draft = dict[str, Any]


@dataclass(frozen=True)
class Example:
    """`place`: number of the sentence in its draft, from 0; `targets`: one per column of SENTENCE_COLUMNS,
    1 or 0, UNKNOWN where nobody can say."""

    draft: str
    source: str
    place: int
    given: SentenceInput
    targets: list[int] = field(repr=False)


def drafts(folder: Path = DATA) -> list[Draft]:
    """Every draft of the folder, each with the name of its file as `source`."""
    found = []
    for file in sorted(folder.glob("*.jsonl")):
        for line in file.read_text().splitlines():
            found.append({**json.loads(line), "source": file.stem})
    return found + lone_customers()


def is_held_back(draft: Draft, share: float = HELD_BACK_SHARE) -> bool:
    """Whether a draft is kept out of training, decided by its group."""
    key = draft.get("group") or group(draft)
    return int(hashlib.sha256(key.encode()).hexdigest(), 16) % 1000 < share * 1000


def group(draft: Draft) -> str:
    """What must not be torn apart: twins have neighbouring numbers, answers to one customer the same."""
    number = int(re.findall(r"\d+", draft["id"])[0])
    return f"{draft['source']}/{number // 2}"


def of_draft(draft: Draft) -> list[Example]:
    """One example a sentence, and one for every sentence of a better wording, in the faulty one's place."""
    sentences = segments.split(draft["text"]).sentences
    own = [
        Example(draft["id"], draft["source"], place, given, _targets(draft, sentence.start, sentence.end))
        for place, (sentence, given) in enumerate(
            zip(sentences, inputs(sentences, draft["customer"] or ""), strict=True)
        )
    ]
    return [*own, *_betters(draft, sentences, own)]


def inputs(sentences: Sequence[segments.Sentence], customer: str) -> list[SentenceInput]:
    """What the classifier is asked about each sentence of a draft."""
    texts = [sentence.text for sentence in sentences]
    return [SentenceInput(text, before, customer) for before, text in zip(["", *texts], texts, strict=False)]


def _targets(draft: Draft, start: int, end: int) -> list[int]:
    virtues = draft["virtues"]
    targets = [0] * len(SENTENCE_COLUMNS)
    if virtues is None:
        targets = [UNKNOWN if name in VIRTUES else 0 for name in SENTENCE_COLUMNS]
    for virtue in virtues or []:
        if virtue["start"] < end and start < virtue["end"]:
            targets[_COLUMN[virtue["virtue"]]] = 1
    for fault in sorted(draft["faults"], key=lambda fault: int(fault["must"])):
        if fault["start"] < end and start < fault["end"]:
            value = 1 if fault["must"] == 2 else UNKNOWN
            targets[_COLUMN[fault["kind"]]] = value
            targets[_COLUMN[ANY_FAULT]] = value
    return targets


def _betters(draft: Draft, sentences: Sequence[segments.Sentence], own: list[Example]) -> Iterator[Example]:
    targets = [0 if name in FAULTS or name == ANY_FAULT else UNKNOWN for name in SENTENCE_COLUMNS]
    for fault in draft["faults"]:
        index = next((i for i, sentence in enumerate(sentences) if fault["start"] < sentence.end), None)
        if not fault.get("better") or index is None:
            continue
        before = own[index].given.before
        for sentence in segments.split(fault["better"]).sentences:
            given = replace(own[index].given, text=sentence.text, before=before)
            yield Example(draft["id"], "better", index, given, targets)
            before = sentence.text


def moods(chosen: Iterable[Draft]) -> list[tuple[str, int]]:
    """Customer messages with the number of their mood in MOODS; each message once."""
    found = {draft["customer"]: MOODS.index(draft["mood"]) for draft in chosen if draft["customer"]}
    return list(found.items())


def lone_customers() -> list[Draft]:
    """Customers' messages noted without a reply, as drafts with no text."""
    lines = [line for line in (NOTES / "customers_long.txt").read_text().splitlines() if line[0] != "%"]
    return [
        {
            "id": f"C{number}",
            "source": "customers",
            "mood": mood,
            "customer": text,
            "text": "",
            "faults": [],
            "virtues": None,
        }
        for number, (mood, text) in enumerate(line.split(" ", 1) for line in lines)
    ]
