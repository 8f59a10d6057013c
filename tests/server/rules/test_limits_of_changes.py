"""Weakening needs a reason, a lock holds, a change ends on its day."""

from __future__ import annotations

from pathlib import Path
from shutil import copy

import pytest

from coolhead import rules

from .stacks import SHARED_RULES, Stack, Write, changes, config, only, said


@pytest.mark.parametrize(
    ("line", "field"),
    [
        ("severity: suggestion", "severity"),
        ("severity: off", "severity"),
        ("enabled: false", "severity"),
        ("phrases: {remove: [you should have read]}", "phrases"),
        ("phrases: {replace: [x]}", "phrases"),
        ("except: {phrases: {add: [x]}}", "except"),
        ("except: {sentence: {add: [x]}}", "except"),
    ],
)
def test_weakening_needs_a_reason_and_is_no_person_s_to_do(stack: Stack, line: str, field: str) -> None:
    assert said(stack(changes(line))) == [
        f"./upper/b.yaml:3:11: error[R022] weakens '{field}': say why (`reason: …`)"
    ]
    assert said(stack(changes(line, "reason: I like it"), name="person")) == [
        f"./upper/b.yaml:3:11: error[R025] a person may add and tighten only; this weakens '{field}'"
    ]


def test_a_person_may_tighten_and_add(stack: Stack, rule: str) -> None:
    text = changes("phrases: {add: [read the terms]}") + rule.partition("\n")[2].replace("blame-read", "mine")
    loaded = stack(text, name="person")
    assert said(loaded) == []
    assert [one.full_id for one in loaded.rules] == ["base/blame-read", "upper/mine"]


def test_a_locked_field_stays_and_the_locker_is_named(stack: Stack) -> None:
    loaded = stack(changes("severity: off", "reason: x"), base="    lock: [severity, phrases]\n")
    assert said(loaded) == [
        "./upper/b.yaml:3:11: error[R021] 'severity' of base/blame-read is locked by layer 'base'"
    ]
    assert loaded.rules[0].severity == "error"


def test_a_lock_of_one_field_leaves_the_others_open(stack: Stack) -> None:
    assert only(stack(changes("title: New"), base="    lock: [severity]\n")).title == "New"


def test_a_middle_layer_can_lock_for_those_above(tmp_path: Path, write: Write, rule: str) -> None:
    copy(SHARED_RULES / "guidelines.yaml", tmp_path)
    write("base", a=rule)
    write("org", a=changes("lock: [severity]"))
    write("team", a=changes("severity: off", "reason: x"))
    layers = ("{name: base, pack: base}", "{name: org, pack: org}", "{name: team, pack: team}")
    (tmp_path / "config.yaml").write_text(config(*layers), encoding="utf-8")
    assert said(rules.load(tmp_path)) == [
        "team/a.yaml:3:11: error[R021] 'severity' of base/blame-read is locked by layer 'org'"
    ]


def test_a_change_holds_through_its_last_day(stack: Stack) -> None:
    assert only(stack(changes("title: New", "until: 2026-06-01"))).title == "New"


def test_an_expired_change_is_told_and_not_applied(stack: Stack) -> None:
    loaded = stack(changes("severity: off", "reason: x", "until: 2026-05-31"))
    assert said(loaded) == ["./upper/b.yaml:3:11: warning[R023] expired on 2026-05-31; remove the change"]
    assert loaded.rules[0].severity == "error"


def test_a_date_that_is_none_is_refused(stack: Stack) -> None:
    assert said(stack(changes("until: soon"))) == [
        "./upper/b.yaml:4:12: error[R006] 'until' should be a date like 2027-01-31"
    ]
