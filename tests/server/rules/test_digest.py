"""The digest tells rule sets apart; the fingerprint tells when to look again."""

from __future__ import annotations

import datetime
import os
from pathlib import Path

from coolhead import rules

from .stacks import TODAY, Stack, changes


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
