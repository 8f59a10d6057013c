"""A review as text in a terminal: where, what, why, and better words."""

from __future__ import annotations

from rich.console import Console
from rich.text import Text

from coolhead import wire
from coolhead.review import Review
from coolhead.wire import shapes

COLOURS = {"error": "red", "warning": "yellow", "suggestion": "cyan"}
WIDEST = 100  # characters of a line shown around a match


def show(console: Console, name: str, review: Review) -> None:
    """Print one review."""
    answer = wire.to_json(review, "utf-32")
    for match in answer["matches"]:
        _show_match(console, name, review.segments.text, match)
    missing = [row for row in answer["checklist"] if row["status"] in ("missing", "weak")]
    for row in missing:
        _line(console, ("  ", ""), (f"{row['status']:8}", "magenta"), (row["message"], ""))
    score = answer["score"]
    faults = f"{len(answer['matches'])} found" if answer["matches"] else "nothing to change"
    _line(console, (f"{name}: ", "bold"), (f"{score['value']}/{score['max']}", "bold"), (f", {faults}", ""))


def _show_match(console: Console, name: str, text: str, match: shapes.Match) -> None:
    start, end = match["offset"], match["offset"] + match["length"]
    line, column = place(text, start)
    colour = COLOURS[match["severity"]]
    _line(
        console,
        (f"{name}:{line}:{column}: ", "bold"),
        (match["severity"], f"bold {colour}"),
        (f"[{match['rule']['id']}] ", "dim"),
        (match["message"], ""),
    )
    shown, at = _snippet(text, start)
    marked = max(1, min(end, start + len(shown) - at) - start)
    _line(console, ("    " + shown, ""))
    _line(console, ("    " + " " * Text(shown[:at]).cell_len, ""), ("^" * marked, colour))
    for better in [*match["replacements"], *match["rewrites"]][:3]:
        _line(console, ("    instead: ", "green"), (better["value"], "green"))


def place(text: str, offset: int) -> tuple[int, int]:
    """Line and column of a code point, both from 1."""
    start = text.rfind("\n", 0, offset) + 1
    return text.count("\n", 0, offset) + 1, offset - start + 1


def _snippet(text: str, start: int) -> tuple[str, int]:
    """The line around an offset, cut to a width, and where in it the offset lies."""
    first = text.rfind("\n", 0, start) + 1
    last = text.find("\n", start)
    line = text[first : len(text) if last < 0 else last].rstrip("\r").replace("\t", " ")
    cut = max(0, start - first - WIDEST // 2)
    return line[cut : cut + WIDEST], start - first - cut


def _line(console: Console, *parts: tuple[str, str]) -> None:
    console.print(Text.assemble(*parts), soft_wrap=True)
