"""Packs on top of packs: what is added, what is shared, what is overlaid."""

from __future__ import annotations

from pathlib import Path
from shutil import copy

from coolhead import rules

from .stacks import SHARED_RULES, Stack, Write, config, said


def test_a_rule_of_the_upper_layer_is_added(stack: Stack, rule: str) -> None:
    loaded = stack(rule.replace("id: blame-read", "id: blame-more"))
    assert [one.full_id for one in loaded.rules] == ["base/blame-read", "upper/blame-more"]
    assert [(one.name, one.pack, one.version) for one in loaded.layers] == [
        ("base", "base", "1.0.0"),
        ("team", "upper", "1.0.0"),
    ]


def test_groups_of_a_lower_layer_can_be_used_but_not_redefined(stack: Stack, rule: str) -> None:
    groups = "groups:\n  us: [we]\n"
    upper = rule.replace("- you should", "- <us> should").replace("blame-read", "more") + groups
    assert said(stack(upper, base=groups)) == [
        "./upper/b.yaml:15:8: error[R007] group 'us' is defined by a layer below; choose another name"
    ]


def test_two_layers_with_a_pack_of_the_same_name_are_told(tmp_path: Path, write: Write, rule: str) -> None:
    copy(SHARED_RULES / "guidelines.yaml", tmp_path)
    write("one", pack="format: 1\npack: acme\nversion: 1\n", a=rule)
    write("two", pack="format: 1\npack: acme\nversion: 2\n", a=rule)
    (tmp_path / "config.yaml").write_text(config("{name: a, pack: one}", "{name: b, pack: two}"))
    assert said(rules.load(tmp_path)) == [
        "two/pack.yaml:2:7: error[R007] layer 'a' holds a pack 'acme' already"
    ]


def test_the_boundary_is_overlaid_step_by_step(stack: Stack) -> None:
    insult = "when: {signals: [insult]}"
    lower = f"boundary:\n  support: Ask Ines.\n  steps:\n    - {{id: D1, title: Old, advice: a, {insult}}}\n"
    steps = f"    - {{id: D1, title: New}}\n    - {{id: D2, title: T, advice: c, {insult}}}\n"
    upper = f"format: 1\nboundary:\n  stance: firm\n  steps:\n{steps}"
    boundary = stack(upper, base=lower).boundary
    assert (boundary.stance, boundary.support) == ("firm", "Ask Ines.")
    assert [(step.id, step.title) for step in boundary.steps] == [("D1", "New"), ("D2", "T")]


def test_a_step_keeps_what_a_layer_above_does_not_say(stack: Stack) -> None:
    step = "{id: D1, title: T, advice: A, lines: [x], when: {signals: [insult]}, exit: yes}"
    lower = f"boundary: {{steps: [{step}]}}\n"
    upper = "format: 1\nboundary: {steps: [{id: D1, lines: [ours]}]}\n"
    (kept,) = stack(upper, base=lower).boundary.steps
    assert (kept.title, kept.advice, kept.lines, kept.exit) == ("T", "A", ("ours",), True)
    assert kept.when[0].signals == ("insult",)


def test_a_step_that_would_never_be_offered_is_told_and_set_aside(stack: Stack) -> None:
    lower = "boundary: {steps: [{id: D1, title: T, advice: A, when: {signals: [insult]}}]}\n"
    upper = "format: 1\nboundary: {stance: firm, steps: [{id: D9, title: T, lines: [x]}]}\n"
    loaded = stack(upper, base=lower)
    assert said(loaded) == [
        "./upper/b.yaml:2:39: error[R004] step 'D9' has no 'when', 'advice', here or in a layer below"
    ]
    assert [step.id for step in loaded.boundary.steps] == ["D1"]
    assert loaded.boundary.stance == "firm"
