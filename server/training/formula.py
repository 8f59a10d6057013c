"""Composes formulaic but harmless public replies from blocks, so that clean formula is seen as clean."""

import json
import random
import re
from collections.abc import Sequence

from .examples import DATA, NOTES, Draft, drafts, group

SHAPES = {
    "satisfied": """
        hello thanks glad sign
        hello glad glad close sign
        glad
        hello glad thanks invite sign
        hello thanks pass close sign
        hello glad work close
        hello glad close
    """,
    "calm": """
        hello facts close sign
        hello thanks facts invite sign
        hello ask sign
        hello thanks ask
        hello work sign
        facts
        hello work ask sign
        hello thanks pass close sign
        hello facts work
        hello thanks glad facts close sign
        ask
        invite
        hello feel work sign
        hello invite
    """,
    "upset": """
        hello regret ask sign
        hello thanks regret invite sign
        hello regret feel pass close sign
        hello regret regret invite sign
        hello regret work close sign
        regret ask
        regret invite sign
        hello thanks regret pass invite close sign
        hello feel ask sign
        hello regret facts close sign
        hello feel work invite sign
        hello regret work ask
        hello thanks feel facts invite sign
        invite
        hello regret pass
        regret
        hello feel regret pass work close sign
        ask
    """,
}
_CHOICE = re.compile(r"\(([^()]*\|[^()]*)\)")
_SLOT = re.compile(r"\{(\w+)\}")

Blocks = dict[str, list[str]]


def read(text: str) -> tuple[Blocks, Blocks]:
    """The blocks (`# kind`, a line each, `(a|b)` a choice) and the fillings of the slots (`= slot`)."""
    blocks: Blocks = {}
    slots: Blocks = {}
    into: Blocks = blocks
    name = ""
    for line in text.splitlines():
        if line[:2] in ("# ", "= "):
            into, name = (blocks if line[0] == "#" else slots), line[2:]
            into[name] = []
        elif line.strip() and not line.startswith("%"):
            into[name] += line.split("|") if into is slots else [line]
    return blocks, slots


def compose(count: int, seed: int) -> list[Draft]:
    """`count` replies without a fault, each to one of the short customers' messages."""
    chance = random.Random(seed)
    blocks, slots = read((NOTES / "formula.txt").read_text())
    customers = [
        line.split(" ", 1)
        for line in (NOTES / "customers_short.txt").read_text().splitlines()
        if line[0] != "%"
    ]
    found = []
    for number in range(count):
        mood, customer = chance.choice(customers)
        parts = [
            chance.choice(blocks[kind]) for kind in chance.choice(SHAPES[mood].strip().splitlines()).split()
        ]
        fixed = {slot: chance.choice(slots[slot]) for slot in ("brand", "thing")}
        text = _rough(" ".join(_filled(part, slots, fixed, chance) for part in parts), chance)
        found.append({"id": f"F{number}", "channel": "social" if len(text) < 200 else "review", "mood": mood,
                      "customer": customer if chance.random() > 0.15 else "", "text": text,
                      "faults": [], "virtues": None, "check": None})  # fmt: skip
    return found


def embed(drafts: Sequence[Draft], count: int, seed: int) -> list[Draft]:
    """`count` faulty public replies with formula around them: formula alone is no proof of innocence."""
    chance = random.Random(seed)
    blocks, slots = read((NOTES / "formula.txt").read_text())
    faulty = [
        d for d in drafts if d["faults"] and d["channel"] in ("review", "social") and len(d["text"]) < 500
    ]
    found = []
    for number in range(count):
        draft = chance.choice(faulty)
        fixed = {slot: chance.choice(slots[slot]) for slot in ("brand", "thing")}

        def say(shape: str, fixed: dict[str, str] = fixed) -> str:
            return " ".join(
                _filled(chance.choice(blocks[kind]), slots, fixed, chance) for kind in shape.split()
            )

        before = (
            say(chance.choice(["hello", "thanks", "hello thanks", "regret", "hello regret", "thanks regret"]))
            + " "
        )
        shifted = [
            {**f, "start": f["start"] + len(before), "end": f["end"] + len(before)} for f in draft["faults"]
        ]
        text = (
            before
            + draft["text"]
            + " "
            + say(chance.choice(["close", "invite", "close sign", "invite close sign", "sign"]))
        )
        found.append(
            {
                **draft,
                "id": f"E{number}",
                "group": group(draft),
                "text": text,
                "faults": shifted,
                "virtues": None,
            }
        )
        found[-1].pop("source")
    return found


def _filled(part: str, slots: Blocks, fixed: dict[str, str], chance: random.Random) -> str:
    start = part.startswith("{")
    while _CHOICE.search(part):
        part = _CHOICE.sub(lambda found: chance.choice(found[1].split("|")), part, count=1)
    while _SLOT.search(part):
        part = _SLOT.sub(lambda slot: fixed.get(slot[1]) or chance.choice(slots[slot[1]]), part)
    part = re.sub(r"(\S+)\.example", lambda found: found[0].lower().replace(" ", ""), part)
    part = re.sub(r" +([,.?;])", r"\1", re.sub(r" {2,}", " ", part)).strip()
    if start or (part[0].islower() and not part.startswith("http")):
        part = part[0].upper() + part[1:]
    return part


def _rough(text: str, chance: random.Random) -> str:
    """Some people leave out apostrophes, write in lower case, or break the lines."""
    if chance.random() < 0.12:
        text = text.replace("'", "")
    if chance.random() < 0.08:
        text = text.lower()
    if chance.random() < 0.15:
        text = re.sub(r"([,!]) (?=[A-Z])", r"\1\n", text, count=1)
    return f"@{chance.randrange(100000, 400000)} {text}" if chance.random() < 0.1 else text


def main() -> None:
    """`python -m training.formula` writes data/formula.jsonl."""
    written = [draft for draft in drafts() if draft["source"] != "formula"]
    rows = [*compose(count=1100, seed=11), *embed(written, count=350, seed=12)]
    (DATA / "formula.jsonl").write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows))
    print(f"formula: {len(rows)} drafts")


if __name__ == "__main__":
    main()
