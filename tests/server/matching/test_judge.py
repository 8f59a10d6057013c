"""Context decides: exceptions, requirements, repair, conditions, order, counts, overlap."""

from collections.abc import Callable

import pytest

from coolhead.matching import Engine
from coolhead.review import Draft, Review, Turn, review

Build = Callable[..., Engine]


def flags(engine: Engine, text: str, *turns: Turn, channel: str | None = None) -> list[tuple[str, str]]:
    return [
        (text[match.start : match.end], match.severity)
        for match in judged(engine, text, *turns, channel=channel).matches
    ]


def judged(engine: Engine, text: str, *turns: Turn, channel: str | None = None) -> Review:
    return review(Draft(text, turns, channel), engine)


ANGRY = Turn("customer", "I am furious.")

FIX = """
rules:
- id: fixed
  kind: fix
  family: B07
  guideline: own-it
  title: A fix
  message: What was done.
  phrases:
    - I have (refunded|sent)
  examples: {bad: [Nothing here.], good: [I have refunded it.]}
- id: furious
  kind: anger
  family: C01
  title: Furious
  message: They are angry.
  phrases:
    - furious
  examples: {bad: [I am furious.], good: [I am fine.]}
- id: told-off
  kind: blame
  family: N02
  guideline: own-it
  severity: warning
  title: Blames
  message: It blames.
"""


def rule(more: str, phrases: str = "you should have") -> str:
    listed = f"  phrases:\n    - {phrases}\n" if phrases else ""
    lines = "\n".join("  " + line for line in more.strip().splitlines())
    return FIX + listed + lines + "\n  examples: {bad: [You should have.], good: [Fine.]}\n"


@pytest.mark.parametrize(
    ("more", "text", "count"),
    [
        ("except: {phrases: [you should have received]}", "You should have received it.", 0),
        ("except: {phrases: [you should have received]}", "You should have read it.", 1),
        (
            "except: {preceded_by: {phrases: [nothing], within: 3}}",
            "There is nothing else you should have.",
            0,
        ),
        (
            "except: {preceded_by: {phrases: [nothing], within: 1}}",
            "There is nothing else you should have.",
            1,
        ),
        (
            "except: {followed_by: {phrases: [by now], within: sentence}}",
            "You should have the parcel by now.",
            0,
        ),
        ("except: {sentence: [our fault]}", "It is our fault, you should have had it.", 0),
        ("except: {sentence: [our fault]}", "It is our fault. You should have had it.", 1),
        ("except: {draft: [our fault]}", "It is our fault. You should have had it.", 0),
        (
            "except: {preceded_by: {phrases: [our fault], within: neighbour}}",
            "It is our fault. You should have had it.",
            0,
        ),
        (
            "except: {preceded_by: {phrases: [our fault], within: neighbour}}",
            "It is our fault. Well. You should have had it.",
            1,
        ),
        ("preceded_by: {phrases: [frankly], within: 2}", "Frankly you should have asked.", 1),
        ("preceded_by: {phrases: [frankly], within: 2}", "Well, you should have asked.", 0),
        ("followed_by: {phrases: [asked], within: neighbour}", "You should have. Asked, I mean.", 1),
        ("beside: {phrases: [frankly], within: draft}", "Frankly. Well. You should have asked.", 1),
        ("beside: {phrases: [frankly], within: neighbour}", "Frankly. Well. You should have asked.", 0),
        ("count: 2", "You should have asked.", 0),
        ("count: 2", "You should have asked. You should have read. You should have waited.", 2),
        ("before: [fix]", "You should have asked. I have refunded it.", 1),
        ("before: [fix]", "I have refunded it. You should have asked.", 0),
        ("longer_than: 4", "You should have asked him.", 1),
        ("longer_than: 4", "You should have asked.", 0),
        ("after: [fix]", "I have refunded it. You should have asked.", 1),
        ("after: [fix]", "You should have asked. I have refunded it.", 0),
        ("after: [fix]", "I have refunded it, you should have asked.", 0),
        ("opening: true", "You should have asked. Two. Three.", 1),
        ("opening: true", "One. Two. You should have asked.", 0),
        ("severity: off", "You should have asked.", 0),
    ],
)
def test_context_decides_about_a_hit(engine_of: Build, more: str, text: str, count: int) -> None:
    body = rule(more) if not more.startswith("severity") else rule("").replace("severity: warning", more)
    assert len(flags(engine_of(body), text)) == count


