"""What a step is to make smaller."""

import torch
from torch import Tensor, nn

from coolhead.classifier.labels import FAULTS, SENTENCE_COLUMNS

from . import examples
from .batches import Encoded

FAULT_END = 1 + len(FAULTS)
VIRTUE_WEIGHT, TWIN_WEIGHT, MOOD_WEIGHT = 0.3, 0.3, 0.1
GAP = 1.0  # by which a faulty sentence's logit should exceed that of its better wording


def of(batch: Encoded, sentences: Tensor, moods: Tensor) -> Tensor:
    """The whole loss, from sentence logits (examples, 31) and mood logits (customers, 4)."""
    loss = torch.zeros(())
    if len(sentences):
        loss = loss + _labels(sentences, torch.tensor(batch.targets, dtype=torch.float32))
    if batch.twins:
        loss = loss + TWIN_WEIGHT * _twins(sentences[:, 0], torch.tensor(batch.twins)) / len(sentences)
    if batch.moods:
        wanted = torch.tensor([mood for _, mood in batch.moods])
        loss = loss + MOOD_WEIGHT * nn.functional.cross_entropy(moods, wanted)
    return loss


def _labels(logits: Tensor, targets: Tensor) -> Tensor:
    """Binary cross-entropy; unknown answers count nothing, virtues less than faults."""
    known = (targets != examples.UNKNOWN).float()
    weights = torch.ones(len(SENTENCE_COLUMNS))
    weights[FAULT_END:] = VIRTUE_WEIGHT
    losses = nn.functional.binary_cross_entropy_with_logits(logits, targets.clamp(min=0), reduction="none")
    return (losses * known * weights).sum() / len(targets)


def _twins(any_fault: Tensor, twins: Tensor) -> Tensor:
    gaps = any_fault[twins[:, 0]] - any_fault[twins[:, 1]]
    return nn.functional.softplus(GAP - gaps).sum()
