"""The phrase language in action: what each form matches, and where."""

from collections.abc import Callable

import pytest

from coolhead.matching import Engine
from coolhead.review import Draft, review

Build = Callable[..., Engine]


def found(engine: Engine, text: str) -> list[str]:
    return [text[match.start : match.end] for match in review(Draft(text), engine).matches]


@pytest.mark.parametrize(
    ("phrase", "text", "expected"),
    [
        ("you (should|could) have", "You could've read it.", ["You could've"]),
        ("you (should|could) have", "You should\u00a0have read it.", ["You should\u00a0have"]),
        ("you did not (tell us|say)", "you didnt tell us", ["you didnt tell us"]),
        ("you did not tell", "you didn’t tell me", ["you didn’t tell"]),
        ("calm down?", "Please calm.", ["calm"]),
        ("calm down?", "Please calm down.", ["calm down"]),
        ("(just)? relax", "Just relax now.", ["Just relax"]),
        ("you fail~ to", "You failed to pay, you're failing to pay.", ["You failed to"]),
        ("you tell~ us", "you told us", ["you told us"]),
        ("you ... terms", "You never read the terms.", ["You never read the terms"]),
        ("you ...2 terms", "You never even read the terms.", []),
        ("you ... terms", "You see: read the terms.", []),
        ("sorry but", "Sorry, but no.", ["Sorry, but"]),
        ("sorry but", "Sorry – but no.", ["Sorry – but"]),
        ("you people", "Thank you; people write a lot.", []),
        ("you ... terms", "You (see below) read the terms.", []),
        ("sorry , but", "Sorry but no.", []),
        ("you * it", "you broke it", ["you broke it"]),
        ("you * it", "you it", []),
        ("^ noted $", "Noted.", ["Noted"]),
        ("^ noted $", "I have noted.", []),
        ("are you sure ?", "Are you sure?", ["Are you sure"]),
        ("are you sure ?", "You are, are you sure.", []),
        ("stop !", "Stop!", ["Stop"]),
        ("what !!", "What?!", ["What"]),
        ("it is only", "its only a day", ["its only"]),
        ("you are (a)? bot", "your bot", []),
        ("wait <number> days", "wait 5 days", ["wait 5 days"]),
        ("order <number>", "order 1000001.", ["order 1000001"]),
        ("order <number> was sent", "Order 1000001, was sent.", ["Order 1000001, was sent"]),
        ("order <number> now", "Order 1,000.50. Now", []),
        ("error 404 (again)?", "Error 404, again.", ["Error 404, again"]),
        ("error 404404", "Error 404404.", ["Error 404404"]),
        ("error 404404", "Error 505505.", []),
        ("<caps> me", "TELL me", ["TELL me"]),
        ("nai\u0308ve you", "naïve you", ["naïve you"]),
        ("short-staffed", "We are short staffed", ["short staffed"]),
    ],
)
def test_phrase_matches_exactly(phrase_engine: Build, phrase: str, text: str, expected: list[str]) -> None:
    assert found(phrase_engine(phrase), text) == expected


def test_a_group_matches_any_of_its_forms(phrase_engine: Build) -> None:
    engine = phrase_engine(
        "<we> <cant> help", head="groups:\n  we: [we, our (team|staff)]\n  cant: [cannot, am unable to]"
    )
    assert found(engine, "Our staff can’t help.") == ["Our staff can’t help"]
    assert found(engine, "We are unable.") == []


def test_another_spelling_matches_too(phrase_engine: Build) -> None:
    engine = phrase_engine("we apologise", head="spellings:\n  apologise: [apologize, appologise]")
    assert found(engine, "We appologise.") == ["We appologise"]


def test_the_longest_form_is_marked_once(phrase_engine: Build) -> None:
    assert found(phrase_engine("you should", "you should have (known)?"), "You should have known.") == [
        "You should have known"
    ]


def test_a_comma_behind_a_match_is_not_marked(phrase_engine: Build) -> None:
    assert found(phrase_engine("calm down (please)?"), "Calm down, we are working.") == ["Calm down"]


def test_nothing_is_found_in_words_of_others(phrase_engine: Build) -> None:
    engine = phrase_engine("you should have")
    assert found(engine, "> you should have told me\n\nYou wrote “you should have known it”.") == []


def test_work_on_hostile_text_grows_with_its_length_only(phrase_engine: Build) -> None:
    engine = phrase_engine("you ...9 should ...9 have", "you ...9 could ...9 have")
    visited = []
    for words in (300, 600):
        tokens = engine.sentence("you " * words).tokens
        visited.append(len(tokens.keys))
        assert not engine.sentence("you " * words).found.lists
    assert visited == [302, 602]
    assert len(engine._automaton._states) < 100


def test_words_that_a_place_does_not_ask_for_lead_to_one_state(phrase_engine: Build) -> None:
    engine = phrase_engine("you ...5 have", "we (bought|sold|sent|made) it")
    engine.sentence("you never have")
    known = len(engine._automaton._states)
    for word in ("bought", "sold", "sent", "made", "unheard"):
        engine.sentence(f"you {word} have")
    assert len(engine._automaton._states) == known
