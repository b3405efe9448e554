"""From what the model gives to how often it is right."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from drafts import READ_RISKS

if TYPE_CHECKING:
    from numpy.typing import NDArray

DRAWN = 30.0  # how strongly a risk's calibration is drawn to that of all risks


def calibrated(logits: NDArray[np.float32], targets: NDArray[np.bool_]) -> dict[str, tuple[float, float]]:
    """A scale and a shift for each risk, so that sigmoid(scale * logit + shift) is how often it is there (Platt, 1999).

    One scale and shift for all risks is fitted first, and each risk's own is drawn to it: few drafts show some risks.
    """
    every = _platt(logits.ravel(), targets.ravel(), (1.0, 0.0), 0.0)
    return {risk: _platt(logits[:, number], targets[:, number], every, DRAWN) for number, risk in enumerate(READ_RISKS)}


def _platt(
    logits: NDArray[np.float32], targets: NDArray[np.bool_], towards: tuple[float, float], drawn: float
) -> tuple[float, float]:
    """Newton's method on the cross entropy, and `drawn` times half the squared distance from `towards`."""
    inputs = np.stack([logits.astype(float), np.ones(len(logits))])
    start = np.array(towards)
    weights = start.copy()
    for _ in range(50):
        found = 1 / (1 + np.exp(-weights @ inputs))
        slope = inputs @ (found - targets) + drawn * (weights - start)
        curve = (inputs * (found * (1 - found))) @ inputs.T + (drawn + 1e-6) * np.eye(2)
        weights = weights - np.linalg.solve(curve, slope)
    return float(weights[0]), float(weights[1])
