"""`coolhead rules`: what authors and CI see."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from coolhead.cli.rules import rules

SHARED_RULES = Path(__file__).parents[3] / "shared_rules"
RULE = """\
format: 1
rules:
  - id: blame-read
    kind: blame
    guidline: own-it
    title: Blames
    message: Blames.
    phrases: [you should have read]
    examples:
      bad: ["⟦You should have read⟧ it."]
      good: ["We should have said so."]
"""
SOUND = RULE.replace("guidline", "guideline")


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(rules, [str(one) for one in arguments], catch_exceptions=False)


@pytest.fixture(autouse=True)
def few_rules(small_rules: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A small set beneath what is tested, so that the tests are quick."""
    monkeypatch.setenv("COOLHEAD_RULES", str(small_rules))


@pytest.fixture
def pack(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    folder = tmp_path / "acme"
    folder.mkdir()
    (folder / "pack.yaml").write_text("format: 1\npack: acme\nversion: 1\n", encoding="utf-8")
    (folder / "a.yaml").write_text(RULE, encoding="utf-8")
    return folder


def test_a_fault_is_shown_with_its_place_from_here(pack: Path) -> None:
    result = run("check", "acme")
    assert result.exit_code == 1
    assert result.stdout == (
        "acme/a.yaml:5:5: error[R001] unknown key 'guidline' (did you mean 'guideline'?)\n"
    )
    assert result.stderr.strip() == "1 error, 0 warnings"


def test_only_the_file_that_was_asked_for_is_reported(pack: Path) -> None:
    (pack / "b.yaml").write_text("format: 2\n", encoding="utf-8")
    assert run("check", "acme/b.yaml").stdout == "acme/b.yaml:1:1: error[R015] only format 1 is known here\n"


def test_a_sound_pack_exits_with_0(pack: Path) -> None:
    (pack / "a.yaml").write_text(SOUND, encoding="utf-8")
    result = run("check", "acme")
    assert (result.exit_code, result.stdout) == (0, "")


def test_problems_can_be_data(pack: Path) -> None:
    assert json.loads(run("check", "acme", "--format", "json").stdout) == [
        {
            "file": "acme/a.yaml",
            "line": 5,
            "column": 5,
            "code": "R001",
            "severity": "error",
            "message": "unknown key 'guidline' (did you mean 'guideline'?)",
        }
    ]


def test_problems_can_be_annotations(pack: Path) -> None:
    assert run("check", "acme", "--format", "github").stdout.startswith(
        "::error file=acme/a.yaml,line=5,col=5,title=R001::unknown key"
    )


def test_a_folder_without_pack_yaml_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "x").mkdir()
    result = run("check", "x")
    assert (result.exit_code, result.stdout) == (1, "x/pack.yaml: error[R002] there is no such file\n")


def test_test_tries_the_examples(pack: Path) -> None:
    (pack / "a.yaml").write_text(SOUND.replace("⟦You should", "You ⟦should"), encoding="utf-8")
    result = run("test", "acme")
    assert result.exit_code == 1
    assert "acme/a.yaml:10:14: error[R030] blame-read: marks “You should have read”" in result.stdout


def test_a_warning_fails_in_strict_mode_only(pack: Path) -> None:
    todo = '{text: "You should have read it.", todo: later}'
    (pack / "a.yaml").write_text(SOUND.replace('"⟦You should have read⟧ it."', todo), encoding="utf-8")
    assert (run("test", "acme").exit_code, run("test", "acme", "--strict").exit_code) == (0, 1)


