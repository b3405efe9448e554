"""A draft's sentences, paragraphs and clauses, each as spans that together cover all its tokens.

Sentences end at . ! ? and … unless the mark belongs to an abbreviation, an initial, a list number or a pause
("Tja... misschien"), and at line breaks that are more than a soft wrap: a blank line, the begin or end of a list item,
a line of hashtags, a short line before a capital. Closing quotes and brackets, emoji and a thread mark (1/3) after the
stop belong to the sentence. Hashtags, handles and links after the last stop of a line are a sentence of their own;
where words follow them on the line, they begin that sentence.

How sentences part into clauses is told in `clauses.py`.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from postlint.document import Document, Span, view
from postlint.language.clauses import clause_starts
from postlint.language.tokens import ABBREVIATIONS, WORDLESS, Token, TokenKind, tokens, words


@view
def sentences(document: Document) -> tuple[Span, ...]:
    """The sentences in order, without white space at their ends; together they cover all tokens."""
    return _spans(tokens(document), _sentence_starts(document))


@view
def paragraphs(document: Document) -> tuple[Span, ...]:
    """The parts of the text between blank lines."""
    starts = [place for place, breaks in enumerate(_line_breaks(document)) if breaks > 1 and place]
    return _spans(tokens(document), [0, *starts])


@view
def clauses(document: Document) -> tuple[Span, ...]:
    """The clauses in order; each lies within one sentence and together they cover all tokens."""
    found, starts = tokens(document), _sentence_starts(document)
    cuts: list[int] = []
    for start, end in zip(starts, (*starts[1:], len(found)), strict=True):
        cuts.append(start)
        cuts.extend(start + place for place in clause_starts(document.text, found[start:end], document.lang))
    return _spans(found, cuts)


@view
def sentence_tokens(document: Document) -> tuple[tuple[Token, ...], ...]:
    """All tokens of each sentence, marks included, in the order of `sentences`."""
    found, starts = tokens(document), _sentence_starts(document)
    if not found:
        return ()
    return tuple([found[start:end] for start, end in zip(starts, (*starts[1:], len(found)), strict=True)])


@view
def sentence_words(document: Document) -> tuple[tuple[Token, ...], ...]:
    """The words of each sentence, in the order of `sentences`."""
    return tuple([tuple([token for token in part if token.kind not in WORDLESS]) for part in sentence_tokens(document)])


@view
def clause_words(document: Document) -> tuple[tuple[Token, ...], ...]:
    """The words of each clause, in the order of `clauses`."""
    return _words_within(words(document), clauses(document))


def sentence_at(document: Document, offset: int) -> Span | None:
    """The sentence in which `offset` lies; white space belongs to the sentence before it, at the start to none."""
    return _span_at(sentences(document), offset)


def sentences_at(document: Document, region: Span) -> Iterator[tuple[int, Span]]:
    """The sentences that the region touches, each with its number."""
    found = sentences(document)
    first = max(0, bisect_right(found, region.start, key=_start) - 1)
    for number in range(first, len(found)):
        if found[number].start >= region.end:
            return
        yield number, found[number]


def clause_at(document: Document, offset: int) -> Span | None:
    """The clause in which `offset` lies; white space belongs to the clause before it, at the start to none."""
    return _span_at(clauses(document), offset)


def _spans(found: Sequence[Token], starts: Sequence[int]) -> tuple[Span, ...]:
    if not found:
        return ()
    return tuple(
        Span(found[start].span.start, found[end - 1].span.end)
        for start, end in zip(starts, (*starts[1:], len(found)), strict=True)
    )


def _words_within(found: Iterable[Token], spans: Sequence[Span]) -> tuple[tuple[Token, ...], ...]:
    parts: list[list[Token]] = [[] for _ in spans]
    part = 0
    for token in found:
        while token.span.start >= spans[part].end:
            part += 1
        parts[part].append(token)
    return tuple(map(tuple, parts))


def _span_at(spans: Sequence[Span], offset: int) -> Span | None:
    place = bisect_right(spans, offset, key=_start) - 1
    return spans[place] if place >= 0 else None


def _start(span: Span) -> int:
    return span.start


_STOPS = frozenset(".!?‼⁇⁈⁉！？")
_CLOSING = frozenset("\"'”’»)]*_")
_OPENING = frozenset("\"'“”„‘‚«([*_¿¡")
_INNER_MARKS = frozenset((",", ";", ":", ")", "]", "-", "/"))
_BULLETS = frozenset(("-", "•", "*", "·", "‣", "◦", ">", "+", "→", "►"))
_TAGS = frozenset((TokenKind.HASHTAG, TokenKind.HANDLE, TokenKind.URL, TokenKind.EMAIL))
_VOWELS = frozenset("aeiouy")
_SHORT_LINE = 50
_LONGEST_VOWELLESS = 5
_ENDING_ABBREVIATIONS = frozenset(
    "etc enz ed ea ev eo eoa oid jl as cs nvt aub svp zsm zoz rip am pm jr sr inc ltd corp bv nv bc ad mln mld "
    "min max stk excl incl feb apr aug sept oct okt nov dec dept ave blvd rd pd pw pj pu pst".split()
)
"""The abbreviations that may be the last word of a sentence; the others ("dhr.", "bijv.") ask for what follows."""
_LABELLED_BY_LETTER = frozenset(
    "plan optie groep team klas vitamine bijlage variant deel scenario type lijn categorie zone gebouw hal zaal "
    "poort perron blok punt option group vitamin class part appendix building hall gate platform block grade "
    "level".split()
)
_STARTERS = frozenset(
    "de het een dit dat deze die ik we wij je jij u hij zij ze er en maar wat wie waar hoe wanneer waarom nu "
    "vandaag morgen gisteren als dus want ook toen daar hier in op met voor na tot bij om dank bedankt graag "
    "lees kom kijk meld the a an this that these those i you he she they it there and but what who where how "
    "when why now today tomorrow yesterday if so on with for after thanks thank read come see our my your".split()
)
"""Words that begin many sentences and no names: written with a capital they tell "U.S. The" from "U.S. Army"."""


@view
def _line_breaks(document: Document) -> tuple[int, ...]:
    """For each token the number of line breaks between it and the token before."""
    text, found = document.text, tokens(document)
    if not any(sign in text for sign in "\n\r\u2028\u2029"):
        return (0,) * len(found)
    ends = (0, *(token.span.end for token in found))
    return tuple(_breaks(text[end : token.span.start]) for end, token in zip(ends, found, strict=False))


def _breaks(gap: str) -> int:
    return max(gap.count("\n"), gap.count("\r")) + gap.count("\u2028") + 2 * gap.count("\u2029")


@view
def _sentence_starts(document: Document) -> tuple[int, ...]:
    """The places, in `tokens`, of the tokens that begin a sentence."""
    reading = _Reading(document.text, tokens(document), _line_breaks(document))
    starts = {0, *_starts_after_stops(reading)}
    if any(reading.breaks):
        starts.update(_starts_at_lines(reading))
    return tuple(sorted(starts))


class _Reading(NamedTuple):
    """What is read to find sentences."""

    text: str
    found: tuple[Token, ...]
    breaks: tuple[int, ...]

    def joined(self, place: int) -> bool:
        """Whether the token at `place` touches the one before."""
        return self.found[place - 1].span.end == self.found[place].span.start

    def first_of_line(self, place: int) -> bool:
        return place == 0 or self.breaks[place] > 0

    def written(self, place: int) -> str:
        return self.found[place].span.of(self.text)


def _starts_after_stops(reading: _Reading) -> Iterator[int]:
    text, found = reading.text, reading.found
    word, mark, emoji = TokenKind.WORD, TokenKind.MARK, TokenKind.EMOJI
    last = len(found) - 1
    stops = [
        place
        for place, (span, kind, norm, _) in enumerate(found)
        if (text[span[1] - 1] == "." if kind is word else kind is emoji or (kind is mark and norm[0] in _STOPS))
    ]
    for place in stops:
        if place < last and (found[place].kind is not emoji or found[place + 1].kind is not emoji):
            following = _past_sentence(reading, place)
            if following < len(found) and _ends_sentence(reading, place, following):
                yield following


def _past_sentence(reading: _Reading, stop: int) -> int:
    """The place after what belongs to the sentence that ends at `stop`: closing marks, emoji and a thread mark."""
    found, place = reading.found, stop + 1
    while place < len(found) and reading.joined(place) and reading.written(place)[0] in _CLOSING:
        place += 1
    while place < len(found) and found[place].kind is TokenKind.EMOJI and not reading.breaks[place]:
        place += 1
    for length in (3, 1):
        past = place + length
        if past <= len(found) and (past == len(found) or reading.breaks[past]) and _is_thread_mark(found[place:past]):
            return past
    return place


def _is_thread_mark(part: Sequence[Token]) -> bool:
    number = part[len(part) // 2]
    brackets = "".join(token.norm for token in part if token is not number)
    return number.kind is TokenKind.NUMBER and number.norm.count("/") == 1 and brackets in ("", "()", "[]")


def _ends_sentence(reading: _Reading, stop: int, following: int) -> bool:
    """Whether the token at `stop` ends a sentence before the token at `following`."""
    token, after, last = reading.found[stop], reading.found[following], reading.found[following - 1]
    if after.kind is TokenKind.MARK and (after.norm in _INNER_MARKS or after.norm[0] in _STOPS):
        return token.kind is TokenKind.MARK and reading.breaks[following] > 0
    if last.kind is not TokenKind.EMOJI and reading.joined(following):
        return _ends_without_space(reading, stop, following)
    if token.kind is TokenKind.EMOJI:
        return _emoji_ends(reading, stop, following)
    if token.kind is TokenKind.WORD:
        return _abbreviation_ends(reading, stop, following)
    closed = last is not token and last.kind is TokenKind.MARK
    return not (closed and _is_small(reading, following)) and _mark_ends(reading, stop, following)


def _mark_ends(reading: _Reading, stop: int, following: int) -> bool:
    norm = reading.found[stop].norm
    if norm == ".":
        return _full_stop_ends(reading, stop, following)
    if norm.startswith("."):
        return reading.found[following].kind is TokenKind.HASHTAG or _is_capital(reading, following)
    return stop == 0 or reading.found[stop - 1].norm not in ("(", "[")


def _ends_without_space(reading: _Reading, stop: int, following: int) -> bool:
    """Whether a space was forgotten: in "Klaar.Nu", "Echt?ja" and "klaar.#zorg", not in "10.B" and "J.Jansen"."""
    if reading.found[stop].kind is not TokenKind.MARK or following > stop + 1 or stop == 0:
        return False
    before, after = reading.found[stop - 1], reading.found[following]
    if after.kind is TokenKind.HASHTAG or reading.found[stop].norm != ".":
        return after.kind in (TokenKind.HASHTAG, TokenKind.WORD) and not reading.found[stop].norm.startswith("..")
    longer = before.kind is TokenKind.WORD and len(before.norm) > 1 and before.norm not in ABBREVIATIONS
    return longer and after.kind is TokenKind.WORD and _is_capital(reading, following)


def _emoji_ends(reading: _Reading, stop: int, following: int) -> bool:
    """An emoji takes the place of a full stop where a word with which sentences begin follows: "Leuk 👍 Tot dan"."""
    first = stop
    while not reading.first_of_line(first) and reading.found[first - 1].kind is TokenKind.EMOJI:
        first -= 1
    if reading.first_of_line(first) or reading.breaks[following] or reading.found[first - 1].kind is TokenKind.MARK:
        return False
    return _is_capital(reading, following) and reading.found[following].norm in _STARTERS


def _abbreviation_ends(reading: _Reading, stop: int, following: int) -> bool:
    norm, written = reading.found[stop].norm, reading.written(stop)
    if not _is_capital(reading, following):
        return False
    if written.isupper():
        return reading.found[following].norm in _STARTERS and len(norm) > 1
    return norm in _ENDING_ABBREVIATIONS


def _full_stop_ends(reading: _Reading, stop: int, following: int) -> bool:
    if stop == 0:
        return False
    before, small = reading.found[stop - 1], _is_small(reading, following)
    if before.kind is TokenKind.NUMBER:
        return not small and not reading.first_of_line(stop - 1)
    if before.kind is not TokenKind.WORD:
        return True
    if len(before.norm) == 1:
        return _single_letter_ends(reading, stop, following)
    vowelless = len(before.norm) <= _LONGEST_VOWELLESS and _VOWELS.isdisjoint(before.norm)
    return not small or (before.norm not in ABBREVIATIONS and not vowelless)


def _single_letter_ends(reading: _Reading, stop: int, following: int) -> bool:
    """Whether a letter is a word ("plan B.", "u.", "I."), and no initial or abbreviation ("J. de Vries", "p. 5")."""
    letter = reading.written(stop - 1)
    if letter in ("u", "U", "I") or (stop > 1 and reading.found[stop - 2].norm in _LABELLED_BY_LETTER):
        return not _is_small(reading, following)
    return stop > 1 and reading.found[stop - 2].kind is TokenKind.NUMBER and _is_capital(reading, following)


def _is_small(reading: _Reading, place: int) -> bool:
    return _first_letter(reading, place).islower()


def _is_capital(reading: _Reading, place: int) -> bool:
    return _first_letter(reading, place).isupper()


def _first_letter(reading: _Reading, place: int) -> str:
    """The first sign of the word at `place`, past an opening quote or bracket; "'s Avonds" begins with a capital."""
    for token in reading.found[place : place + 3]:
        written = token.span.of(reading.text)
        if token.kind is TokenKind.WORD and written[0] not in "'’‘`":
            return written[0]
        if token.kind is not TokenKind.WORD and (token.kind is not TokenKind.MARK or written not in _OPENING):
            return ""
    return ""


def _starts_at_lines(reading: _Reading) -> Iterator[int]:
    """The lines that begin a sentence for another reason than that the line before ends with a stop."""
    lines = [place for place in range(len(reading.found)) if reading.first_of_line(place)]
    ends = [*lines[1:], len(reading.found)]
    for before, start, end in zip(lines, lines[1:], ends[1:], strict=False):
        if (
            reading.breaks[start] > 1
            or _is_item(reading, start, end)
            or _ends_item(reading, before, start)
            or _is_tags(reading.found[before:start])
            or _is_tags(reading.found[start:end])
            or _is_short_line(reading, before, start)
        ):
            yield start


def _is_item(reading: _Reading, start: int, end: int) -> bool:
    """Whether the line begins with a bullet, an emoji as bullet, a number or a letter: "- ", "👉 ", "1. ", "a) "."""
    first, rest = reading.found[start], reading.found[start + 1 : end]
    if not rest:
        return False
    if first.kind is TokenKind.EMOJI:
        return any(token.kind is not TokenKind.EMOJI for token in rest)
    if first.kind is TokenKind.MARK:
        return first.norm in _BULLETS and not reading.joined(start + 1)
    numbered = first.kind is TokenKind.NUMBER or len(first.norm) == 1
    return _is_thread_mark((first,)) or (numbered and reading.joined(start + 1) and rest[0].norm in (".", ")", "/"))


def _ends_item(reading: _Reading, before: int, start: int) -> bool:
    """Whether the line at `before` is a list item that does not go on, indented, at `start`."""
    indented = reading.text[reading.found[start].span.start - 1] in " \t"
    return _is_item(reading, before, start) and not (indented and _is_small(reading, start))


def _is_tags(line: Sequence[Token]) -> bool:
    kinds = {token.kind for token in line}
    return not kinds.isdisjoint(_TAGS) and kinds <= _TAGS | {TokenKind.EMOJI, TokenKind.MARK}


def _is_short_line(reading: _Reading, before: int, start: int) -> bool:
    """Whether the line was broken on purpose: it had room for more, and a capital follows."""
    length = reading.found[start - 1].span.end - reading.found[before].span.start
    return length < _SHORT_LINE and _is_capital(reading, start)
