"""The model of the second reader: its files are checked and loaded once, when a draft is first read."""

from __future__ import annotations

import hashlib
import json
import mmap
import os
import sys
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import cache
from multiprocessing import parent_process
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Any, NamedTuple

from postlint.context import Context
from postlint.document import Span
from postlint.errors import say
from postlint.finding import Problem, Unchecked
from postlint.reader.installation import ABOUT, MODEL, TOKENIZER, model_folder
from postlint.reader.reading import LONGEST_DRAFT, PREFIX, arranged, surroundings
from postlint.risks import RISKS

if TYPE_CHECKING:
    import numpy as np
    from onnxruntime import InferenceSession
    from tokenizers import Encoding, Tokenizer

    Numbers = np.ndarray[Any, np.dtype[np.float32]]

WINDOW = 160
"""Tokens of a draft that are read at once; in training few drafts had more."""
_VECTOR = 384
_LEAST_TOKENS = 200
_ERRORS_ONLY = 3
_LOADING = Lock()


class About(NamedTuple):
    """What `reader.json` says of the model."""

    version: str
    risks: tuple[str, ...]
    calibration: tuple[tuple[float, float], ...]
    """By risk the scale and the shift that make a probability of a logit."""
    max_tokens: int


class Read(NamedTuple):
    """What the model makes of one window: the logit of each risk, the draft's tokens, and a vector of unit length.

    `spans` are the places of the draft's tokens in the window, `words` by token its part in each risk.
    """

    risks: Numbers
    spans: Sequence[Span]
    words: Numbers
    vector: Numbers


class ModelError(Exception):
    """The files of the model are not what they should be."""


class Model:
    """A loaded model.

    Raises:
        ModelError: the files in `folder` are not those of a model of this form.
    """

    def __init__(self, folder: Path) -> None:
        with ThreadPoolExecutor(1) as beside:
            about = beside.submit(about_model, folder)
            _import_libraries()
        self.about = about.result()
        self._tokenizer = _tokenizer(folder / TOKENIZER)
        self._session = _session(folder / MODEL, self.about)

    def read(self, text: str, context: Context) -> Read:
        """Read a text that fits in one window beside its context; what does not is cut off."""
        import numpy as np

        own = self._encoded(PREFIX + text)
        count = min(len(own.ids), LONGEST_DRAFT)
        ids, draft = arranged(own.ids, self._encoded(surroundings(context)).ids, self.about.max_tokens)
        given = {"input_ids": [ids], "draft": [[int(at < draft) for at in range(len(ids))]]}
        risks, words, vector = self._session.run(
            ["risks", "words", "vector"], {name: np.array(rows, dtype=np.int64) for name, rows in given.items()}
        )
        first = next((at for at, (_, end) in enumerate(own.offsets) if end > len(PREFIX)), count)
        spans = [Span(max(start - len(PREFIX), 0), end - len(PREFIX)) for start, end in own.offsets[first:count]]
        return Read(risks, spans, words[1 + first : 1 + count], vector)

    def token_starts(self, text: str) -> list[int]:
        """Where the tokens of a text begin."""
        return [start for start, _ in self._encoded(text).offsets]

    def _encoded(self, text: str) -> Encoding:
        encoding: Encoding = self._tokenizer.encode(_whole_characters(text), add_special_tokens=False)
        return encoding


def _whole_characters(text: str) -> str:
    """`text` with "?" for each half of a pair of code units, which cannot be written as UTF-8."""
    return text.encode("utf-8", "replace").decode("utf-8")


# ---- loading --------------------------------------------------------------------------------------------------------


def model() -> Model:
    """The model, loaded at the first call, once, whichever thread asks.

    Raises:
        Unchecked: where it cannot be loaded, with what to do.
    """
    with _LOADING:
        loaded = _loaded(os.getpid())
    if isinstance(loaded, Problem):
        raise Unchecked(loaded)
    return loaded


