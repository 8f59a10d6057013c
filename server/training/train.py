"""Trains the network; seeded, resumable, stops when the held-back part gets no better."""

import argparse
import random
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import torch
from torch import nn
from tqdm import tqdm

from coolhead.classifier.encoding import Encoding

from . import examples, losses
from .batches import Encoded, encode, forget, join
from .network import Network, base_folder
from .ranking import average_precision

BUILD = Path(__file__).resolve().parents[2] / "build" / "model"


@dataclass(frozen=True)
class Plan:
    """The settings of a run; the defaults are those of the shipped model."""

    seed: int = 7
    epochs: int = 4
    patience: int = 2
    drafts: int = 12
    encoder_rate: float = 1e-4
    head_rate: float = 1e-3
    warm_up: int = 100
    smoothing: float = 0.995
    forget: float = 0.12


class Run:
    """One training run and its state on disk."""

    def __init__(self, plan: Plan, folder: Path) -> None:
        torch.manual_seed(plan.seed)
        self.plan, self.folder = plan, folder
        self.chance = random.Random(plan.seed)
        encoding = Encoding(base_folder() / "tokenizer.json")
        kept: dict[bool, list[Encoded]] = {True: [], False: []}
        for draft in examples.drafts():
            kept[examples.is_held_back(draft)].append(encode(draft, encoding))
        self.work, self.held = kept[False], kept[True]
        self.network = Network()
        self.smooth = torch.optim.swa_utils.AveragedModel(
            self.network, multi_avg_fn=torch.optim.swa_utils.get_ema_multi_avg_fn(plan.smoothing)
        )
        self.steps = -(-len(self.work) // plan.drafts)
        self.optimizer, self.schedule = self._optimizer()
        self.epoch, self.best, self.best_epoch = 0, -1.0, -1

    def _optimizer(self) -> tuple[torch.optim.Optimizer, Any]:
        plan, network = self.plan, self.network
        body = [weight for weight in network.encoder.parameters() if weight.requires_grad]
        optimizer = torch.optim.AdamW(
            [
                {"params": body, "lr": plan.encoder_rate},
                {"params": list(network.head.parameters()), "lr": plan.head_rate},
            ],
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
            score = held_back_precision(self.smooth.module, self.held)
            print(f"epoch {self.epoch}: average precision on the held-back sentences {score:.4f}", flush=True)
            if score > self.best:
                self.best, self.best_epoch = score, self.epoch
                torch.save(self.smooth.module.state_dict(), self.folder / "best.pt")
            self.epoch += 1
            self._save()

    def _one_epoch(self) -> None:
        self.network.train()
        order = self.chance.sample(self.work, len(self.work))
        starts = range(0, len(order), self.plan.drafts)
        bar = tqdm(starts, desc=f"epoch {self.epoch}", mininterval=10)
        for start in bar:
            batch = join(order[start : start + self.plan.drafts])
            forget(batch, self.plan.forget, self.chance)
            loss = losses.of(batch, *self.network(batch))
            self.optimizer.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(self.network.parameters(), 1.0)
            self.optimizer.step()
            self.schedule.step()
            self.smooth.update_parameters(self.network)
            bar.set_postfix(loss=f"{loss.item():.3f}", refresh=False)

    def _save(self) -> None:
        state = {
            name: getattr(self, name).state_dict() for name in ("network", "smooth", "optimizer", "schedule")
        }
        state |= {name: getattr(self, name) for name in ("epoch", "best", "best_epoch", "plan")}
        torch.save({**state, "chance": self.chance.getstate()}, self.folder / "last.pt")

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


def held_back_precision(network: nn.Module, held: Sequence[Encoded], size: int = 24) -> float:
    """Average precision of "any fault" over the held-back sentences."""
    network.eval()
    with torch.inference_mode():
        batches = [join(held[start : start + size]) for start in range(0, len(held), size)]
        found = [network(batch)[0][:, 0].numpy() for batch in batches]
    targets = [row[0] for batch in batches for row in batch.targets]
    return average_precision(np.concatenate(found), np.array(targets))


def main() -> None:
    """Read the settings that matter from the command line and run."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, default=BUILD)
    parser.add_argument("--epochs", type=int, default=Plan.epochs)
    parser.add_argument("--seed", type=int, default=Plan.seed)
    parser.add_argument("--threads", type=int, default=2)
    given = parser.parse_args()
    given.out.mkdir(parents=True, exist_ok=True)
    torch.set_num_threads(given.threads)
    Run(Plan(seed=given.seed, epochs=given.epochs), given.out).train()


if __name__ == "__main__":
    main()
