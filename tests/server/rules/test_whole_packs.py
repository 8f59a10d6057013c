"""A pack as a whole: its files together, and its pack.yaml."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from coolhead.errors import BadPack
from coolhead.rules.guidelines import Guidelines
from coolhead.rules.loading import LoadedPack, load_pack

Load = Callable[..., LoadedPack]
Problems = Callable[..., list[str]]


def test_a_broken_file_does_not_hide_the_others(load: Load, rule: str) -> None:
    loaded = load(rule, b="a: [")
    assert len(loaded.rules) == 1 and [problem.code for problem in loaded.problems] == ["R002"]


def test_a_broken_rule_does_not_hide_the_others(load: Load, rule: str) -> None:
    second = rule.partition("rules:\n")[2].replace("blame-read", "blame-two").replace("kind:", "knd:")
    third = rule.partition("rules:\n")[2].replace("blame-read", "blame-three")
    loaded = load(rule + second + third)
    assert [str(one.id) for one in loaded.rules] == ["blame-read", "blame-three"]


def test_all_faults_of_a_pack_come_in_one_run_sorted(problems: Problems, rule: str) -> None:
    broken = rule.replace("severity: error", "severity: x").replace("you should have read", "(", 1)
    said = problems(broken.replace("title: Blames", "tile: Blames"), b="rules: []\nfoo: 1\n")
    assert [one.split(" ")[0] for one in said] == [
        "a.yaml:3:5:", "a.yaml:6:15:", "a.yaml:7:5:", "a.yaml:10:9:", "b.yaml:1:1:", "b.yaml:2:1:",
    ]  # fmt: skip


def test_a_boundary_step_twice_and_an_unknown_signal_are_told(problems: Problems) -> None:
    text = """\
    format: 1
    boundary:
      steps:
        - {id: D1, title: a, advice: b, when: {signals: [inslt]}}
        - {id: D1, title: a, advice: b}
    """
    assert problems(text) == [
        "a.yaml:4:54: error[R011] unknown signal 'inslt' (did you mean 'insult'?)",
        "a.yaml:5:12: error[R007] step 'D1' is there twice",
    ]


def test_a_folder_without_pack_yaml_is_no_pack(tmp_path: Path, guidelines: Guidelines) -> None:
    with pytest.raises(BadPack, match=r"p/pack\.yaml: error\[R002\] there is no such file"):
        load_pack(tmp_path, guidelines, shown="p")


def test_a_bad_pack_yaml_names_every_fault(write: Callable[..., Path], guidelines: Guidelines) -> None:
    folder = write(pack="format: 1\npack: Acme Org\nlanguage: de\nversoin: 1\n")
    with pytest.raises(BadPack) as caught:
        load_pack(folder, guidelines, shown="p")
    assert [str(problem) for problem in caught.value.problems] == [
        "p/pack.yaml:2:7: error[R006] 'pack' should be lower-case words joined by hyphens, like-this",
        "p/pack.yaml:1:1: error[R004] missing key 'version'",
        "p/pack.yaml:3:11: error[R006] 'de' is not one of en",
        "p/pack.yaml:4:1: error[R001] unknown key 'versoin' (did you mean 'version'?)",
    ]


@pytest.mark.parametrize(
    ("requires", "said"),
    [
        ('">=99.0"', r"p/pack\.yaml:4:12: error\[R015\] requires coolhead >=99\.0; this is \d"),
        ("later", r"p/pack\.yaml:4:11: error\[R006\] 'requires' should be the least version"),
    ],
)
def test_a_pack_can_require_a_version(
    write: Callable[..., Path], guidelines: Guidelines, requires: str, said: str
) -> None:
    head = "format: 1\npack: acme\nversion: 1\n"
    load_pack(write(pack=f'{head}requires: ">=0.1"\n'), guidelines)
    with pytest.raises(BadPack, match=said):
        load_pack(write(pack=f"{head}requires: {requires}\n"), guidelines, shown="p")


def test_yml_files_and_subfolders_count(
    write: Callable[..., Path], guidelines: Guidelines, rule: str
) -> None:
    folder = write()
    (folder / "deep").mkdir()
    (folder / "deep" / "x.yml").write_text(rule, encoding="utf-8")
    loaded = load_pack(folder, guidelines, shown="p")
    assert [str(one.where) for one in loaded.rules] == ["p/deep/x.yml:3:9"]
