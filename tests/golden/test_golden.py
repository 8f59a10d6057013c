"""Full answers to fixed requests; `make golden` rewrites them, and the diff is what changed for clients."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from pydantic import TypeAdapter

from coolhead import wire
from coolhead.matching import Engine
from coolhead.review import review

FOLDER = Path(__file__).parent
REQUESTS = sorted(path for path in FOLDER.glob("*.json") if not path.name.endswith(".answer.json"))


@pytest.mark.parametrize("path", REQUESTS, ids=lambda path: path.stem)
def test_the_answer_is_as_it_was(path: Path, small_engine: Engine, request: pytest.FixtureRequest) -> None:
    asked = wire.parse(path.read_bytes())
    answer = wire.to_json(review(wire.draft(asked), small_engine), asked.offsets, asked.language)
    written = json.dumps(answer, ensure_ascii=False, indent=2) + "\n"
    kept = path.with_suffix(".answer.json")
    if request.config.getoption("--rewrite-golden"):
        kept.write_text(written)
    assert written == kept.read_text(), (
        "the answer changed; if that is meant, run `make golden` and read the diff"
    )


def test_every_golden_answer_has_its_request_and_its_shape() -> None:
    answers = sorted(FOLDER.glob("*.answer.json"))
    assert [path.name.replace(".answer", "") for path in answers] == [path.name for path in REQUESTS]
    for path in answers:
        TypeAdapter(wire.Answer).validate_json(path.read_bytes(), strict=True)


def test_the_golden_answers_show_every_part_of_an_answer() -> None:
    answers = [json.loads(path.read_text()) for path in FOLDER.glob("*.answer.json")]
    for part in ("matches", "checklist", "boundary"):
        assert any(answer[part] for answer in answers)
    assert {answer["offsetEncoding"] for answer in answers} == {"utf-8", "utf-16", "utf-32"}
    assert any(match["replacements"] for answer in answers for match in answer["matches"])
    assert any(match["rewrites"] for answer in answers for match in answer["matches"])
    assert {row["status"] for answer in answers for row in answer["checklist"]} >= {
        "met",
        "missing",
        "not-due",
    }
