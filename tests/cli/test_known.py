"""Files that are not checked again: with what is kept of them a report is what it would be without."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Iterator, Sequence
from datetime import date
from functools import cache as cached
from pathlib import Path

import pytest
from click.testing import Result
from conftest import WritePack, rule_text
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from typer.testing import CliRunner

from postlint.cli import known
from postlint.cli.app import make_app
from postlint.cli.checking import Checking
from postlint.cli.inputs import Inputs, choose_files, read_sources
from postlint.cli.run import reports_of
from postlint.cli.writers import FORMATS
from postlint.config import BASELINE, Config
from postlint.engine import Linter
from postlint.packs import cache_folder
from postlint.reporters.json import json_line

DAY = "--publish-at=2026-11-22T09:00:00+01:00"
PLAIN = "Dit is een zin van een gewone lengte over de markt in het dorp.\n\n"
RULES = {
    "role/thanks.nl.yaml": rule_text("phrases: [dank voor]"),
    "role/thanks.en.yaml": rule_text("phrases: [thank you]"),
    "informing/soon.nl.yaml": rule_text("phrases: [asap]", risk="informing/jargon", more="suggestion: snel\nfix: true"),
    "openness/phone.nl.yaml": rule_text("identifier: [phone]", risk="openness/personal-data", severity="hold"),
    "informing/long.nl.yaml": rule_text("measure: words\nover: 30", risk="informing/overlong", more="span: whole"),
    "informing/term.nl.yaml": rule_text(
        "phrases: [MDO]\ncase: exact", risk="informing/jargon", more="unless: [explained]\nspan: first"
    ),
    "connecting/desk.nl.yaml": rule_text(
        "together: {within: draft, all: [{phrases: [daar gaan wij niet over]}], none: [{phrases: [bel]}]}",
        risk="connecting/no-handover",
    ),
}
PAGES = {
    "a.md": "# Dank voor alles\n\nWij **dank&euml;n** u asap.\n\n- dank *voor* `x` komst\n- MDO en MDO\n\nMDO\n",
    "b.md": "Daar gaan wij niet over.\n\nWij zijn er op 06-12345678 en asap.\n\n" + PLAIN * 4,
    "c.html": "<p>dank voor <b>niets</b></p>\n<!-- postlint ignore role/thanks: mag (anja) -->\n<p>Dank voor u.</p>\n"
    '<p lang="en">We thank you for the market, and for all that you have done.</p>\n',
    "d.md": "<!-- postlint ignore role/thanks: mag -->\n" + PLAIN,
    "e.md": "---\ntitle: dank voor\n---\nDank voor alles\n\nnog eens <!-- postlint ignore tone/none: nee -->\n",
    "f.md": PLAIN,
    "planning.csv": "Tekst,Datum\nDank voor alles,2026-05-04 09:00\nBel 06-12345678 asap,\nNiets,\n",
    "stuk.md": "---\ntitle: [\n---\nDank voor\n",
}
CONFIG = 'packs = ["./own"]\nlang = "nl"\n'
EXCEPTION = """
[[exceptions]]
paths = ["site/e.md"]
rules = ["role/thanks"]
reason = "afgesproken"
until = 2026-11-22
"""
NAMES = [f"site/{name}" for name in PAGES]
LONG = "".join(f"{PLAIN}Dank voor {number}, allemaal.\n\n" for number in range(700))  # read in two blocks


@pytest.fixture
def here(write_pack: WritePack, own_cache: None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    write_pack(RULES)
    write(tmp_path / "postlint.toml", CONFIG + EXCEPTION)
    for name, text in PAGES.items():
        write(tmp_path / "site" / name, text)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def run(*arguments: str) -> Result:
    return CliRunner().invoke(make_app(), ["check", "--jobs", "1", *arguments])


def told(*arguments: str) -> tuple[str, str, int]:
    result = run(*arguments)
    assert result.exit_code != 2, result.stderr
    return without_times(result.stdout), result.stderr, result.exit_code


def without_times(told: str) -> str:
    return re.sub(r"\d{4}-\d\d-\d\d \d\d:\d\d", "", told)


def cache() -> Path:
    return cache_folder().parent / "checked-files"


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The rules that are asked of a passage or a post from here on."""
    names: list[str] = []
    prepared = Linter._prepared

    def noted(self: Linter, numbers: Sequence[int]) -> Iterator[object]:
        for ready in prepared(self, numbers):
            names.append(ready.rule.id)
            yield ready

    monkeypatch.setattr(Linter, "_prepared", noted)
    return names


