"""Asking a server that is not there, hangs, goes away or answers something else."""

from __future__ import annotations

import json
import logging
import os
import socket
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from pathlib import Path
from threading import Thread
from types import SimpleNamespace
from typing import Any
from urllib.parse import parse_qs

import psutil
import pytest
from answering import Answering, LoopbackServer, running
from conftest import INSTALLED, WritePack, rule_text
from languagetool.conftest import eventually, kill

from postlint.cli.exits import ExitCode
from postlint.cli.writers import code_of
from postlint.config import Config
from postlint.configured import configured_linter
from postlint.context import Context, Lang
from postlint.document import Document, Draft
from postlint.engine import Linter
from postlint.errors import InputErrors, Refusal
from postlint.finding import Report
from postlint.language.sentences import sentences
from postlint.languagetool import proofreading, state
from postlint.languagetool.answer import Remark
from postlint.languagetool.client import Client
from postlint.languagetool.faults import Unavailable
from postlint.languagetool.pieces import Piece
from postlint.languagetool.proofreading import Proofreader
from postlint.languagetool.server import Managed, managed
from postlint.languagetool.settings import MANAGED, LanguageToolSettings, Switches
from postlint.languagetool.state import FILE, Quiet, State, remove_state, touch, write_state
from postlint.languagetool.warming import warm_up

DISTINCT = "Zwaluwnest"
TEXT = f"😀 Hij hebt een {DISTINCT}, gaarne."
SPELLING = rule_text(
    "languagetool: {categories: [TYPOS]}", risk="informing/language-error", more="requires: [languagetool]"
)
WORN = rule_text("languagetool: {rules: [GA*]}", risk="informing/jargon", more="requires: [languagetool]")
OURS = rule_text("phrases: [hij]")

Answer = Callable[["Asked"], None]


class Asked(Answering):
    """One request; the server's `answer` makes of it what it wants."""

    server: Proxy

    def received(self, body: bytes) -> None:
        self.server.asked.append((self.path, {key: value for key, (value,) in parse_qs(body.decode()).items()}))
        self.server.answer(self)


class Proxy(LoopbackServer):
    """Stands where LanguageTool does, on loopback."""

    answer: Answer

    def __init__(self) -> None:
        super().__init__(Asked)
        self.asked: list[tuple[str, dict[str, str]]] = []


@pytest.fixture
def proxy() -> Iterator[Proxy]:
    with running(Proxy()) as server:
        yield server


