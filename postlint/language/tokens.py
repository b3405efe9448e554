r"""A draft's tokens: words, handles, hashtags, addresses, numbers, emoji and marks, each with its place in the text.

What is one token:

- a word, with its inner apostrophes ("zo'n", "don't") and a leading one ("'s avonds"); hyphens and digits split words
  ("e-mail", "2e", "A12" are two tokens each);
- an abbreviation with its full stops ("bijv.", "o.a.", "e.g.", "J.P."), whose norm has none ("bijv", "oa");
- a number with its inner marks: 1.000,50, 10.30, 10:30, 31-12-2026, 1/3, and a percent sign that touches it (15%);
- a handle (@jan, @jan@mastodon.nl, @jan.bsky.social), hashtag, e-mail address or URL (its scheme may be absent);
- an emoji with all that belongs to it (skin tone, joined emoji, flag, keycap), or an emoticon;
- a row of the same sort of marks ("?!", "..."); any other mark stands alone.

Hashtags: a hashtag is one token, but a rule's phrase should find "#GeheimPlan" as well. So the keys of a hashtag are
its norm ("#geheimplan"), the norm without its sign ("geheimplan"), and the parts that its capitals, digits and
underscores show ("geheim", "plan"). A phrase of one word thereby finds a part, and a phrase of more words finds the
hashtag by its words joined ("geheimplan"). Which words a hashtag in small letters is made of takes word frequencies:
`hashtag_words` tells, for who asks.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from enum import StrEnum
from functools import cache, lru_cache, partial
from itertools import product
from math import log
from typing import NamedTuple

from postlint.document import Document, Span, view
from postlint.language.remembered import Remembered


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


class Token(NamedTuple):
    """A token in the draft.

    `norm` is what rules compare: folded (see `fold`). `keys` are all strings under which the token may be found: the
    norm, its variants without lengthened letters, the parts of a hashtag, and the kind as `{kind}` (`{handle}`,
    `{number}` …).
    """

    span: Span
    kind: TokenKind
    norm: str
    keys: tuple[str, ...]


ABBREVIATIONS = frozenset(
    # Dutch
    "aanw afb afd afz alg art bijv blz bv bvb ca cf dhr dr drs ds eig enz etc evt excl fam geb gebr gem geref hfst hr "
    "incl ing inz ir jhr jkvr jl max mej mevr mgr min mln mld mr mrt mw nl nr nrs okt ong opm pag plm prof resp sec "
    "secr sept sr st stk tel toel vb vgl vnl volg wnd zgn "
    # English
    "approx apr aug ave blvd capt col corp dec dept esp feb fig figs gen gov hrs inc intl jr lt ltd mrs ms nov oct "
    "pp rd sen sgt univ viz vol vols vs".split()
)
"""Abbreviations of one stretch of letters, whose full stop belongs to the word."""

INVISIBLE = (
    "\u00ad\u061c\u180e\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2061\u2062\u2063\u2064"
    "\u2066\u2067\u2068\u2069\ufe00\ufe01\ufe0e\ufe0f\ufeff"
)
_COMBINING = (
    "\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u05bf\u05c1-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc"
    "\u06df-\u06e8\u06ea-\u06ed\u0900-\u0903\u093a-\u094f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20dc\ufe20-\ufe2f"
)
_APOSTROPHES = "'’‘ʼ`´＇"
_LETTER = "[^\\W\\d_½⅓⅔¼¾⅛]"
_INNER = f"(?>{_LETTER}|[{_COMBINING}]|[{INVISIBLE}]++(?=[^\\W_]|[{_COMBINING}]))"
_TOP_LEVEL = "(?i:nl|com|org|net|eu|be|uk|info|gov|edu|int|io|app|social|online|frl|amsterdam)(?![\\w-])"
_ADDRESS = '[^\\s<>"“”‘’()…]'
_ADDRESS_END = "[^\\s<>\"“”‘’()….,;:!?'*\\]]"
_PICTURE = (
    "[\u2194-\u2199\u21a9\u21aa\u231a-\u23ff\u24c2\u25aa-\u27bf\u2934\u2935\u2b05-\u2b55\u3030\u303d\u3297\u3299"
    "\U0001f000-\U0001f1e5\U0001f200-\U0001faff][\ufe0e\ufe0f\u20e3\U0001f3fb-\U0001f3ff]*+"
)

# The tokens that most posts are made of; what they leave is a `rest`, and `_rare` tells what begins there. Time is
# linear because an attempt, made at every token, is bounded or takes all that it has read.
_COMMON = re.compile(
    r"""
      (?P<word>[a-zA-ZÀ-ÖØ-öø-ÿ]++(?:['’][a-zA-Z]++)?(?=[\s,!?;)"”]|:\s|\Z))
    | (?P<mark>[,.:;!?](?=\s|\Z)|[("“”])
    | (?P<dotted>[a-zA-Z]{2,}+\.(?![\w.…]))
    | (?P<number>[0-9]++(?=\s|\Z))
    | (?P<rest>\S)""",
    re.VERBOSE,
)
_RARE = rf"""
    (?=\S)(?:
      (?P<email>(?<!\w)\w[\w.+-]{{0,63}}+@[\w-]++(?:\.[\w-]+)+)
    | (?P<url>
        (?i:https?://|www\.){_ADDRESS}*{_ADDRESS_END}
        | (?<!\w)(?:\w[\w-]{{0,62}}+\.){{1,8}}{_TOP_LEVEL}(?:[/?\#](?:{_ADDRESS}*{_ADDRESS_END})?)?)
    | (?P<letters>(?<!\w){_LETTER}(?:\.{_LETTER}(?!\w))++\.?+)
    | (?P<words>{_LETTER}{_INNER}*+(?:[{_APOSTROPHES}]{_LETTER}{_INNER}*+)*+
        | (?<!\w)[{_APOSTROPHES}](?i:s|t|n|k|m|r|d|ns|em|tis|twas)(?![\w{_APOSTROPHES}]))
    | (?P<emoji>
        [0-9\#*]\ufe0f?\u20e3 | [\U0001f1e6-\U0001f1ff]{{2}} | \U0001f3f4[\U000e0020-\U000e007f]++
        | {_PICTURE}(?:\u200d{_PICTURE})*+ | [©®™ℹ‼⁉]\ufe0f
        | [:;=]['’]?[-^o]?[()\[\]](?!\w) | (?<![\w:])[:;=]['’]?[-^]?[DPpOoSs3*](?!\w) | (?<!\S)[:;]-?[/\\|](?!\S)
        | (?<!\d)</?3++(?!\d) | \^_?\^ | (?<!\S)-_+-(?!\S) | \\o/ | ¯\\_\(ツ\)_/¯)
    | (?P<hashtag>(?<![\w&])[\#＃](?=[\d_]*+{_LETTER})(?>\w|[{_COMBINING}]|[{INVISIBLE}]++(?=\w))++)
    | (?P<handle>(?<!\w)[@＠]\w++(?:@[\w-]++(?:\.[\w-]+)+|(?:\.[\w-]+){{0,8}}?\.{_TOP_LEVEL})?)
    | (?P<number>\d{{1,4}}-\d{{1,2}}-\d{{2,4}}(?![\d-]) | \d++(?:[.,:/]\d++)*+[½⅓⅔¼¾⅛]?[%‰％]? | [½⅓⅔¼¾⅛])
    | (?P<marks>[.…]++ | [!?‼⁇⁈⁉！？][!?‼⁇⁈⁉！？\ufe0f]*+ | --+ | [^\s{INVISIBLE}])
    )"""
_KINDS = {kind.value: kind for kind in TokenKind} | {
    "dotted": TokenKind.WORD,
    "letters": TokenKind.WORD,
    "words": TokenKind.WORD,
    "marks": TokenKind.MARK,
}
_KIND_KEYS = {kind: f"{{{kind}}}" for kind in TokenKind}
_DROPPED = dict.fromkeys(map(ord, INVISIBLE))
_ALIKE = (
    str.maketrans(_APOSTROPHES, "'" * len(_APOSTROPHES))
    | str.maketrans("‐‑‒–—―−﹘﹣－", "-" * 10)
    | str.maketrans({"ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "đ": "d", "Đ": "D", "ı": "i", "æ": "ae", "Æ": "AE"})
    | str.maketrans({"œ": "oe", "Œ": "OE", "⁄": "/"})
)
_new = tuple.__new__
_LENGTHENED = re.compile(r"([^\W\d_])\1{2,}")
_MOST_LENGTHENED = 3
_ALIKE_ASCII = str.maketrans("`", "'")
WORDLESS = frozenset((TokenKind.MARK, TokenKind.EMOJI))
"""What phrases know nothing of."""
_LONGEST_WORD = 30
_LONG, _UNLIKELY = 8, 1e-6
_SINGLE_LETTER_WORDS = {"nl": "u", "en": "ai"}


@lru_cache(maxsize=4096)
def fold(word: str) -> str:
    """`word` as rules compare it: small letters, no diacritics, nothing invisible, plain apostrophes and dashes."""
    if word.isascii():
        return word.lower().translate(_ALIKE_ASCII)
    decomposed = unicodedata.normalize("NFKD", word.translate(_DROPPED).translate(_ALIKE).casefold())
    letters = "".join(character for character in decomposed if not unicodedata.combining(character))
    return letters.casefold().translate(_ALIKE)


@view
def tokens(document: Document) -> tuple[Token, ...]:
    """All tokens of the draft in order; white space and invisible characters alone lie between them.

    Of a page as a whole they are those of its passages, which have been read already.
    """
    if not document.parts:
        return tuple(tokenize(document.text))
    return tuple([moved(token, start) for start, part in document.parts for token in tokens(part)])


def moved(token: Token, by: int) -> Token:
    """The token that stands so much further on."""
    (start, end), kind, norm, keys = token
    return _new(Token, (_new(Span, (start + by, end + by)), kind, norm, keys))


@view
def words(document: Document) -> tuple[Token, ...]:
    """The tokens that phrases are made of: all but marks and emoji."""
    return tuple([token for token in tokens(document) if token.kind not in WORDLESS])


def pair(one: str, other: str) -> str:
    """The key of two words that stand next to each other, by a key of each."""
    return f"{one} {other}"


def tokenize(text: str) -> list[Token]:
    """The tokens of `text`, with offsets in code points."""
    found: list[Token] = []
    end = 0
    while end < len(text):
        for match in _COMMON.finditer(text, end):
            form = match.lastgroup
            if form == "rest":
                end = match.start()
                break
            if form == "dotted" and not _is_abbreviation(match[0]):
                start, end = match.span()
                found += (_token((start, end - 1), "word", text[start : end - 1]), _token((end - 1, end), "mark", "."))
            else:  # as `_token`, without its call
                kind, norm, keys = _DESCRIBED[form][match[0]]
                found.append(_new(Token, (_new(Span, match.span()), kind, norm, keys)))
        else:
            break
        rare = _rare().match(text, end)
        if rare is None:
            end += 1
        else:
            end = rare.end()
            found.append(_token(rare.span(), rare.lastgroup, rare[0]))
    return found


def _token(span: tuple[int, int], form: str | None, written: str) -> Token:
    """A token, made without the constructors of its tuples, which take twice as long: every token of every draft."""
    kind, norm, keys = _DESCRIBED[form][written]
    return _new(Token, (_new(Span, span), kind, norm, keys))


@cache
def _rare() -> re.Pattern[str]:
    """Compiled when a draft first has such a token: it takes as long as all else that this module does at import."""
    return re.compile(_RARE, re.VERBOSE)


def hashtag_words(hashtag: str, lang: str) -> tuple[str, ...]:
    """The words that `hashtag`, as it is written in the draft, is made of: "#durftevragen" gives durf, te, vragen.

    Capitals, digits and underscores always split. What is left is split where that makes the likeliest row of words by
    their frequency (of wordfreq, read at the first call; Norvig 2009, Natural language corpus data).
    """
    return tuple(word for part in _parts(hashtag) for word in _likeliest_words(fold(part), lang))


def _is_abbreviation(written: str) -> bool:
    return written[:-1].lower() in ABBREVIATIONS and not written[:-1].isupper()


def _description(form: str | None, written: str) -> tuple[TokenKind, str, tuple[str, ...]]:
    """The kind, norm and keys of what the alternative `form` of `_COMMON` or `_RARE` found."""
    kind = _KINDS[form or "marks"]
    norm = fold(written)
    if form in ("dotted", "letters"):
        norm = norm.replace(".", "")
    elif kind is TokenKind.NUMBER:
        norm = "".join(str(unicodedata.decimal(sign, sign)) for sign in written)
    elif kind is TokenKind.MARK:
        norm = re.sub("--+", "-", norm) or written
    return kind, norm, _keys(kind, norm, written)


_DESCRIBED = {form: Remembered(partial(_description, form)) for form in (None, *_KINDS)}
"""By form the kind, norm and keys of a token as it is written."""


def _keys(kind: TokenKind, norm: str, written: str) -> tuple[str, ...]:
    variants: list[str] = []
    if kind is TokenKind.WORD:
        variants = _shortened(norm)
    elif kind is TokenKind.HASHTAG:
        variants = [norm[1:], *map(fold, _parts(written))]
    return (*dict.fromkeys((norm, *variants)), _KIND_KEYS[kind])


def _shortened(norm: str) -> list[str]:
    """`norm` with each row of three or more of the same letter as two and as one: "neeee" gives nee and ne."""
    pieces = _LENGTHENED.split(norm)
    if len(pieces) == 1:
        return []
    rows = [
        (letter * 2, letter) if place < _MOST_LENGTHENED else (letter,) for place, letter in enumerate(pieces[1::2])
    ]
    return [
        "".join(piece + letter for piece, letter in zip(pieces[::2], (*letters, ""), strict=True))
        for letters in product(*rows)
    ]


def _parts(hashtag: str) -> list[str]:
    """What the capitals, digits and underscores of a hashtag show to be parts: "#B1TaalNL" gives B, 1, Taal and NL."""
    letters = unicodedata.normalize("NFC", hashtag.translate(_DROPPED)).lstrip("#＃")
    parts = [""]
    for place, letter in enumerate(letters):
        following = letters[place + 1 : place + 2]
        if parts[-1] and _begins_part(parts[-1][-1], letter, following):
            parts.append("")
        parts[-1] += letter
    return [part for part in (part.strip("_") for part in parts) if part]


def _begins_part(before: str, letter: str, following: str) -> bool:
    if letter == "_" or before == "_" or before.isdigit() != letter.isdigit():
        return True
    return letter.isupper() and (before.islower() or following.islower())


def _likeliest_words(letters: str, lang: str) -> list[str]:
    """The row of words of `lang` with the highest product of frequencies that spells `letters`."""
    from postlint.language.frequencies import frequencies  # most drafts do without

    listed = frequencies(lang, "large")
    best: list[tuple[float, int]] = [(0.0, 0)]
    for end in range(1, len(letters) + 1):
        best.append(
            max(
                (best[start][0] + _likelihood(letters[start:end], lang, listed), start)
                for start in range(max(0, end - _LONGEST_WORD), end)
            )
        )
    found: list[str] = []
    end = len(letters)
    while end:
        start = best[end][1]
        found.append(letters[start:end])
        end = start
    return found[::-1]


def _likelihood(word: str, lang: str, frequencies: Mapping[str, float]) -> float:
    """The logarithm of a word's frequency, less a price for each word.

    An unknown word loses by each letter. A long rare "word" is often a hashtag that got into the frequency list
    (durftevragen), so it counts as unknown. Few single letters are words.
    """
    if len(word) == 1 and word not in _SINGLE_LETTER_WORDS.get(lang, "") and not word.isdigit():
        return -30.0
    frequency = frequencies.get(word, 0.0)
    if frequency > (_UNLIKELY if len(word) >= _LONG else 0.0):
        return log(frequency) - 2.0
    return -20.0 - 2.5 * len(word)