@cache
def _loaded(process: int) -> Model | Problem:  # noqa: ARG001 — threads of a model do not follow into a forked process
    folder = model_folder()
    if folder is None:
        return _problem(say("The second reader is not installed."))
    try:
        return Model(folder)
    except ModelError as error:
        return _problem(say("The second reader cannot be used: {reason}.", reason=error))


def _problem(what: str) -> Problem:
    command = "pip install --force-reinstall --find-links FOLDER postlint-reader"
    remedy = say("Install it again: {command}", command=command)
    return Problem(what=what, remedy=remedy, where="reader")


def about_model(folder: Path) -> About:
    """What the model in a folder says of itself.

    Raises:
        ModelError: it says nothing that can be used, or a file is not the one that it was made with.
    """
    try:
        data = json.loads((folder / ABOUT).read_bytes())
        sums = {name: str(data["sha256"][name]) for name in (MODEL, TOKENIZER)}
        risks = tuple(data["risks"])
        scales = [data["calibration"][risk] for risk in risks]
        about = About(
            str(data["version"]), risks, tuple((float(a), float(b)) for a, b in scales), int(data["max_tokens"])
        )
    except (OSError, ValueError, TypeError, KeyError, AttributeError) as error:
        raise ModelError(say("{file} cannot be read ({error})", file=ABOUT, error=type(error).__name__)) from None
    if not set(risks) <= RISKS.keys() or len(set(risks)) < len(risks) or about.max_tokens < _LEAST_TOKENS:
        raise ModelError(say("{file} is of another version of postlint", file=ABOUT))
    for name, expected in sums.items():
        if _sum_of(folder / name) != expected:
            raise ModelError(say("{file} is not the file that it was made with", file=name))
    return about


def _sum_of(path: Path) -> str:
    """The SHA-256 of a file, taken in one go: only so it can be done beside an import."""
    try:
        with path.open("rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as data:
            return hashlib.sha256(data).hexdigest()
    except (OSError, ValueError):  # not there, or empty
        return ""


def _import_libraries() -> None:
    import onnxruntime
    import tokenizers  # noqa: F401 — what takes long is done while the files are checked

    onnxruntime.disable_telemetry_events()


def _tokenizer(path: Path) -> Tokenizer:
    from tokenizers import Tokenizer

    try:
        tokenizer = Tokenizer.from_file(str(path))
    except Exception as error:  # noqa: BLE001 — the library raises nothing narrower
        raise ModelError(say("{file} cannot be read ({error})", file=path.name, error=type(error).__name__)) from None
    tokenizer.no_padding()
    tokenizer.no_truncation()
    return tokenizer


def _threads() -> int:
    """Two where there are two cores, which takes a third less time; one in a process that has others beside it."""
    cores = len(os.sched_getaffinity(0)) if sys.platform == "linux" else os.cpu_count() or 1
    return 1 if parent_process() else min(cores, 2)


def _session(path: Path, about: About) -> InferenceSession:
    """The session, with no more memory than a window takes; its threads rest between two texts."""
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads, options.inter_op_num_threads = _threads(), 1
    options.add_session_config_entry("session.force_spinning_stop", "1")
    options.graph_optimization_level = onnxruntime.GraphOptimizationLevel.ORT_DISABLE_ALL  # the file is optimised
    options.enable_cpu_mem_arena = False
    options.log_severity_level = _ERRORS_ONLY
    try:
        session = onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])
    except Exception as error:  # noqa: BLE001 — the library raises nothing narrower
        raise ModelError(say("{file} cannot be read ({error})", file=path.name, error=type(error).__name__)) from None
    form = {each.name: each.type for each in session.get_inputs()} | {
        each.name: each.shape[-1] for each in session.get_outputs()
    }
    count = len(about.risks)
    known = {"input_ids": "tensor(int64)", "draft": "tensor(int64)", "risks": count, "words": count, "vector": _VECTOR}
    if form != known:
        raise ModelError(say("{file} is a model of another form", file=path.name))
    return session
