"""The score: every point lost is named."""

from types import SimpleNamespace

from hypothesis import given
from hypothesis import strategies as st

from coolhead.scoring import MAX, score


def match(severity: str) -> SimpleNamespace:
    return SimpleNamespace(rule=SimpleNamespace(title=f"a {severity}"), severity=severity, start=0)


def row(status: str) -> SimpleNamespace:
    return SimpleNamespace(virtue="apology", status=status)


def test_nothing_wrong_keeps_all_points() -> None:
    assert (score([], [row("met"), row("not-due")]).value, score([], []).parts) == (MAX, ())


def test_worse_faults_cost_more() -> None:
    values = [score([match(severity)], []).value for severity in ("suggestion", "warning", "error")]
    assert values == sorted(values, reverse=True)
    assert len(set(values)) == 3


def test_a_missing_virtue_costs_more_than_a_weak_one() -> None:
    assert score([], [row("missing")]).value < score([], [row("weak")]).value < MAX


@given(
    st.lists(st.sampled_from(["error", "warning", "suggestion"]), max_size=30),
    st.lists(st.sampled_from(["met", "weak", "missing", "not-due"]), max_size=17),
)
def test_the_parts_add_up_to_the_points_lost(severities: list[str], statuses: list[str]) -> None:
    result = score([match(one) for one in severities], [row(one) for one in statuses])
    assert 0 <= result.value <= result.max
    assert result.value == result.max + sum(part.points for part in result.parts)
    assert all(part.points < 0 for part in result.parts)
