"""The report for an editorial meeting: one page that needs no server, no script and no request.

It tells of texts: what stands in them, where, and what has changed. It names no author and counts nothing by person.
"""

from __future__ import annotations

import base64
import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Literal, NamedTuple
from xml.etree import ElementTree as ET

from postlint import __version__
from postlint.errors import say
from postlint.finding import Finding, Report, Severity
from postlint.reporters.change import Noted
from postlint.reporters.located import Located, LocatedReport, located
from postlint.reporters.text import SEVERITY_WORDS, left_out
from postlint.reporters.xml import element
from postlint.risks import ALL, EXCEPTIONS, groups

STYLE = (Path(__file__).parent / "html.css").read_text(encoding="utf-8")
_HEAVIEST_FIRST = sorted(Severity, reverse=True)
_SIGNS = {Severity.HOLD: "■", Severity.RECONSIDER: "▲", Severity.NOTE: "●"}
_BAR = 100  # the width of a bar in its own units

Node = ET.Element | str


@dataclass(frozen=True)
class Meeting:
    """All that the page tells: the reports of the run, and what an older one told (`None`: there is none)."""

    reports: Sequence[LocatedReport]
    older: Mapping[str, Noted] | None
    lang: Literal["nl", "en"]

    @property
    def findings(self) -> list[Located]:
        """The findings in all texts."""
        return [found for each in self.reports for found in each.findings]

    def is_new(self, found: Located) -> bool:
        """Whether the older report did not have this finding."""
        return self.older is not None and found.fingerprint not in self.older

    @property
    def gone(self) -> list[Noted]:
        """What the older report told and this one does not."""
        now = {found.fingerprint for found in self.findings}
        return [noted for fingerprint, noted in (self.older or {}).items() if fingerprint not in now]


def html(
    reports: Iterable[Report],
    *,
    made: datetime,
    lang: Literal["nl", "en"],
    older: Mapping[str, Noted] | None = None,
) -> Iterator[str]:
    """The page, in the language of the interface (`lang`); `older` are the findings of the report to compare with."""
    meeting = Meeting(list(located(reports)), older, lang)
    page = element("html", {"lang": lang}, _head(), _body(meeting, made))
    yield "<!doctype html>\n"
    yield ET.tostring(page, encoding="unicode", method="html")
    yield "\n"


def _head() -> ET.Element:
    digest = base64.b64encode(hashlib.sha256(STYLE.encode()).digest()).decode()
    policy = f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    return element(
        "head",
        {},
        element("meta", {"charset": "utf-8"}),
        element("meta", {"name": "generator", "content": f"postlint {__version__}"}),
        element("meta", {"http-equiv": "Content-Security-Policy", "content": policy}),
        element("meta", {"name": "referrer", "content": "no-referrer"}),
        element("meta", {"name": "viewport", "content": "width=device-width, initial-scale=1"}),
        element("meta", {"name": "color-scheme", "content": "light dark"}),
        element("title", {}, _title()),
        element("style", {}, STYLE),
    )


def _title() -> str:
    return say("What our texts say")


def _body(meeting: Meeting, made: datetime) -> ET.Element:
    moment = made.strftime("%Y-%m-%d %H:%M")
    header = element("header", {}, element("h1", {}, _title()), *_lines(meeting), _figures(meeting))
    parts = (_not_checked, _change, _by_group, _by_text, _by_rule, _texts)
    sections = [section for part in parts for section in part(meeting)]
    footer = element(
        "footer",
        {},
        _p(say("This report speaks of texts, never of who wrote them.")),
        _p(say("Passwords, personal data and embargo terms are covered up: ••••••.")),
        _p(say("Made by postlint {version}, {moment}.", version=__version__, moment=moment)),
    )
    return element("body", {}, header, element("main", {}, *sections), footer)


def _p(*parts: Node, **attributes: str) -> ET.Element:
    return element("p", {key.rstrip("_"): value for key, value in attributes.items()}, *parts)