@pytest.mark.parametrize(
    ("more", "text", "severity"),
    [
        ("repaired_by: {virtues: [fix]}", "You should have asked. Well. I have refunded it.", "suggestion"),
        (
            "repaired_by: {virtues: [fix], sentences: 1}",
            "You should have asked. Well. I have refunded it.",
            "warning",
        ),
        ("repaired_by: {phrases: [let me help]}", "You should have asked, but let me help.", "suggestion"),
        ("repaired_by: {phrases: [let me help]}", "Let me help. You should have asked.", "warning"),
        ("repaired_by: {virtues: [fix], then: drop}", "You should have asked. I have refunded it.", None),
        ("severity_when: [{mood: [upset], severity: error}]", "You should have asked.", "error"),
        ("severity_when: [{mood: [calm], severity: error}]", "You should have asked.", "warning"),
    ],
)
def test_help_and_mood_change_the_severity(
    engine_of: Build, more: str, text: str, severity: str | None
) -> None:
    found = flags(engine_of(rule(more)), text, ANGRY)
    assert [one[1] for one in found] == ([severity] if severity else [])


@pytest.mark.parametrize(
    ("when", "turns", "channel", "fires"),
    [
        ("{mood: [upset]}", (ANGRY,), None, True),
        ("{mood: [upset]}", (), None, False),
        ("{signals: [anger]}", (ANGRY,), None, True),
        ("{customer_has: [parcel]}", (Turn("customer", "My parcel!"),), None, True),
        ("{customer_has: [parcel]}", (Turn("agent", "Your parcel"),), None, False),
        ("{agent_has: [by noon]}", (Turn("agent", "I'll call by noon."),), None, True),
        ("{agent_has: [by noon]}", (Turn("customer", "Call by noon."),), None, False),
        ("{agent_lacks: [sorry]}", (), None, True),
        ("{agent_lacks: [sorry]}", (Turn("agent", "We have your message."),), None, True),
        ("{agent_lacks: [sorry]}", (Turn("agent", "So sorry."), Turn("agent", "Hello")), None, False),
        ("{agent_lacks: [sorry]}", (Turn("customer", "Sorry."),), None, True),
        ("{channel: [chat]}", (), "chat", True),
        ("{channel: [chat]}", (), "email", False),
        ("{first_reply: true}", (ANGRY,), None, True),
        ("{first_reply: true}", (ANGRY, Turn("agent", "Hello")), None, False),
        ("{draft_has: [well]}", (), None, False),
        ("{draft_lacks: [well]}", (), None, True),
    ],
)
def test_when_asks_about_the_whole_exchange(
    engine_of: Build, when: str, turns: tuple[Turn, ...], channel: str | None, fires: bool
) -> None:
    assert (
        bool(flags(engine_of(rule(f"when: {when}")), "You should have asked.", *turns, channel=channel))
        is fires
    )


def test_an_internal_note_is_left_alone(engine_of: Build) -> None:
    answer = judged(engine_of(rule("")), "You should have asked.", ANGRY, channel="note")
    assert answer.matches == ()
    assert answer.segments.text == "You should have asked."


def test_a_long_draft_is_marked_at_its_end_by_a_rule_without_phrases(engine_of: Build) -> None:
    engine = engine_of(rule("longer_than: 5", phrases=""))
    assert flags(engine, "One two three. Four five six seven.") == [("Four five six seven.", "warning")]
    assert flags(engine, "One two three.") == []


def test_of_two_rules_on_the_same_words_the_stronger_is_shown(engine_of: Build) -> None:
    weaker = rule("")
    stronger = (
        weaker[weaker.index("- id: told-off") :]
        .replace("told-off", "told-off-hard")
        .replace("severity: warning", "severity: error")
    )
    answer = judged(engine_of(weaker + stronger), "You should have asked.")
    assert [str(match.rule.id) for match in answer.matches] == ["told-off-hard"]
    assert [str(match.rule.id) for match in answer.shadowed] == ["told-off"]


def test_the_rule_of_a_higher_layer_wins_over_a_longer_one(layered_engine: Build) -> None:
    answer = judged(
        layered_engine(below="you should have asked", above="you should have"), "You should have asked."
    )
    assert [match.rule.full_id for match in answer.matches] == ["above/one"]
    assert [match.rule.full_id for match in answer.shadowed] == ["below/one"]


def test_offsets_are_those_of_the_text_as_sent(engine_of: Build) -> None:
    text = "😡😡\u200b\r\nHi,\r\n\r\n  you should\u00a0have asked."
    assert flags(engine_of(rule("")), text) == [("you should\u00a0have", "warning")]


def test_a_late_deadline_leaves_the_rest_unjudged(engine_of: Build) -> None:
    answer = review(Draft("You should have asked."), engine_of(rule("")), deadline=0.0)
    assert answer.incomplete
    assert answer.matches == ()


def test_a_draft_in_another_language_is_left_alone(engine_of: Build) -> None:
    answer = judged(
        engine_of(rule("")), "Das hätten Sie aber wirklich vorher lesen müssen, guter Mann.", ANGRY
    )
    assert answer.matches == ()
    assert {row.status for row in answer.checklist} == {"not-due"}


def test_a_few_words_are_taken_to_be_english(engine_of: Build) -> None:
    engine = engine_of(rule("", phrases="computers do not lie"))
    assert flags(engine, "Oh, computers don't lie.") == [("computers don't lie", "warning")]
