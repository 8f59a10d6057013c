"""The environment as the service reads it."""

from __future__ import annotations

from pathlib import Path

import pytest

from coolhead import settings
from coolhead.errors import UnsafeSettings


def test_defaults_are_loopback_without_a_token() -> None:
    read = settings.read(environ={})
    assert (read.host, read.port, read.token, read.origins) == ("127.0.0.1", 8425, "", ())
    assert (read.rules / "config.yaml").is_file()


def test_an_empty_variable_is_as_good_as_none() -> None:
    assert settings.read(environ={"COOLHEAD_PORT": "", "COOLHEAD_HOST": " "}) == settings.read(environ={})


def test_every_row_of_the_table_can_be_set() -> None:
    environ = {
        "COOLHEAD_HOST": "::1",
        "COOLHEAD_PORT": "9000",
        "COOLHEAD_TOKEN": "secret",
        "COOLHEAD_HOSTS": "tone.example, tone2.example",
        "COOLHEAD_ORIGINS": "https://desk.example",
        "COOLHEAD_RULES": "/rules",
        "COOLHEAD_RULESET": "billing",
        "COOLHEAD_PROFILE": "quiet",
        "COOLHEAD_MAX_TEXT": "10",
        "COOLHEAD_DEADLINE": "1",
        "COOLHEAD_WORKERS": "3",
    }
    assert set(environ) == {one.name for one in settings.TABLE}
    assert settings.read(environ=environ) == settings.Settings(
        host="::1",
        port=9000,
        token="secret",
        hosts=("tone.example", "tone2.example"),
        origins=("https://desk.example",),
        rules=Path("/rules"),
        ruleset="billing",
        profile="quiet",
        max_text=10,
        deadline=1,
        workers=3,
    )


def test_an_empty_value_means_the_default() -> None:
    assert settings.read(environ={"COOLHEAD_PORT": " ", "COOLHEAD_HOST": ""}) == settings.read(environ={})


def test_given_values_win_over_the_environment() -> None:
    read = settings.read({"port": 9001, "workers": None}, {"COOLHEAD_PORT": "9000", "COOLHEAD_WORKERS": "4"})
    assert (read.port, read.workers) == (9001, 4)


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "192.168.1.5", "tone.example"])
def test_an_address_others_reach_needs_a_token(host: str) -> None:
    with pytest.raises(UnsafeSettings, match="COOLHEAD_TOKEN"):
        settings.read(environ={"COOLHEAD_HOST": host})
    assert settings.read(environ={"COOLHEAD_HOST": host, "COOLHEAD_TOKEN": "s"}).host == host


@pytest.mark.parametrize("host", ["127.0.0.1", "127.0.0.2", "localhost", "::1"])
def test_loopback_needs_no_token(host: str) -> None:
    assert settings.read(environ={"COOLHEAD_HOST": host}).host == host


def test_any_origin_is_refused() -> None:
    with pytest.raises(UnsafeSettings, match="ORIGINS"):
        settings.read(environ={"COOLHEAD_ORIGINS": "https://a.example,*"})


@pytest.mark.parametrize("port", ["x", "0", "65536", "-1", "80.5", "٣"])
def test_a_number_that_is_none_is_named(port: str) -> None:
    with pytest.raises(UnsafeSettings, match="COOLHEAD_PORT"):
        settings.read(environ={"COOLHEAD_PORT": port})


def test_a_profile_that_is_none_is_told_the_choices() -> None:
    with pytest.raises(UnsafeSettings, match=r"'loud'; .* quiet, balanced, thorough, off"):
        settings.read(environ={"COOLHEAD_PROFILE": "loud"})


def test_the_url_brackets_an_ipv6_address() -> None:
    assert settings.read(environ={"COOLHEAD_HOST": "::1"}).url == "http://[::1]:8425"
