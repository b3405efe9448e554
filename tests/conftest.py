"""What many tests need: a pack written into a temporary folder, and a cache that only tests use."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from textwrap import dedent

import pytest
from hypothesis import HealthCheck, settings

from postlint.languagetool.server import Managed, address
from postlint.languagetool.settings import MANAGED, LanguageToolSettings
from postlint.languagetool.state import runtime_folder
from postlint.parts import installed
from postlint.sources.page import Page

# A slow machine is no fault; time is measured by benchmarks.
settings.register_profile("postlint", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("postlint")

INSTALLED = os.environ.get("LTP_PATH") or str(Path(sys.prefix) / "languagetool")
"""Where `make test` installs LanguageTool."""

os.environ["LANGUAGE"] = "en"  # not the machine's own; before commands, and with them their help, are imported

PACK = """\
format: 1
name: {name}
version: 1.0.0
owner: the tests
languages: [nl, en]
licence: EUPL-1.2
description: Rules for a test.
"""
RULE = """\
risk: {risk}
severity: {severity}
message: "‘{{found}}’ is found."
why: It is only a test.
advice: Write something else.
match:
{match}
{more}
examples:
  bad: [one, two]
  good: [three, four]
"""

WritePack = Callable[..., Path]


@pytest.fixture(autouse=True)
def _nothing_of_the_developers_own(monkeypatch: pytest.MonkeyPatch, _session_runtime: Path) -> None:
    monkeypatch.delenv("POSTLINT_PRIVATE", raising=False)
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(_session_runtime))  # nor a bridge or server of the developer's own
    monkeypatch.setenv("LANGUAGE", "en")


@pytest.fixture(autouse=True)
def _parts_as_they_are() -> None:
    """What is installed is looked up once in a process: a test that takes a part away is not to do so for the next."""
    installed.cache_clear()


@pytest.fixture
def own_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A cache with nothing in it, for tests of the cache itself."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))


@pytest.fixture
def write_pack(tmp_path: Path) -> WritePack:
    """Writes a pack of the given files (by path within it) beside a sound `pack.yaml`, and returns its folder."""

    def write(files: dict[str, str], name: str = "own") -> Path:
        folder = tmp_path / name
        for path, text in {"pack.yaml": PACK.format(name=name), **files}.items():
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            (folder / path).write_text(dedent(text), encoding="utf-8")
        return folder

    return write


def rule_text(match: str, *, risk: str = "role/bot-speak", severity: str = "reconsider", more: str = "") -> str:
    """A rule with this match; its examples say nothing, for tests that do not run them."""
    indented = "\n".join(f"  {line}" for line in dedent(match).strip().splitlines())
    return RULE.format(risk=risk, severity=severity, match=indented, more=dedent(more).strip())


FoundBy = Callable[..., list[str]]


@pytest.fixture
def found_by(write_pack: WritePack) -> FoundBy:
    """The texts that a match finds in a draft: `found_by(match, text, lang="nl", **context)`."""
    from postlint.context import Context
    from postlint.document import Draft
    from postlint.engine import Linter

    linters: dict[tuple[str, str], Linter] = {}

    def found(match: str, text: str, lang: str = "nl", **context: object) -> list[str]:
        if (match, lang) not in linters:
            pack = write_pack({f"role/a.{lang}.yaml": rule_text(match)}, name=f"own{len(linters)}")
            linters[match, lang] = Linter([pack])
        report = linters[match, lang].check(Draft(text, Context(lang=lang, **context)))
        assert report.complete, report.problems
        return [finding.text for finding in report.findings]

    return found


@pytest.fixture(scope="session", autouse=True)
def _session_cache(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """One cache for all processes of the session: a pack is compiled once."""
    temporary = tmp_path_factory.getbasetemp()
    shared = temporary.parent if "PYTEST_XDIST_WORKER" in os.environ else temporary
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CACHE_HOME", str(shared / "cache"))
        yield


@pytest.fixture(scope="session")
def _session_runtime(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    folder = tmp_path_factory.mktemp("runtime")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_RUNTIME_DIR", str(folder))
        patch.setenv("LTP_PATH", INSTALLED)
        yield folder


@pytest.fixture(scope="session")
def managed_settings(_session_runtime: Path) -> Iterator[LanguageToolSettings]:
    """Settings whose managed server is real, runs, and is the session's own."""
    settings = LanguageToolSettings(server=MANAGED, idle_minutes=10)
    address(settings)
    server = Managed(runtime_folder())
    yield settings
    server.stop()


def assert_copies_are_exact(page: Page, source: str) -> None:
    """Each piece of a page lies within its source, and one that is said to be exact is there to the letter."""
    ends = [*(piece.start for piece in page.origin.pieces[1:]), len(page.text)]
    for piece, end in zip(page.origin.pieces, ends, strict=True):
        assert piece.start <= end
        assert 0 <= piece.source_start <= piece.source_end <= len(source)
        if piece.exact:
            assert source[piece.source_start : piece.source_end] == page.text[piece.start : end]
