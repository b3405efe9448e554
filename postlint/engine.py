"""The linter: built once from packs, it checks many drafts; the only loop over rules."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from postlint.checks import build, features
from postlint.checks.match import Match, Matcher
from postlint.document import WHOLE, DisjointSpans, Document, Draft, Heard, Span, casefolded
from postlint.errors import say
from postlint.finding import Finding, Problem, Report, Severity, Unchecked, shortened
from postlint.language.identification import clear_identification, identification, sentence_langs
from postlint.language.sentences import sentences
from postlint.packs import Pack, RuleIndex, load_packs, names_in
from postlint.parts import at_hand
from postlint.rule import Rule, RuleChange
from postlint.standing import GUESSES, weigh, weigh_impression

if TYPE_CHECKING:
    from postlint.languagetool.settings import LanguageToolSettings
    from postlint.page import PageReading
    from postlint.reader.settings import ReaderSettings
    from postlint.suppress import Configured, Notes

LANGS = ("nl", "en")
COMPARED = {"model", "llm"}
"""The second readers whose impressions are told with a case of good practice; a rule by example quotes its own."""
_UNCHANGED = RuleChange()


class Linter:
    """Checks drafts against packs; build it once and use it from as many threads as you like.

    Args:
        packs: names of shipped packs, folders of own ones, or packs that are loaded already.
        changes: what an organisation changes in a rule, by rule id.
        select: risks, groups or rule ids to which the check is limited; empty means all.
        ignore: risks, groups or rule ids that are left out.
        languagetool: which LanguageTool is asked; without one the rules that require it rest.
        reader: which second readers are asked; without any the rules that require one rest.
        overheard: others than the author read the reports, and are not told what a reader guesses of the author's mind.
        exceptions: findings in files that are let be.

    Raises:
        InputErrors: all that is wrong with the packs.
    """

    def __init__(
        self,
        packs: Iterable[str | Path | Pack] = ("core",),
        *,
        changes: Mapping[str, RuleChange] | None = None,
        select: Sequence[str] = (),
        ignore: Sequence[str] = (),
        languagetool: LanguageToolSettings | None = None,
        reader: ReaderSettings | None = None,
        overheard: bool = False,
        exceptions: Sequence[Configured] = (),
    ) -> None:
        self.packs = load_packs(packs)
        self._changes = dict(changes or {})
        self._select = frozenset(select)
        self._ignore = frozenset(ignore)
        self._languagetool = languagetool and looking_for(languagetool, self.packs)
        self._reader = reader
        self._overheard = overheard
        self._exceptions = exceptions
        self._index = RuleIndex(self.packs)
        self._ready: dict[int, ReadyRule | None] = {}

    @property
    def reads_twice(self) -> bool:
        """Whether a second reader reads each draft, which takes some ten times as long as the rules do."""
        return self._reader is not None

    @property
    def asks_language_model(self) -> bool:
        """Whether a language model reads each draft, which takes seconds."""
        return self._reader is not None and bool(self._reader.llm)

    def without_languagetool(self) -> Linter:
        """The same linter but for the rules that ask LanguageTool, for who cannot wait for it."""
        return self._asking(None, self._reader)

    def without_language_model(self) -> Linter:
        """The same linter but for what a language model sees, for who cannot wait for it."""
        return self._asking(self._languagetool, self._reader and self._reader.without_llm())

    def without_readers(self) -> Linter:
        """The same linter but for the rules that ask a second reader, for who cannot wait for it."""
        return self._asking(self._languagetool, None)

    def _asking(self, languagetool: LanguageToolSettings | None, reader: ReaderSettings | None) -> Linter:
        return Linter(
            self.packs,
            changes=self._changes,
            select=tuple(self._select),
            ignore=tuple(self._ignore),
            languagetool=languagetool,
            reader=reader,
            overheard=self._overheard,
            exceptions=self._exceptions,
        )

    def check(self, draft: Draft, today: date | None = None) -> Report:
        """The findings in a draft and what could not be checked of it; the same draft gives the same report.

        `today` is the day by which exceptions hold, unless the draft has a moment of publication; without either they
        all do.
        """
        return self.excepted(self.found(draft), draft, today)

    def excepted(self, report: Report, draft: Draft, today: date | None = None) -> Report:
        """The report on a draft, with the findings set apart that exceptions let be."""
        if not self.may_except(draft):
            return report
        from postlint.suppress import Judging, excepted  # most drafts do without

        publish_at = draft.context.publish_at
        day = today if publish_at is None else publish_at.date()
        return excepted(report, draft, self._exceptions, Judging(self.takes_part, self.names, self.notes(), day))

    def notes(self) -> Notes:
        """What makes the findings about exceptions themselves."""
        from postlint.suppress import Notes

        return Notes(self._changes, self._select, self._ignore)

    def may_except(self, draft: Draft) -> bool:
        """Whether there are exceptions that may be about the draft, and hold by the day."""
        return draft.origin is not None and bool(draft.origin.remarks or self._exceptions)

    def found(self, draft: Draft) -> Report:
        """The report on a draft as if there were no exceptions."""
        if draft.passages:
            return self._check_page(draft)
        document = Document(draft.text, "", draft.context, self._languagetool, reader=self._reader)
        before = draft.heard[0] if draft.heard else None
        lang, langs = (before.lang, before.langs[0]) if before else _languages(document)
        problems = [] if before else _unread(document, lang)
        findings: list[Finding] = []
        spoke: dict[int, list[int]] = {}
        for number, each in enumerate(langs, WHOLE + 1):
            document = document.read_as(each)
            if before:
                touched = before.rules.get(number, ())
            else:
                touched = self._index.touched(each, features(document), document.text, casefolded(document))
            said = [*self._found(document, touched, problems, mixed=len(langs) > 1)]
            if said:
                spoke[number] = self._spoke(said, each)
            findings += said
        settled = self._compared(settle(findings), document)
        return _report(draft, lang, settled, problems, Heard(lang, (langs,), spoke))

    def _check_page(self, draft: Draft) -> Report:
        """The findings in each passage, and those of rules for a whole draft in the page."""
        from postlint.page import blocks, joined, read_page, shifted  # posts do without

        parts = blocks(draft)
        if len(parts) > 1:
            return joined(draft, [self._check_page(part) for part in parts])
        page = read_page(draft, _languages, self._languagetool, self._reader)
        problems: list[Problem] = [] if page.readings else [_foreign_language()]
        touched = _touched_again(page, draft.heard[0]) if draft.heard else self._touched_on(page)
        found: list[Finding] = []
        spoke: dict[Document, list[int]] = {}
        for passage, documents in page.readings:
            within: list[Finding] = []
            for document in documents:
                said = [*self._found(document, touched[document], problems, mixed=len(documents) > 1)]
                if said:
                    spoke[document] = self._spoke(said, document.lang)
                within += said
            start = passage.span.start
            settled = self._compared(settle(within), documents[0])
            found += (replace(finding, span=shifted(finding.span, start)) for finding in settled)
        if page.lang in LANGS:
            said = [*self._found_in_whole(page, touched.get(page.whole), problems)]
            spoke[page.whole] = self._spoke(said, page.lang)
            found += settle(said)
        rules = {number: spoke[document] for number, document in enumerate(page.documents) if spoke.get(document)}
        page.close()
        return _report(draft, page.lang, sorted(found, key=_place), problems, Heard(page.lang, page.langs, rules))

    def _spoke(self, found: Sequence[Finding], lang: str) -> list[int]:
        """The numbers of the rules of these findings, which were made in one language."""
        return self._index.numbers({finding.rule for finding in found}, lang)

    def _compared(self, findings: list[Finding], document: Document) -> list[Finding]:
        """The findings; those of a second reader with the case of good practice that is most like the draft."""
        if not any(finding.reader in COMPARED for finding in findings):
            return findings
        from postlint.comparison import with_case  # few drafts have one

        folders = [pack.folder for pack in self.packs]
        return [
            with_case(finding, document, folders) if finding.reader in COMPARED else finding for finding in findings
        ]

    def _touched_on(self, page: PageReading) -> dict[Document, Sequence[int]]:
        """The numbers of the rules that each document of a page can touch."""
        touched: dict[Document, Sequence[int]] = {}
        for each in page.pages:
            if each.passages:
                documents = each.passages
                known, folded = [*map(features, documents)], [*map(casefolded, documents)]
                texts = [document.text for document in documents]
                numbers = self._index.touched_by_each(documents[0].lang, known, texts, folded)
                touched |= zip(documents, numbers, strict=True)
        return touched

    def _found(
        self, document: Document, touched: Sequence[int], problems: list[Problem], *, mixed: bool
    ) -> Iterator[Finding]:
        """What the rules find in a document; those for a whole draft are left out where it is a passage of a page."""
        for ready in self._prepared(touched):
            if ready.rule.whole and document.is_passage:
                continue
            yield from _findings(ready, document, problems, mixed=mixed)

    def _found_in_whole(
        self, page: PageReading, touched: Sequence[int] | None, problems: list[Problem]
    ) -> Iterator[Finding]:
        """What the rules for a whole draft find in a page, read in its own language; `touched` where that is known."""
        if touched is None:
            text, folded, known = page.whole.text, casefolded(page.whole), page.features(features)
            touched = self._index.touched(page.lang, known, text, folded, whole=True)
        for ready in self._prepared(touched):
            if ready.rule.whole:
                yield from _findings(ready, page.whole, problems, mixed=False)

    def _prepared(self, numbers: Iterable[int]) -> Iterator[ReadyRule]:
        for number in numbers:
            if number not in self._ready:
                self._ready[number] = self._prepare(self._index.rule(number))
            ready = self._ready[number]
            if ready is not None:
                yield ready

    def _prepare(self, rule: Rule) -> ReadyRule | None:
        """The rule ready to run; `None` where it is switched off, left out or lacks an optional part."""
        if not self._runs(rule.id, rule.risk, rule.requires):
            return None
        changed = self._changes.get(rule.id, _UNCHANGED).of(rule)
        if "reader" in rule.requires:
            changed = replace(changed, severity=weigh_impression(rule.risk, changed.severity))
        return ReadyRule(changed, build(rule.match))

    def _runs(self, rule: str, risk: str, requires: Sequence[str]) -> bool:
        names = {rule, risk, risk.split("/", maxsplit=1)[0]}
        wanted = (not self._select or not names.isdisjoint(self._select)) and names.isdisjoint(self._ignore)
        enabled = self._changes.get(rule, _UNCHANGED).enabled
        unheard = self._overheard and risk in GUESSES and "reader" in requires
        there = all(at_hand(part, self._languagetool, self._reader) for part in requires)
        return enabled and wanted and not unheard and there

    def takes_part(self, name: str) -> bool | None:
        """Whether all rules of this name, risk or group take part in a check; `None` where nothing has that name.

        Of a pack that was not loaded nothing is known, so its rules do not take part.
        """
        from postlint.risks import RISKS, groups

        if name in self._by_name:
            return all(self._runs(*rule) for rule in self._by_name[name])
        pack = name.split("/", maxsplit=1)[0] if name.count("/") == 2 else ""
        unknown = pack in {each.name for each in self.packs} if pack else name not in {*RISKS, *groups()}
        return None if unknown else False

    @cached_property
    def _by_name(self) -> Mapping[str, Collection[tuple[str, str, tuple[str, ...]]]]:
        """Id, risk and required parts of the rules that each name in an exception is about."""
        from postlint.suppress import names_of

        found: defaultdict[str, set[tuple[str, str, tuple[str, ...]]]] = defaultdict(set)
        for rule, _, risk, requires in (each for pack in self.packs for each in pack.names):
            for name in names_of(rule, risk):
                found[name].add((rule, risk, tuple(requires)))
        return dict(found)

    def names(self) -> set[str]:
        """All names by which a check can be limited: risks, their groups, and the rules of the packs."""
        return names_in(self.packs)


def looking_for(languagetool: LanguageToolSettings, packs: Iterable[Pack]) -> LanguageToolSettings:
    """The settings by which LanguageTool looks for what the packs choose, and for little else."""
    from postlint.languagetool.switches import switched  # a check without LanguageTool never needs it

    return switched(languagetool, (rule for pack in packs for rule in pack.requiring("languagetool")))


class ReadyRule(NamedTuple):
    """A rule with its matcher."""

    rule: Rule
    matcher: Matcher

    def findings(self, document: Document, *, mixed: bool) -> Iterator[Finding]:
        """The rule's findings in the document; where languages are mixed, those in sentences of its own language."""
        rule = self.rule
        if not rule.when.holds(document.context):
            return
        severity = weigh(rule.risk, rule.severity, document.context)
        if severity is None:
            return
        told: set[str] | None = None
        for match in self.matcher(document):
            if told is None:
                told = document.told(rule.id)
            if rule.once and _words_of(match, document.text) in told:
                continue
            if mixed and not _in_own_language(document, match.span):
                continue
            if not _silenced(document, match.span, rule.unless):
                told.add(_words_of(match, document.text))
                yield _finding(rule, severity, document, match)
                if rule.whole:
                    return


