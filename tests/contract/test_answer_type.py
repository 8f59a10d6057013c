"""The extension's JSDoc types and the service agree: tsc checks the golden files against them."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

from coolhead import wire
from coolhead.matching import Engine
from coolhead.review import Draft
from coolhead.reviewer import Reviewer

ROOT = Path(__file__).parents[2]
GOLDEN = ROOT / "tests" / "golden"
TYPES = ROOT / "extension" / "shared" / "review.js"


def check(folder: Path, kind: str, values: dict[str, object]) -> subprocess.CompletedProcess[str]:
    """Let tsc compare values, written out as literals, with a type of the extension."""
    lines = [
        f"/** @type {{import({json.dumps(str(TYPES))}).{kind}}} */\n"
        f"export const v{number} = {json.dumps(value)};"
        for number, value in enumerate(values.values())
    ]
    (folder / "values.js").write_text("\n".join(lines))
    options = {"types": [], "typeRoots": [], "paths": {}}
    config = {"extends": str(ROOT / "tsconfig.json"), "compilerOptions": options, "include": ["values.js"]}
    (folder / "tsconfig.json").write_text(json.dumps(config))
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    tsc = ROOT / "node_modules" / ".bin" / "tsc"
    return subprocess.run(
        [str(tsc), "-p", str(folder)],
        env={**os.environ, "PATH": path},
        capture_output=True,
        text=True,
        timeout=120,
    )


def golden(pattern: str) -> dict[str, object]:
    return {path.name: json.loads(path.read_text()) for path in sorted(GOLDEN.glob(pattern))}


def test_every_golden_answer_is_a_review_to_the_extension(tmp_path: Path) -> None:
    done = check(tmp_path, "Review", golden("*.answer.json"))
    assert done.returncode == 0, done.stdout


def test_every_golden_request_is_one_the_extension_could_send(tmp_path: Path) -> None:
    requests = {name: value for name, value in golden("*.json").items() if not name.endswith(".answer.json")}
    done = check(tmp_path, "CheckRequest", requests)
    assert done.returncode == 0, done.stdout


def test_a_match_of_the_sentence_model_is_one_to_the_extension_and_its_likeness_may_be_sent_back(
    tmp_path: Path, listening_engine: Engine
) -> None:
    text = "You would have seen this coming if you had looked at the small print before you clicked on buy."
    answer = wire.to_json(Reviewer("thorough").review(Draft(text), listening_engine))
    ignored = [
        {"rule": match["rule"]["id"], "likeness": match["likeness"]}
        for match in answer["matches"]
        if "likeness" in match
    ]
    assert ignored, "the sentence model hears nothing in it any more: another sentence is needed"
    request = {"text": text, "ignored": ignored}
    assert wire.parse(json.dumps(request).encode()).ignored
    for kind, value in (("Review", answer), ("CheckRequest", request)):
        done = check(tmp_path, kind, {"heard": value})
        assert done.returncode == 0, done.stdout


def test_a_renamed_field_would_be_noticed(tmp_path: Path) -> None:
    answer = json.loads((GOLDEN / "one-sentence.answer.json").read_text())
    match = answer["matches"][0]
    match["len"] = match.pop("length")
    done = check(tmp_path, "Review", {"renamed": answer})
    assert done.returncode != 0
    assert '"len"' in done.stdout
