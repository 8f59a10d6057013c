"""Every example of every shipped rule, one test each."""

from __future__ import annotations

from pathlib import Path

import pytest

from coolhead import examples, rules
from coolhead.matching import Engine

SHARED_RULES = Path(__file__).parents[2] / "shared_rules"
RULESET = rules.load(SHARED_RULES)
CASES = list(examples.cases(RULESET.rules))


@pytest.fixture(scope="module")
def outcomes(engine: Engine) -> dict[str, examples.Outcome]:
    return {f"{one.rule.pack}/{one.name}": one for one in examples.run(engine)}


@pytest.mark.parametrize("name", [f"{rule.pack}/{rule.id}-{side}-{n}" for rule, side, n, _ in CASES])
def test_example(outcomes: dict[str, examples.Outcome], name: str) -> None:
    problem = outcomes[name].problem()
    assert problem is None, str(problem)


def test_every_suggested_wording_passes_every_rule(engine: Engine) -> None:
    assert [str(problem) for problem in examples.check_wordings(engine)] == []
