"""Train the second reader and write its package: `python training/reader/train.py --help`."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

import encoder
import jax
import jax.numpy as jnp
import numpy as np
from base import Base, read_base
from drafts import READ_RISKS, Example, Labelled, example, read_labelled
from export import quantised
from learning import LAYERS, fitted
from shipped import MODEL, TOKENIZER, describe
from tokenizers import Tokenizer
from vocabulary import pruned

if TYPE_CHECKING:
    from encoder import Arrays
    from numpy.typing import NDArray

EPOCHS = 4
SEED = 20261122
HERE = Path(__file__).resolve().parent


def main() -> None:
    """Train from the base and the drafts, and write the package."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--base", type=Path, required=True, help="folder with the two wheels of base.txt")
    options.add_argument("--drafts", type=Path, default=HERE.parent / "drafts")
    options.add_argument("--into", type=Path, default=HERE / "package" / "postlint_reader")
    options.add_argument("--epochs", type=int, default=EPOCHS)
    options.add_argument("--seed", type=int, default=SEED)
    given = options.parse_args()
    base = read_base(given.base)
    files = sorted(given.drafts.glob("*.jsonl"))
    labelled = [draft for file in files for draft in read_labelled(file)]
    tokenizer, kept = pruned(base.tokenizer, (each.draft.text for each in labelled if each.split == "train"))
    train, valid = examples(labelled, tokenizer, "train"), examples(labelled, tokenizer, "valid")
    print(f"{len(train)} drafts to learn from, {len(valid)} to calibrate on, {len(kept)} pieces", flush=True)
    arrays = fitted(untrained(base, kept, given.seed), train, base.epsilon, given.epochs, given.seed)
    given.into.mkdir(parents=True, exist_ok=True)
    (given.into / MODEL).write_bytes(quantised(arrays, LAYERS, base.epsilon))
    (given.into / TOKENIZER).write_bytes(tokenizer)
    describe(given.into, valid, b"".join(file.read_bytes() for file in files))


def examples(labelled: list[Labelled], tokenizer: bytes, split: str) -> list[Example]:
    """What the encoder reads of the drafts of one split."""
    cut = Tokenizer.from_str(tokenizer.decode())
    return [example(each, cut) for each in labelled if each.split == split]


def untrained(base: Base, kept: NDArray[np.int64], seed: int) -> Arrays:
    """The arrays of the base that the reader has: the pieces `kept`, the first layers, and new heads."""
    arrays = {name: jnp.asarray(array) for name, array in base.arrays.items() if _stays(name)}
    word = arrays["emb.word"][kept]
    return {**arrays, "emb.word": word, **encoder.new_heads(jax.random.key(seed), len(READ_RISKS), word.shape[1])}


def _stays(name: str) -> bool:
    return not name.startswith("l") or int(name[1 : name.index(".")]) < LAYERS


if __name__ == "__main__":
    main()
