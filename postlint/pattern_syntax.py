r"""Patterns as rules write them, in RE2 syntax with `\b`, `\w`, `\d` and `\s` meaning Unicode, made into plain RE2.

RE2 takes those classes as ASCII, so that `\béén\b` would miss "zij is één keer". They are translated: the classes to
Unicode properties, a `\b` at either end to a neighbour that is no word character. A `\b` elsewhere is refused.
"""

from __future__ import annotations

import re
import unicodedata
from math import prod
from typing import Any, NamedTuple

_WORD = r"\p{L}\p{M}\p{N}_"
_SPACE = r"\s\x{0b}\x{85}\p{Z}"
_CLASSES = {"w": _WORD, "d": r"\p{Nd}", "s": _SPACE}
_NEGATED = {"W": f"[^{_WORD}]", "D": r"\P{Nd}", "S": f"[^{_SPACE}]"}
_OF_ASCII = {"w": "0-9A-Za-z_", "d": "0-9", "s": r"\s\x{0b}"}
_BEYOND_ASCII = r"\x{80}-\x{10ffff}"
_PIECE = re.compile(r"\\[pP]\{\^?\w+\}|\\x\{[0-9a-fA-F]+\}|\\Q.*?(?:\\E|$)|\\.|\[\^?\]?|\]|.", re.DOTALL)


class PatternError(ValueError):
    """A pattern that cannot be used: what is wrong and what to write instead, `offset` characters into it."""

    def __init__(self, what: str, remedy: str, offset: int = 0) -> None:
        super().__init__(what)
        self.what, self.remedy, self.offset = what, remedy, offset


def translate(pattern: str, *, ignore_case: bool = True) -> tuple[str, str]:
    r"""The pattern in plain RE2, in a wider and an exact form.

    In the exact form group 1 is the match, without the neighbours that a `\b` looks at. The wider one leaves those
    neighbours out: it matches wherever the exact one does, and perhaps elsewhere.

    Raises:
        PatternError: for what RE2 refuses, for a `\b` within, a negated class within brackets, or an empty match.
    """
    core, starts, ends = _without_edges(pattern)
    flags = "(?is)" if ignore_case else "(?s)"
    wider = f"{flags}({_translated(core, pattern.find(core))})"
    edge = f"[^{_WORD}]"
    exact = f"{flags}{f'(?:^|{edge})' * starts}{wider.removeprefix(flags)}{f'(?:{edge}|$)' * ends}"
    if _compile(exact).fullmatch("") is not None:
        raise PatternError("this pattern matches nothing at all, so it would match everywhere", "ask for one character")
    _compile(core)
    return wider, exact


def quick_form(pattern: str, *, ignore_case: bool = True) -> str:
    """The pattern in plain RE2 that matches wherever its wider form does, and elsewhere; empty where that is no gain.

    In its classes all that is beyond ASCII counts alike: RE2 takes a millisecond to compile a class of Unicode, and
    what finds no match need not be asked for the right one.
    """
    core, _, _ = _without_edges(pattern)
    out: list[str] = []
    opening = ""
    for piece in _PIECE.finditer(core):
        text = piece.group()
        if text.startswith("[") and not opening:
            opening = text
        elif text == "]":
            opening = ""
        elif text[0] == "\\" and text[1] in "wWdDsSpP":
            text = _loosened(text, opening)
            if not text:
                return ""
        out.append(text)
    quick = "".join(out)
    return "" if quick == core or "[[" in core else ("(?is)" if ignore_case else "(?s)") + quick


def _loosened(piece: str, opening: str) -> str:
    """A class by its members of ASCII, with all that is beyond unless it leaves out; empty where that cannot be said.

    `opening` is that of the brackets that it stands in, if any.
    """
    name = piece[1]
    if name in "WDS":
        return f"[^{_OF_ASCII[name.lower()]}]"
    members = _OF_ASCII.get(name, "")
    if name == "p" and piece[2:3] == "{":
        members = "".join(re.escape(chr(sign)) for sign in range(128) if _is_of(chr(sign), piece[3:-1]))
    if opening.startswith("[^") or not members:
        return members
    members = _BEYOND_ASCII + members  # what a hyphen that follows would go on from stands last, as in the wider form
    return members if opening else f"[{members}]"


def _is_of(sign: str, category: str) -> bool:
    """Whether a sign is of a general category of Unicode, or of a part of it; what else a name may mean is none."""
    return unicodedata.category(sign).startswith(category)


