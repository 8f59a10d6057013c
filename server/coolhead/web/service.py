"""What the routes share: the settings and the engines in use."""

from __future__ import annotations

import time

from coolhead import wire
from coolhead.errors import BadRequest
from coolhead.review import Draft, Review
from coolhead.reviewer import Reviewer
from coolhead.settings import Settings
from coolhead.web.engines import Engines


class Service:
    """One per process; safe to share between threads."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self.reviewer = Reviewer(settings.profile)
        self.engines = Engines(settings.rules, settings.ruleset)
        self.review(Draft("I am sorry, that took too long."))  # TextBlob reads its lexicon at the first use

    def check(self, request: wire.CheckRequest) -> wire.Answer:
        """Answer one check.

        Raises:
            BadRequest: too long, or a rule set nobody configured.
        """
        draft = wire.draft(request)
        return self.answer(draft, request.ruleset, request.offsets)

    def answer(
        self, draft: Draft, ruleset: str | None = None, offsets: wire.Encoding = "utf-16"
    ) -> wire.Answer:
        """Review a draft and say it in JSON."""
        return wire.to_json(
            self.review(draft, ruleset), offsets, draft.language, rules_only=bool(self.reviewer.missing)
        )

    def review(self, draft: Draft, ruleset: str | None = None) -> Review:
        """Review a draft with a rule set of this service (none: the default one)."""
        self._refuse_long("text", len(draft.text))
        self._refuse_long("conversation", sum(len(turn.text) for turn in draft.conversation))
        deadline = time.monotonic() + self.settings.deadline
        return self.reviewer.review(draft, self.engines.get(ruleset), deadline)

    def _refuse_long(self, field: str, length: int) -> None:
        if length > self.settings.max_text:
            most = self.settings.max_text
            raise BadRequest(field, f"has {length} characters; at most {most} are read", 413, "Text too long")
