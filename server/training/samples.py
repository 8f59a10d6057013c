"""Writes the small samples of held-back drafts that the tests of the classifier read."""

import json
import random
from dataclasses import asdict
from pathlib import Path

from coolhead.classifier.labels import ANY_FAULT, SENTENCE_COLUMNS

from . import examples

FOLDER = Path(__file__).resolve().parents[2] / "tests" / "server" / "classifier"
SENTENCES, PAIRS = 400, 40
_ANY = SENTENCE_COLUMNS.index(ANY_FAULT)


def sentences(drafts: list[examples.Draft], chance: random.Random) -> list[dict[str, object]]:
    """Held-back sentences as they come, faulty or not; debatable ones left out."""
    found = [
        example for draft in drafts for example in examples.of_draft(draft) if example.source != "better"
    ]
    known = [example for example in found if example.targets[_ANY] != examples.UNKNOWN]
    return [{**asdict(one.given), "fault": one.targets[_ANY]} for one in chance.sample(known, SENTENCES)]


def pairs(drafts: list[examples.Draft], chance: random.Random) -> list[dict[str, object]]:
    """A faulty sentence, its surroundings, and a better wording of it."""
    found = []
    for draft in drafts:
        own = [example for example in examples.of_draft(draft) if example.source != "better"]
        for fault in draft["faults"]:
            hit = [
                one
                for one in own
                if one.targets[_ANY] == 1 and draft["text"][fault["start"] : fault["end"]] in one.given.text
            ]
            if fault["must"] == 2 and hit:
                found.append({**asdict(hit[0].given), "kind": fault["kind"], "better": fault["better"]})
    return chance.sample(found, PAIRS)


def main() -> None:
    """`python -m training.samples` writes held_back.jsonl and pairs.jsonl beside the classifier's tests."""
    chance = random.Random(5)
    written = [d for d in examples.drafts() if examples.is_held_back(d) and d["source"] != "formula"]
    for name, rows in (("held_back", sentences(written, chance)), ("pairs", pairs(written, chance))):
        text = "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
        (FOLDER / f"{name}.jsonl").write_text(text)


if __name__ == "__main__":
    main()
