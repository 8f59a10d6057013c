"""What an administrator prescribes by the browser's policies holds, and cannot be changed by the agent."""

import json
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Playwright

from . import firefox
from .chromium import Chromium
from .desk import HOSTS, Desk, await_state, write
from .fixture_pages import FixturePages
from .stand_in import StandIn
from .test_grants import id_of

TOKEN = "the-team-s-token"
CHROMIUM_POLICIES = Path("/etc/chromium/policies/managed")
FIELD = "document.querySelector('#editable')"


@pytest.fixture
def stand_in() -> Iterator[StandIn]:
    started = StandIn("well")
    yield started
    started.stop()


def prescription(address: str) -> dict[str, object]:
    return {"address": address, "token": TOKEN, "sites": ["https://desk.example.com/*"], "severity": "error"}


def holds(desk: Desk, stand_in: StandIn) -> None:
    """The prescribed address gets the check with the prescribed token, whatever the agent has chosen."""
    desk.choose(address="http://127.0.0.1:1", token="my-own", severity="suggestion")
    desk.options.wait("async () => Boolean((await chrome.storage.managed.get(null)).address)")
    desk.options.open(desk.options.run("() => location.href"))
    desk.options.wait("() => 'ready' in document.documentElement.dataset")
    shown = desk.options.run(
        """() => ['address', 'token', 'severity', 'ruleset'].map((name) => {
          const { value, disabled } = document.getElementById(name);
          return [value, disabled, document.getElementById(`${name}-locked`)?.textContent];
        })"""
    )
    locked = [True, "Set by your organisation."]
    assert shown == [
        [stand_in.address, *locked],
        [TOKEN, *locked],
        ["error", *locked],
        ["default", False, None],
    ]
    sites = desk.options.run("() => document.querySelector('[aria-labelledby=sites-title]').innerText")
    assert "desk.example.com" in sites and "Set by your organisation." in sites
    assert "Remove" not in sites and "Add" not in sites
    assert "desk.example.com (not allowed on this computer yet)" in sites and "Allow" in sites
    page = desk.open("front", "fields.html")
    write(page, FIELD, " You failed to call.")
    await_state(page, "ok")
    assert "You failed to call." in stand_in.texts[-1]
    assert stand_in.tokens == {f"Bearer {TOKEN}"}


@contextmanager
def chromium_policy(name: str, policy: dict[str, object]) -> Iterator[None]:
    """One file among the machine's policies; it speaks of our own extension only."""
    made = [folder for folder in (CHROMIUM_POLICIES.parent, CHROMIUM_POLICIES) if not folder.exists()]
    CHROMIUM_POLICIES.mkdir(parents=True, exist_ok=True)
    file = CHROMIUM_POLICIES / f"coolhead-test-{name}.json"
    file.write_text(json.dumps(policy))
    try:
        yield
    finally:
        file.unlink()
        for folder in reversed(made):
            folder.rmdir()


@pytest.mark.skipif(os.geteuid() != 0, reason="Chromium reads policies from /etc only: needs root, as CI has")
def test_chromium_s_policy_locks_address_token_and_sites(
    playwright: Playwright, built: Path, pages: FixturePages, tmp_path: Path, stand_in: StandIn
) -> None:
    extension = Path(shutil.copytree(built / "coolhead-chrome", tmp_path / "extension"))
    name = id_of(extension)
    with chromium_policy(name, {"3rdparty": {"extensions": {name: prescription(stand_in.address)}}}):
        browser = Chromium(playwright, extension, tmp_path / "profile", pages.port)
        try:
            holds(Desk(browser, pages), stand_in)
        finally:
            browser.close()


def with_policies(folder: Path, policies: dict[str, object]) -> Path:
    """A Firefox that reads `policies`: the installed one, by links, with a distribution folder of its own."""
    folder.mkdir()
    program = firefox.PROGRAM.resolve()
    for part in program.parent.iterdir():
        if part.name not in {"distribution", program.name}:
            (folder / part.name).symlink_to(part)
    shutil.copy2(program, folder)
    (folder / "distribution").mkdir()
    (folder / "distribution" / "policies.json").write_text(json.dumps({"policies": policies}))
    return folder / program.name


def test_firefox_s_policy_locks_address_token_and_sites(
    built: Path, pages: FixturePages, tmp_path: Path, stand_in: StandIn, monkeypatch: pytest.MonkeyPatch
) -> None:
    extensions = {firefox.GECKO_ID: prescription(stand_in.address)}
    program = with_policies(tmp_path / "firefox", {"3rdparty": {"Extensions": extensions}})
    monkeypatch.setattr(firefox, "PROGRAM", program)
    (tmp_path / "profile").mkdir()
    browser = firefox.Firefox(built / "coolhead-firefox", tmp_path / "profile", [*HOSTS.values()])
    try:
        holds(Desk(browser, pages), stand_in)
    finally:
        browser.close()
