"""Finding what the rules describe: one automaton, one pass, one judge."""

from coolhead.matching.engine import Engine, Reading, SentenceHits
from coolhead.matching.exchange import Exchange
from coolhead.matching.judge import RANK, Evidence, Heard, Match, Severity, Verdict, judge, placed, span

__all__ = [
    "RANK",
    "Engine",
    "Evidence",
    "Exchange",
    "Heard",
    "Match",
    "Reading",
    "SentenceHits",
    "Severity",
    "Verdict",
    "judge",
    "placed",
    "span",
]
