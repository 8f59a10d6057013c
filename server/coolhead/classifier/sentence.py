"""What the classifier is asked and what it answers, in plain Python."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple


@dataclass(frozen=True, slots=True)
class SentenceInput:
    """One sentence of a draft, the one `before` it, and the last message of the `customer`."""

    text: str
    before: str = ""
    customer: str = ""


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