def _section(name: str, title: str, *parts: Node) -> ET.Element:
    heading = element("h2", {"id": name}, title)
    return element("section", {"aria-labelledby": name}, heading, *parts)


# ---- at a glance ----------------------------------------------------------------------------------------------------


def _lines(meeting: Meeting) -> Iterator[ET.Element]:
    yield _p(_summary(meeting))
    counts = Counter(why.by for each in meeting.reports for _, why in each.suppressed)
    if counts:
        yield _p(left_out(counts))


def _summary(meeting: Meeting) -> str:
    drafts = [each for each in meeting.reports if each.report.on_draft]
    clean = sum(not each.findings and not each.troubles for each in drafts)
    texts = len(drafts)
    if clean == texts:
        return say("Texts read: {texts}. Nothing stands out.", texts=texts)
    return say("Texts read: {texts}. In {clean} of them nothing stands out.", texts=texts, clean=clean)


def _figures(meeting: Meeting) -> ET.Element:
    counts = Counter(found.finding.severity for found in meeting.findings)
    boxes = [
        element(
            "div",
            {"class": severity.word},
            element("dt", {}, f"{_SIGNS[severity]} {SEVERITY_WORDS[severity]()}"),
            element("dd", {}, str(counts[severity])),
        )
        for severity in _HEAVIEST_FIRST
    ]
    return element("dl", {"class": "figures"}, *boxes)


def _not_checked(meeting: Meeting) -> Iterator[ET.Element]:
    troubles = [trouble for each in meeting.reports for trouble in each.troubles]
    if troubles:
        items = [
            element("li", {}, element("code", {}, trouble.file), f" {trouble.problem.told()}") for trouble in troubles
        ]
        yield _section("not-checked", say("Not checked"), element("ul", {}, *items))


# ---- what has changed -----------------------------------------------------------------------------------------------


def _change(meeting: Meeting) -> Iterator[ET.Element]:
    if meeting.older is None:
        return
    new = sum(map(meeting.is_new, meeting.findings))
    gone = meeting.gone
    line = say(
        "New: {new}. Gone: {gone}. Still there: {same}.",
        new=new,
        gone=len(gone),
        same=len(meeting.findings) - new,
    )
    items = [
        element("li", {}, element("code", {}, noted.file), " ", element("s", {}, noted.message), " ", _rule(noted.rule))
        for noted in gone
    ]
    listed = [
        element("details", {"open": "open"}, element("summary", {}, say("What is gone")), element("ul", {}, *items))
    ]
    yield _section("change", say("Since the older report"), _p(line), *(listed if gone else []))


# ---- by group, text and rule ----------------------------------------------------------------------------------------


def _by_group(meeting: Meeting) -> Iterator[ET.Element]:
    now: dict[str, list[Located]] = {group: [] for group in groups()}
    for found in meeting.findings:
        now.setdefault(_group(found.finding.risk), []).append(found)
    then = Counter(_group(noted.risk) for noted in (meeting.older or {}).values())
    rows = [_Row(GROUP_WORDS[group](), found, then[group]) for group, found in now.items()]
    if meeting.findings or then:
        yield _section("groups", say("By group"), _plotted(say("Group"), rows, meeting))


def _by_text(meeting: Meeting) -> Iterator[ET.Element]:
    then = Counter(noted.file for noted in (meeting.older or {}).values())
    rows = [
        _Row(element("a", {"href": f"#text-{number}"}, each.file), each.findings, then[each.file])
        for number, each in _with_findings(meeting)
    ]
    if rows:
        yield _section("by-text", say("By text"), _plotted(say("Text"), rows, meeting))


class _Row(NamedTuple):
    """What is counted of one group or text: its findings now, and how many the older report had."""

    name: Node
    now: Sequence[Located]
    then: int


