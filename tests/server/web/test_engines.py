"""Rules that change while the service runs."""

from __future__ import annotations

import shutil
import threading
from pathlib import Path

import pytest

from coolhead.errors import BadPack, BadRequest
from coolhead.web.engines import Engines


@pytest.fixture
def folder(small_rules: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(small_rules, tmp_path / "rules"))


def edit(path: Path, old: str, new: str) -> None:
    content = path.read_text()
    assert old in content
    path.write_text(content.replace(old, new))


def ids(engines: Engines) -> set[str]:
    return {rule.id for rule in engines.get().ruleset.rules}


def test_unchanged_files_keep_the_engine(folder: Path) -> None:
    engines = Engines(folder, "default")
    engine = engines.get()
    engines.reload()
    assert engines.get() is engine


def test_a_changed_rule_is_in_use_after_the_reload(folder: Path) -> None:
    engines = Engines(folder, "default")
    before = engines.get().ruleset.digest
    edit(folder / "small" / "rules.yaml", "id: kindly", "id: kindly-now")
    engines.reload()
    assert "kindly-now" in ids(engines)
    assert engines.get().ruleset.digest != before


def test_a_request_starts_the_reload_and_does_not_wait_for_it(folder: Path) -> None:
    engines = Engines(folder, "default", every=0)
    edit(folder / "small" / "rules.yaml", "id: kindly", "id: kindly-now")
    engines.get()
    for thread in threading.enumerate():
        if thread.name == "coolhead-rules":
            thread.join(10)
    assert "kindly-now" in ids(engines)


def test_one_broken_rule_is_set_aside_alone(folder: Path) -> None:
    engines = Engines(folder, "default")
    edit(folder / "small" / "rules.yaml", "- kindly", "- kindly)")
    engines.reload()
    assert "kindly" not in ids(engines)
    assert "should-have" in ids(engines)
    assert [problem.where.line for problem in engines.get().ruleset.problems]


def test_a_rule_whose_own_example_fails_is_set_aside_and_told(folder: Path) -> None:
    edit(
        folder / "other" / "rules.yaml",
        "bad:\n        - It is our policy.",
        "bad:\n        - It is our plan.",
    )
    engines = Engines(folder, "default")
    assert engines.get("other").ruleset.rules == ()
    assert "other/rules.yaml" in str(engines.get("other").ruleset.problems[0])
    edit(folder / "small" / "rules.yaml", '"Kindly wait."', '"Please stay."')
    engines.reload()
    assert "kindly" not in ids(engines)
    assert "should-have" in ids(engines)


def test_a_set_that_cannot_be_built_leaves_the_last_good_one(folder: Path) -> None:
    engines = Engines(folder, "default")
    config = (folder / "config.yaml").read_text()
    (folder / "config.yaml").write_text("nothing: [")
    engines.reload()
    assert "kindly" in ids(engines)
    assert "config.yaml:2" in engines.failure
    (folder / "config.yaml").write_text(config)
    engines.reload()
    assert engines.failure == ""


def test_a_default_that_is_renamed_away_leaves_the_last_good_one_and_is_told(folder: Path) -> None:
    engines = Engines(folder, "default")
    edit(folder / "config.yaml", "default:", "renamed:")
    engines.reload()
    assert "kindly" in ids(engines)
    assert "'default'" in engines.failure


def test_a_service_without_usable_rules_does_not_start(tmp_path: Path) -> None:
    with pytest.raises(BadPack):
        Engines(tmp_path, "default")


def test_a_default_nobody_configured_does_not_start(folder: Path) -> None:
    with pytest.raises(BadRequest, match="ruleset"):
        Engines(folder, "none")
