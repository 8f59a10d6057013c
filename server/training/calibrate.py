"""Makes probabilities and thresholds from the held-back drafts, with the exported network itself."""

import argparse
import hashlib
import json
from pathlib import Path
from typing import Any

import numpy as np

from coolhead.classifier.files import DIGESTS, FOLDER, NAMES, THRESHOLDS, Graphs
from coolhead.classifier.labels import FAULTS, SENTENCE_COLUMNS, VIRTUES
from coolhead.classifier.network import Network

from . import examples, profiles
from .fitting import calibration_error, least_threshold, scale_and_shift, temperature

VIRTUE_PRECISION = 0.85


class HeldBack:
    """The held-back sentences with the exported network's logits."""

    def __init__(self, network: Network) -> None:
        drafts = [draft for draft in examples.drafts() if examples.is_held_back(draft)]
        self.drafts = [draft for draft in drafts for _ in examples.of_draft(draft)]
        self.examples = [example for draft in drafts for example in examples.of_draft(draft)]
        self.targets = np.array([example.targets for example in self.examples], dtype=np.float32)
        given = [example.given for example in self.examples]
        self.logits = network.logits(given)
        self.centre = np.mean([network.wording(one.text) for one in given], axis=0)
        moods = examples.moods(drafts)
        self.moods = np.array([mood for _, mood in moods])
        self.mood_logits = network.mood_logits([text for text, _ in moods])


def thresholds(held: HeldBack) -> dict[str, Any]:
    """Everything thresholds.json holds."""
    pairs = [scale_and_shift(held.logits[:, i], held.targets[:, i]) for i in range(len(SENTENCE_COLUMNS))]
    chances = 1 / (1 + np.exp(-(held.logits * [a for a, _ in pairs] + [b for _, b in pairs])))
    kinds = chances[:, 1 : 1 + len(FAULTS)].argmax(axis=1)
    first_virtue = 1 + len(FAULTS)
    return {
        "calibration": dict(zip(SENTENCE_COLUMNS, pairs, strict=True)),
        "mood_scale": temperature(held.mood_logits, held.moods),
        "profiles": profiles.choose(
            profiles.Sentences(held.drafts, held.targets[:, 0], chances[:, 0], kinds)
        ),
        "virtues": {
            name: least_threshold(
                chances[:, first_virtue + i], held.targets[:, first_virtue + i], VIRTUE_PRECISION
            )
            for i, name in enumerate(VIRTUES)
        },
        "centre": [round(float(number), 4) for number in held.centre],
        "calibration_error": round(calibration_error(chances[:, 0], held.targets[:, 0]), 4),
    }


def main() -> None:
    """`python -m training.calibrate` writes thresholds.json and the digests of all model files."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--folder", type=Path, default=FOLDER)
    folder = parser.parse_args().folder
    found = thresholds(HeldBack(Network(Graphs.of(folder))))
    lines = ",\n".join(f"{json.dumps(key)}: {json.dumps(value)}" for key, value in found.items())
    (folder / THRESHOLDS).write_text(f"{{\n{lines}\n}}\n")
    sums = [f"{hashlib.sha256((folder / name).read_bytes()).hexdigest()}  {name}\n" for name in NAMES]
    (folder / DIGESTS).write_text("".join(sums))
    print(json.dumps({key: found[key] for key in ("profiles", "mood_scale", "calibration_error")}, indent=1))


if __name__ == "__main__":
    main()