def _plotted(head: str, rows: Sequence[_Row], meeting: Meeting) -> ET.Element:
    """A table of findings by severity; each row ends in a bar, of which the longest fills the width."""
    compared = meeting.older is not None
    longest = max(max(len(row.now), row.then if compared else 0) for row in rows)
    heads: list[Node] = [head, *map(_severity_head, _HEAVIEST_FIRST)]
    heads += [say("Change")] if compared else []
    body = []
    for name, now, then in rows:
        counts = {severity: sum(each.finding.severity is severity for each in now) for severity in _HEAVIEST_FIRST}
        cells = [element("th", {"scope": "row"}, name), *map(_number, counts.values())]
        if compared:
            cells.append(element("td", {"class": "number"}, _difference(len(now) - then)))
        cells.append(element("td", {"class": "plot"}, _bar(counts, then if compared else None, longest)))
        body.append(element("tr", {}, *cells))
    return _table(
        heads, body, caption=say("The grey line is the older report.") if compared else "", plot=say("Together")
    )


def _bar(counts: Mapping[Severity, int], before: int | None, longest: int) -> ET.Element:
    """A bar as long as the counts together, of which `longest` fills the width; below it a line for what was before.

    The numbers stand beside it, so a screen reader passes it over.
    """
    parts, x = [], 0.0
    for severity, count in counts.items():
        width = _BAR * count / longest
        parts.append(element("rect", {"class": severity.word, "x": f"{x:.2f}", "width": f"{width:.2f}", "height": 8}))
        x += width
    if before is not None:
        width = _BAR * before / longest
        parts.append(element("rect", {"class": "before", "x": 0, "y": 9, "width": f"{width:.2f}", "height": 2}))
    frame: dict[str, str | int] = {"viewBox": f"0 0 {_BAR} 11", "preserveAspectRatio": "none", "aria-hidden": "true"}
    return element("svg", {**frame, "xmlns": "http://www.w3.org/2000/svg"}, *parts)


def _by_rule(meeting: Meeting) -> Iterator[ET.Element]:
    of_rule: dict[str, list[tuple[str, Finding]]] = {}
    for each in meeting.reports:
        for found in each.findings:
            of_rule.setdefault(found.finding.rule, []).append((each.file, found.finding))
    rows = []
    for rule, times in sorted(of_rule.items(), key=lambda item: (-len(item[1]), item[0])):
        risk = times[0][1].risk
        meaning = getattr(ALL[risk], meeting.lang)
        what = element("td", {}, say("The draft {meaning}.", meaning=meaning), " ", _rule(rule))
        texts = len({file for file, _ in times})
        group = element("th", {"scope": "row"}, GROUP_WORDS[_group(risk)]())
        rows.append(element("tr", {}, group, what, _number(len(times)), _number(texts)))
    if rows:
        heads = [say("Group"), say("What was found"), say("Times"), say("Texts")]
        yield _section("rules", say("By rule"), _table(heads, rows))


def _severity_head(severity: Severity) -> ET.Element:
    """Its sign and its word, of which a narrow screen shows the sign alone."""
    word = element("span", {"class": "word"}, SEVERITY_WORDS[severity]())
    return element("span", {"class": severity.word}, element("span", {"class": "badge"}, _SIGNS[severity]), " ", word)


def _table(heads: Sequence[Node], rows: Sequence[ET.Element], caption: str = "", plot: str = "") -> ET.Element:
    """A table; `plot` heads a last column of bars, which only the eye needs."""
    cells = [element("th", {"scope": "col"}, head) for head in heads]
    if plot:
        cells.append(element("th", {"scope": "col", "class": "plot"}, plot))
    head = element("thead", {}, element("tr", {}, *cells))
    captions = [element("caption", {}, caption)] if caption else []
    return element("table", {}, *captions, head, element("tbody", {}, *rows))


def _number(count: int) -> ET.Element:
    return element("td", {"class": "number" if count else "number none"}, str(count))


def _difference(count: int) -> str:
    return f"+{count}" if count > 0 else f"−{-count}" if count else "0"


