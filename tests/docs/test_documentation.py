"""What can be set, asked and run is written down."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from flask import Flask

from coolhead import settings

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def readme() -> str:
    return (ROOT / "README.md").read_text()


@pytest.mark.parametrize("setting", settings.TABLE, ids=lambda setting: setting.name)
def test_every_setting_is_in_the_readme_with_its_default(readme: str, setting: settings.Setting) -> None:
    row = re.search(rf"^\|\s*`{setting.name}`\s*\|(?P<default>[^|]*)\|", readme, re.MULTILINE)
    assert row, f"add a row to the settings table of README.md: | `{setting.name}` | … | {setting.help} |"
    assert not setting.default or row["default"].strip().strip("`") == setting.default


def test_every_address_of_the_service_is_in_the_readme(readme: str, app: Flask) -> None:
    for rule in app.url_map.iter_rules():
        address = re.sub(r"<.*", "", rule.rule)
        if rule.rule.startswith(("/v1", "/v2", "/openapi")):
            assert address in readme, f"name {rule.rule} in README.md"


def test_every_make_target_is_explained() -> None:
    makefile = (ROOT / "Makefile").read_text()
    for target in re.search(r"^\.PHONY: (.*)$", makefile, re.MULTILINE)[1].split():
        assert re.search(rf"^{target}:.*## \S", makefile, re.MULTILINE), (
            f"say after ## what `make {target}` does"
        )


def test_every_command_in_the_documents_exists() -> None:
    makefile = (ROOT / "Makefile").read_text()
    for document in ROOT.glob("*.md"):
        for target in re.findall(r"\bmake ([a-z][a-z-]+)\b`", document.read_text()):
            assert re.search(rf"^{target}:", makefile, re.MULTILINE), f"{document.name} names `make {target}`"
