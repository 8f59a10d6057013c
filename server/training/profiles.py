"""Chooses, on held-back drafts, from which probability on a sentence is flagged."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from coolhead.classifier.labels import FAULTS

from .examples import Draft
from .fitting import least_threshold

# So large a share of the flags must be right, and of a hundred faultless drafts at most so many be flagged.
WANTED = {
    "thorough": {"upset": (0.82, 8.0), "calm": (0.80, 5.0)},
    "balanced": {"upset": (0.90, 2.0), "calm": (0.90, 2.0)},
    "quiet": {"upset": (0.96, 1.0), "calm": (0.96, 0.7)},
}
PUBLIC = ("social", "review")
KIND_SLACK = 0.06
FEWEST = 5
ENOUGH = 40
HIGHEST = 0.97

ByKind = dict[str, float]


@dataclass(frozen=True)
class Sentences:
    """Held-back sentences: the draft of each, its target (1, 0, -1), its probability and likeliest kind."""

    drafts: Sequence[Draft]
    targets: NDArray[np.floating]
    chances: NDArray[np.floating]
    kinds: NDArray[np.integer]

    def registers(self, mood: str) -> Iterator["Sentences"]:
        """The sentences written to upset or to calm customers: in public, and in private."""
        for public in (True, False):
            yield self._where([_is(draft, mood) and (_public(draft) is public) for draft in self.drafts])

    def of_mood(self, mood: str) -> "Sentences":
        """The sentences written to upset, or to calm, customers."""
        return self._where([_is(draft, mood) for draft in self.drafts])

    def loudest(self) -> list[float]:
        """The highest probability in each faultless draft, in falling order."""
        found: dict[tuple[str, str], float] = {}
        for draft, chance in zip(self.drafts, self.chances, strict=True):
            if not draft["faults"]:
                name = (draft["source"], draft["id"])
                found[name] = max(found.get(name, 0.0), float(chance))
        return sorted(found.values(), reverse=True)

    def _where(self, inside: list[bool]) -> "Sentences":
        mask = np.array(inside)
        kept = [draft for draft, keep in zip(self.drafts, inside, strict=True) if keep]
        return Sentences(kept, self.targets[mask], self.chances[mask], self.kinds[mask])


def _is(draft: Draft, mood: str) -> bool:
    return (draft["mood"] in ("upset", "abusive")) is (mood == "upset")


def _public(draft: Draft) -> bool:
    return draft.get("channel") in PUBLIC


def choose(held: Sentences) -> dict[str, dict[str, ByKind]]:
    """Thresholds by profile, the customer's mood and kind; a quieter profile never asks for less."""
    found: dict[str, dict[str, ByKind]] = {}
    below = {mood: dict.fromkeys(FAULTS, 0.0) for mood in ("upset", "calm")}
    for profile, wanted in WANTED.items():
        own = {mood: _by_kind(held, mood, *wanted[mood]) for mood in wanted}
        below = {mood: {kind: max(own[mood][kind], below[mood][kind]) for kind in FAULTS} for mood in own}
        found[profile] = below
    return found


def _by_kind(held: Sentences, mood: str, precision: float, alarms: float) -> ByKind:
    """The harder of the two registers decides; a kind that is wrong more often than the rest needs more."""
    inside = held.of_mood(mood)
    base = max(
        _precise(inside, precision), *(_harder(one, precision, alarms) for one in held.registers(mood))
    )
    found = {}
    for index, name in enumerate(FAULTS):
        own = inside.kinds == index
        flagged = own & (inside.chances >= base)
        kind = 0.0
        if flagged.sum() >= FEWEST:
            kind = least_threshold(inside.chances[own], inside.targets[own], precision - KIND_SLACK)
        found[name] = round(min(max(base, kind), HIGHEST), 3)
    return found


def _harder(register: Sentences, precision: float, alarms: float) -> float:
    """Few faults in a register say nothing about precision; there, only false alarms count."""
    loudest = register.loudest()
    allowed = int(len(loudest) * alarms / 100)
    quiet = loudest[allowed] + 0.001 if len(loudest) > allowed else 0.0
    enough = (register.targets == 1).sum() >= ENOUGH
    return max(quiet, _precise(register, precision) if enough else 0.0)


def _precise(sentences: Sentences, precision: float) -> float:
    return min(least_threshold(sentences.chances, sentences.targets, precision), HIGHEST)