def _findings(ready: ReadyRule, document: Document, problems: list[Problem], *, mixed: bool) -> Iterator[Finding]:
    """What a rule finds; if it cannot be checked or crashes, that is one of the problems."""
    try:
        yield from ready.findings(document, mixed=mixed)
    except Unchecked as unchecked:
        problems.append(unchecked.problem)
    except Exception as crash:  # noqa: BLE001 — one broken rule must not silence the others
        problems.append(_crash(ready.rule, crash))


def _touched_again(page: PageReading, before: Heard) -> dict[Document, Sequence[int]]:
    """The numbers of the rules that spoke of each document of a page before."""
    return {document: before.rules.get(number, ()) for number, document in enumerate(page.documents)}


def _report(draft: Draft, lang: str, findings: Sequence[Finding], problems: Sequence[Problem], heard: Heard) -> Report:
    if draft.origin is not None:
        from postlint.page import placed  # a draft without a file does without

        findings = placed(findings, draft.origin)
    return Report(
        text=draft.text,
        lang=lang if lang in LANGS else None,
        findings=tuple(findings),
        problems=tuple(dict.fromkeys(problems)),
        id=draft.id,
        passages=draft.passages,
        heard=(heard,),
    )


def _words_of(match: Match, text: str) -> str:
    """What tells that two matches are of the same words: the entry of a list where it is one, else what is written."""
    return match.values.get("entry", "") or match.span.of(text).casefold()


