"""What a layer may say about the rules below it."""

from __future__ import annotations

import pytest

from .stacks import Stack, changes, only, said


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
