"""Writes the trained network as two ONNX graphs: the encoder in numbers of 8 bits, the head as it is."""

import argparse
import shutil
import tempfile
import warnings
from pathlib import Path

import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from onnxruntime.quantization.shape_inference import quant_pre_process
from torch import Tensor, nn

from coolhead.classifier.files import ENCODER, FOLDER, HEAD, TOKENIZER

from .network import ROLES, Encoder, Network, base_folder
from .train import BUILD

WORDING = 2  # the layer whose mean tells wordings apart best: later ones bring all faults of a kind together


class OneText(nn.Module):
    """Ids (1, tokens) → the text's vector (1, 384), its tokens' (1, tokens, 384), and one of its wording
    (1, 384); nothing is padding."""

    def __init__(self, encoder: Encoder) -> None:
        super().__init__()
        self.encoder = encoder

    def forward(self, ids: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        layers = self.encoder.layers(ids)
        return layers[-1].mean(dim=1), layers[-1], layers[WORDING].mean(dim=1)


def full(network: Network, folder: Path) -> None:
    """Both graphs in 32 bits, with free numbers of tokens and rows."""
    with warnings.catch_warnings():
        # the older exporter warns that it is older; it writes the plainer graph
        warnings.simplefilter("ignore")
        torch.onnx.export(
            OneText(network.encoder), (torch.ones(1, 9, dtype=torch.long),), str(folder / ENCODER),
            input_names=["ids"], output_names=["vector", "tokens", "wording"],
            dynamic_axes={"ids": {1: "length"}, "tokens": {1: "length"}}, opset_version=17, dynamo=False,
        )  # fmt: skip
        torch.onnx.export(
            network.head, (torch.zeros(2, ROLES, network.encoder.width),), str(folder / HEAD),
            input_names=["views"], output_names=["sentence", "mood"],
            dynamic_axes={name: {0: "rows"} for name in ("views", "sentence", "mood")},
            opset_version=17, dynamo=False,
        )  # fmt: skip


def small(source: Path, out: Path) -> None:
    """8-bit weights, a scale for each output channel; 7 bits used, as some CPUs overflow with 8."""
    with tempfile.TemporaryDirectory() as folder:
        ready = Path(folder) / "ready.onnx"
        quant_pre_process(str(source), str(ready), skip_symbolic_shape=True)
        quantize_dynamic(
            str(ready), str(out), weight_type=QuantType.QInt8, per_channel=True, reduce_range=True
        )


def main() -> None:
    """`python -m training.export` writes both graphs and the tokenizer into the package."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--weights", type=Path, default=BUILD / "best.pt")
    parser.add_argument("--full", type=Path, default=BUILD, help="folder of the 32-bit graphs")
    parser.add_argument("--out", type=Path, default=FOLDER)
    given = parser.parse_args()
    network = Network()
    network.load_state_dict(torch.load(given.weights))
    full(network.eval(), given.full)
    small(given.full / ENCODER, given.out / ENCODER)
    shutil.copy(given.full / HEAD, given.out / HEAD)
    shutil.copy(base_folder() / "tokenizer.json", given.out / TOKENIZER)
    for name in (ENCODER, HEAD):
        print(f"{name}: {(given.out / name).stat().st_size / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