def _rule(rule: str) -> ET.Element:
    return element("code", {"class": "rule"}, rule)


def _group(risk: str) -> str:
    return risk.split("/", maxsplit=1)[0]


GROUP_WORDS = {
    "timing": lambda: say("Timing"),
    "openness": lambda: say("Openness"),
    "tone": lambda: say("Tone"),
    "informing": lambda: say("Informing"),
    "listening": lambda: say("Listening"),
    "connecting": lambda: say("Connecting"),
    "networking": lambda: say("Networking"),
    "role": lambda: say("Role"),
    "exception": lambda: say("Exceptions"),
}
"""What the groups of risks are called, in the language of the interface when it is shown."""


# ---- text by text ---------------------------------------------------------------------------------------------------


def _texts(meeting: Meeting) -> Iterator[ET.Element]:
    told = [_text(number, each, meeting) for number, each in _with_findings(meeting)]
    if told:
        yield _section("texts", say("Text by text"), *told)
    clean = sorted(each.file for each in meeting.reports if not each.findings and not each.troubles)
    if clean:
        items = [element("li", {}, element("code", {}, file)) for file in clean]
        summary = element("summary", {}, say("Texts: {texts}", texts=len(clean)))
        yield _section("clean", say("Nothing stands out"), element("details", {}, summary, element("ul", {}, *items)))


def _with_findings(meeting: Meeting) -> list[tuple[int, LocatedReport]]:
    """The texts in which something was found, the heaviest first, each with a number."""
    told = [each for each in meeting.reports if each.findings]
    return list(enumerate(sorted(told, key=_weight, reverse=True), start=1))


def _weight(each: LocatedReport) -> list[int]:
    severities = [found.finding.severity for found in each.findings]
    return [severities.count(severity) for severity in _HEAVIEST_FIRST]


def _text(number: int, each: LocatedReport, meeting: Meeting) -> ET.Element:
    heading = element("h3", {"id": f"text-{number}"}, element("code", {}, each.file))
    if each.report.until is not None:
        moment = each.report.until.strftime("%Y-%m-%d %H:%M")
        heading.append(
            element("small", {}, f" {SEVERITY_WORDS[Severity.HOLD]()} {say('until {moment}', moment=moment)}")
        )
    items = [_finding(each, found, meeting) for found in each.findings]
    return element("article", {}, heading, element("ol", {"class": "findings"}, *items))


def _finding(each: LocatedReport, found: Located, meeting: Meeting) -> ET.Element:
    finding = found.finding
    speaks_interface = finding.risk in EXCEPTIONS  # while a rule speaks the language of the text
    lang: dict[str, str | int] = {"lang": each.report.lang} if each.report.lang and not speaks_interface else {}
    badge = element("span", {"class": "badge"}, f"{_SIGNS[finding.severity]} {SEVERITY_WORDS[finding.severity]()}")
    new: list[Node] = [" ", element("span", {"class": "new"}, say("new"))] if meeting.is_new(found) else []
    excerpt = [_excerpt(each, finding, lang)] if finding.on_words else []
    suggested = [_p(say("For instance: "), element("span", lang, text)) for text in finding.suggestions]
    return element(
        "li",
        {"class": finding.severity.word},
        _p(badge, " ", element("strong", lang, finding.message), *new),
        *excerpt,
        element("p", lang, finding.why),
        element("p", lang, f"→ {finding.advice}"),
        *suggested,
        _p(_place(found), " · ", _rule(finding.rule), class_="place"),
    )


def _place(found: Located) -> str:
    if found.place.cell:
        return found.place.cell
    return say("the whole text") if found.finding.whole else say("line {line}", line=found.place.line)


def _excerpt(each: LocatedReport, finding: Finding, lang: dict[str, str | int]) -> ET.Element:
    before, marked, after = each.excerpt(finding)
    return element("blockquote", lang, before, element("mark", {}, marked), after)