def _compile(pattern: str) -> Any:
    import re2

    options = re2.Options()
    options.log_errors = False
    try:
        return re2.compile(pattern, options)
    except re2.error as error:
        reason = error.args[0].decode() if isinstance(error.args[0], bytes) else str(error.args[0])
        raise PatternError(
            f"RE2 refuses this pattern: {reason}",
            "look-ahead, look-behind and back-references do not exist in RE2; `phrases` or `together` can say it",
        ) from None


def _without_edges(pattern: str) -> tuple[str, bool, bool]:
    starts = pattern.startswith(r"\b")
    core = pattern[2:] if starts else pattern
    ends = core.endswith(r"\b") and not core.endswith(r"\\b")
    return (core[:-2] if ends else core), starts, ends


def _translated(core: str, shift: int) -> str:
    out = []
    in_class = False
    for piece in _PIECE.finditer(core):
        text, offset = piece.group(), piece.start() + shift
        if text.startswith("[") and not in_class:
            in_class = True
            out.append(text)
        elif text == "]":
            in_class = False
            out.append(text)
        elif len(text) == 2 and text[0] == "\\":
            out.append(_escape(text[1], offset, in_class=in_class))
        else:
            out.append(text)
    return "".join(out)


def _escape(letter: str, offset: int, *, in_class: bool) -> str:
    if letter in "bB" and not in_class:
        raise PatternError(
            rf"\{letter} stands within the pattern", r"write \b at its two ends alone, as in \b(?:één|twee)\b", offset
        )
    if letter in _CLASSES:
        return _CLASSES[letter] if in_class else f"[{_CLASSES[letter]}]"
    if letter in _NEGATED:
        if in_class:
            raise PatternError(rf"\{letter} stands within [ ]", r"negate the whole, as in [^\w-]", offset)
        return _NEGATED[letter]
    return "\\" + letter


Strings = frozenset[str]
DIGIT = "\0"
"""Stands among required pieces for any digit: `\\d`, or a class of digits alone."""
_MOST = 24
_NOTHING = frozenset({""})
_GROUP = re.compile(r"\((?:\?(?:P?<\w+>|:))?")
_NAMED = re.compile(r"\[:\^?\w+:\]|-(?!\])")
_DIGIT_CLASS = re.compile(r"\[(?:\\d|[0-9]-[0-9])+\]")
_FLAGS = re.compile(r"\(\?[a-zA-Z-]+[:)]")
_ESCAPE = re.compile(
    r"\\(?:[pP](?:\{\^?\w+\}|\w)|x(?:\{[0-9a-fA-F]+\}|[0-9a-fA-F]{2})|[0-7]{1,3}|Q.*?(?:\\E|$)|.)", re.DOTALL
)
_REPEAT = re.compile(r"[?*+]|\{(?P<least>\d+)(?P<more>,\d*)?\}")


def required_pieces(pattern: str) -> frozenset[str]:
    """Pieces of text, as the pattern writes them, of which every match has one; none where nothing can be said.

    One of them may be `DIGIT`.

    They come from the pattern alone, put together over its groups, alternatives and small classes, and the set is
    taken that is rarest in text (compare R. Cox, Regular expression matching with a trigram index, 2012). Of a pattern
    that changes how letters are compared nothing is said.
    """
    if _FLAGS.search(pattern):
        return frozenset()
    known = _Pieces(pattern).alternatives()
    pieces = _rarer(known.required, known.exact) or frozenset()
    return frozenset(piece for piece in pieces if not any(other in piece for other in pieces - {piece}))


class _Known(NamedTuple):
    """What is known of a part of a pattern: all that it can match, where that is little; pieces that a match has."""

    exact: Strings | None
    required: Strings | None = None


_UNKNOWN = _Known(None)
_DIGITS = _Known(None, frozenset({DIGIT}))
_EMPTY = _Known(_NOTHING)


