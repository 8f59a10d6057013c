"""The classifier at run time: one onnxruntime session on one thread, and a memory of the newest sentences."""

from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

import numpy as np
import onnxruntime
from numpy.typing import NDArray

from . import clauses
from .encoding import Encoding, pad
from .files import ModelFiles
from .language import is_english
from .likeness import BITS, fingerprint
from .memory import Memory
from .sentence import Finding, Scores, SentenceInput
from .thresholds import Thresholds

REMEMBERED = 4096

Row = tuple[list[int], list[int]]


class Classifier:
    """Hears faults, virtues and moods. May be shared by threads; keeps text in this process's memory only."""

    def __init__(self, files: ModelFiles) -> None:
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = 1
        options.inter_op_num_threads = 1
        options.log_severity_level = 3
        self._session = onnxruntime.InferenceSession(files.model, options, providers=["CPUExecutionProvider"])
        self._encoding = Encoding(files.tokenizer)
        self._judge = Memory(self._score, REMEMBERED)
        self.thresholds = Thresholds.of(files.thresholds)
        self.digest = files.digest
        self.mood = lru_cache(maxsize=256)(self._mood)
        self.span = lru_cache(maxsize=1024)(self._span)

    def judge(self, sentences: Sequence[SentenceInput]) -> list[Scores]:
        """One Scores for each sentence, in order."""
        return self._judge([_heard_alone(sentence) for sentence in sentences])

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

    def likeness(self, text: str) -> str:
        """A short fingerprint of what a sentence means, for `likeness.alike`; it cannot be read back."""
        ids = self._encoding.tokens(text)
        vector = sum((_random_signs(one) for one in set(ids)), np.zeros(BITS, np.float32))
        return fingerprint(vector, self.digest)

    def _findings(
        self, sentence: SentenceInput, scores: Scores, profile: str, upset: bool | None
    ) -> tuple[Finding, ...]:
        kind = self.thresholds.verdict(scores, profile, self._upset(sentence) if upset is None else upset)
        return (Finding(kind, *self.span(_heard_alone(sentence), kind), scores.any_fault),) if kind else ()

    def _upset(self, sentence: SentenceInput) -> bool:
        moods = self.mood(sentence.customer) if sentence.customer.strip() else {}
        return moods.get("upset", 0) + moods.get("abusive", 0) > 0.5

    def _span(self, sentence: SentenceInput, kind: str) -> tuple[int, int]:
        """Start and end, within the sentence's text, of the clause that carries a fault of this kind."""

        def judge(variants: Sequence[str]) -> list[float]:
            scores = self._score([replace(sentence, text=text) for text in variants])
            return [(score.any_fault + score.faults[kind]) / 2 for score in scores]

        return clauses.carrying(sentence.text, judge)

    def _mood(self, customer_text: str) -> dict[str, float]:
        """Probability of each of MOODS for a customer's message; they add up to 1."""
        return self.thresholds.mood(self._run("mood", [self._encoding.customer(customer_text)])[0].tolist())

    def _score(self, sentences: Sequence[SentenceInput]) -> list[Scores]:
        rows = [self._encoding.sentence(sentence) for sentence in sentences]
        return [self.thresholds.scores(row.tolist()) for row in self._run("sentence", rows)]

    def _run(self, output: str, rows: Sequence[Row]) -> list[NDArray[np.float32]]:
        """One row a call: 8-bit activations are scaled per call, so company would change an answer."""
        found = []
        for row in rows:
            batch = pad([row])
            given = {"ids": batch.ids, "segments": batch.segments, "mask": batch.mask}
            found.append(self._session.run([output], given)[0][0])
        return found


def _heard_alone(sentence: SentenceInput) -> SentenceInput:
    """Only what is read: nothing after it, first or not; so it stays known while others are typed."""
    return replace(sentence, after="", position=min(sentence.position, 1))


@lru_cache(maxsize=4096)
def _random_signs(token: int) -> NDArray[np.float32]:
    """Stands in for a vector of meaning: a text is the sum of its words'."""
    return np.random.default_rng(token).choice(np.array([-1, 1], np.float32), BITS)