def test_the_schema_is_the_one_checked_in(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COOLHEAD_RULES", str(SHARED_RULES))
    assert run("schema").stdout == (SHARED_RULES / "rules.schema.json").read_text(encoding="utf-8")


def test_a_configuration_of_ones_own_is_checked_as_a_whole(pack: Path) -> None:
    guidelines = (SHARED_RULES / "guidelines.yaml").read_text(encoding="utf-8")
    (pack.parent / "guidelines.yaml").write_text(guidelines, encoding="utf-8")
    layers = "{layers: [{name: team, pack: acme}]}"
    (pack.parent / "config.yaml").write_text(
        f"format: 1\nrulesets: {{one: {layers}, two: {layers}}}\n", encoding="utf-8"
    )
    assert run("check", ".").stdout.count("R001") == 1


def test_a_broken_configuration_is_a_finding(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "config.yaml").write_text("format: 1\n", encoding="utf-8")
    result = run("check", ".")
    assert (result.exit_code, result.stdout) == (1, "config.yaml:1:1: error[R004] missing key 'rulesets'\n")


def test_explain_names_who_set_what() -> None:
    shown = json.loads(run("explain", "small/should-have", "--format", "json").stdout)
    assert shown["kind"] == "blame"
    assert shown["origins"]["severity"]["layer"] == "base"
    assert shown["origins"]["severity"]["file"] == "small/rules.yaml"
    assert "severity  base, small/rules.yaml:" in run("explain", "small/should-have").stdout


def test_explain_suggests_the_right_name() -> None:
    result = run("explain", "small/should-hav")
    assert result.exit_code == 2
    assert "small/should-have" in result.output


@pytest.mark.parametrize("kind", ["blame", "apology", "anger"])
def test_a_new_rule_passes_as_it_is_written(
    kind: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert run("new", "our-first", "--kind", kind, "--pack", "ours").exit_code == 0
    result = run("test", "ours", "--strict")
    assert (result.stdout, result.exit_code) == ("", 0)


@pytest.mark.parametrize(("name", "kind"), [("Our Rule", "blame"), ("../x", "blame"), ("ours", "blaming")])
def test_a_new_rule_needs_a_proper_id_and_kind(
    name: str, kind: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert run("new", name, "--kind", kind).exit_code == 2
    assert list(tmp_path.iterdir()) == []


def test_a_new_rule_for_an_unknown_guideline_is_refused(pack: Path) -> None:
    result = run("new", "ours", "--kind", "blame", "--guideline", "ownit", "--pack", "acme")
    assert (result.exit_code, "did you mean 'own-it'?" in result.output) == (2, True)
    assert not (pack / "ours.yaml").exists()


def test_a_new_pack_carries_the_schema_for_editors(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COOLHEAD_RULES", str(SHARED_RULES))
    run("new", "our-first", "--kind", "blame", "--pack", "ours")
    first = (tmp_path / "ours" / "our-first.yaml").read_text(encoding="utf-8").partition("\n")[0]
    assert first == "# yaml-language-server: $schema=rules.schema.json"
    schema = (tmp_path / "ours" / "rules.schema.json").read_text(encoding="utf-8")
    assert schema == (SHARED_RULES / "rules.schema.json").read_text(encoding="utf-8")


def test_a_schema_above_the_pack_is_used(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "rules.schema.json").write_text("{}", encoding="utf-8")
    run("new", "our-first", "--kind", "blame", "--pack", "packs/ours")
    first = (tmp_path / "packs" / "ours" / "our-first.yaml").read_text(encoding="utf-8").partition("\n")[0]
    assert first == "# yaml-language-server: $schema=../../rules.schema.json"
    assert not (tmp_path / "packs" / "ours" / "rules.schema.json").exists()


def test_a_new_rule_overwrites_nothing(pack: Path) -> None:
    assert run("new", "a", "--kind", "blame", "--pack", "acme").exit_code == 2
    assert (pack / "a.yaml").read_text(encoding="utf-8") == RULE


def test_coverage_counts_and_names_holes(pack: Path) -> None:
    guidelines = (SHARED_RULES / "guidelines.yaml").read_text(encoding="utf-8")
    (pack.parent / "guidelines.yaml").write_text(guidelines, encoding="utf-8")
    config = "format: 1\nrulesets: {default: {layers: [{name: team, pack: acme}]}}\n"
    (pack.parent / "config.yaml").write_text(config, encoding="utf-8")
    (pack / "a.yaml").write_text(SOUND.replace("    title:", "    family: N02\n    title:"), encoding="utf-8")
    result = run("coverage", ".", "--strict")
    assert result.exit_code == 1
    assert "hole: family N01 (own-it) has no rule" in result.stdout
    assert "family N02" not in result.stdout
    assert "hole: kind apology has no rule" in result.stdout
    assert "kind blame" not in result.stdout
