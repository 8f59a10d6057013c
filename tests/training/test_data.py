"""The training data: every label is known, lies in its text, and clear faults have better wordings."""

from coolhead.classifier.labels import FAULTS, MOODS, VIRTUES
from training import examples, formula


def test_labels_are_known_and_lie_in_their_text() -> None:
    for draft in examples.drafts():
        where = (draft["source"], draft["id"])
        assert draft["mood"] in MOODS, where
        for fault in draft["faults"]:
            assert 0 <= fault["start"] < fault["end"] <= len(draft["text"]), where
            assert fault["kind"] in FAULTS, where
            assert fault["must"] == 1 or fault["better"], where
        assert all(virtue["virtue"] in VIRTUES for virtue in draft["virtues"] or []), where


def test_names_are_unique() -> None:
    names = [(draft["source"], draft["id"]) for draft in examples.drafts()]
    assert len(names) == len(set(names))


def test_there_are_a_thousand_hard_clean_sentences() -> None:
    clean = [
        d
        for d in examples.drafts()
        if not d["faults"] and d["channel" if "channel" in d else "source"] in ("social", "review")
    ]
    assert sum(len(examples.of_draft(draft)) for draft in clean) >= 1000


def test_formula_is_composed_alike_each_time() -> None:
    first, second = formula.compose(20, seed=3), formula.compose(20, seed=3)
    assert first == second
    assert not any("{" in draft["text"] for draft in first)


def test_the_set_for_measuring_is_no_training_data() -> None:
    assert not any(draft["source"].startswith("held_back") for draft in examples.drafts())
