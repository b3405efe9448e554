"""The model in the package, as it ships: what it makes of examples, and its description in `reader.json`."""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING, Any

import numpy as np
import onnxruntime
from calibration import calibrated
from drafts import LONGEST, READ_RISKS

if TYPE_CHECKING:
    from pathlib import Path

    from drafts import Example
    from numpy.typing import NDArray

MODEL, TOKENIZER, ABOUT = "model.onnx", "tokenizer.json", "reader.json"
VERSION = "1.0.0"


def describe(folder: Path, valid: list[Example], drafts: bytes) -> None:
    """Write `reader.json`: the risks, the calibration on `valid`, and hashes of the files and of the `drafts`."""
    calibration = calibrated(logits(folder, valid), targets(valid))
    known = {
        "version": VERSION,
        "sha256": {name: _hash((folder / name).read_bytes()) for name in (MODEL, TOKENIZER)}
        | {"drafts": _hash(drafts)},
        "risks": READ_RISKS,
        "calibration": {risk: [round(part, 4) for part in pair] for risk, pair in calibration.items()},
        "max_tokens": LONGEST,
    }
    (folder / ABOUT).write_text(json.dumps(known, indent=1) + "\n", "utf-8")


def logits(folder: Path, examples: list[Example]) -> NDArray[np.float32]:
    """What the model makes of each example [N, R]."""
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    session = onnxruntime.InferenceSession(folder / MODEL, options, providers=["CPUExecutionProvider"])
    found = [
        session.run(["risks"], {"input_ids": one.ids[None].astype(np.int64), "draft": one.draft[None].astype(np.int64)})
        for one in examples
    ]
    return np.array([risks for (risks,) in found], np.float32)


def probabilities(folder: Path, examples: list[Example]) -> NDArray[np.float64]:
    """How likely each risk is in each example [N, R], calibrated as `reader.json` says."""
    about: dict[str, Any] = json.loads((folder / ABOUT).read_text("utf-8"))
    scale, shift = np.array([about["calibration"][risk] for risk in READ_RISKS]).T
    return 1 / (1 + np.exp(-(logits(folder, examples) * scale + shift)))


def targets(examples: list[Example]) -> NDArray[np.bool_]:
    """Which risks are labelled [N, R]."""
    return np.array([one.targets > 0 for one in examples])


def _hash(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()
