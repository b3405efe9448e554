"""The pieces of Dutch and English words, out of the 250,000 pieces for a hundred languages."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import numpy as np
from tokenizers import Tokenizer
from wordfreq import top_n_list

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from numpy.typing import NDArray

COMMON_WORDS = 100_000  # of each language, as wordfreq counts them
OFTEN_IN_CAPITALS = 20_000
SPECIAL = 4  # <s>, <pad>, </s>, <unk>
SIGNS = 2  # the longest piece that is kept for its own sake: a character and the mark of a word's beginning


def pruned(tokenizer: bytes, texts: Iterable[str]) -> tuple[bytes, NDArray[np.int64]]:
    """The tokenizer with the pieces that Dutch, English and `texts` need, and the old number of each piece.

    Pieces of one sign below U+0250 and emoji stay too, so that whatever is typed can be read. Scores stay as they
    were: a text of kept pieces is cut as before.
    """
    whole = Tokenizer.from_str(tokenizer.decode())
    kept = set(range(SPECIAL))
    for text in (*_words(), *texts):
        kept.update(whole.encode(text, add_special_tokens=False).ids)
    data = json.loads(tokenizer)
    pieces = data["model"]["vocab"]
    kept.update(number for number, (piece, _) in enumerate(pieces) if len(piece) <= SIGNS and _readable(piece[-1]))
    numbers = np.array(sorted(kept))
    data["model"]["vocab"] = [pieces[number] for number in numbers]
    data["added_tokens"] = [token for token in data["added_tokens"] if token["id"] < SPECIAL]
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")).encode(), numbers


def _words() -> Iterator[str]:
    for lang in ("nl", "en"):
        for rank, word in enumerate(top_n_list(lang, COMMON_WORDS)):
            yield word
            yield word.capitalize()
            if rank < OFTEN_IN_CAPITALS:
                yield word.upper()


def _readable(sign: str) -> bool:
    return sign < "\u0250" or "\u2000" <= sign <= "\u2bff" or sign >= "\U0001f000"
