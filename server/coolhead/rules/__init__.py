"""Rules as data: the format, packs, layers, and the merged set the engine works with."""

from coolhead.rules.describing import bundle, describe
from coolhead.rules.layers import fingerprint, load, names
from coolhead.rules.model import Boundary, Context, Example, Phrase, Rule, RuleSet, When

__all__ = [
    "Boundary",
    "Context",
    "Example",
    "Phrase",
    "Rule",
    "RuleSet",
    "When",
    "bundle",
    "describe",
    "fingerprint",
    "load",
    "names",
]
