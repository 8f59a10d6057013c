"""How well scores put the right ones first."""

import numpy as np
from numpy.typing import NDArray


def average_precision(scores: NDArray[np.floating], targets: NDArray[np.floating]) -> float:
    """Mean precision over the positives, in falling order of score; unknown targets (−1) are left out."""
    known = targets >= 0
    hits = targets[known][np.argsort(-scores[known], kind="stable")] == 1
    if not hits.any():
        return 0.0
    precision = np.cumsum(hits) / np.arange(1, len(hits) + 1)
    return float(precision[hits].mean())
