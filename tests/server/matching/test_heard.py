"""The second finder: what it hears is judged by the same rules as what the phrases find."""

from collections.abc import Callable

import pytest

from coolhead.matching import Engine, Exchange, Heard, judge

Build = Callable[..., Engine]

RULES = """
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
- id: told-off
  kind: blame
  family: N02
  guideline: own-it
  severity: warning
  title: Blames
  message: It blames.
  finder: model
  except: {sentence: [our fault]}
  examples: {bad: [Nobody else found it hard.], good: [Fine.]}
"""


@pytest.mark.parametrize(
    ("text", "marked"),
    [("Nobody else found it hard.", ["else found it"]), ("It is our fault, else found it.", [])],
)
def test_what_the_model_hears_is_judged_like_any_other_hit(
    engine_of: Build, text: str, marked: list[str]
) -> None:
    engine = engine_of(RULES)
    at = text.index("else found it")
    verdict = judge(engine, engine.read(text), Exchange(), [Heard("blame", 0, at, at + 13, 0.9)])
    assert [(text[one.start : one.end], one.confidence) for one in verdict.matches] == [
        (one, 0.9) for one in marked
    ]


def test_a_virtue_the_model_hears_counts_where_the_rules_say_nothing(engine_of: Build) -> None:
    engine = engine_of(RULES)
    text = "The money went back this morning. I have sent it."
    verdict = judge(
        engine, engine.read(text), Exchange(), [Heard("fix", 0, 0, 33, 0.8), Heard("fix", 1, 0, 15, 0.8)]
    )
    assert [text[one.start : one.end] for one in verdict.evidence] == [
        "The money went back this morning.",
        "I have sent",
    ]


@pytest.mark.parametrize(
    "exception", ["phrases: [would have sent]", "preceded_by: {phrases: [never], within: 3}"]
)
def test_a_virtue_that_a_rule_denies_is_not_taken_from_the_model(engine_of: Build, exception: str) -> None:
    phrases = "phrases:\n    - (have)? sent\n  except: {" + exception + "}"
    engine = engine_of(RULES.replace("phrases:\n    - I have (refunded|sent)", phrases))
    for text in ("I never would have sent it.", "I never would have sent it back."):
        verdict = judge(engine, engine.read(text), Exchange(), [Heard("fix", 0, 0, len(text), 0.8)])
        assert verdict.evidence == ()
