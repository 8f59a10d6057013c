"""The customer's mood and signals."""

from collections.abc import Callable

import pytest

from coolhead import customer
from coolhead.matching import Engine
from coolhead.review import Turn

Build = Callable[..., Engine]

SIGNALS = "rules:" + "".join(
    f"""
- id: {name}
  kind: {kind}
  family: {family}
  title: T
  message: M
  phrases: [{phrase}]
  {more}
  examples: {{bad: [{phrase}], good: [fine]}}"""
    for name, kind, family, phrase, more in (
        ("furious", "anger", "C01", "furious", ""),
        ("annoyed", "anger", "C01", "annoyed", "weight: 1"),
        ("idiot", "insult", "C07", "you idiot", ""),
        ("thanks", "satisfied", "C14", "that worked", ""),
    )
)


@pytest.mark.parametrize(
    ("turns", "mood"),
    [
        ((), "unknown"),
        (("Where is it?",), "calm"),
        (("I am furious.",), "upset"),
        (("I am annoyed.",), "calm"),
        (("I am furious.", "I am annoyed."), "upset"),
        (("I am furious.", "That worked."), "satisfied"),
        (("I am furious. Furious!", "It is order 12."), "upset"),
        (("I am furious. Furious!", "It is order 12.", "By post."), "calm"),
        (("I am furious.", "It is order 12.", "By post.", "I am annoyed."), "upset"),
        (("I am furious. Furious!", "That worked.", "I am annoyed."), "calm"),
        (("You idiot. You idiot.", "It is order 12."), "upset"),
        (("That worked.", "I am furious."), "upset"),
        (("You idiot.",), "abusive"),
        (("You idiot.", "That worked."), "satisfied"),
    ],
)
def test_the_last_message_decides_the_mood(engine_of: Build, turns: tuple[str, ...], mood: str) -> None:
    person, exchange = customer.read([Turn("customer", turn) for turn in turns], engine_of(SIGNALS))
    assert person.mood == exchange.mood == mood


def test_a_signal_names_the_words_that_show_it(engine_of: Build) -> None:
    person, _ = customer.read([Turn("customer", "Well. I am FURIOUS with you.")], engine_of(SIGNALS))
    assert [(signal.id, signal.evidence) for signal in person.signals] == [("anger", "FURIOUS")]


def test_the_agents_own_turns_show_no_signals(engine_of: Build) -> None:
    person, exchange = customer.read([Turn("agent", "I am furious.")], engine_of(SIGNALS))
    assert person.signals == ()
    assert not exchange.first_reply


def test_quoted_words_of_the_agent_are_not_the_customers(engine_of: Build) -> None:
    person, _ = customer.read([Turn("customer", "> I am furious\n\nOk then.")], engine_of(SIGNALS))
    assert person.mood == "calm"
