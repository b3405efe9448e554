"""A draft's tokens: words, handles, hashtags, addresses, numbers, emoji and marks, each with its place in the text."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from postlint.document import Document, Span, view


class TokenKind(StrEnum):
    """What a token is."""

    WORD = "word"
    NUMBER = "number"
    HANDLE = "handle"
    HASHTAG = "hashtag"
    EMAIL = "email"
    URL = "url"
    EMOJI = "emoji"
    MARK = "mark"


@dataclass(frozen=True, slots=True)
class Token:
    """A token in the draft.

    `norm` is what rules compare: folded (see `fold`). `keys` are all strings under which the token may be found: the
    norm, its variants without lengthened letters, and the kind as `{kind}` (`{handle}`, `{number}` …).
    """

    span: Span
    kind: TokenKind
    norm: str
    keys: tuple[str, ...]


INVISIBLE = "\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufe0e\ufe0f\ufeff"
_LETTER = rf"(?:[^\W\d_][\u0300-\u036f{INVISIBLE}]*)"
_TOKEN = re.compile(
    rf"""
      (?P<email>[\w.+-]+@[\w-]+(?:\.[\w-]+)+)
    | (?P<url>(?:https?://|www\.)[^\s<>"“”‘’()]+[^\s<>"“”‘’().,;:!?'] | \b[a-z0-9-]+(?:\.[a-z0-9-]+)*\.(?:nl|com|org|net|eu|be|uk|info|gov|edu)\b(?:/[^\s<>"“”‘’()]*[^\s<>"“”‘’().,;:!?'])?)
    | (?P<handle>(?<!\w)@\w+(?:@[\w-]+(?:\.[\w-]+)+)?)
    | (?P<hashtag>(?<![\w&])\#\w*{_LETTER}\w*)
    | (?P<number>\d+(?:[.,:/]\d+)*)
    | (?P<word>{_LETTER}+(?:['’‘ʼ`´]{_LETTER}+)*|['’‘ʼ`´][snt](?!\w))
    | (?P<emoji>[\U0001f1e6-\U0001f1ff]{{2}} | [\u2190-\u2bff\u3030\U0001f000-\U0001faff][\ufe0f\u20e3\U0001f3fb-\U0001f3ff]*(?:\u200d[\u2190-\u2bff\U0001f000-\U0001faff][\ufe0f\U0001f3fb-\U0001f3ff]*)*)
    | (?P<mark>\.\.+|[!?]+|\S)
    """,
    re.VERBOSE | re.IGNORECASE,
)
_DROPPED = dict.fromkeys(map(ord, INVISIBLE))
_ALIKE = str.maketrans("’‘ʼ`´", "'''''")
_LENGTHENED = re.compile(r"([^\W\d_])\1{2,}")


@lru_cache(maxsize=4096)
def fold(word: str) -> str:
    """`word` as rules compare it: small letters, no diacritics, no invisible characters, plain apostrophes."""
    plain = word.translate(_DROPPED)
    if not plain.isascii():
        decomposed = unicodedata.normalize("NFKD", plain.translate(_ALIKE))
        plain = "".join(character for character in decomposed if not unicodedata.combining(character))
    return plain.casefold().translate(_ALIKE)


@view
def tokens(document: Document) -> tuple[Token, ...]:
    """All tokens of the draft in order; white space alone lies between them."""
    return tuple(tokenize(document.text))


@view
def words(document: Document) -> tuple[Token, ...]:
    """The tokens that phrases are made of: all but marks and emoji."""
    return tuple(token for token in tokens(document) if token.kind not in (TokenKind.MARK, TokenKind.EMOJI))


def tokenize(text: str) -> list[Token]:
    """The tokens of `text`, with offsets in code points."""
    return [
        _token(Span(*match.span()), TokenKind(match.lastgroup or "mark"), match.group())
        for match in _TOKEN.finditer(text)
    ]


def _token(span: Span, kind: TokenKind, text: str) -> Token:
    norm = fold(text)
    return Token(span, kind, norm, _keys(kind, norm))


@lru_cache(maxsize=4096)
def _keys(kind: TokenKind, norm: str) -> tuple[str, ...]:
    lengthened = _LENGTHENED.search(norm) if kind is TokenKind.WORD else None
    if lengthened is None:
        return (norm, f"{{{kind}}}")
    return (norm, _LENGTHENED.sub(r"\1\1", norm), _LENGTHENED.sub(r"\1", norm), f"{{{kind}}}")
