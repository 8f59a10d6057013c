"""Finding what the rules describe: one trie, one pass, one judge."""

from coolhead.matching.engine import Engine, Reading
from coolhead.matching.exchange import Exchange
from coolhead.matching.judge import RANK, Evidence, Match, Severity, Verdict, judge, placed, span

__all__ = [
    "RANK",
    "Engine",
    "Evidence",
    "Exchange",
    "Match",
    "Reading",
    "Severity",
    "Verdict",
    "judge",
    "placed",
    "span",
]
