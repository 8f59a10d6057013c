"""The only place of JSON names and of offsets other than code points."""

from coolhead.wire.answer import ruleset, software, to_json
from coolhead.wire.request import CheckRequest, NotJSON, draft, mended, parse, read
from coolhead.wire.rulebook import rule_list
from coolhead.wire.shapes import Answer, Change, Problem
from coolhead.wire.units import Encoding, Units

__all__ = [
    "Answer",
    "Change",
    "CheckRequest",
    "Encoding",
    "NotJSON",
    "Problem",
    "Units",
    "draft",
    "mended",
    "parse",
    "read",
    "rule_list",
    "ruleset",
    "software",
    "to_json",
]
