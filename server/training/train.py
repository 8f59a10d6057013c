"""Trains the network; seeded, resumable, stops when the held-back part gets no better."""

import argparse
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import torch
from torch import Tensor, nn
from tqdm import tqdm

from coolhead.classifier.encoding import SEP, Batch, Encoding, pad
from coolhead.classifier.labels import FAULTS, SENTENCE_COLUMNS

from . import examples
from .network import Network, base_folder
from .ranking import average_precision

BUILD = Path(__file__).resolve().parents[2] / "build" / "model"
FAULT_END = 1 + len(FAULTS)


@dataclass(frozen=True)
class Plan:
    """The settings of a run; the defaults are those of the shipped model."""

    seed: int = 7
    epochs: int = 5
    patience: int = 2
    rows: int = 32
    encoder_rate: float = 8e-5
    head_rate: float = 1e-3
    warm_up: int = 100
    smoothing: float = 0.995
    forget_surroundings: float = 0.12
    thin: float = 0.0
    frozen: int = 0
    virtue_weight: float = 0.3
    mood_weight: float = 0.5


Row = tuple[list[int], list[int]]


class Work:
    """Everything a run steps through: encoded rows with their targets."""

    def __init__(self, chosen: Sequence[examples.Draft], encoding: Encoding) -> None:
        found = [example for draft in chosen for example in examples.of_draft(draft)]
        self.rows: list[Row] = [encoding.sentence(example.given) for example in found]
        self.targets = np.array([example.targets for example in found], dtype=np.float32)
        moods = examples.moods(chosen)
        self.mood_rows: list[Row] = [encoding.customer(text) for text, _ in moods]
        self.moods = np.array([mood for _, mood in moods], dtype=np.int64)

    def thin(self, share: float, chance: random.Random) -> None:
        """Leave out a share of the clean sentences, by chance; for a run that goes on from an earlier one."""
        kept = [index for index, row in enumerate(self.targets) if row[0] != 0 or chance.random() >= share]
        self.rows = [self.rows[index] for index in kept]
        self.targets = self.targets[kept]

    def batches(self, size: int, chance: random.Random) -> Iterator[tuple[str, list[int]]]:
        """Batches of alike length in a shuffled order, sentences and moods mixed."""
        found = [("sentence", part) for part in _alike(self.rows, size, chance)]
        found += [("mood", part) for part in _alike(self.mood_rows, size, chance)]
        chance.shuffle(found)
        yield from found


def _alike(rows: Sequence[Row], size: int, chance: random.Random) -> list[list[int]]:
    order = sorted(range(len(rows)), key=lambda index: len(rows[index][0]) + chance.random() * 8)
    return [order[start : start + size] for start in range(0, len(order), size)]


def tensors(batch: Batch) -> tuple[Tensor, Tensor, Tensor]:
    """The batch as torch tensors."""
    return torch.from_numpy(batch.ids), torch.from_numpy(batch.segments), torch.from_numpy(batch.mask)


def sentence_loss(logits: Tensor, targets: Tensor, virtue_weight: float) -> Tensor:
    """Binary cross-entropy; unknown answers count nothing, virtues less than faults."""
    known = (targets != examples.UNKNOWN).float()
    weights = torch.ones(len(SENTENCE_COLUMNS))
    weights[FAULT_END:] = virtue_weight
    losses = nn.functional.binary_cross_entropy_with_logits(logits, targets.clamp(min=0), reduction="none")
    return (losses * known * weights).sum() / len(targets)


