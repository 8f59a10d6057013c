"""Offsets in the units a client counts."""

from __future__ import annotations

from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coolhead.wire import Encoding, Units

ENCODERS = {"utf-8": ("utf-8", 1), "utf-16": ("utf-16-le", 2), "utf-32": ("utf-32-le", 4)}
TEXTS = st.text(
    alphabet=st.one_of(
        st.sampled_from(
            "a \r\n\u00e9e\u0301\u200d\ufe0f\u00a0\u2019\U0001f44d\U0001f3fd\U0001f621\U0010ffff"
        ),
        st.characters(exclude_categories=["Cs"]),
    )
)


@given(text=TEXTS, encoding=st.sampled_from(get_args(Encoding)))
def test_every_offset_is_the_length_of_what_stands_before_it(text: str, encoding: Encoding) -> None:
    codec, size = ENCODERS[encoding]
    units = Units(text, encoding)
    for point in range(len(text) + 1):
        assert units.offset(point) == len(text[:point].encode(codec)) // size


@pytest.mark.parametrize(
    ("encoding", "offset", "length"), [("utf-8", 9, 4), ("utf-16", 5, 2), ("utf-32", 3, 1)]
)
def test_an_emoji_counts_as_the_client_counts_it(encoding: Encoding, offset: int, length: int) -> None:
    units = Units("👍🏽 😡!", encoding)
    assert (units.offset(3), units.length(3, 4)) == (offset, length)


def test_ascii_needs_no_table() -> None:
    assert Units("a" * 1000, "utf-16").offset(999) == 999
