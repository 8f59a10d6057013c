"""What the classifier is asked and what it answers, in plain Python."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple


@dataclass(frozen=True, slots=True)
class SentenceInput:
    """One sentence of a draft. `before` and `after` are its neighbours (today's model does not read `after`),
    `customer` the last customer message; `position` its number in the draft, from 0."""

    text: str
    before: str = ""
    after: str = ""
    customer: str = ""
    position: int = 0


@dataclass(frozen=True, slots=True)
class Scores:
    """Calibrated probabilities, 0 to 1: of each fault kind, of each virtue, and of any clear fault at all."""

    faults: Mapping[str, float]
    virtues: Mapping[str, float]
    any_fault: float

    @property
    def top_fault(self) -> str:
        """The likeliest kind, should there be a fault."""
        return max(self.faults, key=self.faults.__getitem__)


class Finding(NamedTuple):
    """A fault heard in a sentence: offsets in code points of its text, and a calibrated probability."""

    kind: str
    start: int
    end: int
    confidence: float


@dataclass(frozen=True, slots=True)
class Unavailable:
    """There is no classifier, and why; `reason` may be shown to the user."""

    reason: str
