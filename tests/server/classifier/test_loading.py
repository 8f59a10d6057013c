"""The model loads only as released, and its absence is told, not raised."""

import shutil
import sys
from pathlib import Path

import pytest

from coolhead import classifier
from coolhead.classifier import files

MEGABYTE = 1_000_000


def copied(folder: Path) -> Path:
    return Path(shutil.copytree(files.FOLDER, folder / "model"))


def test_the_shipped_files_carry_their_digests() -> None:
    found = files.read()
    assert found.digest.startswith("sha256:")
    assert len(found.graphs.encoder) + len(found.graphs.head) <= 30 * MEGABYTE


@pytest.mark.parametrize("name", files.NAMES)
def test_a_changed_file_is_refused(tmp_path: Path, name: str) -> None:
    folder = copied(tmp_path)
    content = bytearray((folder / name).read_bytes())
    content[len(content) // 2] ^= 1
    (folder / name).write_bytes(content)
    found = classifier.load(folder)
    assert isinstance(found, classifier.Unavailable)
    assert f"{name} is not the released file" in found.reason


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    folder = copied(tmp_path)
    (folder / files.ENCODER).unlink()
    found = classifier.load(folder)
    assert isinstance(found, classifier.Unavailable)
    assert f"{files.ENCODER} is missing" in found.reason


@pytest.mark.parametrize("package", ["onnxruntime", "tokenizers"])
def test_without_its_run_time_the_rules_stay_alone(monkeypatch: pytest.MonkeyPatch, package: str) -> None:
    for module in [name for name in sys.modules if name.startswith("coolhead.classifier.")]:
        if module.endswith((".model", ".network", ".encoding")):
            monkeypatch.delitem(sys.modules, module)
    monkeypatch.setitem(sys.modules, package, None)
    found = classifier.load()
    assert isinstance(found, classifier.Unavailable)
    assert package in found.reason
