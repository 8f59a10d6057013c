"""Reviews with both finders, or with the rules alone and the reason why."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coolhead import classifier
from coolhead.classifier import Unavailable
from coolhead.matching import Engine
from coolhead.review import Draft, Review, review

if TYPE_CHECKING:
    from coolhead.classifier.model import Classifier

OFF = "off"


class Reviewer:
    """The sentence model, loaded once, under a profile: quiet, balanced, thorough, or off."""

    def __init__(self, profile: str) -> None:
        self.profile = profile
        loaded = Unavailable("switched off") if profile == OFF else classifier.load()
        self._classifier: Classifier | None = None if isinstance(loaded, Unavailable) else loaded
        self.missing = loaded.reason if isinstance(loaded, Unavailable) else ""
        self.status = OFF if profile == OFF else "unavailable" if self.missing else "ready"

    def review(self, draft: Draft, engine: Engine, deadline: float | None = None) -> Review:
        """Judge a draft; `deadline` is a moment of `time.monotonic()`."""
        return review(draft, engine, deadline, self._classifier, self.profile)
