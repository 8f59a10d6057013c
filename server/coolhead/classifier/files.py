"""The shipped model files: opened only if they are the very files that were released."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parent / "model"
MODEL, TOKENIZER, THRESHOLDS = "model.onnx", "tokenizer.json", "thresholds.json"
DIGESTS = "SHA256SUMS"


class WrongFile(ValueError):
    """A model file is missing, or is not the one that was released."""


@dataclass(frozen=True)
class ModelFiles:
    """`thresholds`: as written by training.calibrate; `digest`: of the model file."""

    model: bytes
    tokenizer: Path
    thresholds: Mapping[str, Any]
    digest: str


def read(folder: Path = FOLDER) -> ModelFiles:
    """All files of the folder, each checked against SHA256SUMS; raises WrongFile."""
    wanted = _digests(folder / DIGESTS)
    contents = {name: _checked(folder / name, wanted.get(name)) for name in (MODEL, TOKENIZER, THRESHOLDS)}
    return ModelFiles(
        model=contents[MODEL],
        tokenizer=folder / TOKENIZER,
        thresholds=json.loads(contents[THRESHOLDS]),
        digest=f"sha256:{wanted[MODEL]}",
    )


def _digests(file: Path) -> dict[str, str]:
    try:
        lines = file.read_text().splitlines()
    except OSError:
        raise WrongFile(f"{file.name} is missing") from None
    return {name: digest for digest, name in (line.split() for line in lines if line)}


def _checked(file: Path, wanted: str | None) -> bytes:
    try:
        content = file.read_bytes()
    except OSError:
        raise WrongFile(f"{file.name} is missing") from None
    if hashlib.sha256(content).hexdigest() != wanted:
        raise WrongFile(f"{file.name} is not the released file")
    return content
