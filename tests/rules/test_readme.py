"""The page for rule authors says what is true: its rule works, its codes and keys are those of the code."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from coolhead import examples, rules
from coolhead.matching import Engine
from coolhead.rules.meanings import MEANINGS

ROOT = Path(__file__).parents[2]
SHARED_RULES = ROOT / "shared_rules"
PAGE = (SHARED_RULES / "README.md").read_text(encoding="utf-8")
SOURCES = [
    *(ROOT / "server" / "coolhead" / "rules").glob("*.py"),
    ROOT / "server" / "coolhead" / "examples.py",
]
BLOCKS = re.findall(r"```yaml\n(.*?)```", PAGE, re.DOTALL)


def pack(folder: Path, *files: str) -> Path:
    (folder / "pack.yaml").write_text("format: 1\npack: our-tone\nversion: 1\n", encoding="utf-8")
    for number, text in enumerate(files):
        (folder / f"{number}.yaml").write_text(text, encoding="utf-8")
    return folder


def test_the_first_rule_of_the_page_passes_its_own_test(tmp_path: Path) -> None:
    (first,) = [block for block in BLOCKS if "blame-your-side" in block]
    loaded = rules.load(SHARED_RULES, extra=pack(tmp_path, first))
    assert [str(one) for one in loaded.problems if "our-tone" in str(one)] == []
    mine = [rule for rule in loaded.rules if rule.pack == "our-tone"]
    outcomes = list(examples.run(Engine(loaded), mine))
    assert len(outcomes) == 3
    assert [outcome.failure for outcome in outcomes if outcome.failure] == []


def test_the_changes_of_the_page_apply_to_the_shipped_rules(tmp_path: Path) -> None:
    (changes,) = [block for block in BLOCKS if "changes:" in block]
    loaded = rules.load(SHARED_RULES, extra=pack(tmp_path, changes))
    assert [str(one) for one in loaded.problems if str(tmp_path) in str(one)] == []
    changed = {rule.full_id: rule for rule in loaded.rules}
    assert changed["defaults/blame-should-have"].severity == "suggestion"


def test_the_configuration_of_the_page_works(tmp_path: Path) -> None:
    (config,) = [block for block in BLOCKS if "rulesets:" in block]
    (tmp_path / "config.yaml").write_text(config, encoding="utf-8")
    (tmp_path / "our-tone").mkdir()
    pack(tmp_path / "our-tone")
    assert [layer.name for layer in rules.load(tmp_path).layers] == ["model", "defaults", "team"]


def test_every_code_is_listed_and_no_other() -> None:
    used = {code for path in SOURCES for code in re.findall(r'"(R0\d\d)"', path.read_text(encoding="utf-8"))}
    listed = set(re.findall(r"^\| (R0\d\d) \|", PAGE, re.MULTILINE))
    assert listed == used


@pytest.mark.parametrize("key", sorted(MEANINGS["RuleText"]))
def test_every_key_of_a_rule_is_on_the_page(key: str) -> None:
    if key != "family":  # for coverage of the shipped packs only
        assert f"`{key}`" in PAGE
