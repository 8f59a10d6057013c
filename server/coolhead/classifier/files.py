"""The shipped model files: opened only if they are the very files that were released."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parent / "model"
ENCODER, HEAD, TOKENIZER = "encoder.onnx", "head.onnx", "tokenizer.json"
THRESHOLDS = "thresholds.json"
NAMES = (ENCODER, HEAD, TOKENIZER, THRESHOLDS)
DIGESTS = "SHA256SUMS"


class WrongFile(ValueError):
    """A model file is missing, or is not the one that was released."""


@dataclass(frozen=True)
class Graphs:
    """What answers in raw numbers: two ONNX graphs, and where the tokenizer is."""

    encoder: bytes
    head: bytes
    tokenizer: Path

    @classmethod
    def of(cls, folder: Path) -> "Graphs":
        """Unchecked, as training.calibrate needs them before there are digests."""
        return cls((folder / ENCODER).read_bytes(), (folder / HEAD).read_bytes(), folder / TOKENIZER)


@dataclass(frozen=True)
class ModelFiles:
    """`thresholds`: as written by training.calibrate; `digest`: of all files together."""

    graphs: Graphs
    thresholds: Mapping[str, Any]
    digest: str


def read(folder: Path = FOLDER) -> ModelFiles:
    """All files of the folder, each checked against SHA256SUMS; raises WrongFile."""
    listed = _content(folder / DIGESTS)
    wanted = {name: digest for digest, name in (line.split() for line in listed.decode().splitlines())}
    contents = {name: _checked(folder / name, wanted.get(name)) for name in NAMES}
    return ModelFiles(
        graphs=Graphs(contents[ENCODER], contents[HEAD], folder / TOKENIZER),
        thresholds=json.loads(contents[THRESHOLDS]),
        digest=f"sha256:{hashlib.sha256(listed).hexdigest()}",
    )


def _checked(file: Path, wanted: str | None) -> bytes:
    content = _content(file)
    if hashlib.sha256(content).hexdigest() != wanted:
        raise WrongFile(f"{file.name} is not the released file")
    return content


def _content(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except OSError:
        raise WrongFile(f"{file.name} is missing") from None
