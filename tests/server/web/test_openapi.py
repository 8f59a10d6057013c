"""The API description is true."""

from __future__ import annotations

import json
import re

from flask import Flask
from flask.testing import FlaskClient
from jsonschema import Draft202012Validator

UNDESCRIBED = {"/", "/{name}", "/extension/{folder}/{name}"}


def test_every_route_is_described_and_nothing_else(app: Flask, client: FlaskClient) -> None:
    routes = {
        re.sub(r"<(?:[^:>]+:)?(\w+)>", r"{\1}", rule.rule).replace("{pack}/{name}", "{pack}/{id}")
        for rule in app.url_map.iter_rules()
    }
    assert routes - UNDESCRIBED == set(client.get("/openapi.json").get_json()["paths"])


def test_an_answer_fits_its_schema(client: FlaskClient) -> None:
    document = client.get("/openapi.json").get_json()
    schema = {"$ref": "#/components/schemas/Answer", "components": document["components"]}
    Draft202012Validator.check_schema(schema)
    turns = [{"role": "customer", "text": "I am furious, you idiot"}]
    answer = client.post(
        "/v1/check", json={"text": "You should have called.", "conversation": turns}
    ).get_json()
    Draft202012Validator(schema).validate(answer)


def test_every_reference_leads_somewhere(client: FlaskClient) -> None:
    document = client.get("/openapi.json").get_json()
    assert document["openapi"].startswith("3.1")
    for name in re.findall(r'"#/components/schemas/(\w+)"', json.dumps(document)):
        assert name in document["components"]["schemas"]
