"""Makes probabilities and thresholds from the held-back drafts, with the exported model itself."""

import argparse
import hashlib
import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np

from coolhead.classifier.encoding import Encoding, pad
from coolhead.classifier.files import DIGESTS, FOLDER, MODEL, THRESHOLDS, TOKENIZER
from coolhead.classifier.labels import FAULTS, SENTENCE_COLUMNS, VIRTUES

from . import examples
from .fitting import calibration_error, least_threshold, scale_and_shift, temperature

# So large a share of the flags must be right, and of a hundred faultless drafts at most so many be flagged.
WANTED = {
    "thorough": {"upset": (0.82, 10.0), "calm": (0.80, 6.0)},
    "balanced": {"upset": (0.91, 4.0), "calm": (0.90, 2.0)},
    "quiet": {"upset": (0.97, 1.5), "calm": (0.97, 0.7)},
}
KIND_SLACK = 0.06
FEWEST = 5
VIRTUE_PRECISION = 0.85


class HeldBack:
    """The held-back sentences with the exported model's logits."""

    def __init__(self, folder: Path) -> None:
        encoding = Encoding(folder / TOKENIZER)
        drafts = [draft for draft in examples.drafts() if examples.is_held_back(draft)]
        found = [(example, draft) for draft in drafts for example in examples.of_draft(draft)]
        self.examples = [example for example, _ in found]
        self.is_upset = np.array([draft["mood"] in ("upset", "abusive") for _, draft in found])
        self.upset = {_name(draft): draft["mood"] in ("upset", "abusive") for draft in drafts}
        self.clean = {_name(d) for d in drafts if not d["faults"] and d["text"] and d["source"] != "formula"}
        self.targets = np.array([example.targets for example in self.examples], dtype=np.float32)
        self.logits = run(
            folder / MODEL, "sentence", [encoding.sentence(example.given) for example in self.examples]
        )
        moods = examples.moods(drafts)
        self.moods = np.array([mood for _, mood in moods])
        self.mood_logits = run(folder / MODEL, "mood", [encoding.customer(text) for text, _ in moods])


def run(model: Path, output: str, rows: Sequence[tuple[list[int], list[int]]]) -> np.ndarray:
    """One output of an exported model for all rows, one by one as at run time."""
    import onnxruntime

    session = onnxruntime.InferenceSession(str(model), providers=["CPUExecutionProvider"])
    found = []
    for row in rows:
        batch = pad([row])
        given = {"ids": batch.ids, "segments": batch.segments, "mask": batch.mask}
        found.append(session.run([output], given)[0][0])
    return np.stack(found)


def thresholds(held: HeldBack) -> dict[str, Any]:
    """Everything thresholds.json holds."""
    pairs = [scale_and_shift(held.logits[:, i], held.targets[:, i]) for i in range(len(SENTENCE_COLUMNS))]
    chances = 1 / (1 + np.exp(-(held.logits * [a for a, _ in pairs] + [b for _, b in pairs])))
    kinds = chances[:, 1 : 1 + len(FAULTS)].argmax(axis=1)
    first_virtue = 1 + len(FAULTS)
    return {
        "calibration": dict(zip(SENTENCE_COLUMNS, pairs, strict=True)),
        "mood_scale": temperature(held.mood_logits, held.moods),
        "profiles": _profiles(held, chances[:, 0], kinds),
        "virtues": {
            name: least_threshold(
                chances[:, first_virtue + i], held.targets[:, first_virtue + i], VIRTUE_PRECISION
            )
            for i, name in enumerate(VIRTUES)
        },
        "calibration_error": round(calibration_error(chances[:, 0], held.targets[:, 0]), 4),
    }


def _name(draft: examples.Draft) -> tuple[str, str]:
    return draft["source"], draft["id"]


def _profiles(
    held: HeldBack, chances: np.ndarray, kinds: np.ndarray
) -> dict[str, dict[str, dict[str, float]]]:
    """Thresholds by profile, the customer's mood and kind; a quieter profile never asks for less."""
    found: dict[str, dict[str, dict[str, float]]] = {}
    below: dict[str, dict[str, float]] = {mood: dict.fromkeys(FAULTS, 0.0) for mood in ("upset", "calm")}
    for profile, wanted in WANTED.items():
        own = {mood: _by_kind(held, chances, kinds, mood, *wanted[mood]) for mood in wanted}
        below = {mood: {kind: max(own[mood][kind], below[mood][kind]) for kind in FAULTS} for mood in own}
        found[profile] = below
    return found


def _by_kind(
    held: HeldBack, chances: np.ndarray, kinds: np.ndarray, mood: str, precision: float, alarms: float
) -> dict[str, float]:
    inside = held.is_upset == (mood == "upset")
    targets = held.targets[:, 0]
    base = max(
        least_threshold(chances[inside], targets[inside], precision),
        _quiet_enough(held, chances, mood, alarms),
    )
    found = {}
    for index, name in enumerate(FAULTS):
        own = inside & (kinds == index)
        enough = (own & (chances >= base)).sum() >= FEWEST
        kind = least_threshold(chances[own], targets[own], precision - KIND_SLACK) if enough else base
        found[name] = round(min(max(base, kind), 0.99), 3)
    return found


def _quiet_enough(held: HeldBack, chances: np.ndarray, mood: str, alarms: float) -> float:
    """The threshold at which at most `alarms` of a hundred faultless drafts are flagged, formula left out."""
    loudest = dict.fromkeys((name for name in held.clean if held.upset[name] == (mood == "upset")), 0.0)
    for example, chance in zip(held.examples, chances, strict=True):
        name = (example.source, example.draft)
        if name in loudest:
            loudest[name] = max(loudest[name], float(chance))
    allowed = int(len(loudest) * alarms / 100)
    return round(sorted(loudest.values(), reverse=True)[allowed] + 0.001, 3)


def main() -> None:
    """`python -m training.calibrate` writes thresholds.json and the digests of all model files."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--folder", type=Path, default=FOLDER)
    folder = parser.parse_args().folder
    found = thresholds(HeldBack(folder))
    (folder / THRESHOLDS).write_text(json.dumps(found, indent=1) + "\n")
    lines = [
        f"{hashlib.sha256((folder / name).read_bytes()).hexdigest()}  {name}\n"
        for name in (MODEL, TOKENIZER, THRESHOLDS)
    ]
    (folder / DIGESTS).write_text("".join(lines))
    print(json.dumps({key: found[key] for key in ("profiles", "mood_scale", "calibration_error")}, indent=1))


if __name__ == "__main__":
    main()