def _silenced(document: Document, span: Span, unless: Sequence[str]) -> bool:
    """Whether the text around the span says that it is not meant; most drafts never ask, so its tables load late."""
    if not unless:
        return False
    from postlint.language.assertion import asserts

    return any(asserts(document, span, name) for name in unless)


def _finding(rule: Rule, severity: Severity, document: Document, match: Match) -> Finding:
    text = document.text
    found = match.span.of(text)
    values = {"found": shortened(found), **match.values}
    suggestions, fix = _suggestions(rule, document, match, values)
    until = match.values.get("until_iso")
    whole = rule.whole or ("reader" in match.values and match.span == Span(0, len(text)) and not document.is_passage)
    return Finding(
        risk=rule.risk,
        rule=rule.id,
        severity=severity,
        span=Span(0, len(text)) if whole else match.span,
        text=text if whole else found,
        message=rule.message.format_map(values),
        why="\n".join(filter(None, [rule.why.format_map(values), match.values.get("impression")])),
        advice=rule.advice.format_map(values),
        suggestions=suggestions,
        fix=fix,
        until=datetime.fromisoformat(until) if until else None,
        whole=whole,
        covers=rule.covers,
        yields=rule.yields,
        masked=match.values.get("masked", ""),
        reader=match.values.get("reader", ""),
    )


