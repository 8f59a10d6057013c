"""What can be set from outside; the only reader of the environment."""

from __future__ import annotations

import ipaddress
import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from coolhead.errors import UnsafeSettings

_PACKAGE = Path(__file__).parent
_CHECKOUT = _PACKAGE.parent.parent
PLAYGROUND = _PACKAGE / "web" / "playground"


PREFIX = "COOLHEAD_"
PROFILES = ("quiet", "balanced", "thorough", "off")


class Setting(NamedTuple):
    """One setting as the documentation shows it; the default as it would be written in the environment."""

    name: str
    default: str
    help: str


TABLE = (
    Setting("COOLHEAD_HOST", "127.0.0.1", "address to listen on; anything but loopback needs a token"),
    Setting("COOLHEAD_PORT", "8425", "port to listen on"),
    Setting("COOLHEAD_TOKEN", "", "when set, requests need `Authorization: Bearer <token>`"),
    Setting("COOLHEAD_HOSTS", "", "further names the service may be called by, separated by commas"),
    Setting("COOLHEAD_ORIGINS", "", "web origins that may call the service (CORS), separated by commas"),
    Setting("COOLHEAD_RULES", "", "folder with config.yaml and the rule packs; empty: the ones shipped"),
    Setting("COOLHEAD_RULESET", "default", "rule set used when a request names none"),
    Setting(
        "COOLHEAD_PROFILE",
        "balanced",
        "how sure the sentence model must be: quiet, balanced, thorough; or off",
    ),
    Setting("COOLHEAD_MAX_TEXT", "100000", "longest draft and longest conversation, in characters"),
    Setting("COOLHEAD_DEADLINE", "2", "seconds after which a check answers with what it has"),
    Setting("COOLHEAD_WORKERS", "2", "worker processes"),
)


@dataclass(frozen=True)
class Settings:
    """Checked settings; `deadline` in seconds, `max_text` in characters."""

    host: str = "127.0.0.1"
    port: int = 8425
    token: str = ""
    hosts: tuple[str, ...] = ()
    origins: tuple[str, ...] = ()
    rules: Path = Path()
    ruleset: str = "default"
    profile: str = "balanced"
    max_text: int = 100_000
    deadline: int = 2
    workers: int = 2

    @property
    def url(self) -> str:
        """Where a browser on this machine finds the service."""
        return f"http://{f'[{self.host}]' if ':' in self.host else self.host}:{self.port}"


def read(given: Mapping[str, object] | None = None, environ: Mapping[str, str] | None = None) -> Settings:
    """Settings from the environment; `given` are values by field name that win, unless they are None.

    Raises:
        UnsafeSettings: a value cannot be used, or drafts would be exposed to the network without a token.
    """
    environ = os.environ if environ is None else environ
    value = {_field(one): environ.get(one.name, "").strip() or one.default for one in TABLE}
    value |= {field: str(one) for field, one in (given or {}).items() if one is not None}
    settings = Settings(
        host=value["host"],
        port=_number("port", value, 1, 65535),
        token=value["token"],
        hosts=_names(value["hosts"]),
        origins=_names(value["origins"]),
        rules=Path(value["rules"]).expanduser() if value["rules"] else shipped("shared_rules"),
        ruleset=value["ruleset"],
        profile=_choice("profile", value, PROFILES),
        max_text=_number("max_text", value, 1, 10_000_000),
        deadline=_number("deadline", value, 1, 60),
        workers=_number("workers", value, 1, 64),
    )
    _refuse_exposure(settings)
    return settings


def shipped(folder: str) -> Path:
    """`shared_rules` or `extension`: the checkout's, else the copy inside the installed package."""
    checkout = _CHECKOUT / folder
    return checkout if (_CHECKOUT / "pyproject.toml").is_file() and checkout.is_dir() else _PACKAGE / folder


def _refuse_exposure(settings: Settings) -> None:
    if not _is_loopback(settings.host) and not settings.token:
        raise UnsafeSettings(
            f"COOLHEAD_HOST is {settings.host}, which others on the network can reach. "
            "Set COOLHEAD_TOKEN to a long secret, or listen on 127.0.0.1."
        )
    if "*" in settings.origins:
        raise UnsafeSettings("COOLHEAD_ORIGINS must name each origin; '*' would let any page read answers.")


def _is_loopback(host: str) -> bool:
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def _names(value: str) -> tuple[str, ...]:
    return tuple(name for part in value.split(",") if (name := part.strip()))


def _number(field: str, value: Mapping[str, str], least: int, most: int) -> int:
    text = value[field]
    if text.isascii() and text.isdigit() and least <= int(text) <= most:
        return int(text)
    name = PREFIX + field.upper()
    raise UnsafeSettings(f"{name} is '{text}'; it must be a whole number from {least} to {most}.")


def _choice(field: str, value: Mapping[str, str], choices: tuple[str, ...]) -> str:
    if value[field] in choices:
        return value[field]
    raise UnsafeSettings(
        f"{PREFIX}{field.upper()} is '{value[field]}'; it must be one of {', '.join(choices)}."
    )


def _field(setting: Setting) -> str:
    return setting.name.removeprefix(PREFIX).lower()