class Run:
    """One training run and its state on disk."""

    def __init__(self, plan: Plan, folder: Path, start_from: Path | None = None) -> None:
        torch.manual_seed(plan.seed)
        self.plan, self.folder = plan, folder
        self.chance = random.Random(plan.seed)
        encoding = Encoding(base_folder() / "tokenizer.json")
        everything = examples.drafts()
        self.work = Work([d for d in everything if not examples.is_held_back(d)], encoding)
        self.held = Work([d for d in everything if examples.is_held_back(d)], encoding)
        self.network = Network()
        if start_from:
            self.network.load_state_dict(torch.load(start_from))
            self.work.thin(plan.thin, self.chance)
        self.smooth = torch.optim.swa_utils.AveragedModel(
            self.network, multi_avg_fn=torch.optim.swa_utils.get_ema_multi_avg_fn(plan.smoothing)
        )
        self.steps = -(-len(self.work.rows) // plan.rows) - (-len(self.work.mood_rows) // plan.rows)
        self.optimizer, self.schedule = self._optimizer()
        self.epoch, self.best, self.best_epoch = 0, -1.0, -1

    def _optimizer(self) -> tuple[torch.optim.Optimizer, Any]:
        plan, network = self.plan, self.network
        heads = [*network.sentence.parameters(), *network.mood.parameters()]
        for layer in network.encoder.encoder.layer[: plan.frozen]:
            layer.requires_grad_(False)
        body = [weight for weight in network.encoder.parameters() if weight.requires_grad]
        optimizer = torch.optim.AdamW(
            [{"params": body, "lr": plan.encoder_rate}, {"params": heads, "lr": plan.head_rate}],
            weight_decay=0.01,
            fused=True,
        )
        total = self.steps * plan.epochs

        def rate(step: int) -> float:
            return min(1.0, (step + 1) / plan.warm_up) * max(0.02, 1 - step / total)

        return optimizer, torch.optim.lr_scheduler.LambdaLR(optimizer, rate)

    def train(self) -> None:
        """Epoch by epoch; the smoothed weights of the best epoch end in best.pt."""
        self._resume()
        while self.epoch < self.plan.epochs and self.epoch - self.best_epoch <= self.plan.patience:
            self._one_epoch()
            score = average_precision(self.work_scores(), self.held.targets[:, 0])
            print(f"epoch {self.epoch}: average precision on the held-back sentences {score:.4f}", flush=True)
            if score > self.best:
                self.best, self.best_epoch = score, self.epoch
                torch.save(self.smooth.module.state_dict(), self.folder / "best.pt")
            self.epoch += 1
            self._save()

    def work_scores(self) -> np.ndarray:
        """Logits of "any fault" for the held-back sentences."""
        return sentence_logits(self.smooth.module, self.held.rows)[:, 0]

    def _one_epoch(self) -> None:
        self.network.train()
        bar = tqdm(
            self.work.batches(self.plan.rows, self.chance),
            total=self.steps,
            desc=f"epoch {self.epoch}",
            mininterval=10,
        )
        for kind, part in bar:
            loss = self._loss(kind, part)
            self.optimizer.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(self.network.parameters(), 1.0)
            self.optimizer.step()
            self.schedule.step()
            self.smooth.update_parameters(self.network)
            bar.set_postfix(loss=f"{loss.item():.3f}", refresh=False)

    def _loss(self, kind: str, part: list[int]) -> Tensor:
        rows = self.work.rows if kind == "sentence" else self.work.mood_rows
        chosen = [self._forgetful(rows[index]) for index in part]
        with torch.autocast("cpu", dtype=torch.bfloat16):
            sentence, mood = self.network(*tensors(pad(chosen)))
        if kind == "mood":
            return self.plan.mood_weight * nn.functional.cross_entropy(
                mood.float(), torch.from_numpy(self.work.moods[part])
            )
        return sentence_loss(
            sentence.float(), torch.from_numpy(self.work.targets[part]), self.plan.virtue_weight
        )

    def _forgetful(self, row: Row) -> Row:
        """Now and then the sentence alone, so that it is also understood without its surroundings."""
        ids, segments = row
        if 1 not in segments or self.chance.random() > self.plan.forget_surroundings:
            return row
        own = segments.index(1)
        return [*ids[:own], SEP, SEP], [*segments[:own], 1, 1]

    def _save(self) -> None:
        state = {
            name: getattr(self, name).state_dict() for name in ("network", "smooth", "optimizer", "schedule")
        }
        state |= {
            "epoch": self.epoch,
            "best": self.best,
            "best_epoch": self.best_epoch,
            "chance": self.chance.getstate(),
        }
        torch.save({**state, "plan": self.plan}, self.folder / "last.pt")

    def _resume(self) -> None:
        file = self.folder / "last.pt"
        if not file.exists():
            return
        state = torch.load(file, weights_only=False)
        if state["plan"] != self.plan:
            raise SystemExit(f"{file} belongs to another plan; remove it to start anew")
        for name in ("network", "smooth", "optimizer", "schedule"):
            getattr(self, name).load_state_dict(state[name])
        self.epoch, self.best, self.best_epoch = state["epoch"], state["best"], state["best_epoch"]
        self.chance.setstate(state["chance"])


def sentence_logits(network: nn.Module, rows: Sequence[Row], size: int = 64) -> np.ndarray:
    """Sentence logits of all rows, shape (rows, 31), in the order given."""
    network.eval()
    order = sorted(range(len(rows)), key=lambda index: len(rows[index][0]))
    found = np.zeros((len(rows), len(SENTENCE_COLUMNS)), dtype=np.float32)
    with torch.inference_mode(), torch.autocast("cpu", dtype=torch.bfloat16):
        for start in range(0, len(order), size):
            part = order[start : start + size]
            found[part] = network(*tensors(pad([rows[index] for index in part])))[0].float().numpy()
    return found


def main() -> None:
    """Read the settings that matter from the command line and run."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, default=BUILD)
    parser.add_argument("--epochs", type=int, default=Plan.epochs)
    parser.add_argument("--seed", type=int, default=Plan.seed)
    parser.add_argument("--encoder-rate", type=float, default=Plan.encoder_rate)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--thin", type=float, default=Plan.thin, help="share of clean sentences to leave out")
    parser.add_argument("--frozen", type=int, default=Plan.frozen, help="lower layers left as they are")
    parser.add_argument("--start-from", type=Path, help="weights of an earlier run instead of the base")
    given = parser.parse_args()
    given.out.mkdir(parents=True, exist_ok=True)
    torch.set_num_threads(given.threads)
    plan = Plan(
        seed=given.seed,
        epochs=given.epochs,
        encoder_rate=given.encoder_rate,
        thin=given.thin,
        frozen=given.frozen,
    )
    Run(plan, given.out, given.start_from).train()


if __name__ == "__main__":
    main()
