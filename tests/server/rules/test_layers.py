"""Packs on top of packs: changes, locks, reasons, expiry, and the digest over all of it."""

from __future__ import annotations

import datetime
import os
from collections.abc import Callable
from pathlib import Path
from shutil import copy
from textwrap import indent

import pytest

from coolhead import rules
from coolhead.errors import BadPack, UnknownRuleset
from coolhead.rules import Rule, RuleSet

SHARED_RULES = Path(__file__).parents[3] / "shared_rules"
TODAY = datetime.date(2026, 6, 1)
Write = Callable[..., Path]
Stack = Callable[..., RuleSet]


def config(*layers: str) -> str:
    lines = "".join(f"      - {layer}\n" for layer in layers)
    return f"format: 1\nrulesets:\n  default:\n    layers:\n{lines}"


@pytest.fixture
def stack(tmp_path: Path, write: Write, rule: str) -> Stack:
    """The `base` pack with one rule, and above it a layer (named `team`) with the text."""

    def stack(text: str, name: str = "team", base: str = "") -> RuleSet:
        copy(SHARED_RULES / "guidelines.yaml", tmp_path)
        write("base", a=rule + base)
        write("upper", b=text)
        layers = ("{name: base, pack: base}", f"{{name: {name}, dir: ./upper}}")
        (tmp_path / "config.yaml").write_text(config(*layers), encoding="utf-8")
        return rules.load(tmp_path, today=TODAY)

    return stack


def changes(*lines: str, rule: str = "base/blame-read") -> str:
    body = indent("\n".join(lines), "    ")
    return f"format: 1\nchanges:\n  - rule: {rule}\n{body}\n"


def said(ruleset: RuleSet) -> list[str]:
    return [str(problem) for problem in ruleset.problems]


def only(ruleset: RuleSet) -> Rule:
    assert said(ruleset) == []
    (rule,) = ruleset.rules
    return rule


def test_a_rule_of_the_upper_layer_is_added(stack: Stack, rule: str) -> None:
    loaded = stack(rule.replace("id: blame-read", "id: blame-more"))
    assert [one.full_id for one in loaded.rules] == ["base/blame-read", "upper/blame-more"]
    assert [(one.name, one.pack, one.version) for one in loaded.layers] == [
        ("base", "base", "1.0.0"),
        ("team", "upper", "1.0.0"),
    ]


def test_a_scalar_is_replaced_and_remembers_who_did_it(stack: Stack) -> None:
    changed = only(stack(changes("title: Points a finger", "link: https://wiki.example/tone")))
    assert changed.title == "Points a finger"
    assert changed.origins["title"] == ("team", ("./upper/b.yaml", 3, 11))
    assert changed.origins["severity"].layer == "base"


def test_phrases_are_added_and_removed(stack: Stack) -> None:
    listed = "phrases: {add: [you might have read], remove: [you should have read]}"
    changed = only(stack(changes(listed, "reason: We say so in contracts.")))
    assert [phrase.text for phrase in changed.phrases] == ["you might have read"]


def test_phrases_are_replaced(stack: Stack) -> None:
    changed = only(stack(changes("phrases: {replace: [read the terms]}", "reason: Ours.")))
    assert [phrase.text for phrase in changed.phrases] == ["read the terms"]


@pytest.mark.parametrize("key", ["phrases: {add: [@]}", "except: {draft: {replace: [@]}}"])
def test_a_change_with_an_unknown_group_is_told_and_left_out(stack: Stack, key: str) -> None:
    loaded = stack(changes(key.replace("@", '"<nosuch> read"'), "reason: Ours."))
    assert [one.split(" ", 1)[1] for one in said(loaded)] == ["error[R010] unknown group <nosuch>"]
    assert [phrase.text for phrase in loaded.rules[0].phrases] == ["you should have read"]


def test_exceptions_are_added(stack: Stack) -> None:
    changed = only(stack(changes("except: {phrases: {add: [read about]}}", "reason: Newsletter.")))
    assert [phrase.text for phrase in changed.except_.phrases] == ["read about"]


