"""The playground's files."""

from __future__ import annotations

import re

import pytest
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from coolhead.settings import PLAYGROUND, shipped


def get(client: FlaskClient, path: str) -> TestResponse:
    """Read to the end, so that the file behind the answer is closed."""
    response = client.get(path)
    response.get_data()
    response.close()
    return response


def test_the_page_and_all_it_names_are_served(client: FlaskClient) -> None:
    page = get(client, "/")
    assert (page.status_code, page.mimetype) == (200, "text/html")
    for address in re.findall(r'(?:src|href)="(/[^"]+)"', page.get_data(as_text=True)):
        assert get(client, address).status_code == 200, address


def test_every_module_of_the_extension_the_page_may_import_is_served(client: FlaskClient) -> None:
    for folder in ("content", "shared"):
        for path in shipped("extension").joinpath(folder).rglob("*.js"):
            address = f"/extension/{path.relative_to(shipped('extension')).as_posix()}"
            response = get(client, address)
            assert (response.status_code, response.mimetype) == (200, "text/javascript"), address


def test_pages_may_run_our_own_scripts_only(client: FlaskClient) -> None:
    policy = get(client, "/").headers["Content-Security-Policy"]
    assert "default-src 'none'; script-src 'self'; style-src 'self'" in policy
    assert "unsafe" not in policy


@pytest.mark.parametrize(
    "path",
    [
        "/index.php",
        "/extension/manifest.json",
        "/extension/background/index.js",
        "/extension/content/../manifest.json",
        "/extension/content/%2e%2e/manifest.json",
        "/..%2fapi.py",
        "/api.py",
    ],
)
def test_nothing_else_is_served(client: FlaskClient, path: str) -> None:
    assert get(client, path).status_code == 404


def test_the_playground_is_part_of_the_package() -> None:
    assert (PLAYGROUND / "index.html").is_file()