def found(offset: int, length: int, words: str, rule: str = "HEBT", category: str = "TYPOS") -> dict[str, Any]:
    return {
        "message": "Bedoelt u <suggestion>heeft</suggestion>?",
        "replacements": [{"value": value} for value in ("heeft", "heb", "had", "hadden")],
        "offset": offset,
        "length": length,
        "context": {"text": f"...{words}...", "offset": 3, "length": len(words.encode("utf-16-le")) // 2},
        "rule": {"id": rule, "category": {"id": category}},
    }


def answered(*matches: dict[str, Any], language: str = "nl", **more: Any) -> bytes:
    return json.dumps({"language": {"code": language}, "matches": matches, **more}).encode()


SOUND = answered(found(7, 4, "hebt"), found(28, 6, "gaarne", "GAARNE", "OUDERWETS"))


def impatient(address: str, switches: Switches) -> Client:
    return Client(address, switches, 0.5, 0.5)


CheckOf = Callable[..., Report]


@pytest.fixture
def check(write_pack: WritePack, monkeypatch: pytest.MonkeyPatch, proxy: Proxy) -> CheckOf:
    """The report on a draft by one rule of ours and two of LanguageTool's."""
    monkeypatch.setattr(proofreading, "_proofreader", lru_cache(Proofreader))
    files = {"role/ours.nl.yaml": OURS, "informing/spelling.nl.yaml": SPELLING, "informing/worn.nl.yaml": WORN}
    pack = write_pack(files)

    def checked(text: str = TEXT, *, url: str = proxy.url) -> Report:
        linter = Linter([pack], languagetool=LanguageToolSettings(server=url))
        return linter.check(Draft(text, Context(lang="nl")))

    return checked


@pytest.fixture
def check_hastily(check: CheckOf, monkeypatch: pytest.MonkeyPatch) -> CheckOf:
    """The same with half a second for each answer."""
    monkeypatch.setattr(proofreading, "_proofreader", lru_cache(lambda settings: Proofreader(settings, impatient)))
    return check


def test_both_kinds_of_finding_and_one_request_for_all_rules(check: CheckOf, proxy: Proxy) -> None:
    proxy.answer = lambda asked: asked.send(SOUND)
    report = check()
    assert report.complete
    assert [(finding.rule, finding.text, finding.suggestions) for finding in report.findings] == [
        ("own/role/ours", "Hij", ()),
        ("own/informing/spelling", "hebt", ("heeft", "heb", "had")),
        ("own/informing/worn", "gaarne", ("heeft", "heb", "had")),
    ]
    [(path, form)] = proxy.asked
    assert path == "/v2/check"
    assert (form["language"], form["toneTags"]) == ("nl", "ALL_TONE_RULES")
    assert form["enabledCategories"] == "TYPOS"
    assert json.loads(form["data"]) == {"annotation": [{"text": TEXT}]}


def test_an_answer_is_remembered_by_paragraph(check: CheckOf, proxy: Proxy) -> None:
    proxy.answer = lambda asked: asked.send(answered())
    check("Een.\n\nTwee.\n\nDrie.")
    check("Een.\n\nTwee!\n\nDrie.")
    assert len(proxy.asked) == 4


def hang(asked: Asked) -> None:
    asked.server.over.wait(20)


def drip(asked: Asked) -> None:
    """A byte now and then, each sooner than a socket's own time limit."""
    asked.send(b"", length=1000)
    while not asked.server.over.wait(0.1):
        asked.wfile.write(b" ")
        asked.wfile.flush()


def cut(asked: Asked) -> None:
    asked.send(SOUND[:50], length=len(SOUND))
    asked.connection.shutdown(socket.SHUT_RDWR)


def go_away(asked: Asked) -> None:
    asked.connection.shutdown(socket.SHUT_RDWR)


def say_this(body: bytes, status: int = 200) -> Answer:
    return lambda asked: asked.send(body, status)


GONE = "LanguageTool's server does not answer, so spelling and grammar were not checked."
LATE = "LanguageTool takes too long to answer, so spelling and grammar were not checked."
NONSENSE = "LanguageTool's server gave an answer that cannot be used ({})."
NO_ANSWER = NONSENSE.format("no answer of LanguageTool")
ANOTHER_TEXT = NONSENSE.format("another text")


@pytest.mark.parametrize(
    ("answer", "what"),
    [
        pytest.param(cut, GONE, id="is cut off"),
        pytest.param(go_away, GONE, id="goes away"),
        pytest.param(say_this(DISTINCT.encode(), 500), NONSENSE.format("status 500"), id="500"),
        pytest.param(say_this(SOUND, 404), NONSENSE.format("status 404"), id="404"),
        pytest.param(say_this(b"", 302), NONSENSE.format("status 302"), id="sends elsewhere"),
        pytest.param(say_this(b""), NO_ANSWER, id="nothing"),
        pytest.param(say_this(f"<html>{DISTINCT}".encode()), NO_ANSWER, id="not JSON"),
        pytest.param(say_this(b"\xff\xfe"), NO_ANSWER, id="not UTF-8"),
        pytest.param(say_this(b"[" * 50_000), NO_ANSWER, id="nested too deep"),
        pytest.param(say_this(b"[]"), NO_ANSWER, id="a list"),
        pytest.param(say_this(b'{"language": {"code": "nl"}}'), NO_ANSWER, id="no matches"),
        pytest.param(say_this(answered({"offset": 0})), NO_ANSWER, id="half a match"),
        pytest.param(say_this(answered(language="en-GB")), NONSENSE.format("another language"), id="English"),
        pytest.param(say_this(answered(found(7, 400, "hebt"))), ANOTHER_TEXT, id="beyond the end"),
        pytest.param(say_this(answered(found(-1, 2, "hebt"))), ANOTHER_TEXT, id="before the start"),
        pytest.param(say_this(answered(found(7, 0, ""))), ANOTHER_TEXT, id="no words"),
        pytest.param(say_this(answered(found(7, 4, "heft"))), ANOTHER_TEXT, id="other words"),
        pytest.param(
            say_this(answered(warnings={"incompleteResults": True})),
            NONSENSE.format("an unfinished answer"),
            id="unfinished",
        ),
    ],
)
def test_a_fault_is_a_problem_and_the_other_findings_stay(
    check: CheckOf, proxy: Proxy, caplog: pytest.LogCaptureFixture, answer: Answer, what: str
) -> None:
    caplog.set_level(logging.DEBUG)
    proxy.answer = answer
    report = check()
    assert_only_ours(report, what)
    assert DISTINCT not in caplog.text
    assert DISTINCT not in repr(report.problems)


@pytest.mark.parametrize("answer", [hang, drip])
def test_a_server_that_takes_too_long(check_hastily: CheckOf, proxy: Proxy, answer: Answer) -> None:
    proxy.answer = answer
    assert_only_ours(check_hastily(), LATE)


def assert_only_ours(report: Report, what: str) -> None:
    assert [finding.text for finding in report.findings] == ["Hij"]
    [problem] = report.problems
    assert (problem.what, problem.where) == (what, "languagetool")
    assert problem.remedy
    assert code_of(report, 1) == ExitCode.INCOMPLETE


def test_a_server_that_is_not_there(check: CheckOf) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
    assert_only_ours(check(url=f"http://127.0.0.1:{port}"), GONE)


def very_patient(address: str, switches: Switches) -> Client:
    return Client(address, switches, 600.0, 600.0)


def kill_at_work(server: Managed, times: int) -> None:
    """Kill the Java of a managed server, so many times, each as soon as a question of this process is with it."""

    at_work: list[int] = []

    def asked() -> bool:
        state = server.running()
        open_now = psutil.Process().net_connections("tcp4")
        ports = {each.raddr.port for each in open_now if each.raddr and each.status == psutil.CONN_ESTABLISHED}
        if state is None or state.port not in ports or state.java in at_work:
            return False
        at_work.append(state.java)
        return True

    for _ in range(times):
        assert eventually(asked, 600.0)
        kill(at_work[-1])


@pytest.mark.parametrize(("times", "complete"), [(1, True), (2, False)])
def test_a_real_java_that_is_killed_in_the_middle_of_a_check(
    write_pack: WritePack, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, times: int, complete: bool
) -> None:
    """The first check of a language takes seconds (in English the fewest), so the kill always falls within it."""
    monkeypatch.setenv("LTP_PATH", INSTALLED)
    (tmp_path / "run").mkdir(mode=0o700)
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path / "run"))
    monkeypatch.setattr(proofreading, "_proofreader", lru_cache(lambda asked: Proofreader(asked, very_patient)))
    settings = LanguageToolSettings(server=MANAGED)
    linter = Linter(
        [write_pack({"role/ours.en.yaml": OURS, "informing/spelling.en.yaml": SPELLING})], languagetool=settings
    )
    server = managed(settings)
    server.address()
    killing = Thread(target=kill_at_work, args=(server, times))
    killing.start()
    report = linter.check(Draft("Hij is definately late.\n\nIt was recieved today.", Context(lang="en")))
    killing.join()
    server.stop()
    if complete:
        assert report.complete
        assert [finding.text for finding in report.findings] == ["Hij", "definately", "recieved"]
    else:
        assert_only_ours(report, GONE)


