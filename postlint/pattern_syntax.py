r"""Patterns as rules write them, in RE2 syntax with `\b`, `\w`, `\d` and `\s` meaning Unicode, made into plain RE2.

RE2 takes those classes as ASCII, so that `\béén\b` would miss "zij is één keer". They are translated: the classes to
Unicode properties, a `\b` at either end to a neighbour that is no word character. A `\b` elsewhere is refused.
"""

from __future__ import annotations

import re
from typing import Any

_WORD = r"\p{L}\p{M}\p{N}_"
_SPACE = r"\s\x{0b}\x{85}\p{Z}"
_CLASSES = {"w": _WORD, "d": r"\p{Nd}", "s": _SPACE}
_NEGATED = {"W": f"[^{_WORD}]", "D": r"\P{Nd}", "S": f"[^{_SPACE}]"}
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


_LITERAL = re.compile(r"(?:\\[^\w\s]|[^\W_]|[ ,@#:/'<>=&%{}-]){2,}|\\[][{}|^$*+]|[^\w\s.?*+^$|\\()\[\]\0]")
_SIGNS = re.compile(r"(?<!\\)\[([^\w\s\\\]^-]{1,8})\]")


def required_literals(pattern: str) -> frozenset[str]:
    """Pieces of text, in small letters, of which every match has at least one; none where nothing can be said.

    It is the longest run of letters and signs outside groups, optional parts and alternatives, or else the signs of a
    class such as `[*#@]`.
    """
    if "|" in re.sub(r"\([^()]*\)", "", pattern):
        return frozenset()
    flat = pattern
    while (shorter := re.sub(r"\((?:[^()\\]|\\.)*\)[?*+]?(?:\{[^}]*\})?", "\0", flat)) != flat:
        flat = shorter
    signs = [found[1] for found in _SIGNS.finditer(flat) if flat[found.end() : found.end() + 1] not in ("?", "*", "{")]
    flat = re.sub(r"\[\^?\]?(?:[^\]\\]|\\.)*\]|\\[pPx]\{[^}]*\}|\\[a-zA-Z]", "\0", flat)
    flat = re.sub(r"(?:\\.|.)(?:[?*]|\{[^}]*\})", "\0", flat, flags=re.DOTALL)
    runs = [run.group().replace("\\", "").casefold() for run in _LITERAL.finditer(flat.replace("+", "+\0"))]
    if runs:
        return frozenset([max(runs, key=len)])
    return frozenset(min(signs, key=len)) if signs else frozenset()
