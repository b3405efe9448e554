"""A small Dutch pipeline for spaCy: tagger, morphologizer, lemmatizer and parser (CC BY-SA 4.0, see README.md)."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from spacy.language import Language
from spacy.util import load_model_from_path

MODEL = Path(__file__).parent / "model"


def load(**overrides: Any) -> Language:
    """The pipeline; spaCy calls this for `spacy.load("postlint_nl")`."""
    return load_model_from_path(MODEL, **overrides)
