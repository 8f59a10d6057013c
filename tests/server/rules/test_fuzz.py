"""Whatever a file holds, loading it ends in rules or in problems, never in a crash."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from coolhead.errors import BadPack
from coolhead.rules.guidelines import Guidelines
from coolhead.rules.loading import load_pack
from coolhead.rules.model import RuleText

PIECES = [
    "you",
    "(",
    ")",
    "|",
    "?",
    " ",
    "...",
    "...3",
    "<we>",
    "<",
    ">",
    "~",
    "*",
    "^",
    "$",
    "!!",
    ",",
    "ß",
    "😡",
    "⟦",
    "⟧",
]
WORDS = ["blame", "own-it", "N01"]
KEYS = [info.alias or name for name, info in RuleText.model_fields.items()]
phrases = st.lists(st.sampled_from(PIECES), max_size=12).map("".join)
scalars = phrases | st.integers(-3, 400) | st.booleans() | st.none() | st.sampled_from(WORDS)
values = st.recursive(
    scalars,
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from([*KEYS, "phrases", "within", "text", "bad", "good"]), inner, max_size=3
        )
    ),
    max_leaves=6,
)
rules = st.fixed_dictionaries({"id": scalars, "kind": scalars}, optional={key: values for key in KEYS[2:]})
sections = st.fixed_dictionaries(
    {"format": st.sampled_from([1, "1", 2])},
    optional={
        "rules": st.lists(rules, max_size=3) | values,
        "groups": st.dictionaries(phrases, st.lists(phrases, max_size=2) | values, max_size=3),
        "spellings": values,
        "boundary": values,
        "changes": st.lists(values, max_size=2),
    },
)


def load(content: bytes, guidelines: Guidelines) -> None:
    with TemporaryDirectory() as folder:
        (Path(folder) / "pack.yaml").write_text("format: 1\npack: acme\nversion: 1\n")
        (Path(folder) / "a.yaml").write_bytes(content)
        loaded = load_pack(Path(folder), guidelines, shown="p")
        for problem in loaded.problems:
            assert problem.where.path == "p/a.yaml", problem
            assert problem.where.line >= 1 and problem.where.column >= 1, problem


@settings(max_examples=150, deadline=None)
@given(data=sections)
def test_any_data_loads_or_is_told(data: object, guidelines: Guidelines) -> None:
    load(yaml.safe_dump(data, allow_unicode=True).encode(), guidelines)


@settings(max_examples=100, deadline=None)
@given(content=st.binary(max_size=200))
def test_any_bytes_load_or_are_told(content: bytes, guidelines: Guidelines) -> None:
    load(content, guidelines)


@settings(max_examples=100, deadline=None)
@given(content=st.text(alphabet="ab:-[]{}&*!|>'\"%@`#,? \n\t", max_size=80))
def test_any_punctuation_loads_or_is_told(content: str, guidelines: Guidelines) -> None:
    load(content.encode(), guidelines)


@settings(max_examples=50, deadline=None)
@given(content=st.binary(max_size=120))
def test_a_bad_pack_yaml_is_a_bad_pack(content: bytes, guidelines: Guidelines) -> None:
    with TemporaryDirectory() as folder:
        (Path(folder) / "pack.yaml").write_bytes(content)
        try:
            load_pack(Path(folder), guidelines)
        except BadPack as error:
            assert error.problems
