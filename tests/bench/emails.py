"""E-mails of our own to time with: never the same sentence twice, so that nobody's cache helps."""

from __future__ import annotations

import json
import random
from collections.abc import Iterator
from itertools import count
from pathlib import Path

DRAFTS = Path(__file__).parents[2] / "server/training/data"
WARM = 5  # e-mails of a comparison that are not timed

SENTENCES = (
    "Thank you for writing to us about order {n}.",
    "I am sorry that parcel {n} reached you with a broken lid.",
    "I can see from note {n} that you have already called us twice about this.",
    "As I told you in message {n}, the courier was asked to leave it with a neighbour.",
    "You should have checked box {n} before signing for it.",
    "Unfortunately our policy {n} does not allow a refund after thirty days.",
    "I have booked a replacement under number {n}, and it leaves our warehouse tomorrow morning.",
    "The label on parcel {n} was printed with an old address, which was our mistake.",
    "Could you tell me whether the serial number {n} is on the back of the device?",
    "If you had followed step {n} of the manual, this would not have happened.",
    "We will look into case {n} and get back to you in due course.",
    "The technician for visit {n} can be with you on Thursday between nine and eleven.",
    "Calm down, ticket {n} is only a delay of two days.",
    "It must be frustrating to wait {n} minutes on hold with a small child in the room.",
    "Please find enclosed voucher {n}, which you can use in any of our shops.",
    "That is not our fault, since carrier {n} handles the last mile.",
    "I will write to you by four this afternoon, whether or not issue {n} is solved.",
    "The invoice {n} has been corrected, and the difference is on its way to your card.",
    "For reference {n}, my colleague Maria has read the whole thread and takes over from here.",
    "Nobody else has complained about model {n} so far.",
)


def fresh(words: int, seed: int) -> Iterator[str]:
    """E-mails of about so many words, for ever; the same ones for the same seed."""
    chooser = random.Random(seed)
    numbers = count(1_000_000 * seed + 10_000)
    while True:
        sentences: list[str] = []
        while sum(len(sentence.split()) for sentence in sentences) < words:
            sentences.append(chooser.choice(SENTENCES).format(n=next(numbers)))
        yield (
            "Hello Anna,\n\n"
            + "\n\n".join(" ".join(sentences[start : start + 3]) for start in range(0, len(sentences), 3))
            + "\n\nBest wishes,\nTom"
        )


def varied(words: int) -> list[str]:
    """Replies by many hands, put together to about so many words, each once: wording that was never met."""
    drafts = [
        json.loads(line)["text"] for file in sorted(DRAFTS.glob("drafts_*.jsonl")) for line in file.open()
    ]
    random.Random(1).shuffle(drafts)
    emails = [""]
    for draft in drafts:
        if len(emails[-1].split()) >= words:
            emails.append("")
        emails[-1] += f"{draft}\n\n"
    return emails[:-1]


def typed(email: str, keys: int) -> Iterator[str]:
    """The same e-mail after each of so many keys typed at its end, as an editor sends it."""
    ending = "\n\nI will call you tomorrow, and I am sorry that this took us so long to sort out."
    for key in range(1, keys + 1):
        yield email + ending[: 2 + key % (len(ending) - 2)] + "x" * (key // len(ending))


def hostile(size: int) -> dict[str, str]:
    """Texts of so many characters made to be slow, by what is nasty about them."""
    pieces = {
        "half phrases": "you should you could if you had as I ",
        "whole phrases": "you should have as I told you not our fault ",
        "one long word": "a",
        "no sentence end": "and then we ",
        "emoji and accents": "👍🏽 e\u0301\u200d\u00a0",
        "quote marks": "> “' ",
        "full stops": ". ",
    }
    return {name: (piece * (size // len(piece) + 1))[:size] for name, piece in pieces.items()}