def _suggestions(
    rule: Rule, document: Document, match: Match, values: Mapping[str, str]
) -> tuple[tuple[str, ...], bool]:
    """What may stand in place of a match, and whether the rule vouches for it; few rules have a suggestion."""
    if rule.suggestion is None:
        return match.suggestions, False
    from postlint.suggestion import own_suggestion

    text, fix = own_suggestion(rule, document, match, values)
    return (text,), fix


def settle(findings: Iterable[Finding]) -> list[Finding]:
    """The findings in order of place, without those that a heavier or longer one of the same risk says already.

    A finding also replaces those at its place whose rule or risk its own rule covers, or whose rule yields to
    it; of two that yield both stay, and none yields to what is said of the whole draft. Where a rule found a risk
    by itself, what a second reader has to say of it is left out.
    """
    found = list(findings)
    if len(found) < 2:
        return found
    ruled = {finding.risk for finding in found if not finding.reader}
    heard = (finding for finding in found if not finding.reader or finding.risk not in ruled)
    ranked = sorted(heard, key=lambda each: (-each.severity, each.whole, -_length(each), _place(each)))
    taken: defaultdict[tuple[str, bool], DisjointSpans] = defaultdict(DisjointSpans)
    kept = [finding for finding in ranked if taken[finding.risk, finding.whole].take(finding.span)]
    covering: defaultdict[str, DisjointSpans] = defaultdict(DisjointSpans)
    for finding in kept:
        for name in finding.covers:
            covering[name].take(finding.span)
    left = [finding for finding in kept if not _is_covered(finding, covering)]
    yielded_to = {name for finding in left for name in finding.yields}
    places: defaultdict[str, DisjointSpans] = defaultdict(DisjointSpans)
    for finding in left:
        for name in () if finding.yields or finding.whole else yielded_to & {finding.risk, finding.rule}:
            places[name].take(finding.span)
    return sorted((finding for finding in left if not _meets(finding, finding.yields, places)), key=_place)


