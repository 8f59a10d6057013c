"""A folder of YAML files → one pack, with everything that is wrong in it."""

from __future__ import annotations

import hashlib
import re
from importlib import metadata
from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel, ValidationError

from coolhead.errors import BadPack, Position, Problem
from coolhead.rules import checking, source
from coolhead.rules.complaints import problems_of
from coolhead.rules.guidelines import Guidelines
from coolhead.rules.model import Pack
from coolhead.rules.sections import LoadedPack, PackReader
from coolhead.rules.source import Block

__all__ = ["LoadedPack", "files_of", "load_guidelines", "load_pack"]

_Model = TypeVar("_Model", bound=BaseModel)


def files_of(folder: Path) -> list[Path]:
    """Every YAML file of a pack, sorted by path."""
    found = (path for pattern in ("*.yaml", "*.yml") for path in folder.rglob(pattern))
    return sorted(path for path in found if path.is_file())


def load_guidelines(path: Path) -> Guidelines:
    """Read `guidelines.yaml`; raises `BadPack`."""
    data, problems = source.read(path)
    if problems:
        raise BadPack(problems)
    return _required(Guidelines, data)


def load_pack(
    folder: Path,
    guidelines: Guidelines,
    *,
    layer: str = "",
    shown: str | None = None,
    groups_below: checking.Groups | None = None,
) -> LoadedPack:
    """Read a pack; `shown` is how problems call the folder, `groups_below` what lower layers define.

    Raises `BadPack` when the folder has no usable `pack.yaml`; everything else is a problem of the result.
    """
    name = str(folder) if shown is None else shown
    if not (folder / "pack.yaml").is_file():
        raise BadPack([Problem(Position(f"{name}/pack.yaml", 0, 0), "R002", "there is no such file")])
    data, problems = source.read(folder / "pack.yaml", f"{name}/pack.yaml")
    loaded = LoadedPack(_required(Pack, data), problems=list(problems))
    _check_version(loaded.pack)
    reader = PackReader(loaded, guidelines, layer)
    for path in files_of(folder):
        inside = path.relative_to(folder).as_posix()
        loaded.files.append((inside, hashlib.sha256(path.read_bytes()).hexdigest()))
        if inside != "pack.yaml":
            reader.read_file(path, f"{name}/{inside}")
    reader.settle_groups(groups_below or {})
    loaded.problems.sort()
    return loaded


def _check_version(pack: Pack) -> None:
    """Raises `BadPack` when the pack requires a later coolhead."""
    have = metadata.version("coolhead")
    if pack.requires and _numbers(pack.requires) > _numbers(have):
        what = f"requires coolhead {pack.requires}; this is {have}"
        raise BadPack([Problem(pack.requires.where, "R015", what)])


def _numbers(version: str) -> list[int]:
    return [int(number) for number in re.findall(r"\d+", version)[:3]]


def _required(model: type[_Model], data: Block) -> _Model:
    try:
        return model.model_validate(data)
    except ValidationError as error:
        raise BadPack(problems_of(error, model, data)) from error
