"""Sentence examples carry the labels of their draft, and nothing is torn apart when drafts are held back."""

from coolhead.classifier.labels import SENTENCE_COLUMNS
from training import examples

TEXT = "Sorry, Jo. You could have tracked it. Please be patient."
DRAFT = {
    "id": "T11002a",
    "source": "drafts_11",
    "mood": "upset",
    "customer": "Where is it?",
    "text": TEXT,
    "faults": [
        {"start": 11, "end": 36, "kind": "blame", "must": 2, "better": "I'll track it. You'll hear by noon."},
        {"start": 38, "end": 55, "kind": "dismissiveness", "must": 1},
    ],
    "virtues": [{"start": 0, "end": 5, "virtue": "apology"}],
}


def target(example: examples.Example, name: str) -> int:
    return example.targets[SENTENCE_COLUMNS.index(name)]


def test_sentences_are_labelled() -> None:
    sorry, blame, patience, *_ = examples.of_draft(DRAFT)
    assert (target(sorry, "apology"), target(sorry, "any")) == (1, 0)
    assert (target(blame, "blame"), target(blame, "any"), target(blame, "excuse")) == (1, 1, 0)
    assert (target(patience, "dismissiveness"), target(patience, "any")) == (
        examples.UNKNOWN,
        examples.UNKNOWN,
    )


def test_sentences_know_their_neighbours() -> None:
    given = examples.of_draft(DRAFT)[1].given
    assert (given.before, given.customer) == ("Sorry, Jo.", "Where is it?")


def test_better_wordings_are_clean_examples_in_the_same_place() -> None:
    first, second = [example for example in examples.of_draft(DRAFT) if example.source == "better"]
    assert (first.given.before, second.given.before) == ("Sorry, Jo.", "I'll track it.")
    assert target(first, "any") == target(second, "blame") == 0
    assert target(first, "fix") == examples.UNKNOWN


def test_unlabelled_virtues_are_unknown() -> None:
    first = examples.of_draft({**DRAFT, "virtues": None})[0]
    assert target(first, "apology") == examples.UNKNOWN


def test_twins_and_answers_to_one_customer_stay_together() -> None:
    def group(source: str, name: str) -> str:
        return examples.group({"source": source, "id": name})

    assert group("drafts_9", "T9002") == group("drafts_9", "T9003")
    assert group("drafts_11", "T11002a") == group("drafts_11", "T11002b")
    assert group("drafts_11", "T11002a") != group("drafts_11", "T11004a")


def test_an_embedded_reply_is_held_back_with_the_draft_it_comes_from() -> None:
    held = {examples.group(d) for d in examples.drafts() if "group" not in d and examples.is_held_back(d)}
    embedded = [d for d in examples.drafts() if "group" in d]
    assert embedded
    assert all(examples.is_held_back(d) == (d["group"] in held) for d in embedded)
