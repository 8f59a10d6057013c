"""`POST /v1/check` and the problems it answers with."""

from __future__ import annotations

import logging
from typing import Any

import pytest
from flask.testing import FlaskClient
from pydantic import TypeAdapter
from werkzeug.test import TestResponse

from coolhead import wire
from coolhead.settings import Settings
from coolhead.web import create_app
from coolhead.web.service import Service


def post(client: FlaskClient, **fields: Any) -> TestResponse:
    return client.post("/v1/check", json=fields)


def problem(response: TestResponse) -> dict[str, Any]:
    assert response.mimetype == "application/problem+json"
    found = response.get_json()
    TypeAdapter(wire.Problem).validate_python(found, strict=True)
    assert found["status"] == response.status_code
    return dict(found)


def test_a_draft_is_answered_with_every_name_of_the_contract(client: FlaskClient) -> None:
    response = post(
        client, text="You should have called.", conversation=[{"role": "customer", "text": "Hm."}]
    )
    assert (response.status_code, response.mimetype) == (200, "application/json")
    answer = response.get_json()
    TypeAdapter(wire.Answer).validate_python(answer, strict=True)
    assert list(answer) == list(wire.Answer.__annotations__)
    assert answer["matches"][0]["rule"]["id"] == "small/should-have"
    assert answer["offsetEncoding"] == "utf-16"


def test_the_channel_and_the_rule_set_are_heard(client: FlaskClient) -> None:
    answer = post(client, text="It is our policy.", ruleset="other", channel="chat").get_json()
    assert [match["rule"]["id"] for match in answer["matches"]] == ["other/policy"]
    assert answer["ruleset"]["name"] == "other"


@pytest.mark.parametrize("text", ["", " ", "\n", "\0", "\u200b", "😡", "> quoted\n"])
def test_a_draft_of_nothing_is_a_draft(client: FlaskClient, text: str) -> None:
    assert post(client, text=text).get_json()["matches"] == []


def test_half_an_emoji_is_answered(client: FlaskClient) -> None:
    body = rb'{"text": "\ud83d You should have called."}'
    response = client.post("/v1/check", data=body, content_type="application/json")
    assert response.get_json()["matches"][0]["offset"] == 2


@pytest.mark.parametrize(
    ("fields", "field"),
    [
        ({}, "text"),
        ({"text": None}, "text"),
        ({"text": ["a"]}, "text"),
        ({"text": "a", "offsets": "utf-7"}, "offsets"),
        ({"text": "a", "channel": "fax"}, "channel"),
        ({"text": "a", "language": "not a code"}, "language"),
        ({"text": "a", "ruleset": "none"}, "ruleset"),
        ({"text": "a", "ruleset": 3}, "ruleset"),
        ({"text": "a", "conversation": "hi"}, "conversation"),
        ({"text": "a", "conversation": [{"role": "customer"}]}, "conversation.0.text"),
        ({"text": "a", "conversation": ["hi"]}, "conversation.0"),
        ({"text": "a", "channle": "chat"}, "channle"),
    ],
)
def test_a_wrong_field_is_named(client: FlaskClient, fields: dict[str, Any], field: str) -> None:
    response = post(client, **fields)
    assert response.status_code == 422
    assert field in [one["field"] for one in problem(response)["errors"]]


def test_an_unknown_rule_set_lists_the_known_ones(client: FlaskClient) -> None:
    assert "'default', 'other'" in problem(post(client, text="a", ruleset="defualt"))["detail"]


def test_what_is_not_json_is_400(client: FlaskClient) -> None:
    response = client.post("/v1/check", data="{", content_type="application/json")
    assert (response.status_code, problem(response)["title"]) == (400, "Not JSON")


@pytest.mark.parametrize("kind", ["text/plain", "application/x-www-form-urlencoded", ""])
def test_another_content_type_is_415(client: FlaskClient, kind: str) -> None:
    response = client.post("/v1/check", data='{"text": "a"}', content_type=kind)
    assert (response.status_code, problem(response)["errors"][0]["field"]) == (415, "Content-Type")


@pytest.mark.parametrize("field", ["text", "conversation"])
def test_too_long_is_413_and_names_the_field(client: FlaskClient, field: str) -> None:
    long = "a" * 1001
    fields = (
        {"text": long}
        if field == "text"
        else {"text": "a", "conversation": [{"role": "agent", "text": long}]}
    )
    response = post(client, **fields)
    assert response.status_code == 413
    assert problem(response)["errors"] == [
        {"field": field, "message": "has 1001 characters; at most 1000 are read"}
    ]


def test_too_many_messages_are_refused_however_short(client: FlaskClient) -> None:
    turn = {"role": "agent", "text": ""}
    assert post(client, text="a", conversation=[turn] * 1000).status_code == 200
    response = post(client, text="a", conversation=[turn] * 1001)
    assert response.status_code == 422
    assert problem(response)["errors"] == [
        {"field": "conversation", "message": "holds too many messages; at most 1000 are read"}
    ]


def test_the_longest_draft_is_read_however_it_is_escaped(client: FlaskClient) -> None:
    body = '{"text": "%s"}' % (r"\ud83d\ude00" * 1000)
    assert client.post("/v1/check", data=body, content_type="application/json").status_code == 200


def test_the_longest_list_of_ignored_sentences_is_read(client: FlaskClient) -> None:
    ignored = [{"rule": "r" * 200, "likeness": "l" * 200}] * 500
    assert post(client, text="a", ignored=ignored).status_code == 200


def test_a_body_beyond_the_limit_is_413_before_it_is_read(client: FlaskClient) -> None:
    response = client.post("/v1/check", data=b" " * 1_000_000, content_type="application/json")
    assert (response.status_code, problem(response)["title"]) == (413, "Request Entity Too Large")


def test_an_unknown_address_is_404_and_a_wrong_method_405(client: FlaskClient) -> None:
    assert problem(client.get("/v1/nothing"))["status"] == 404
    response = client.get("/v1/check")
    assert problem(response)["status"] == 405
    assert "POST" in response.headers["Allow"]


def test_an_internal_error_holds_no_word_of_the_draft(
    small_rules: Any, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def broken(_service: Service, request: wire.CheckRequest) -> wire.Answer:
        raise ValueError(f"cannot judge {request.text}")

    monkeypatch.setattr(Service, "check", broken)
    with caplog.at_level(logging.DEBUG):
        response = (
            create_app(Settings(rules=small_rules)).test_client().post("/v1/check", json={"text": "zebra"})
        )
    assert (response.status_code, problem(response)["title"]) == (500, "Internal error")
    assert "zebra" not in response.get_data(as_text=True)
    assert "zebra" not in caplog.text
    assert "ValueError at" in caplog.text


def test_health_says_which_rules_are_in_use(client: FlaskClient) -> None:
    health = client.get("/v1/health").get_json()
    assert (health["status"], health["problems"], health["maxTextLength"]) == ("ready", 0, 1000)
    assert health["ruleset"]["layers"][0]["pack"] == "small"
    assert health["software"]["apiVersion"] == 1
    assert health["model"] == {"status": "off", "profile": "off", "reason": "switched off"}


def test_an_answer_of_the_rules_alone_says_so(client: FlaskClient) -> None:
    assert post(client, text="Hello.").get_json()["warnings"] == {
        "incompleteResults": False,
        "rulesOnly": True,
    }
