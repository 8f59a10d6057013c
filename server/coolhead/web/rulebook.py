"""`/v1/rules` and `/v1/bundle`: the rules in use, and who set what."""

from __future__ import annotations

from flask import Blueprint, Response, request

from coolhead import rules, wire
from coolhead.errors import BadRequest
from coolhead.rules.model import RuleSet
from coolhead.web import answers
from coolhead.web.service import Service


def routes(service: Service) -> Blueprint:
    """The routes that show rules; `?ruleset=` names another set than the default."""
    book = Blueprint("rulebook", __name__)

    def asked() -> RuleSet:
        return service.engines.get(request.args.get("ruleset")).ruleset

    @book.get("/v1/rules")
    def listed() -> Response:
        ruleset = asked()
        problems = [str(one) for one in ruleset.problems] + [
            line for line in [service.engines.failure] if line
        ]
        return answers.json({**wire.rule_list(ruleset), "problems": problems})

    @book.get("/v1/rules/<pack>/<name>")
    def one(pack: str, name: str) -> Response:
        ruleset = asked()
        for rule in (*ruleset.rules, *ruleset.silenced):
            if rule.full_id == f"{pack}/{name}":
                return answers.tagged(rules.describe(rule), ruleset.digest)
        raise BadRequest("rule", "is not in this rule set", 404, "Unknown rule")

    @book.get("/v1/bundle")
    def bundle() -> Response:
        ruleset = asked()
        return answers.tagged(rules.bundle(ruleset), ruleset.digest)

    return book
