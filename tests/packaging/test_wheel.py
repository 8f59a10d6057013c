"""The wheel holds all it needs away from the checkout."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    return next(folder.glob("*.whl"))


def test_the_wheel_carries_rules_playground_and_the_modules_it_imports(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    for folder in ("shared_rules", "extension/content", "extension/shared"):
        for path in (ROOT / folder).rglob("*"):
            if path.is_file():
                assert f"coolhead/{path.relative_to(ROOT).as_posix()}" in names
    assert {"coolhead/py.typed", "coolhead/web/playground/index.html"} <= names
    assert not [name for name in names if name.startswith(("coolhead/training", "training", "tests"))]


def test_an_installed_copy_finds_its_rules(wheel: Path, tmp_path: Path) -> None:
    zipfile.ZipFile(wheel).extractall(tmp_path)
    done = subprocess.run(
        [sys.executable, "-m", "coolhead", "check", "-", "--json"],
        input="You should have read the terms.",
        env={**os.environ, "PYTHONPATH": str(tmp_path), "COOLHEAD_PROFILE": "off"},
        cwd=tmp_path,
        capture_output=True,
        text=True,
    )
    assert done.returncode == 1, done.stderr
    assert json.loads(done.stdout)["matches"][0]["kind"] == "blame"
    where = "import coolhead, coolhead.settings as s; print(coolhead.__file__, s.read().rules)"
    shown = subprocess.check_output(
        [sys.executable, "-c", where], env={**os.environ, "PYTHONPATH": str(tmp_path)}, text=True
    )
    assert all(part.startswith(str(tmp_path)) for part in shown.split())
