"""Writes the trained network as ONNX, in whole numbers of 8 bits where that keeps the answers."""

import argparse
import shutil
import tempfile
import warnings
from pathlib import Path

import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from onnxruntime.quantization.shape_inference import quant_pre_process

from coolhead.classifier.files import FOLDER, MODEL, TOKENIZER

from .network import Network, base_folder
from .train import BUILD

INPUTS, OUTPUTS = ["ids", "segments", "mask"], ["sentence", "mood"]


def full(weights: Path, out: Path) -> None:
    """32-bit ONNX with free numbers of rows and tokens."""
    network = Network()
    network.load_state_dict(torch.load(weights))
    network.eval()
    ids = torch.ones(2, 9, dtype=torch.long)
    sizes = {name: {0: "rows", 1: "tokens"} for name in INPUTS} | {name: {0: "rows"} for name in OUTPUTS}
    with warnings.catch_warnings():
        warnings.simplefilter(
            "ignore"
        )  # the older exporter warns that it is older; it writes the plainer graph
        torch.onnx.export(
            network, (ids, ids * 0, ids), str(out), input_names=INPUTS, output_names=OUTPUTS,
            dynamic_axes=sizes, opset_version=17, dynamo=False,
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
    """`python -m training.export` writes model.onnx and tokenizer.json into the package."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--weights", type=Path, default=BUILD / "best.pt")
    parser.add_argument("--full", type=Path, default=BUILD / "full.onnx", help="where the 32-bit file goes")
    parser.add_argument("--out", type=Path, default=FOLDER)
    given = parser.parse_args()
    full(given.weights, given.full)
    small(given.full, given.out / MODEL)
    shutil.copy(base_folder() / "tokenizer.json", given.out / TOKENIZER)
    size = (given.out / MODEL).stat().st_size / 1e6
    print(f"{given.out / MODEL}: {size:.1f} MB")


if __name__ == "__main__":
    main()
