"""Brings labelled drafts from outside into our layout: offsets instead of quotes, our kind names."""

import argparse
import json
from pathlib import Path
from typing import Any

DATA = Path(__file__).parent / "data"
KINDS = {
    "defensive": "defensiveness",
    "dismissive": "dismissiveness",
    "buck": "buck-passing",
    "nonapology": "non-apology",
    "hostile": "hostility",
    "cold": "coldness",
    "vague": "vagueness",
    "handoff": "cold-handoff",
}


def adopt(row: dict[str, Any]) -> dict[str, Any]:
    """One labelled draft in our layout; a quote that is not in its text is an error."""
    text = row["text"]
    return {
        "id": row["id"],
        "channel": row["channel"],
        "mood": row["customer"],
        "customer": row["context"],
        "text": text,
        "faults": [
            {
                **_place(text, s["quote"]),
                "kind": KINDS.get(s["category"], s["category"]),
                "must": s["must"],
                **({"better": s["better"]} if s.get("better") else {}),
            }
            for s in row["spans"]
        ],
        "virtues": [{**_place(text, v["quote"]), "virtue": v["virtue"]} for v in row["virtues"]],
        "check": row["check"],
    }


def _place(text: str, quote: str) -> dict[str, int]:
    start = text.index(quote)
    return {"start": start, "end": start + len(quote)}


def main() -> None:
    """`python -m training.adopt FILE …` writes files of the same names into data/."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("files", nargs="+", type=Path)
    for file in parser.parse_args().files:
        rows = [adopt(json.loads(line)) for line in file.read_text().splitlines()]
        lines = [json.dumps(row, ensure_ascii=False) for row in rows]
        (DATA / file.name).write_text("\n".join(lines) + "\n")
        print(f"{file.name}: {len(rows)} drafts")


if __name__ == "__main__":
    main()
