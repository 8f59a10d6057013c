"""The HTTP face: everything is wired here and done elsewhere."""

from __future__ import annotations

from flask import Flask
from flask_cors import CORS

from coolhead.settings import Settings
from coolhead.web import api, errors, guard, languagetool, pages, rulebook
from coolhead.web.service import Service

__all__ = ["create_app"]


def create_app(settings: Settings) -> Flask:
    """A ready service: rules compiled, TextBlob warm.

    Raises:
        BadPack: no rule set can be made of the configured rules.
    """
    app = Flask("coolhead", static_folder=None)
    app.config["MAX_CONTENT_LENGTH"] = guard.largest_body(settings)
    service = Service(settings)
    errors.register(app)
    guard.register(app, settings)
    for blueprint in (api, rulebook, languagetool, pages):
        app.register_blueprint(blueprint.routes(service))
    if settings.origins:
        CORS(
            app, origins=list(settings.origins), allow_headers=["Authorization", "Content-Type"], max_age=600
        )
    return app