def _is_covered(finding: Finding, covering: Mapping[str, DisjointSpans]) -> bool:
    """Whether another finding covers this one's rule or risk; what is said of words covers what is said of it all."""
    return _meets(finding, {finding.risk, finding.rule} - set(finding.covers), covering)


def _meets(finding: Finding, names: Iterable[str], places: Mapping[str, DisjointSpans]) -> bool:
    return any(places[name].overlap(finding.span) for name in names if name in places)


def _length(finding: Finding) -> int:
    return finding.span.end - finding.span.start


def _place(finding: Finding) -> tuple[Span, str, str]:
    return finding.span, finding.risk, finding.rule


def _languages(document: Document, *, clear: bool = False) -> tuple[str, tuple[str, ...]]:
    """The draft's language, and the languages whose rules read it; a draft without words is read as Dutch.

    Where only a `clear` language counts, there may be none.
    """
    if document.context.lang is not None:
        return document.context.lang, (document.context.lang,)
    identified = clear_identification(document) if clear else identification(document)
    if identified is None:
        return "", ()
    if identified.lang == "other":
        return "other", ()
    lang = identified.lang if identified.lang in LANGS else "nl"
    return lang, LANGS if identified.mixed else (lang,)


def _unread(document: Document, lang: str) -> list[Problem]:
    """The problem that the draft, or a part of it, is in neither of our languages, where it is."""
    if lang == "other":
        return [_foreign_language()]
    if document.context.lang is None and identification(document).foreign:
        return [_foreign(say("A part of this draft is in neither Dutch nor English, and was not checked."))]
    return []


def _in_own_language(document: Document, span: Span) -> bool:
    found, langs = sentences(document), sentence_langs(document)
    first = bisect_right(found, span.start, key=_end)
    after = bisect_left(found, span.end, key=_start)
    return all(lang in (document.lang, "") for lang in langs[first:after])


def _start(span: Span) -> int:
    return span.start


def _end(span: Span) -> int:
    return span.end


def _foreign_language() -> Problem:
    return _foreign(say("This draft is in neither Dutch nor English, so nothing was checked."))


def _foreign(what: str) -> Problem:
    return Problem(what=what, remedy=say("Say so with `lang` if it is one of the two."))


def _crash(rule: Rule, crash: Exception) -> Problem:
    """Names the error's type alone: its text may quote the draft."""
    return Problem(
        what=say("The rule {rule} crashed ({error}).", rule=rule.id, error=type(crash).__name__),
        remedy=say("The other rules were checked. Please report it with the rule's name; never with the draft."),
        where=rule.id,
    )
