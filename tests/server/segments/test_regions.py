"""Regions: whose words are judged and whose are not."""

from itertools import pairwise

import pytest

from coolhead.segments import split


def own(text: str) -> list[str]:
    return [text[sentence.start : sentence.end] for sentence in split(text).sentences]


@pytest.mark.parametrize(
    "header",
    [
        "On Mon, 3 May 2027 at 10:14, Ana Diaz <ana@example.org> wrote:",
        "Am 03.05.2027 um 10:14 schrieb Ana Diaz:",
        "Le 3 mai 2027 à 10:14, Ana Diaz a écrit :",
        "El 3 may 2027, a las 10:14, Ana Diaz escribió:",
        "-----Original Message-----",
        "-----Ursprüngliche Nachricht-----",
        "Begin forwarded message:",
        "From: Ana Diaz <ana@example.org>\nSent: Monday",
        "Von: Ana Diaz\nGesendet: Montag",
        "________________________________\nFrom: Ana Diaz",
    ],
)
def test_a_quoted_thread_is_left_out(header: str) -> None:
    assert own(f"I have fixed it.\n\n{header}\nYou should have told me.\nBye") == ["I have fixed it."]


def test_own_words_below_quoted_lines_are_judged() -> None:
    assert own("On 3 May, Ana wrote:\n> it broke\n> again\n\nI am sending a new one.") == [
        "I am sending a new one."
    ]


def test_quoted_lines_are_left_out() -> None:
    assert own("> you should have told me\n\nI'll fix that today.") == ["I'll fix that today."]


def test_the_signature_is_left_out() -> None:
    assert own("It is done.\n\nKind regards,\nBen Ode\nCustomer care, Utrecht") == [
        "It is done.",
        "Kind regards,",
    ]


def test_a_footer_is_left_out() -> None:
    assert own("It is done.\nSent from my iPhone") == ["It is done."]
    assert own("It is done.\n-- \nBen\nYou should have known better.") == ["It is done."]


def test_thanks_in_the_middle_is_no_closing() -> None:
    text = (
        "Thanks\n\nI have looked at your account and found charges from Monday which should never be there."
    )
    assert len(own(text)) == 2


@pytest.mark.parametrize("inner", ["you should have told me", "You should have told me. Twice.", "told you"])
def test_reported_words_are_masked_inside_a_sentence(inner: str) -> None:
    text = f"You wrote “{inner}” and you are right."
    (sentence,) = split(text).sentences
    assert len(sentence.text) == len(text)
    assert "told" not in sentence.text


def test_a_mocking_quotation_of_one_word_is_judged() -> None:
    (sentence,) = split('About your "problem" again.').sentences
    assert "problem" in sentence.text


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("See https://example.org/you-should-have now.", "url"),
        ("Write to help@example.org today.", "url"),
        ("Run `you failed to` first.", "code"),
        ("Dear {{first_name}}, hello.", "placeholder"),
        ("Dear [Customer name], hello.", "placeholder"),
    ],
)
def test_inline_regions_are_named(text: str, kind: str) -> None:
    assert [region.kind for region in split(text).regions] == [kind]


def test_a_code_block_is_left_out() -> None:
    assert own("Try this:\n```\nyou should have\n```\nIt works.") == ["Try this:", "It works."]


def test_regions_never_overlap() -> None:
    text = "On 3 May, Ana wrote:\n> see https://a.org\n> `x`\n\nOk.\n\nRegards,\nBen\n-- \nSent from my phone"
    regions = split(text).regions
    assert all(one.end <= two.start for one, two in pairwise(regions))