class _Pieces:
    """Reads a pattern that RE2 takes, from left to right."""

    def __init__(self, pattern: str) -> None:
        self.pattern = pattern
        self.place = 0

    def alternatives(self) -> _Known:
        """What is known of the alternatives up to the end of the group or of the pattern."""
        found = [self.row()]
        while self.pattern.startswith("|", self.place):
            self.place += 1
            found.append(self.row())
        exact = [known.exact for known in found if known.exact is not None]
        if len(exact) == len(found) and sum(map(len, exact)) <= _MOST:
            return _Known(frozenset[str]().union(*exact))
        pieces = [_rarer(known.required, known.exact) for known in found]
        required = [strings for strings in pieces if strings is not None]
        return _Known(None, frozenset[str]().union(*required) if len(required) == len(found) else None)

    def row(self) -> _Known:
        """What is known of the items in a row: runs of them that can be written out, the rarest of which is kept."""
        run, required, broken = _NOTHING, None, False
        while self.place < len(self.pattern) and self.pattern[self.place] not in "|)":
            for known in self.repeated(self.item()):
                if known.exact is not None and len(run) * len(known.exact) <= _MOST:
                    run = frozenset(before + after for before in run for after in known.exact)
                    continue
                broken = True
                required = _rarer(_rarer(required, run), known.required)
                run = _NOTHING if known.exact is None else known.exact
        return _Known(None, _rarer(required, run)) if broken else _Known(run)

    def repeated(self, item: _Known) -> list[_Known]:
        """The item as often as it must be there at least, and then what may follow of it."""
        repeat = _REPEAT.match(self.pattern, self.place)
        if repeat is None:
            return [item]
        self.place = repeat.end()
        if self.pattern.startswith("?", self.place):
            self.place += 1
        if repeat[0] == "?":
            return [_UNKNOWN if item.exact is None else _Known(item.exact | _NOTHING)]
        least = int(repeat["least"] or repeat[0] == "+")
        told = repeat["least"] and not repeat["more"] and least <= _MOST
        return [item] * min(least, _MOST) + ([] if told else [_UNKNOWN])

    def item(self) -> _Known:
        """What is known of a letter, a class, an escape or a group."""
        sign = self.pattern[self.place]
        if sign == "(":
            return self.group()
        if sign == "[":
            return self.of_class()
        escape = _ESCAPE.match(self.pattern, self.place)
        if escape is not None:
            self.place = escape.end()
            return _escaped(escape[0])
        self.place += 1
        if sign == ".":
            return _UNKNOWN
        return _EMPTY if sign in "^$" else _Known(frozenset({sign}))

    def group(self) -> _Known:
        """What is known of a group."""
        opening = _GROUP.match(self.pattern, self.place)
        self.place = opening.end() if opening else self.place + 1
        known = self.alternatives()
        self.place += 1
        return known

    def of_class(self) -> _Known:
        """The signs of a class that names them one by one, or that they are digits."""
        digits = _DIGIT_CLASS.match(self.pattern, self.place)
        if digits is not None:
            self.place = digits.end()
            return _DIGITS
        self.place += 1
        signs, plain = set(), not self.pattern.startswith("^", self.place)
        self.place += not plain
        first = self.place
        while self.pattern[self.place] != "]" or self.place == first:
            named = _NAMED.match(self.pattern, self.place)
            if named is not None and (named[0] != "-" or self.place > first):
                self.place, plain = named.end(), False
                continue
            if self.pattern[self.place] == "\\":
                self.place += 1
                plain = plain and not self.pattern[self.place].isalnum()
            signs.add(self.pattern[self.place])
            self.place += 1
        self.place += 1
        return _Known(frozenset(signs)) if plain and len(signs) <= _MOST else _UNKNOWN


def _escaped(piece: str) -> _Known:
    r"""An escaped sign is itself; `\b` takes no room; `\d` is a digit; of all else that has a name nothing is said."""
    if len(piece) == 2 and not piece[1].isalnum():
        return _Known(frozenset({piece[1]}))
    if piece == r"\d":
        return _DIGITS
    return _EMPTY if piece in (r"\b", r"\A", r"\z") else _UNKNOWN


def _rarer(one: Strings | None, other: Strings | None) -> Strings | None:
    """Of two sets the one that text has more seldom; a set with an empty piece says nothing."""
    sets = [strings for strings in (one, other) if strings and "" not in strings]
    return min(sets, key=lambda strings: (sum(map(_likelihood, strings)), sorted(strings)), default=None)


def _likelihood(piece: str) -> float:
    """How often a piece stands in text, roughly: letters and spaces are common, digits less so, signs are not."""
    return 0.05 if piece == DIGIT else prod(0.1 if sign.isalpha() or sign == " " else 0.01 for sign in piece)