# ---- what is asked again --------------------------------------------------------------------------------------------


def test_only_rules_that_spoke_are_asked_again(here, asked):
    first = run("site/b.md", "site/planning.csv", "--format", "jsonl").stdout
    assert "own/role/thanks" in asked
    asked.clear()
    assert run("site/b.md", "site/planning.csv", "--format", "jsonl").stdout == first
    whole = ["own/informing/long"]
    passages = ["own/connecting/desk", "own/openness/phone", "own/informing/soon"]
    posts = ["own/role/thanks", "own/openness/phone", "own/informing/soon"]
    assert sorted(asked) == sorted(passages + whole + posts)


def test_a_page_of_which_no_rule_spoke_is_not_read(here, monkeypatch):
    before = run("site/f.md", "--format", "jsonl").stdout
    monkeypatch.setattr(Inputs, "drafts", None)
    assert run("site/f.md", "--format", "jsonl").stdout == before


@pytest.mark.parametrize(
    "change", ["page", "rule", "configuration", "option", "folder", "moment", "pack", "library", "no cache"]
)
def test_all_rules_are_when_anything_has_changed(here, asked, write_pack, monkeypatch, change):
    arguments = ["site/a.md", DAY]
    run(*arguments)
    every = [*asked]
    asked.clear()
    run(*arguments)
    assert len(asked) < len(every)
    asked.clear()
    if change == "page":
        write(here / "site/a.md", PAGES["a.md"] + "\nEn asap.\n")
    elif change == "rule":
        write_pack(RULES | {"informing/soon.nl.yaml": RULES["informing/soon.nl.yaml"].replace("asap", "asap, gauw")})
    elif change == "configuration":
        write(here / "postlint.toml", CONFIG + 'voice = "organisation"\n')
    elif change == "folder":
        write(here / "postlint.toml", CONFIG + '[[folders]]\nfiles = "site/"\naudience = "internal"\n')
    elif change == "library":
        write(here / "more/holidays-99.0.dist-info/METADATA", "")
        monkeypatch.syspath_prepend(here / "more")
    arguments += {
        "option": ["--channel", "x"],
        "no cache": ["--no-cache"],
        "moment": [DAY.replace("22T", "23T")],
        "pack": ["--pack", "reader"],
    }.get(change, [])
    run(*arguments)
    assert len(asked) >= len(every)


def test_a_text_by_itself_is_not_kept(here):
    write(here / "post.txt", "Dank voor alles\n")
    run("post.txt", "site/f.md")
    assert len(cache().read_text(encoding="ascii").split("\n")) == 2


# ---- the same report ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("jobs", ["1", "2"])
@pytest.mark.parametrize("output", ["jsonl", "text"])
def test_a_report_is_the_same_by_any_number_of_processes(here, output, jobs):
    write(here / "site/long.md", LONG)
    arguments = [*NAMES, "site/long.md", DAY, "--format", output, "--jobs", jobs]
    expected = told(*arguments, "--no-cache")
    assert [told(*arguments), told(*arguments)] == [expected] * 2


@pytest.mark.parametrize("day", ["22", "23"])  # on which an exception has ended
def test_a_report_is_the_same_in_every_format(here, day):
    CliRunner().invoke(make_app(), ["baseline", "site/a.md"])
    found = []
    for more in ([], [], ["--no-cache"]):
        asked_for = [f"--report={name}={name}.out" for name in FORMATS]
        printed = told(*NAMES, DAY.replace("22T", f"{day}T"), *asked_for, *more)
        found.append(
            [printed, *(without_times((here / f"{name}.out").read_text(encoding="utf-8")) for name in FORMATS)]
        )
    assert found[1:] == found[:1] * 2


def test_an_exception_ends_while_a_page_is_known(here, monkeypatch):
    found = []
    for day in (22, 23):
        monkeypatch.setattr(Inputs, "today", date(2026, 11, day))
        found.append(told("site/e.md"))
        assert found[-1] == told("site/e.md") == told("site/e.md", "--no-cache")
    assert found[0] != found[1]


