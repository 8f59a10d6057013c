"""The two graphs at run time: an encoder that reads one text alone, and a head that compares what it read."""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
import onnxruntime
from numpy.typing import NDArray

from .encoding import Encoding
from .files import Graphs
from .memory import Memory
from .sentence import SentenceInput

REMEMBERED = 4096
TOKENS_REMEMBERED = 32  # a sentence is flagged, if at all, soon after it was read
WIDTH = 384
# One kernel of onnxruntime is slower than the plain operations it stands for.
_SLOW = ["SkipLayerNormFusion"]

Numbers = NDArray[np.float32]


class Read(NamedTuple):
    """What was read of one text, 384 numbers each: what it means, and how it is worded."""

    meaning: Numbers
    wording: Numbers


_NOBODY = Read(np.zeros(WIDTH, np.float32), np.zeros(WIDTH, np.float32))
_OUTPUTS = ["vector", "wording", "tokens"]


class Network:
    """Raw answers. A text costs its encoding once, wherever it stands; the head is next to nothing."""

    def __init__(self, graphs: Graphs) -> None:
        self._encoding = Encoding(graphs.tokenizer)
        self._encoder, self._head = _session(graphs.encoder), _session(graphs.head)
        self._newest = Memory(self._encode_all, TOKENS_REMEMBERED)
        self._sentences = Memory(self._read_sentences, REMEMBERED)
        self._customers = Memory(self._read_customers, REMEMBERED // 16)

    def wording(self, text: str) -> Numbers:
        """384 numbers for how a sentence is worded, near those of one that says the same in like words."""
        return self._sentences([text])[0].wording

    def logits(self, sentences: Sequence[SentenceInput]) -> Numbers:
        """One row of SENTENCE_COLUMNS for each sentence."""
        return self._judge("sentence", self._views(sentences))

    def mood_logits(self, customers: Sequence[str]) -> Numbers:
        """One row of MOODS for each customer's message."""
        return self._judge("mood", self._views([SentenceInput("", customer=text) for text in customers]))

    def parts(self, sentence: SentenceInput, spots: Sequence[tuple[int, int]]) -> Numbers:
        """One row of SENTENCE_COLUMNS for each part of a sentence; its tokens are understood in the whole."""
        [(*_, tokens)] = self._newest([tuple(self._encoding.sentence(sentence.text))])
        views = np.repeat(self._views([sentence]), len(spots), axis=0)
        for view, (start, end) in zip(views, spots, strict=True):
            part = tokens[self._encoding.place(sentence.text, start, end)]
            view[0] = part.mean(axis=0) if len(part) else _NOBODY.meaning
        return self._judge("sentence", views)

    def _views(self, sentences: Sequence[SentenceInput]) -> Numbers:
        """(sentences, 3, 384): the sentence, the one before it, the customer; zeros where nobody speaks."""
        own = self._sentences([one.text for one in sentences])
        before = self._sentences([one.before for one in sentences])
        customer = self._customers([one.customer for one in sentences])
        columns = [[read.meaning for read in column] for column in (own, before, customer)]
        return np.stack([np.stack(column) for column in columns], axis=1)

    def _read_sentences(self, texts: Sequence[str]) -> list[Read]:
        return [self._read(self._encoding.sentence(text)) if text.strip() else _NOBODY for text in texts]

    def _read_customers(self, texts: Sequence[str]) -> list[Read]:
        return [self._read(self._encoding.customer(text)) if text.strip() else _NOBODY for text in texts]

    def _read(self, ids: list[int]) -> Read:
        [(meaning, wording, _)] = self._newest([tuple(ids)])
        return Read(meaning, wording)

    def _encode_all(self, texts: Sequence[tuple[int, ...]]) -> list[list[Numbers]]:
        """Of each text its vector, its wording and its tokens."""
        return [self._encode(ids) for ids in texts]

    def _encode(self, ids: tuple[int, ...]) -> list[Numbers]:
        """One text a call: 8-bit activations are scaled per call, so company would change an answer."""
        found = self._encoder.run(_OUTPUTS, {"ids": np.array([ids], dtype=np.int64)})
        return [output[0] for output in found]

    def _judge(self, output: str, views: Numbers) -> Numbers:
        found: Numbers = self._head.run([output], {"views": views})[0]
        return found


def _session(graph: bytes) -> onnxruntime.InferenceSession:
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    options.inter_op_num_threads = 1
    options.log_severity_level = 3
    return onnxruntime.InferenceSession(
        graph, options, providers=["CPUExecutionProvider"], disabled_optimizers=_SLOW
    )
