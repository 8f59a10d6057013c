"""Finding what the rules describe: one automaton, one pass, one judge."""

from coolhead.matching.engine import Engine, Reading, SentenceHits
from coolhead.matching.evidence import Evidence
from coolhead.matching.exchange import Exchange
from coolhead.matching.judge import RANK, Match, Severity, Verdict, judge
from coolhead.matching.placing import Heard, placed, span
from coolhead.matching.preparing import prepare

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
    "prepare",
    "span",
]
