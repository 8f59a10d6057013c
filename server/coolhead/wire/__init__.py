"""The only place of JSON names and of offsets other than code points."""

from coolhead.wire.answer import ruleset, software, to_json
from coolhead.wire.request import CheckRequest, NotJSON, draft, mended, parse
from coolhead.wire.shapes import Answer
from coolhead.wire.units import Encoding, Units

__all__ = [
    "Answer",
    "CheckRequest",
    "Encoding",
    "NotJSON",
    "Units",
    "draft",
    "mended",
    "parse",
    "ruleset",
    "software",
    "to_json",
]
