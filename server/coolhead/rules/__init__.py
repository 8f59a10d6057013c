"""Rules as data: the format, packs, layers, and the merged set the engine works with."""

from coolhead.rules.describing import bundle, describe
from coolhead.rules.layers import load, names, stamp
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
    "load",
    "names",
    "stamp",
]
