"""What the classifier answers: the same every time, alone or in company, and never text on disk."""

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from coolhead.classifier import FAULTS, MOODS, PROFILES, VIRTUES, SentenceInput
from coolhead.classifier.model import Classifier
from coolhead.classifier.network import REMEMBERED

GOLDEN = Path(__file__).parent / "golden_scores.json"
TOLERANCE = 0.06  # other CPUs round 8-bit sums a little differently

BLAMING = SentenceInput(
    text="Most of our customers read the notice on the door, and you walked straight past it.",
    customer="The shop was closed on a day your site said open. I drove 40 minutes!",
)
HARMLESS = SentenceInput(
    text="Could you send me the order number so that I can look it up?",
    before="Hello Jana,",
    customer="Where is my parcel?",
)


def asked(row: dict[str, Any]) -> SentenceInput:
    return SentenceInput(row["text"], row["before"], row["customer"])


def test_every_kind_and_virtue_has_a_probability(ear: Classifier) -> None:
    [scores] = ear.judge([BLAMING])
    assert tuple(scores.faults) == FAULTS
    assert tuple(scores.virtues) == VIRTUES
    assert all(
        0 <= value <= 1 for value in (*scores.faults.values(), *scores.virtues.values(), scores.any_fault)
    )


def test_blame_is_told_from_a_harmless_question(ear: Classifier) -> None:
    blaming, harmless = ear.judge([BLAMING, HARMLESS])
    assert blaming.top_fault == "blame"
    assert blaming.any_fault > 0.5
    assert harmless.any_fault < 0.2


def test_company_does_not_change_an_answer(ear: Classifier, held_back: list[dict[str, Any]]) -> None:
    crowd = [asked(row) for row in held_back[:12]]
    alone = [ear._score([sentence])[0] for sentence in crowd]
    for together, single in zip(ear._score(crowd), alone, strict=True):
        assert together.faults == pytest.approx(single.faults, abs=1e-5)


def test_a_second_look_answers_from_memory_alike(ear: Classifier) -> None:
    assert ear.judge([BLAMING, BLAMING]) == ear.judge([BLAMING]) * 2


def test_a_sentence_is_read_once_wherever_it_stands(ear: Classifier, monkeypatch: pytest.MonkeyPatch) -> None:
    ear.judge([HARMLESS, BLAMING])
    read: list[list[int]] = []
    monkeypatch.setattr(ear._network, "_read", read.append)
    ear.judge([replace(HARMLESS, before=BLAMING.text, customer=BLAMING.customer)])
    ear.judge([replace(HARMLESS, before="")])
    assert read == []


def test_memory_is_bounded(ear: Classifier) -> None:
    assert ear._judge._size == ear._network._sentences._size == REMEMBERED


@pytest.mark.parametrize("profile", PROFILES)
def test_findings_lie_inside_their_sentence(
    ear: Classifier, held_back: list[dict[str, Any]], profile: str
) -> None:
    sentences = [asked(row) for row in held_back[:80]]
    for sentence, findings in zip(sentences, ear.hear(sentences, profile, upset=True), strict=True):
        for finding in findings:
            assert 0 <= finding.start < finding.end <= len(sentence.text)
            assert finding.confidence >= ear.thresholds.profiles[profile]["upset"][finding.kind]


def test_other_languages_are_left_alone(ear: Classifier) -> None:
    german = SentenceInput(
        "Das hätten Sie ja wohl vorher lesen können, oder nicht?", customer="Wo ist mein Paket?"
    )
    assert ear.hear([german], "thorough") == [()]


def test_moods_add_up_to_one(ear: Classifier) -> None:
    moods = ear.mood("Third time I am writing about this. Nobody answers. Unbelievable!")
    assert tuple(moods) == MOODS
    assert sum(moods.values()) == pytest.approx(1)
    assert max(moods, key=moods.__getitem__) == "upset"


def test_no_text_reaches_the_disk(ear: Classifier, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    ear.hear([SentenceInput("An unheard-of sentence that nobody has ever said to you before.")])
    assert list(tmp_path.iterdir()) == []


def golden_sentences(held_back: list[dict[str, Any]]) -> Iterator[SentenceInput]:
    yield from (BLAMING, HARMLESS)
    yield from (asked(row) for row in held_back[:30])


def test_scores_are_those_of_the_golden_file(
    ear: Classifier, held_back: list[dict[str, Any]], request: pytest.FixtureRequest
) -> None:
    scores = ear.judge(list(golden_sentences(held_back)))
    found = [
        {"any": round(one.any_fault, 3), **{k: round(v, 3) for k, v in one.faults.items()}} for one in scores
    ]
    if request.config.getoption("--rewrite-golden", default=False):
        GOLDEN.write_text(json.dumps({"digest": ear.digest, "scores": found}, indent=0) + "\n")
    golden = json.loads(GOLDEN.read_text())
    assert golden["digest"] == ear.digest, "another model: run pytest --rewrite-golden and read the diff"
    for have, want in zip(found, golden["scores"], strict=True):
        assert have == pytest.approx(want, abs=TOLERANCE)
