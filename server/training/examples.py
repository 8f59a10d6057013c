"""Labelled drafts to sentence examples: a sentence, what stands around it, and the answers wanted."""

import hashlib
import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from coolhead.classifier.encoding import SentenceInput
from coolhead.classifier.labels import ANY_FAULT, FAULTS, MOODS, SENTENCE_COLUMNS, VIRTUES

from .sentences import cut

DATA = Path(__file__).parent / "data"
UNKNOWN = -1
HELD_BACK_SHARE = 0.12
_COLUMN = {name: index for index, name in enumerate(SENTENCE_COLUMNS)}

Draft = dict[str, Any]


@dataclass(frozen=True)
class Example:
    """`targets`: one per column of SENTENCE_COLUMNS, 1 or 0, UNKNOWN where nobody can say."""

    draft: str
    source: str
    given: SentenceInput
    targets: list[int] = field(repr=False)


def drafts(folder: Path = DATA) -> list[Draft]:
    """Every draft of the folder, each with the name of its file as `source`."""
    found = []
    for file in sorted(folder.glob("*.jsonl")):
        for line in file.read_text().splitlines():
            found.append({**json.loads(line), "source": file.stem})
    return found


def is_held_back(draft: Draft, share: float = HELD_BACK_SHARE) -> bool:
    """Whether a draft is kept out of training, decided by its group."""
    key = draft.get("group") or group(draft)
    return int(hashlib.sha256(key.encode()).hexdigest(), 16) % 1000 < share * 1000


def group(draft: Draft) -> str:
    """What must not be torn apart: twins have neighbouring numbers, answers to one customer the same number."""
    number = int(re.findall(r"\d+", draft["id"])[0])
    return f"{draft['source']}/{number // 2}"


def of_draft(draft: Draft) -> list[Example]:
    """One example a sentence, and one for every sentence of a better wording, in the faulty one's place."""
    spots = cut(draft["text"])
    texts = [draft["text"][start:end] for start, end in spots]
    own = []
    for index, (start, end) in enumerate(spots):
        given = SentenceInput(
            text=texts[index],
            before=texts[index - 1] if index else "",
            after=texts[index + 1] if index + 1 < len(texts) else "",
            customer=draft["customer"] or "",
            position=index,
        )
        own.append(Example(draft["id"], draft["source"], given, _targets(draft, start, end)))
    return [*own, *_betters(draft, spots, own)]


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


def _betters(draft: Draft, spots: list[tuple[int, int]], own: list[Example]) -> Iterator[Example]:
    for fault in draft["faults"]:
        if not fault.get("better"):
            continue
        index = next((i for i, (_, end) in enumerate(spots) if fault["start"] < end), 0)
        targets = [0 if name in FAULTS or name == ANY_FAULT else UNKNOWN for name in SENTENCE_COLUMNS]
        before = own[index].given.before
        for start, end in cut(fault["better"]):
            text = fault["better"][start:end]
            yield Example(draft["id"], "better", replace(own[index].given, text=text, before=before), targets)
            before = text


def moods(chosen: Iterable[Draft]) -> list[tuple[str, int]]:
    """Customer messages with the number of their mood in MOODS; each message once."""
    found = {draft["customer"]: MOODS.index(draft["mood"]) for draft in chosen if draft["customer"]}
    return list(found.items())