def test_rewrites_are_added_as_plain_sentences(stack: Stack) -> None:
    changed = only(stack(changes("rewrites: {add: [Here is what I do now.]}")))
    assert [rewrite.text for rewrite in changed.rewrites] == ["Here is what I do now."]


def test_removing_what_is_not_there_changes_nothing(stack: Stack) -> None:
    loaded = stack(changes("phrases: {remove: [you shoud have read]}", "reason: x"))
    assert said(loaded) == ["./upper/b.yaml:3:11: error[R024] 'phrases' does not hold 'you shoud have read'"]
    assert [phrase.text for phrase in loaded.rules[0].phrases] == ["you should have read"]


def test_adding_what_is_there_is_told(stack: Stack) -> None:
    assert said(stack(changes("phrases: {add: [you should have read]}"))) == [
        "./upper/b.yaml:3:11: error[R024] 'phrases' holds 'you should have read' already"
    ]


def test_a_change_of_an_unknown_rule_suggests_the_right_one(stack: Stack) -> None:
    assert said(stack(changes("severity: error", rule="base/blame-reed"))) == [
        "./upper/b.yaml:3:11: error[R020] no layer below has a rule 'base/blame-reed'"
        " (did you mean 'base/blame-read'?)"
    ]


@pytest.mark.parametrize("line", ["severity: off", "enabled: no"])
def test_a_silenced_rule_leaves_the_set_and_is_kept_apart(stack: Stack, line: str) -> None:
    loaded = stack(changes(line, "reason: Our lawyers write these."))
    assert (loaded.rules, said(loaded)) == ((), [])
    assert [one.full_id for one in loaded.silenced] == ["base/blame-read"]


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
    lower = "boundary:\n  support: Ask Ines.\n  steps:\n    - {id: D1, title: Old, advice: a}\n"
    steps = "    - {id: D1, title: New, advice: b}\n    - {id: D2, title: T, advice: c}\n"
    upper = f"format: 1\nboundary:\n  stance: firm\n  steps:\n{steps}"
    boundary = stack(upper, base=lower).boundary
    assert (boundary.stance, boundary.support) == ("firm", "Ask Ines.")
    assert [(step.id, step.title) for step in boundary.steps] == [("D1", "New"), ("D2", "T")]


def test_an_unknown_rule_set_names_the_known_ones() -> None:
    with pytest.raises(
        UnknownRuleset, match="There is no rule set 'defualt'; configured: 'default'"
    ) as caught:
        rules.load(SHARED_RULES, "defualt")
    assert caught.value.status == 404


def test_a_configuration_names_every_fault(tmp_path: Path) -> None:
    text = config("{name: a}", "{name: b, pack: x, dir: y}", "{name: a, pack: x}")
    (tmp_path / "config.yaml").write_text(text, encoding="utf-8")
    with pytest.raises(BadPack) as caught:
        rules.load(tmp_path)
    assert [str(problem) for problem in caught.value.problems] == [
        "config.yaml:5:16: error[R004] a layer has either 'pack' or 'dir'",
        "config.yaml:6:16: error[R004] a layer has either 'pack' or 'dir'",
        "config.yaml:7:16: error[R007] layer 'a' is there twice",
    ]


def test_a_missing_configuration_is_told(tmp_path: Path) -> None:
    with pytest.raises(BadPack, match=r"config\.yaml: error\[R002\] cannot be read"):
        rules.load(tmp_path)


def test_a_layer_that_is_not_there_is_told(tmp_path: Path) -> None:
    copy(SHARED_RULES / "guidelines.yaml", tmp_path)
    (tmp_path / "config.yaml").write_text(config("{name: a, pack: gone}"), encoding="utf-8")
    with pytest.raises(BadPack, match=r"gone/pack\.yaml: error\[R002\] there is no such file"):
        rules.load(tmp_path)