@pytest.mark.parametrize("option", ["--diff", "--fix"])
def test_fixes_are_the_same(here, option):
    pages = [name for name in NAMES if name.endswith(".md")]
    fixed = []
    for more in (["--no-cache"], []):
        for name, text in PAGES.items():
            write(here / "site" / name, text)
        run(*pages, *more)
        fixed.append([told(*pages, option, *more), [Path(name).read_bytes() for name in pages]])
    assert fixed[0] == fixed[1]
    assert (b"u snel." in fixed[0][1][0]) == (option == "--fix")


def test_what_changed_since_a_commit_is_the_same(here):
    git = ["git", "-c", "user.name=Anja", "-c", "user.email=anja@example.org", "-c", "commit.gpgsign=false"]
    write(here / ".gitignore", "cache/\n")
    for arguments in (["init", "-q"], ["add", "-A"], ["commit", "-qm", "Write"]):
        subprocess.run([*git, *arguments], cwd=here, check=True)
    write(here / "site/b.md", PAGES["b.md"] + "Dank voor dit.\n")
    found = [told("--changed-since", "HEAD", "--format", "jsonl", *more) for more in (["--no-cache"], [], [])]
    assert "thanks" in found[0][0]
    assert found[1:] == found[:1] * 2


def test_a_baseline_records_the_same(here):
    for _ in range(3):  # by a check, and twice from what is kept
        CliRunner().invoke(make_app(), ["baseline", "site"])
        recorded = (here / BASELINE).read_bytes()
        assert b"own/role/thanks" in recorded
        assert told("site", "--format", "jsonl") == told("site", "--format", "jsonl", "--no-cache")
    CliRunner().invoke(make_app(), ["baseline", "site"])
    assert (here / BASELINE).read_bytes() == recorded


SENTENCES = (
    "Dank voor uw geduld bij deze vergadering.",
    "We komen hier zo spoedig mogelijk op terug!!!",
    "De KNR en het MDO zijn onderling afgestemd; de KNR is een vrij onbekende afkorting.",
    "U kunt bellen met 06-12345678, of mailen naar jan.de.vries@example.org.",
    "Dit mag eigenlijk nog niet naar buiten, maar de markt gaat naar het oude station.",
    "Morgen, op dinsdag 4 mei 2027, begint het feest.",
    "U moet conform artikel 4 lid 2 uw aanvraag indienen, HALLO MENSEN.",
    "Daar gaan wij niet over.",
    "This is not public yet, so please keep it between us until the press release.",
    "We will get back to you as soon as possible, LOL 🤡",
    "The market opens at nine, and everyone in the village is welcome to come and look.",
    "Le marché ouvre à neuf heures, et tout le monde est le bienvenu au village.",
    "Kort.",
)
FORMS = (
    "{}",
    "# {}",
    "- {}",
    "> {}",
    "*{}* en {}",
    "| {} | {} |\n|---|---|\n| a | {} |",
    '<p lang="en">{}</p>',
    "`{}`",
)
REMARKS = (
    "<!-- postlint ignore role: mag -->",
    "<!-- postlint negeer-bestand openness: mag (anja, tot 2026-01-01) -->",
    "<!-- postlint ignore -->",
)
PASSAGES = st.one_of(
    st.builds(lambda form, text: form.replace("{}", text), st.sampled_from(FORMS), st.sampled_from(SENTENCES)),
    st.sampled_from(REMARKS),
)
EDITS = st.lists(
    st.tuples(st.integers(0, 7), st.one_of(PASSAGES, st.just(""), st.text("aZ .!é4#-\n<", max_size=12))), max_size=2
)


@pytest.fixture
def checking(own_cache: None, monkeypatch: pytest.MonkeyPatch) -> Checking:
    """What is checked with, of which the rules are hashed once: of a checkout that is all its code."""
    checking = Checking(Inputs(Config(), {}, {}), packs=["core"])
    monkeypatch.setattr(known, "content_hash", cached(known.content_hash))
    return checking


