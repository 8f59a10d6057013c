"""The whole way from drafts to the shipped files, one step after the other: `make train`."""

import subprocess
import sys

STEPS = (
    ("train (resumes where it stopped)", "training.train"),
    ("export as 8-bit ONNX", "training.export"),
    ("calibrate, choose thresholds, write digests", "training.calibrate"),
    ("sample held-back sentences for the tests", "training.samples"),
)


def main() -> None:
    """Run every step in a process of its own; stop at the first that fails."""
    for what, module in STEPS:
        print(f"== {what}", flush=True)
        subprocess.run([sys.executable, "-m", module], check=True)
    print("Done. Now: pytest tests/server/classifier --rewrite-golden, and read the diff.")


if __name__ == "__main__":
    main()
