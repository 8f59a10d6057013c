"""The rules over HTTP."""

from __future__ import annotations

from flask.testing import FlaskClient


def test_the_list_names_every_rule_in_use(client: FlaskClient) -> None:
    found = client.get("/v1/rules").get_json()
    ids = {rule["id"]: rule for rule in found["rules"]}
    assert ids["small/should-have"]["severity"] == "error"
    assert ids["small/furious"]["role"] == "signal"
    assert (found["problems"], found["ruleset"]["name"]) == ([], "default")


def test_the_list_is_never_an_old_one(client: FlaskClient) -> None:
    asked = {"If-None-Match": f'"{client.get("/v1/bundle").get_json()["digest"]}"'}
    assert client.get("/v1/rules", headers=asked).status_code == 200


def test_another_rule_set_can_be_asked_for(client: FlaskClient) -> None:
    found = client.get("/v1/rules?ruleset=other").get_json()
    assert [rule["id"] for rule in found["rules"]] == ["other/policy"]
    assert client.get("/v1/rules?ruleset=none").status_code == 422


def test_a_rule_tells_who_set_each_field(client: FlaskClient) -> None:
    rule = client.get("/v1/rules/small/should-have").get_json()
    assert rule["phrases"] == ["you should have"]
    origin = rule["origins"]["severity"]
    assert (origin["layer"], origin["file"]) == ("base", "small/rules.yaml")
    assert origin["line"] > 0


def test_an_unknown_rule_is_404(client: FlaskClient) -> None:
    response = client.get("/v1/rules/small/none")
    assert (response.status_code, response.mimetype) == (404, "application/problem+json")


def test_the_bundle_is_sent_once(client: FlaskClient) -> None:
    first = client.get("/v1/bundle")
    assert first.get_json()["digest"] == first.headers["ETag"].strip('"')
    again = client.get("/v1/bundle", headers={"If-None-Match": first.headers["ETag"]})
    assert (again.status_code, again.data) == (304, b"")
    weak = client.get("/v1/bundle", headers={"If-None-Match": f"W/{first.headers['ETag']}"})
    assert weak.status_code == 304
