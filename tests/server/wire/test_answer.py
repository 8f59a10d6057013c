"""A review as the client reads it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter

from coolhead import wire
from coolhead.matching import Engine
from coolhead.review import Draft, Turn, review
from coolhead.wire import shapes

PIECES = [
    "You should have ",
    "As I said, ",
    "read it. ",
    "😡 ",
    "e\u0301",
    "👨‍👩‍👧 ",
    "\r\n",
    "\n",
    "\u00a0",
    "kindly ",
    "İ",
    "> x\n",
]
ENCODERS = {"utf-8": "utf-8", "utf-16": "utf-16-le", "utf-32": "utf-32-le"}
UNIT = {"utf-8": 1, "utf-16": 2, "utf-32": 4}


def answer(engine: Engine, text: str, *turns: str, offsets: wire.Encoding = "utf-16") -> wire.Answer:
    conversation = tuple(Turn("customer", turn) for turn in turns)
    return wire.to_json(review(Draft(text, conversation), engine), offsets)


def cut(text: str, span: shapes.Span | shapes.Match, offsets: wire.Encoding) -> str:
    """What a client in another language would see at a span."""
    encoded, unit = text.encode(ENCODERS[offsets]), UNIT[offsets]
    start = span["offset"] * unit
    return encoded[start : start + span["length"] * unit].decode(ENCODERS[offsets])


@pytest.mark.parametrize("offsets", ["utf-8", "utf-16", "utf-32"])
def test_a_match_is_where_the_client_looks(small_engine: Engine, offsets: wire.Encoding) -> None:
    text = "Hi 😡 é there,\r\n\r\n👍🏽 you should’ve read it."
    match = answer(small_engine, text, offsets=offsets)["matches"][0]
    assert cut(text, match, offsets) == "you should’ve"
    assert cut(match["context"]["text"], match["context"], offsets) == "you should’ve"
    assert match["rewrites"][0]["value"] == "Here is what I'll do:"
    assert (
        cut(text, {**match, **match["rewrites"][0]}, offsets)
        == match["sentence"]
        == "👍🏽 you should’ve read it."
    )


@given(
    pieces=st.lists(st.sampled_from(PIECES), max_size=12),
    offsets=st.sampled_from(["utf-8", "utf-16", "utf-32"]),
)
def test_every_span_cuts_out_whole_characters(
    small_engine: Engine, pieces: list[str], offsets: wire.Encoding
) -> None:
    text = "".join(pieces)
    found = answer(small_engine, text, "I am furious", offsets=offsets)
    for match in found["matches"]:
        assert match["length"] > 0
        assert cut(match["context"]["text"], match["context"], offsets) == cut(
            text, match, offsets
        ).translate(str.maketrans("\r\n\t", "   "))
        for rewrite in match["rewrites"]:
            assert cut(text, {**match, **rewrite}, offsets) == match["sentence"]
    TypeAdapter(wire.Answer).validate_python(found, strict=True)


def test_a_replacement_keeps_the_capital_of_what_it_replaces(small_engine: Engine) -> None:
    values = [
        match["replacements"][0]["value"]
        for match in answer(small_engine, "Kindly wait. Would you kindly wait?")["matches"]
    ]
    assert values == ["Please", "please"]


def test_the_message_quotes_the_words(small_engine: Engine) -> None:
    match = answer(small_engine, "You should have called.")["matches"][0]
    assert match["message"] == "“You should have” tells the customer it was their fault."
    assert match["rule"]["urls"] == [{"value": "https://example.org/blame"}]
    assert match["rule"]["category"] == {"id": "own-it", "name": "Own the problem"}
    assert (match["layer"], match["kind"], match["severity"]) == ("base", "blame", "error")


def test_the_sentence_is_as_sent_with_its_quotations_and_links(small_engine: Engine) -> None:
    text = "You should have read “the terms of our shop” at https://shop.example/terms."
    match = answer(small_engine, text)["matches"][0]
    assert match["sentence"] == text


def test_a_fingerprint_survives_edits_elsewhere_and_not_in_its_sentence(small_engine: Engine) -> None:
    def prints(text: str) -> list[str]:
        return [match["fingerprint"] for match in answer(small_engine, text)["matches"]]

    first = prints("You should have called.")
    assert prints("Hello.  you  should have called. Bye.") == first
    assert prints("You should have called us.") != first


def test_a_signal_is_named_once_with_the_same_words(small_engine: Engine) -> None:
    found = answer(small_engine, "Hello.", "I am furious. Furious! I am furious.")
    assert [one["evidence"] for one in found["customer"]["signals"]] == ["furious", "Furious"]


def test_the_context_is_cut_and_on_one_line(small_engine: Engine) -> None:
    text = "x" * 100 + ".\nYou should have called.\n" + "y" * 100
    context = answer(small_engine, text)["matches"][0]["context"]
    assert context["text"] == "x" * 38 + ". You should have called. " + "y" * 31
    assert context["text"][context["offset"] :].startswith("You should have")


def test_the_customers_side_and_the_boundary(small_engine: Engine) -> None:
    found = answer(small_engine, "Hello.", "I am furious, you idiot")
    assert found["customer"]["mood"] == "abusive"
    assert {"id": "anger", "evidence": "furious"} in found["customer"]["signals"]
    assert found["boundary"] == {
        "step": "D1",
        "title": "A gentle line",
        "message": "You need not put up with this.",
        "lines": ["I'd like to help, and I need us to stay polite."],
        "exit": "I'm going to end this chat now.",
        "support": "Ask a colleague to take over.",
    }
    assert answer(small_engine, "Hello.")["boundary"] is None


def test_the_checklist_names_its_evidence(small_engine: Engine) -> None:
    text = "👍 I am sorry for that."
    (row,) = answer(small_engine, text, "I am furious")["checklist"]
    assert (row["virtue"], row["guideline"], row["status"]) == ("apology", "apologise", "met")
    assert [cut(text, span, "utf-16") for span in row["evidence"]] == ["I am sorry"]


def test_a_review_out_of_time_says_so(small_engine: Engine) -> None:
    reviewed = review(Draft("You should have called. " * 50), small_engine, deadline=0.0)
    assert wire.to_json(reviewed)["warnings"]["incompleteResults"]


def test_the_answer_names_the_rules_that_judged(small_engine: Engine) -> None:
    ruleset = answer(small_engine, "Hello.")["ruleset"]
    assert ruleset["name"] == "default"
    assert ruleset["digest"].startswith("sha256:")
    assert ruleset["layers"] == [{"name": "base", "pack": "small", "version": "1.2.0"}]
