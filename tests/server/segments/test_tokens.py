"""Tokens: what is normalised, and that offsets stay those of the text."""

from unittest.mock import patch

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coolhead.segments import pieces, tokenise

# What is told apart by what stands around it, beyond a space too.
TRICKY = (
    *(
        "We",
        "NOT",
        "you",
        "didn't",
        "I'll",
        "o'clock",
        "pm",
        "a.m.",
        "p",
        "hrs",
        "euros",
        "USD",
        "k",
        "İt",
        "²",
    ),
    *(
        "5",
        "12",
        "2026",
        "1000001",
        "1,000.50",
        "12.11.2024",
        "10.10.10.10",
        "3rd",
        "10:30",
        "10:30pm",
        "20€",
    ),
    *(
        "$",
        "£",
        "₹",
        "%",
        ",",
        ".",
        "...",
        "…",
        ";",
        ":",
        "-",
        "–",
        "(",
        ")",
        "[",
        "/",
        "*",
        "^",
        "~",
        "#",
        "@",
    ),
    *("'", "‘", "’", '"', "“", "”", "'problem'", '"late"', "😡", "👍🏽", "\ue000\ue000", "e\u0301", "\u200b"),
    *(" ", " ", " ", "  ", "\n", "\t", "\u00a0", " ^", " $", " ~"),
)


def words(text: str) -> list[str]:
    return [keys[0] for keys in tokenise(text).keys[1:-1]]


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("You DIDN'T", ["you", "did", "not"]),
        ("you didn’t", ["you", "did", "not"]),
        ("you didnt", ["you", "did", "not"]),
        ("can't cannot cant", ["can", "not"] * 3),
        ("won’t", ["will", "not"]),
        ("you should've", ["you", "should", "have"]),
        ("youve youre im", ["you", "have", "you", "are", "i", "am"]),
        ("they couldn't've", ["they", "could", "not", "have"]),
        ("cafe\u0301 caf\u00e9", ["café", "café"]),
        ("should\u00a0have", ["should", "have"]),
        ("sho\u200buld", ["should"]),
        ("short-staffed", ["short", "staffed"]),
        ("\u212aelvin ſorry", ["kelvin", "sorry"]),
        ("İt", ["it"]),
        ("let's", ["let", "us"]),
    ],
)
def test_words_are_normalised(written: str, expected: list[str]) -> None:
    assert words(written) == expected


def test_an_ambiguous_ending_keeps_every_reading() -> None:
    assert tokenise("it's").keys[2] == ("'s", "is", "has")
    assert tokenise("you'd").keys[2] == ("'d", "had", "would")


@pytest.mark.parametrize(
    ("written", "shape"),
    [
        ("3pm", "<clock>"),
        ("10:30", "<clock>"),
        ("5 o’clock", "<clock>"),
        ("noon", "<clock>"),
        ("£20.50", "<money>"),
        ("24 euros", "<money>"),
        ("14th", "<date>"),
        ("2026-11-21", "<date>"),
        ("48", "<number>"),
        ("100%", "<number>"),
        ("👍🏽", "<emoji>"),
    ],
)
def test_shapes_are_recognised(written: str, shape: str) -> None:
    assert shape in tokenise(f"x {written} x").keys[2]


def test_a_shouted_word_is_caps_but_an_acronym_is_not() -> None:
    keys = tokenise("i TOLD you about the USB").keys
    assert "<caps>" in keys[2]
    assert "<caps>" not in keys[6]


def test_a_capital_inside_a_sentence_is_a_name_but_the_first_word_is_not() -> None:
    keys = tokenise("Maya asked Tom").keys
    assert "<name>" not in keys[1]
    assert "<name>" in keys[3]


@pytest.mark.parametrize(
    ("written", "marks"),
    [
        ("Really?", ("$", "?")),
        ("Now!", ("$", "!")),
        ("What?!", ("$", "?", "!", "!!")),
        ("What???", ("$", "?", "!!")),
        ("Ok", ("$",)),
    ],
)
def test_the_end_mark_tells_how_a_sentence_ends(written: str, marks: tuple[str, ...]) -> None:
    assert tokenise(written).keys[-1] == marks


def test_the_mark_at_the_end_alone_is_what_closes_the_sentence() -> None:
    tokens = tokenise("Where is it?!!")
    assert tokens.span(4, 5) == (11, 14)
    assert tokens.span(3, 5) == (9, 11)


@given(st.text(max_size=80))
def test_offsets_point_into_the_text_in_order(text: str) -> None:
    tokens = tokenise(text)
    assert len(tokens.keys) == len(tokens.starts) == len(tokens.ends)
    assert all(0 <= start <= end <= len(text) for start, end in zip(tokens.starts, tokens.ends, strict=True))
    assert tokens.starts == sorted(tokens.starts)


@given(st.lists(st.sampled_from(TRICKY), max_size=12).map("".join))
def test_pieces_between_spaces_read_as_the_tokens_of_the_whole(text: str) -> None:
    tokens = tokenise(text)
    with patch.object(pieces, "_is_plain", return_value=False):
        whole = tokenise(text)
        assert (tokens.keys, tokens.words) == (whole.keys, whole.words)
        assert whole.starts
    assert (tokens.starts, tokens.ends) == (whole.starts, whole.ends)


def test_a_word_keeps_its_place_behind_an_emoji() -> None:
    text = "😡😡 you didn’t"
    tokens = tokenise(text)
    at = [keys[0] for keys in tokens.keys].index("did")
    assert text[tokens.starts[at] : tokens.ends[at]] == "didn’t"


@pytest.mark.parametrize(
    ("sentence", "held_off"),
    [
        ('About your "problem" again.', ['problem"']),
        ("This 'urgent matter' of yours.", ["urgent", "matter'"]),
        ("Those “reports”, then.", ["reports”"]),
        ('Open the "Orders" page.', []),
        ("Don't worry, it's the customers' own choice.", []),
        ('You wrote "it fell on my foot" to us.', []),
    ],
)
def test_a_word_between_quotation_marks_is_known_as_held_off(sentence: str, held_off: list[str]) -> None:
    tokens = tokenise(sentence)
    found = [at for at, keys in enumerate(tokens.keys) if "<mocked>" in keys]
    assert [sentence[tokens.starts[at] : tokens.ends[at]] for at in found] == held_off
