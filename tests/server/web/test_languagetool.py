"""What clients of LanguageTool rely on."""

from __future__ import annotations

import json

import pytest
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

TEXT = "😡 You should have called. Kindly wait."


def post(client: FlaskClient, **form: str) -> TestResponse:
    return client.post("/v2/check", data=form)


def ids(response: TestResponse) -> list[str]:
    return [match["rule"]["id"] for match in response.get_json()["matches"]]


def test_a_form_is_answered_in_languagetools_names(client: FlaskClient) -> None:
    answer = post(client, text=TEXT, language="en-US").get_json()
    match = answer["matches"][0]
    assert (match["offset"], match["length"]) == (3, 15)
    needed = {"message", "shortMessage", "replacements", "context", "sentence", "type", "rule"}
    assert needed <= set(match)
    assert answer["language"]["detectedLanguage"]["code"] == "en"
    assert answer["software"]["name"] == "coolhead"


def test_rules_can_be_switched_off_and_picked(client: FlaskClient) -> None:
    assert ids(post(client, text=TEXT)) == ["small/should-have", "small/kindly"]
    assert ids(post(client, text=TEXT, disabledRules="small/kindly,x")) == ["small/should-have"]
    assert ids(post(client, text=TEXT, enabledRules="small/kindly", enabledOnly="true")) == ["small/kindly"]


def test_half_an_emoji_in_annotated_text_is_answered(client: FlaskClient) -> None:
    answer = post(client, data=r'{"annotation": [{"text": "\ud83d You should have called."}]}').get_json()
    assert answer["matches"][0]["offset"] == 2


def test_markup_is_passed_over_and_offsets_count_it(client: FlaskClient) -> None:
    data = {
        "annotation": [
            {"markup": "<b>😡"},
            {"text": "You should have"},
            {"markup": "</b>"},
            {"text": " called."},
        ]
    }
    match = post(client, data=json.dumps(data)).get_json()["matches"][0]
    assert (match["offset"], match["length"]) == (5, 15)


@pytest.mark.parametrize("data", ["", "x", "[]", "{}", '{"annotation": [3]}', '{"annotation": [{"a": "b"}]}'])
def test_broken_annotations_are_named(client: FlaskClient, data: str) -> None:
    response = post(client, data=data)
    assert (response.status_code, response.get_json()["errors"][0]["field"]) == (422, "data")


def test_a_missing_text_and_json_are_named(client: FlaskClient) -> None:
    assert post(client, language="en").get_json()["errors"][0]["field"] == "text"
    assert client.post("/v2/check", json={"text": "a"}).status_code == 415


def test_a_text_in_the_address_is_refused(client: FlaskClient) -> None:
    assert client.get("/v2/check?text=a&language=en").status_code == 405


def test_the_small_routes(client: FlaskClient) -> None:
    assert client.get("/v2/healthcheck").get_data(as_text=True) == "OK"
    assert client.get("/v2/maxtextlength").get_data(as_text=True) == "1000"
    assert {"en", "en-GB", "en-US"} <= {one["longCode"] for one in client.get("/v2/languages").get_json()}
    assert client.get("/v2/info").get_json()["software"]["name"] == "coolhead"
