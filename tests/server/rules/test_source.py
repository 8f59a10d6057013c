"""YAML is read as text, with places, and its traps are refused."""

from __future__ import annotations

from pathlib import Path

import pytest

from coolhead.errors import BadPack
from coolhead.rules import source


def said(content: str) -> list[str]:
    return [str(problem) for problem in source.parse(content, "f.yaml")[1]]


def refused(content: str) -> str:
    with pytest.raises(BadPack) as caught:
        source.parse(content, "f.yaml")
    return str(caught.value)


@pytest.mark.parametrize(
    "written", ["no", "off", "yes", "1:30", "1e3", "0x10", "null", "~", "2027-01-31", "1_000"]
)
def test_every_scalar_stays_as_written(written: str) -> None:
    data, problems = source.parse(f"key: {written}\n", "f.yaml")
    assert data == {"key": written} and problems == ()


def test_keys_stay_text_too() -> None:
    assert list(source.parse("no: [x]\n1: [y]\n", "f.yaml")[0]) == ["no", "1"]


def test_a_value_knows_where_it_starts() -> None:
    data, _ = source.parse('a:\n  - plain\n  - "quoted"\n', "f.yaml")
    assert [str(one.where) for one in data["a"]] == ["f.yaml:2:5", "f.yaml:3:6"]


def test_a_key_knows_where_it_stands() -> None:
    assert str(source.parse("a: 1\n\nb: 2\n", "f.yaml")[0].key("b").where) == "f.yaml:3:1"


def test_a_byte_order_mark_is_no_part_of_the_text(tmp_path: Path) -> None:
    (tmp_path / "f.yaml").write_bytes(b"\xef\xbb\xbfformat: 1\n")
    assert source.read(tmp_path / "f.yaml")[0] == {"format": "1"}


def test_an_empty_file_is_an_empty_block() -> None:
    assert source.parse("# nothing yet\n", "f.yaml") == ({}, ())


def test_a_duplicate_key_is_named_and_the_first_kept() -> None:
    data, _ = source.parse("a: 1\nb: 2\na: 3\n", "f.yaml")
    assert data["a"] == "1"
    assert said("a: 1\nb: 2\na: 3\n") == ["f.yaml:3:1: error[R003] duplicate key 'a'"]


def test_an_alias_is_refused_where_its_anchor_stands() -> None:
    assert said("a: &x [1]\nb: *x\n") == [
        "f.yaml:1:4: error[R002] anchors and aliases (& and *) are not allowed; write the value out"
    ]


def test_a_tower_of_aliases_does_not_grow() -> None:
    levels = "".join(
        f"{chr(98 + n)}: &{chr(98 + n)} [{','.join([f'*{chr(97 + n)}'] * 9)}]\n" for n in range(12)
    )
    data, problems = source.parse("a: &a [x]\n" + levels, "f.yaml")
    assert len(problems) == 12
    assert len(repr(data)) < 5000


def test_a_merge_key_is_refused() -> None:
    assert said("<<: {a: 1}\n") == [
        "f.yaml:1:1: error[R002] merge keys (<<) are not allowed; write the values out"
    ]


@pytest.mark.parametrize("tag", ["!!python/object:os.system", "!x", "!!binary"])
def test_a_tag_is_refused(tag: str) -> None:
    assert "tags (" in said(f"a: {tag} b\n")[0]


def test_a_list_as_key_is_refused() -> None:
    assert said("? [a, b]\n: c\n") == ["f.yaml:1:3: error[R002] a key must be plain text"]


def test_a_tab_is_called_a_tab() -> None:
    assert refused("a:\n\tb: 1\n") == "f.yaml:2:1: error[R002] a tab in the indentation; use spaces"


def test_a_colon_in_the_text_says_to_quote() -> None:
    assert refused("a: our fault: period\n") == (
        "f.yaml:1:13: error[R002] a colon followed by a space inside the text; put the text in quotes"
    )


@pytest.mark.parametrize("sign", [",", "@", "`", "%", "]"])
def test_a_text_that_starts_with_a_yaml_sign_says_to_quote(sign: str) -> None:
    assert refused(f"a:\n  - {sign} word\n") == (
        "f.yaml:2:5: error[R002] the text starts with a sign that YAML keeps for itself; put it in quotes"
    )


def test_an_unquoted_phrase_in_a_flow_list_says_to_quote() -> None:
    said = refused('a: ["you" (just)? read]\n')
    assert said.startswith("f.yaml:1:11: error[R002] inside [a, b] a phrase with ( ) or ? needs quotes;")


@pytest.mark.parametrize("opened", ["[x", "{x: y", '"x', "'x", "["])
def test_what_is_never_closed_is_told(opened: str) -> None:
    said = refused(f"a: {opened}\n")
    assert said.endswith("error[R002] the file ends before a bracket or a quotation mark is closed")


def test_two_documents_are_refused() -> None:
    assert "not valid YAML" in refused("a: 1\n---\nb: 2\n")


def test_a_list_at_the_top_is_refused() -> None:
    assert refused("- a\n") == (
        "f.yaml:1:1: error[R002] should hold `key: value` lines, starting with `format: 1`"
    )


def test_deep_nesting_is_refused() -> None:
    assert "nested too deeply" in refused("a: " + "[" * 500 + "]" * 500)


def test_a_control_character_is_refused() -> None:
    assert refused("a: 1\nb: \x01\n").startswith("f.yaml:")


def test_a_huge_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "f.yaml").write_text("a: " + "x" * source.LARGEST_FILE)
    with pytest.raises(BadPack, match="larger than 1000 kB"):
        source.read(tmp_path / "f.yaml")


def test_latin_1_is_refused_with_its_line(tmp_path: Path) -> None:
    (tmp_path / "f.yaml").write_bytes(b"a: 1\nb: \xe9\n")
    with pytest.raises(BadPack, match=r"f\.yaml:2:1: error\[R002\] not UTF-8 text"):
        source.read(tmp_path / "f.yaml", "f.yaml")


def test_a_missing_file_is_told(tmp_path: Path) -> None:
    with pytest.raises(BadPack, match="cannot be read: No such file"):
        source.read(tmp_path / "none.yaml")
