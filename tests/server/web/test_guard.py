"""Who may ask."""

from __future__ import annotations

from pathlib import Path

import pytest
from flask.testing import FlaskClient

from coolhead.settings import Settings
from coolhead.web import create_app

ORIGIN = "https://desk.example"


@pytest.fixture(scope="module")
def guarded(small_rules: Path) -> FlaskClient:
    chosen = Settings(rules=small_rules, token="s3cret", hosts=("tone.example",), origins=(ORIGIN,))
    return create_app(chosen).test_client()


@pytest.mark.parametrize("host", ["127.0.0.1:8425", "localhost", "LOCALHOST:1", "[::1]:8425"])
def test_loopback_names_are_served(client: FlaskClient, host: str) -> None:
    assert client.get("/v1/health", headers={"Host": host}).status_code == 200


@pytest.mark.parametrize(
    "host",
    ["evil.example", "127.0.0.1.evil.example", "localhost.evil.example:8425", "[::1", "", "tone.example"],
)
def test_other_names_are_refused(client: FlaskClient, host: str) -> None:
    response = client.get("/v1/health", headers={"Host": host})
    assert response.status_code in (400, 403)
    assert response.mimetype == "application/problem+json"


def test_a_configured_name_is_served(guarded: FlaskClient) -> None:
    assert guarded.get("/v1/health", headers={"Host": "tone.example"}).status_code == 200


@pytest.mark.parametrize(
    "origin", ["https://evil.example", "null", "http://localhost:9999", "http://[", ORIGIN]
)
def test_pages_of_others_are_refused(client: FlaskClient, origin: str) -> None:
    response = client.post("/v1/check", json={"text": "a"}, headers={"Origin": origin})
    assert (response.status_code, response.get_json()["errors"][0]["field"]) == (403, "Origin")
    assert "Access-Control-Allow-Origin" not in response.headers


@pytest.mark.parametrize("origin", ["http://localhost", "chrome-extension://abc", "moz-extension://abc"])
def test_the_playground_and_extensions_are_served(client: FlaskClient, origin: str) -> None:
    response = client.post("/v1/check", json={"text": "a"}, headers={"Origin": origin})
    assert response.status_code == 200
    assert "Access-Control-Allow-Origin" not in response.headers


def test_only_a_configured_origin_gets_cors_headers(guarded: FlaskClient) -> None:
    asked = {"Origin": ORIGIN, "Access-Control-Request-Method": "POST"}
    response = guarded.options("/v1/check", headers=asked)
    assert (response.status_code, response.headers["Access-Control-Allow-Origin"]) == (200, ORIGIN)
    other = guarded.options("/v1/check", headers={**asked, "Origin": "https://evil.example"})
    assert "Access-Control-Allow-Origin" not in other.headers


@pytest.mark.parametrize("path", ["/v1/rules", "/v1/bundle", "/v1/rules/small/kindly", "/v2/info"])
def test_a_token_is_needed_where_one_is_set(guarded: FlaskClient, path: str) -> None:
    response = guarded.get(path)
    assert (response.status_code, response.headers["WWW-Authenticate"]) == (401, "Bearer")
    assert guarded.get(path, headers={"Authorization": "Bearer s3cret"}).status_code == 200


def test_health_and_the_api_description_are_open_but_tell_a_wrong_token(guarded: FlaskClient) -> None:
    for path in ("/v1/health", "/openapi.json"):
        assert guarded.get(path).status_code == 200
        assert guarded.get(path, headers={"Authorization": "Bearer s3cret"}).status_code == 200
        for wrong in ("Bearer no", "s3cret", "Basic s3cret", "Bearer s3cret ü", ""):
            assert guarded.get(path, headers={"Authorization": wrong}).status_code == 401


def test_every_answer_carries_the_safety_headers(client: FlaskClient) -> None:
    for response in (client.get("/v1/health"), client.get("/nothing"), client.post("/v1/check")):
        assert response.headers["X-Content-Type-Options"] == "nosniff"
        assert response.headers["Referrer-Policy"] == "no-referrer"
        assert response.headers["Cache-Control"] == "no-store"
        assert "default-src 'none'" in response.headers["Content-Security-Policy"]
