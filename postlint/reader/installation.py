"""Where the second reader's model is: in the installed wheel `postlint-reader`, or beside postlint in a checkout."""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path

PACKAGE = "postlint_reader"
LIBRARIES = ("onnxruntime", "tokenizers")
MODEL, TOKENIZER, ABOUT = "model.onnx", "tokenizer.json", "reader.json"
"""The files of the model."""

_CHECKOUT = Path(__file__).parents[2] / "training" / "reader" / "package" / PACKAGE


def model_folder() -> Path | None:
    """The folder of the model, and `None` where it, or a library that runs it, is not installed; nothing is loaded."""
    if any(find_spec(library) is None for library in LIBRARIES):
        return None
    found = find_spec(PACKAGE)
    if found is not None and found.origin is not None:
        return Path(found.origin).parent
    return _CHECKOUT if (_CHECKOUT / MODEL).is_file() else None