def test_a_home_directory_is_followed(
    stack: Stack, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, write: Write, rule: str
) -> None:
    stack("format: 1\n")
    monkeypatch.setenv("HOME", str(tmp_path))
    (tmp_path / "config.yaml").write_text(config("{name: person, dir: ~/base}"), encoding="utf-8")
    assert [one.full_id for one in rules.load(tmp_path).rules] == ["base/blame-read"]


def test_a_team_s_configuration_needs_no_copy_of_what_is_shipped(
    tmp_path: Path, write: Write, rule: str
) -> None:
    write("acme", a=rule)
    layers = ("{name: defaults, pack: packs/defaults}", "{name: team, dir: acme}")
    (tmp_path / "config.yaml").write_text(config(*layers), encoding="utf-8")
    loaded = rules.load(tmp_path)
    assert [layer.pack for layer in loaded.layers] == ["defaults", "acme"]
    assert loaded.guidelines == rules.load(SHARED_RULES).guidelines


def test_a_pack_of_its_own_wins_over_a_shipped_one(tmp_path: Path, write: Write, rule: str) -> None:
    write("packs/defaults", pack="format: 1\npack: mine\nversion: 1\n", a=rule)
    (tmp_path / "config.yaml").write_text(config("{name: a, pack: packs/defaults}"), encoding="utf-8")
    assert rules.load(tmp_path).layers[0].pack == "mine"


def test_the_digest_is_the_same_for_the_same_files(stack: Stack) -> None:
    first, second = stack("format: 1\n").digest, stack("format: 1\n").digest
    assert first == second
    assert first.startswith("sha256:") and len(first) == 71


def test_the_digest_changes_with_any_byte(stack: Stack) -> None:
    assert stack("format: 1\n").digest != stack("format: 1\n# a comment\n").digest


def test_the_digest_does_not_depend_on_times(stack: Stack, tmp_path: Path) -> None:
    before = stack("format: 1\n").digest
    os.utime(tmp_path / "base" / "a.yaml", (1, 1))
    assert rules.load(tmp_path, today=TODAY).digest == before


def test_the_digest_changes_on_the_day_a_change_expires(stack: Stack, tmp_path: Path) -> None:
    before = stack(changes("title: New", "until: 2026-06-01"))
    after = rules.load(tmp_path, today=TODAY + datetime.timedelta(1))
    assert (before.rules[0].title, after.rules[0].title) == ("New", "Blames")
    assert before.digest != after.digest


def test_the_fingerprint_changes_when_a_file_does(stack: Stack, tmp_path: Path) -> None:
    stack("format: 1\n")
    before = rules.fingerprint(tmp_path)
    assert rules.fingerprint(tmp_path) == before
    os.utime(tmp_path / "upper" / "b.yaml", (1, 1))
    after = rules.fingerprint(tmp_path)
    assert after != before
    (tmp_path / "upper" / "new.yaml").write_text("format: 1\n")
    assert rules.fingerprint(tmp_path) != after


def test_the_fingerprint_of_a_broken_configuration_is_no_error(tmp_path: Path) -> None:
    (tmp_path / "config.yaml").write_text("a: [")
    assert rules.fingerprint(tmp_path) != rules.fingerprint(tmp_path / "none")


def test_the_rule_sets_are_named() -> None:
    assert rules.names(SHARED_RULES) == ("default",)


def test_a_pack_can_be_tried_on_top_without_being_configured(write: Write, rule: str) -> None:
    loaded = rules.load(SHARED_RULES, extra=write("mine", a=rule))
    assert loaded.layers[-1].pack == "mine"
    assert loaded.rules[-1].full_id == "mine/blame-read"


def test_a_configured_pack_is_not_laid_on_twice() -> None:
    loaded = rules.load(SHARED_RULES, extra=SHARED_RULES / "packs" / "defaults")
    assert [layer.pack for layer in loaded.layers] == ["model", "defaults"]
