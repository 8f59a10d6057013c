"""What a client may send."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from coolhead import wire


def body(**fields: object) -> bytes:
    return json.dumps(fields).encode()


def complaints(content: bytes) -> dict[str, str]:
    with pytest.raises(ValidationError) as caught:
        wire.parse(content)
    return {one["field"]: one["message"] for one in wire.mended(caught.value)}


def test_only_text_is_required() -> None:
    draft = wire.draft(wire.parse(body(text="Hello")))
    assert (draft.text, draft.conversation, draft.channel, draft.language) == ("Hello", (), None, "en")


def test_everything_else_reaches_the_draft() -> None:
    turns = [{"role": "customer", "text": "a"}, {"role": "agent", "text": "b"}]
    draft = wire.draft(wire.parse(body(text="c", conversation=turns, channel="chat", language="en-GB")))
    assert [(turn.role, turn.text) for turn in draft.conversation] == [("customer", "a"), ("agent", "b")]
    assert (draft.channel, draft.language) == ("chat", "en-GB")


def test_what_is_ignored_reaches_the_draft() -> None:
    ignored = [{"rule": "model/blame", "likeness": "beef"}] * 500
    draft = wire.draft(wire.parse(body(text="c", ignored=ignored)))
    assert len(draft.ignored) == 500
    assert draft.ignored[0] == ("model/blame", "beef")


@pytest.mark.parametrize(
    ("ignored", "field", "message"),
    [
        ([{"rule": "a", "likeness": "b"}] * 501, "ignored", "holds too many sentences; at most 500 are read"),
        ([{"rule": "a"}], "ignored.0.likeness", "is required"),
        ([{"rule": "a", "likeness": 3}], "ignored.0.likeness", "must be text"),
        (
            [{"rule": "a", "likeness": "b" * 201}],
            "ignored.0.likeness",
            "is too long; at most 200 characters are read",
        ),
        (
            [{"rule": "a", "likeness": "b", "ruel": ""}],
            "ignored.0.ruel",
            "is not known (did you mean 'rule'?)",
        ),
        (["model/blame"], "ignored.0", "must be an object"),
        ({"rule": "a", "likeness": "b"}, "ignored", "must be a list"),
    ],
)
def test_ignored_sentences_of_another_shape_are_told_so(ignored: object, field: str, message: str) -> None:
    assert complaints(body(text="", ignored=ignored)) == {field: message}


def test_every_wrong_field_is_named_at_once() -> None:
    found = complaints(
        body(text=1, offsets="utf-7", channel="fax", conversation=[{"role": "boss", "text": "x"}])
    )
    assert set(found) == {"text", "offsets", "channel", "conversation.0.role"}
    assert found["text"] == "must be text"
    assert "utf-16" in found["offsets"]


def test_a_misspelt_key_is_named_with_the_right_one() -> None:
    assert "did you mean 'conversation'" in complaints(body(text="", conversatoin=[]))["conversatoin"]
    turn = {"role": "agent", "text": "", "txet": ""}
    assert "did you mean 'text'" in complaints(body(text="", conversation=[turn]))["conversation.0.txet"]


@pytest.mark.parametrize("content", [b"[]", b"null", b'"text"', b"3"])
def test_json_that_is_no_object_is_told_so(content: bytes) -> None:
    assert complaints(content) == {"body": "must be an object"}


@pytest.mark.parametrize("content", [b"", b"{", b"text=hi", b"\xff\xfe", b'{"text": "a"} b', b"[" * 100_000])
def test_what_is_not_json_is_refused(content: bytes) -> None:
    with pytest.raises(wire.NotJSON):
        wire.parse(content)


def test_half_an_emoji_becomes_a_character_of_the_same_length() -> None:
    request = wire.parse(rb'{"text": "a\ud83d b \ude00 \ud83d\ude00"}')
    assert request.text == "a\ufffd b \ufffd \U0001f600"


@given(st.text(alphabet=st.characters(), max_size=30))
def test_any_string_a_browser_can_write_is_read(text: str) -> None:
    read = wire.parse(json.dumps({"text": text}).encode()).text
    assert len(read.encode("utf-16-le")) == len(
        json.loads(json.dumps(text)).encode("utf-16-le", "surrogatepass")
    )


def test_what_was_sent_is_never_repeated() -> None:
    with pytest.raises(ValidationError) as caught:
        wire.parse(body(text=["my secret"], channel="my secret", language="my secret"))
    assert "my secret" not in str(caught.value)
    assert "my secret" not in str(wire.mended(caught.value))