@settings(max_examples=12, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(page=st.lists(PASSAGES, max_size=8), edits=EDITS, suffix=st.sampled_from((".md", ".html", ".po")))
def test_edits_of_a_page_give_the_same_report_with_and_without(tmp_path, checking, page, edits, suffix):
    file = tmp_path / f"page{suffix}"
    for place, passage in [(len(page), ""), *edits]:
        page[place : place + 1] = [passage]
        write(file, "\n\n".join(page) if suffix != ".po" else "".join(map(entry, page)))
        expected = lines(checking, file, cached=False)
        assert [lines(checking, file, cached=True) for _ in range(2)] == [expected] * 2


def entry(text: str) -> str:
    said = text.replace('"', "'").replace("\n", " ")
    return f'msgid "{len(said)}{said}"\nmsgstr "{said}"\n\n'


def lines(checking: Checking, file: Path, *, cached: bool) -> list[str]:
    sources = read_sources(choose_files([file], [], checking.inputs.settings), None, jsonl=False)
    return [json_line(report) for report in reports_of(sources, [file], checking, jobs=1, cached=cached)]


# ---- what is kept ---------------------------------------------------------------------------------------------------


def test_what_is_kept_holds_no_text_and_no_name(here):
    run(*NAMES)
    kept = cache().read_text(encoding="ascii")
    assert re.fullmatch(r'(\n[0-9a-f]{32} ("nl"|[][0-9,]+|[][0-9,nle+"]+) [0-9a-f]{16})+', kept)
    assert kept.count("\n") == len(PAGES) - 1  # all but the one that is broken
    assert "612345678" not in kept
    for file in (cache(), cache().with_suffix(".key")):
        assert file.stat().st_mode & 0o077 == 0


def test_another_key_gives_other_hashes(here):
    run("site/a.md")
    first = cache().read_text(encoding="ascii")
    cache().with_suffix(".key").unlink()
    cache().unlink()
    run("site/a.md")
    assert not {*first.split()} & {*cache().read_text(encoding="ascii").split()} - {first.split()[1]}


@pytest.mark.parametrize("what", [b"\xff\x00 nl\nx y z\n", b"", b"\n" + b"0" * 32 + b' "nl" ' + b"0" * 16])
def test_a_foreign_cache_is_no_fault(here, what):
    expected = told(*NAMES, "--no-cache")
    cache().write_bytes(what)
    cache().with_suffix(".key").write_bytes(b"short")
    assert [told(*NAMES), told(*NAMES)] == [expected] * 2
    assert len(cache().with_suffix(".key").read_bytes()) == 32


def test_a_cache_that_was_cut_off_or_changed_is_no_fault(here, asked):
    names = NAMES[:5]
    expected = told(*names, "--no-cache")
    told(*names)
    whole = cache().read_bytes()
    for length in range(1, len(whole), 131):
        cache().write_bytes(whole[:length])
        assert told(*names) == expected
    cache().write_bytes(re.sub(rb"\d(?=,|\])", b"1", whole))
    assert told(*names) == expected
    asked.clear()
    assert told(*names) == expected
    assert "own/informing/term" in asked


def test_a_cache_that_cannot_be_written_is_no_fault(here):
    cache().mkdir(parents=True)
    expected = told(*NAMES, "--no-cache")
    assert [told(*NAMES), told(*NAMES)] == [expected] * 2


def test_two_runs_at_once_lose_nothing_of_each_other(here, asked):
    inputs = Inputs(Config(packs=("own",)), {}, {})
    both = [known.KnownFiles(Checking(inputs, packs=[])) for _ in range(2)]
    for each, name in zip(both, ("site/a.md", "site/b.md"), strict=True):
        (source,) = read_sources([Path(name)], None, jsonl=False)
        each.keep(source, list(Checking(inputs, packs=[]).reports(source)))
    for each in both:
        each.save()
    after = known.KnownFiles(Checking(inputs, packs=[]))
    for name in ("site/a.md", "site/b.md"):
        (source,) = read_sources([Path(name)], None, jsonl=False)
        assert after.before(source).heard


def test_old_entries_go_and_those_in_use_stay(here, asked, monkeypatch):
    run("site/a.md", "site/b.md", "site/f.md")
    monkeypatch.setattr(known, "MOST", 600)
    for number in range(6):
        write(here / "site/b.md", f"{PAGES['b.md']}\n\nDank voor {number}.\n")
        run("site/a.md", "site/b.md")
        assert cache().stat().st_size <= known.MOST
    asked.clear()
    run("site/a.md", "site/b.md")
    assert "own/role/thanks" in asked
    assert len(asked) < 12
    assert {path.name for path in cache().parent.iterdir()} == {"checked-files", "checked-files.key", "packs"}
