"""A review → the answer as JSON data."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from functools import cache
from hashlib import blake2b
from importlib.metadata import version

from coolhead.boundary import Offer
from coolhead.checklist import Row
from coolhead.customer import Signal
from coolhead.matching import Match
from coolhead.review import Review
from coolhead.rules.model import Rule, RuleSet
from coolhead.wire import shapes
from coolhead.wire.units import Encoding, Units

API_VERSION = 1
CONTEXT = 40  # code points either side of a match


@cache
def software() -> shapes.Software:
    """Who answers."""
    return {"name": "coolhead", "version": version("coolhead"), "apiVersion": API_VERSION}


def to_json(
    review: Review, offsets: Encoding = "utf-16", language: str = "en", *, rules_only: bool = False
) -> shapes.Answer:
    """The whole answer; offsets and lengths in the asked units of the text as sent."""
    units = Units(review.segments.text, offsets)
    return {
        "software": software(),
        "language": {"code": language},
        "warnings": {"incompleteResults": review.incomplete, "rulesOnly": rules_only},
        "matches": [_match(one, review, units, offsets) for one in review.matches],
        "checklist": [_row(one, units) for one in review.checklist],
        "customer": {
            "mood": review.customer.mood,
            "signals": _signals(review.customer.signals),
        },
        "boundary": _boundary(review.boundary),
        "tone": {"polarity": review.tone.polarity, "subjectivity": review.tone.subjectivity},
        "score": {
            "value": review.score.value,
            "max": review.score.max,
            "parts": [{"reason": one.reason, "points": one.points} for one in review.score.parts],
        },
        "ruleset": ruleset(review.ruleset),
        "offsetEncoding": offsets,
    }


def fingerprint(rule_id: str, sentence: str) -> str:
    """The same for the same rule in the same sentence, whatever is typed around it."""
    words = " ".join(unicodedata.normalize("NFKC", sentence).casefold().split())
    return blake2b(f"{rule_id}\0{words}".encode(), digest_size=8).hexdigest()


def _match(match: Match, review: Review, units: Units, offsets: Encoding) -> shapes.Match:
    text = review.segments.text
    rule = match.rule
    marked = text[match.start : match.end]
    placed = review.segments.sentences[match.sentence]
    start, end = placed.start, placed.start + len(placed.text)
    sentence = text[start:end]  # as sent; what the rules read may have parts masked
    whole = _span(units, start, end)
    found: shapes.Match = {
        "message": rule.message.replace("{match}", marked),
        "shortMessage": rule.title,
        "offset": units.offset(match.start),
        "length": units.length(match.start, match.end),
        "context": _context(text, match.start, match.end, offsets),
        "sentence": sentence,
        "replacements": [{"value": _cased(value, marked)} for value in rule.replacements],
        "rewrites": [{**whole, "value": one.text} for one in rule.rewrites],
        "rule": _rule(rule, review.ruleset),
        "kind": rule.kind,
        "guideline": rule.guideline or "",
        "severity": match.severity,
        "fingerprint": fingerprint(rule.full_id, sentence),
        "layer": rule.layer,
        "confidence": match.confidence,
    }
    if rule.finder == "model" and match.sentence in review.likeness:
        found["likeness"] = review.likeness[match.sentence]
    return found


def _signals(signals: Iterable[Signal]) -> list[shapes.Signal]:
    """Each signal once with the same words, however many rules read it."""
    seen = dict.fromkeys((one.id, one.evidence) for one in signals)
    return [{"id": name, "evidence": evidence} for name, evidence in seen]


def _span(units: Units, start: int, end: int) -> shapes.Span:
    return {"offset": units.offset(start), "length": units.length(start, end)}


def _cased(value: str, marked: str) -> str:
    """A replacement starts with a capital where the words it replaces do."""
    return value[:1].upper() + value[1:] if marked[:1].isupper() else value


def _context(text: str, start: int, end: int, offsets: Encoding) -> shapes.Context:
    first = max(0, start - CONTEXT)
    around = text[first : end + CONTEXT].replace("\r", " ").replace("\n", " ").replace("\t", " ")
    return {
        "text": around,
        **_span(Units(around, offsets), start - first, end - first),
    }


def _rule(rule: Rule, ruleset: RuleSet) -> shapes.Rule:
    guideline = ruleset.guidelines.by_id.get(str(rule.guideline))
    return {
        "id": rule.full_id,
        "description": rule.why or rule.title,
        "issueType": "style",
        "category": {"id": rule.guideline or "", "name": guideline.name if guideline else ""},
        "urls": [{"value": rule.link}] if rule.link else [],
    }


def _row(row: Row, units: Units) -> shapes.ChecklistRow:
    return {
        "guideline": row.guideline,
        "virtue": row.virtue,
        "status": row.status,
        "message": row.message,
        "hints": list(row.hints),
        "evidence": [_span(units, start, end) for start, end in row.evidence],
    }


def _boundary(offer: Offer | None) -> shapes.Boundary | None:
    if offer is None:
        return None
    return {
        "step": offer.step,
        "title": offer.title,
        "message": offer.advice,
        "lines": list(offer.lines),
        "exit": offer.exit_line,
        "support": offer.support,
    }


def ruleset(ruleset: RuleSet) -> shapes.Ruleset:
    """Which rules judged."""
    return {
        "name": ruleset.name,
        "digest": ruleset.digest,
        "layers": [{"name": one.name, "pack": one.pack, "version": one.version} for one in ruleset.layers],
    }
