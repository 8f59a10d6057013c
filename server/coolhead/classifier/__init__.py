"""The second finder: a sentence model beside the phrase finder, there only if its run time is installed."""

from pathlib import Path
from typing import TYPE_CHECKING

from . import files
from .labels import FAULTS, MOODS, VIRTUES
from .sentence import Finding, Scores, SentenceInput, Unavailable
from .thresholds import PROFILES

if TYPE_CHECKING:
    from .model import Classifier

__all__ = [
    "FAULTS",
    "MOODS",
    "PROFILES",
    "VIRTUES",
    "Finding",
    "Scores",
    "SentenceInput",
    "Unavailable",
    "load",
]


def load(folder: Path = files.FOLDER) -> "Classifier | Unavailable":
    """The classifier, or why there is none; never raises for a missing run time or a wrong file."""
    try:
        from .model import Classifier
    except ImportError as missing:
        return Unavailable(f"{missing.name} is not installed; hints come from the rules alone")
    try:
        return Classifier(files.read(folder))
    except files.WrongFile as wrong:
        return Unavailable(f"the sentence model cannot be used: {wrong}")
