"""Which packs are laid on top of which, and where they are looked for."""

from __future__ import annotations

from pathlib import Path
from shutil import copy

import pytest

from coolhead import rules
from coolhead.errors import BadPack, UnknownRuleset

from .stacks import SHARED_RULES, Stack, Write, config


def test_an_unknown_rule_set_names_the_known_ones() -> None:
    with pytest.raises(
        UnknownRuleset, match="There is no rule set 'defualt'; configured: 'default'"
    ) as caught:
        rules.load(SHARED_RULES, "defualt")
    assert caught.value.status == 404


def test_a_configuration_names_every_fault(tmp_path: Path) -> None:
    text = config("{name: a}", "{name: b, pack: x, dir: y}", "{name: a, pack: x}")
    (tmp_path / "config.yaml").write_text(text, encoding="utf-8")
    with pytest.raises(BadPack) as caught:
        rules.load(tmp_path)
    assert [str(problem) for problem in caught.value.problems] == [
        "config.yaml:5:16: error[R004] a layer has either 'pack' or 'dir'",
        "config.yaml:6:16: error[R004] a layer has either 'pack' or 'dir'",
        "config.yaml:7:16: error[R007] layer 'a' is there twice",
    ]


def test_a_missing_configuration_is_told(tmp_path: Path) -> None:
    with pytest.raises(BadPack, match=r"config\.yaml: error\[R002\] cannot be read"):
        rules.load(tmp_path)


def test_a_layer_that_is_not_there_is_told(tmp_path: Path) -> None:
    copy(SHARED_RULES / "guidelines.yaml", tmp_path)
    (tmp_path / "config.yaml").write_text(config("{name: a, pack: gone}"), encoding="utf-8")
    with pytest.raises(BadPack, match=r"gone/pack\.yaml: error\[R002\] there is no such file"):
        rules.load(tmp_path)


def test_a_home_directory_is_followed(
    stack: Stack, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, write: Write, rule: str
) -> None:
    stack("format: 1\n")
    monkeypatch.setenv("HOME", str(tmp_path))
    (tmp_path / "config.yaml").write_text(config("{name: person, dir: ~/base}"), encoding="utf-8")
    assert [one.full_id for one in rules.load(tmp_path).rules] == ["base/blame-read"]


def test_a_team_s_configuration_needs_no_copy_of_what_is_shipped(
    tmp_path: Path, write: Write, rule: str
) -> None:
    write("acme", a=rule)
    layers = ("{name: defaults, pack: packs/defaults}", "{name: team, dir: acme}")
    (tmp_path / "config.yaml").write_text(config(*layers), encoding="utf-8")
    loaded = rules.load(tmp_path)
    assert [layer.pack for layer in loaded.layers] == ["defaults", "acme"]
    assert loaded.guidelines == rules.load(SHARED_RULES).guidelines


def test_a_pack_of_its_own_wins_over_a_shipped_one(tmp_path: Path, write: Write, rule: str) -> None:
    write("packs/defaults", pack="format: 1\npack: mine\nversion: 1\n", a=rule)
    (tmp_path / "config.yaml").write_text(config("{name: a, pack: packs/defaults}"), encoding="utf-8")
    assert rules.load(tmp_path).layers[0].pack == "mine"


def test_the_rule_sets_are_named() -> None:
    assert rules.names(SHARED_RULES) == ("default",)


def test_a_pack_can_be_tried_on_top_without_being_configured(write: Write, rule: str) -> None:
    loaded = rules.load(SHARED_RULES, extra=write("mine", a=rule))
    assert loaded.layers[-1].pack == "mine"
    assert loaded.rules[-1].full_id == "mine/blame-read"


def test_a_configured_pack_is_not_laid_on_twice() -> None:
    loaded = rules.load(SHARED_RULES, extra=SHARED_RULES / "packs" / "defaults")
    assert [layer.pack for layer in loaded.layers] == ["model", "defaults"]
