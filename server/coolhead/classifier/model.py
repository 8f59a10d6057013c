"""The classifier at run time: what the network says, as probabilities and findings."""

from collections.abc import Sequence
from functools import lru_cache

import numpy as np

from . import clauses, likeness
from .files import ModelFiles
from .language import is_english
from .memory import Memory
from .network import REMEMBERED, Network
from .sentence import Finding, Scores, SentenceInput
from .thresholds import Thresholds


class Classifier:
    """Hears faults, virtues and moods. May be shared by threads; keeps text in this process's memory only."""

    def __init__(self, files: ModelFiles) -> None:
        self._network = Network(files.graphs)
        self._judge = Memory(self._score, REMEMBERED)
        self.thresholds = Thresholds.of(files.thresholds)
        self.digest = files.digest
        self.mood = lru_cache(maxsize=256)(self._mood)
        self.span = lru_cache(maxsize=1024)(self._span)
        self.likeness = lru_cache(maxsize=1024)(self._likeness)

    def judge(self, sentences: Sequence[SentenceInput]) -> list[Scores]:
        """One Scores for each sentence, in order."""
        return self._judge(sentences)

    def hear(
        self, sentences: Sequence[SentenceInput], profile: str = "balanced", upset: bool | None = None
    ) -> list[tuple[Finding, ...]]:
        """The faults to flag under a profile (quiet, balanced, thorough), a tuple for each sentence; none in
        a sentence that is not English. `upset`: the customer is upset or abusive; None: judge that here."""
        english = [sentence for sentence in sentences if is_english(sentence.text)]
        found = {
            sentence: self._findings(sentence, scores, profile, upset)
            for sentence, scores in zip(english, self.judge(english), strict=True)
        }
        return [found.get(sentence, ()) for sentence in sentences]

    def virtues(self, sentences: Sequence[SentenceInput]) -> list[dict[str, float]]:
        """Probability of each virtue, for each sentence."""
        return [dict(scores.virtues) for scores in self.judge(sentences)]

    def _findings(
        self, sentence: SentenceInput, scores: Scores, profile: str, upset: bool | None
    ) -> tuple[Finding, ...]:
        kind = self.thresholds.verdict(scores, profile, self._upset(sentence) if upset is None else upset)
        return (Finding(kind, *self.span(sentence, kind), scores.any_fault),) if kind else ()

    def _upset(self, sentence: SentenceInput) -> bool:
        moods = self.mood(sentence.customer) if sentence.customer.strip() else {}
        return moods.get("upset", 0) + moods.get("abusive", 0) > 0.5

    def _span(self, sentence: SentenceInput, kind: str) -> tuple[int, int]:
        """Start and end, within the sentence's text, of the clauses that carry a fault of this kind."""
        spots = clauses.cut(sentence.text)
        if len(spots) < 2:
            return 0, len(sentence.text)
        heard = [*self.judge([sentence]), *self._scores(self._network.parts(sentence, spots))]
        full, *alone = [(one.any_fault + one.faults[kind]) / 2 for one in heard]
        return clauses.carrying(spots, alone, full)

    def _likeness(self, text: str) -> str:
        """A short fingerprint of what a sentence says, for `likeness.alike`; one-way."""
        wording = self._network.wording(text) - self.thresholds.centre
        return likeness.fingerprint(wording[:: likeness.EACH], self.digest)

    def _mood(self, customer_text: str) -> dict[str, float]:
        """Probability of each of MOODS for a customer's message; they add up to 1."""
        return self.thresholds.mood(self._network.mood_logits([customer_text])[0].tolist())

    def _score(self, sentences: Sequence[SentenceInput]) -> list[Scores]:
        return self._scores(self._network.logits(sentences))

    def _scores(self, logits: np.ndarray) -> list[Scores]:
        return [self.thresholds.scores(row) for row in logits.tolist()]