def test_a_server_that_hangs_is_left_alone_for_a_while(check_hastily: CheckOf, proxy: Proxy) -> None:
    proxy.answer = hang
    assert {check_hastily(f"Hij is {number}.").problems[0].what for number in range(20)} == {LATE}
    assert len(proxy.asked) == 1


def test_one_that_cannot_start_is_not_started_for_each_draft(check: CheckOf, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []

    def address(settings: LanguageToolSettings, *, langs: Sequence[str] = (), failed: str = "") -> str:
        asked.append(failed)
        raise Unavailable("no-java")

    monkeypatch.setattr(proofreading, "address", address)
    for number in range(5):
        assert_only_ours(check(f"Hij is {number}."), "LanguageTool runs on Java, which is not installed.")
    assert asked == [""]


def test_a_server_that_died_is_sought_once_more(proxy: Proxy, monkeypatch: pytest.MonkeyPatch) -> None:
    dead = Proxy()
    dead.server_close()
    proxy.answer = lambda asked: asked.send(SOUND)
    given: list[str] = []

    def address(settings: LanguageToolSettings, *, langs: Sequence[str] = (), failed: str = "") -> str:
        given.append(failed)
        return proxy.url if failed else dead.url

    monkeypatch.setattr(proofreading, "address", address)
    remarks = Proofreader(LanguageToolSettings()).remarks([(100, Piece("nl", TEXT)), (0, Piece("nl", TEXT))])
    assert [remark.span.start for remark in remarks] == [106, 127, 6, 27]
    assert given == ["", dead.url]


def test_no_proxy_of_the_environment_sees_a_draft(
    check: CheckOf, proxy: Proxy, monkeypatch: pytest.MonkeyPatch
) -> None:
    proxy.answer = lambda asked: asked.send(SOUND)
    for name in ("http_proxy", "HTTP_PROXY", "all_proxy"):
        monkeypatch.setenv(name, "http://127.0.0.1:9")
    monkeypatch.delenv("no_proxy", raising=False)
    assert check().complete


def test_what_touches_markup_is_no_remark(proxy: Proxy) -> None:
    matches = found(5, 4, "@jan"), found(5, 9, "@jan hebt"), found(10, 4, "hebt")
    proxy.answer = lambda asked: asked.send(answered(*matches))
    (remark,) = Proofreader(LanguageToolSettings(server=proxy.url)).remarks(_piece_of("Dag, @jan hebt"))
    assert remark == Remark((10, 14), "HEBT", "TYPOS", "Bedoelt u heeft?", ("heeft", "heb", "had"))


def _piece_of(text: str) -> list[tuple[int, Piece]]:
    from postlint.languagetool.pieces import pieces

    return list(pieces(Document(text, "nl")))


def test_a_path_and_many_threads(proxy: Proxy) -> None:
    proxy.answer = lambda asked: asked.send(SOUND)
    client = Client(proxy.url + "lt/")
    told: list[int] = []
    threads = [
        Thread(target=lambda n=n: told.append(len(client.remarks(Piece("nl", TEXT + " " * n))))) for n in range(8)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert told == [2] * 8
    assert {path for path, _ in proxy.asked} == {"/lt/v2/check"}


@pytest.fixture
def started(tmp_path: Path) -> Path:
    """The folder of a server that has just started, and that nobody asked anything yet."""
    write_state(tmp_path, State(supervisor=1, idle_seconds=900.0))
    return tmp_path


def in_its_language(asked: Asked) -> None:
    asked.send(answered(language=asked.server.asked[-1][1]["language"]))


def warmed_up(proxy: Proxy, folder: Path, quiet_seconds: float = 0.0) -> list[tuple[str, str]]:
    """The texts of a warm-up of two rounds, each with its language."""
    warm_up(proxy.url, folder, rounds=2, quiet_seconds=quiet_seconds, pause_seconds=0.01)
    forms = [form for _, form in proxy.asked]
    return [(form["language"], json.loads(form["data"])["annotation"][0]["text"]) for form in forms]


@pytest.mark.parametrize("langs", [["nl"], ["en"], ["nl", "en"]])
def test_a_warm_up_asks_a_sentence_at_a_time_in_the_languages_in_use(
    proxy: Proxy, started: Path, langs: list[Lang]
) -> None:
    def until_all_were_asked(asked: Asked) -> None:
        if len(proxy.asked) == 10 * len(langs):
            remove_state(started)
        in_its_language(asked)

    proxy.answer = until_all_were_asked
    touch(started, langs, tuple((lang, f"enabledRules={lang}") for lang in langs))
    texts = warmed_up(proxy, started)
    assert all(form["language"].startswith(form["enabledRules"]) for _, form in proxy.asked)
    assert [language[:2] for language, _ in texts] == [lang for lang in langs for _ in range(10)]
    assert len(set(texts)) == 10 * len(langs)
    assert all(len(sentences(Document(text, language[:2]))) == 1 for language, text in texts)


def test_a_warm_up_ends_when_both_languages_are_warm(proxy: Proxy, started: Path) -> None:
    proxy.answer = in_its_language
    touch(started, ["nl", "en"])
    assert len(warmed_up(proxy, started)) == 20


@pytest.mark.parametrize(("langs", "quiet_seconds"), [([], 0.0), (["nl", "en"], 600.0)])
def test_a_warm_up_asks_nothing_before_it_is_wanted_or_while_others_ask(
    proxy: Proxy, started: Path, langs: list[Lang], quiet_seconds: float
) -> None:
    touch(started, langs)
    proxy.answer = in_its_language
    warming = Thread(target=warmed_up, args=(proxy, started, quiet_seconds))
    warming.start()
    assert not eventually(lambda: proxy.asked, seconds=0.2)
    remove_state(started)
    warming.join()
    assert proxy.asked == []


def test_it_is_quiet_since_somebody_asked_last(started: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    now = iter(range(100))
    monkeypatch.setattr(state, "time", SimpleNamespace(monotonic=lambda: next(now)))
    quiet = Quiet(started)
    assert [quiet.seconds(), quiet.seconds()] == [1, 2]
    os.utime(started / FILE, ns=(0, 0))  # clocks are set back too
    assert [quiet.seconds(), quiet.seconds()] == [1, 2]
    remove_state(started)
    assert quiet.seconds() is None


@pytest.mark.parametrize("answer", [go_away, say_this(b"", 503)])
def test_a_warm_up_ends_with_the_server(proxy: Proxy, started: Path, answer: Answer) -> None:
    proxy.answer = answer
    touch(started, ["nl"])
    assert len(warmed_up(proxy, started)) == 1


def test_a_server_elsewhere_is_refused_before_anything_is_sent() -> None:
    with pytest.raises(Refusal, match="may be another machine"):
        LanguageToolSettings(server="http://languagetool.example.org")


def test_off_means_that_the_rules_rest(write_pack: WritePack) -> None:
    pack = write_pack({"informing/spelling.nl.yaml": SPELLING})
    report = Linter([pack]).check(Draft(TEXT, Context(lang="nl")))
    assert (report.findings, report.problems) == ((), ())


@pytest.mark.parametrize(("server", "packs"), [("off", ["own"]), ("http://localhost:1", ["own", "languagetool"])])
def test_the_pack_comes_with_the_server(write_pack: WritePack, server: str, packs: list[str]) -> None:
    own: Path = write_pack({"role/ours.nl.yaml": OURS})
    config = Config(packs=(own,), languagetool=LanguageToolSettings(server=server))
    assert [pack.name for pack in configured_linter(config).packs] == packs


def test_the_rule_says_that_it_needs_languagetool(write_pack: WritePack) -> None:
    lacking = rule_text("languagetool: {categories: [TYPOS]}")
    with pytest.raises(InputErrors, match="this match needs the optional part ‘languagetool’"):
        Linter([write_pack({"role/a.nl.yaml": lacking})])


@pytest.mark.parametrize(
    ("choice", "what"),
    [
        ("{}", "this chooses no rules of LanguageTool"),
        ("{without: [A]}", "this chooses no rules of LanguageTool"),
        ("{rules: ['*_A']}", "string should match pattern"),
        ("{rules: [A], category: B}", "the key ‘category’ is not known here"),
    ],
)
def test_choices_that_are_none(write_pack: WritePack, choice: str, what: str) -> None:
    text = rule_text(f"languagetool: {choice}", more="requires: [languagetool]")
    with pytest.raises(InputErrors, match=what):
        Linter([write_pack({"role/a.nl.yaml": text})])
