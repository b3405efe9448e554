"""The linter that is kept ready: renewed when its files change, and never broken by them."""

from __future__ import annotations

import asyncio
import os
import socket
import subprocess
import sys
import threading
from pathlib import Path

import pytest
from bridge.running import DUTCH, RunningBridge, write_files
from conftest import rule_text

from browser_ext_bridge.server.warm import SHORT, WarmLinter
from postlint.document import Draft
from postlint.errors import InputErrors
from postlint.languagetool.server import managed
from postlint.languagetool.settings import LanguageToolSettings

RULE = "own/role/thanks.nl.yaml"
SETTLING = """
import asyncio, gc, sys
from pathlib import Path
from browser_ext_bridge.server.warm import WarmLinter
from postlint.document import Draft

async def settled(warm):
    keeping = asyncio.create_task(warm.keep_renewed(60))
    while not gc.get_freeze_count():
        await asyncio.sleep(0)
    keeping.cancel()

warm = WarmLinter(Path.cwd(), alone=True)
asyncio.run(settled(warm))
loaded = set(sys.modules)
for text in ("De ooievaar is terug op het nest.", "The stork is back on its nest."):
    warm.standing.linter.check(Draft(text, warm.context({})))
others = {name.partition(".")[0] for name in set(sys.modules) - loaded} - {"postlint"}
print(sorted(others), len(gc.get_objects()) < gc.get_freeze_count())
"""


@pytest.fixture
def warm(tmp_path: Path) -> WarmLinter:
    write_files(tmp_path)
    return WarmLinter(tmp_path)


def found(warm: WarmLinter, text: str = DUTCH) -> list[str]:
    return [finding.rule for finding in warm.standing.linter.check(Draft(text, warm.context({"lang": "nl"}))).findings]


def change(file: Path, old: str, new: str) -> None:
    """Change a file as an editor does, at a time of its own."""
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")
    later = file.stat().st_mtime_ns + 1_000_000_000
    os.utime(file, ns=(later, later))


def test_what_has_not_changed_is_not_read_again(warm: WarmLinter):
    standing = warm.standing
    warm.renew()
    assert warm.standing is standing


@pytest.mark.parametrize(
    ("file", "old", "new", "rules"),
    [
        (RULE, "dank voor uw bericht", "tot ziens", []),
        ("postlint.toml", 'packs = ["./own"]', 'packs = ["./own"]\nignore = ["role"]', []),
    ],
)
def test_a_change_counts_from_the_next_look(warm: WarmLinter, tmp_path: Path, file, old, new, rules):
    assert found(warm) == ["own/role/thanks"]
    change(tmp_path / file, old, new)
    warm.renew()
    assert found(warm) == rules


def test_a_new_rule_and_a_rule_that_went(warm: WarmLinter, tmp_path: Path):
    (tmp_path / RULE).rename(tmp_path / "own/role/other.nl.yaml")
    warm.renew()
    assert found(warm) == ["own/role/other"]


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        (RULE, "severity: reconsider", "severity: heavy"),
        ("postlint.toml", "./own", "./owm"),
        (RULE, "match:", "match: ["),
    ],
)
def test_what_is_broken_leaves_the_old_in_force(warm: WarmLinter, tmp_path: Path, file, old, new):
    change(tmp_path / file, old, new)
    warm.renew()
    assert found(warm) == ["own/role/thanks"]
    assert warm.errors
    change(tmp_path / file, new, old)
    warm.renew()
    assert warm.errors == ()


def test_a_pack_that_was_named_while_broken_is_read_when_it_is_mended(warm: WarmLinter, tmp_path: Path):
    (tmp_path / "more").mkdir()
    (tmp_path / "more/pack.yaml").write_text("format: 1\nname: more\n")
    change(tmp_path / "postlint.toml", '"./own"', '"./own", "./more"')
    warm.renew()
    assert {error.file for error in warm.errors} == {str(tmp_path / "more/pack.yaml")}
    sound = (tmp_path / "own/pack.yaml").read_text().replace("name: own", "name: more")
    (tmp_path / "more/pack.yaml").write_text(sound)
    warm.renew()
    assert warm.errors == ()
    assert [pack.name for pack in warm.standing.linter.packs] == ["own", "more"]


def test_calendars_and_private_files_are_looked_at_too(tmp_path: Path):
    write_files(tmp_path)
    private = tmp_path / "private.toml"
    private.write_text('[[embargoes]]\ntopic = "een"\nuntil = 2026-06-01T09:00:00+02:00\n')
    calendar = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:test\r\nEND:VCALENDAR\r\n"
    (tmp_path / "agenda.ics").write_text(calendar)
    change(tmp_path / "postlint.toml", 'packs = ["./own"]', 'packs = ["./own"]\ncalendars = ["agenda.ics"]')
    warm = WarmLinter(tmp_path, None, {"POSTLINT_PRIVATE": str(private)})
    change(private, "een", "twee")
    warm.renew()
    assert [embargo.topic for embargo in warm.context({}).embargoes] == ["de fusie", "twee"]
    standing = warm.standing
    change(tmp_path / "agenda.ics", "PRODID:test", "PRODID:other")
    warm.renew()
    assert warm.standing is not standing


PARSED = {
    "own/role/stork.nl.yaml": rule_text("tokens:\n  - [{LOWER: ooievaar, POS: NOUN}]", more="requires: [pipeline]")
}


@pytest.mark.parametrize("files", [{}, PARSED], ids=["rules alone", "the pipeline"])
def test_once_settled_a_check_loads_nothing_large_and_nothing_that_stays_is_searched(tmp_path: Path, files):
    write_files(tmp_path)
    for path, text in files.items():
        (tmp_path / path).write_text(text, encoding="utf-8")
    program = [sys.executable, "-c", SETTLING]
    told = subprocess.run(program, cwd=tmp_path, capture_output=True, text=True, check=True).stdout
    assert told == "[] True\n"


def test_what_is_broken_from_the_start_does_not_start(tmp_path: Path):
    write_files(tmp_path)
    change(tmp_path / RULE, "match:", "mtch:")
    with pytest.raises(InputErrors):
        WarmLinter(tmp_path)


def test_a_check_that_takes_too_long_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    write_files(tmp_path)
    warm = WarmLinter(tmp_path, check_time=0.01)
    done = threading.Event()
    monkeypatch.setattr(warm.standing.linter, "check", lambda _draft: done.wait(10))
    report = asyncio.run(warm.check(Draft(DUTCH * SHORT)))
    done.set()
    assert not report.complete
    assert "too long" in report.problems[0].what


def test_who_waits_for_languagetool_hears_the_rest(tmp_path: Path):
    write_files(tmp_path)
    with socket.create_server(("127.0.0.1", 0)) as silent:
        config = tmp_path / "postlint.toml"
        address = f"http://127.0.0.1:{silent.getsockname()[1]}"
        config.write_text(f'{config.read_text()}[languagetool]\nserver = "{address}"\n')
        warm = WarmLinter(tmp_path, languagetool_time=0.01)
        report = asyncio.run(warm.check(Draft(DUTCH, warm.context({"lang": "nl"}))))
        warm.close()
    assert [finding.rule for finding in report.findings] == ["own/role/thanks"]
    assert [problem.what for problem in report.problems] == [
        "LanguageTool has not answered in time, so spelling and grammar were not checked."
    ]


def test_who_waits_for_the_second_reader_hears_the_rest(tmp_path: Path):
    write_files(tmp_path)
    rule = rule_text("reader: {threshold: 0.5}", more="requires: [reader]")
    (tmp_path / "own/role/read.nl.yaml").write_text(rule, encoding="utf-8")
    change(tmp_path / "postlint.toml", "reader = false", "")
    warm = WarmLinter(tmp_path, reader_time=0.01)
    report = asyncio.run(warm.check(Draft(DUTCH * SHORT, warm.context({"lang": "nl"}))))
    warm.close()
    assert [finding.rule for finding in report.findings] == ["own/informing/long"]
    assert [problem.what for problem in report.problems] == [
        "The second reader was not ready in time, so only the rules have read this."
    ]


def test_the_server_of_languagetool_starts_with_the_bridge(tmp_path: Path, managed_settings: LanguageToolSettings):
    write_files(tmp_path)
    warm = WarmLinter(tmp_path)
    managed(managed_settings).stop()
    asyncio.run(warm.start_languagetool())
    assert managed(managed_settings).running() is None
    config = tmp_path / "postlint.toml"
    config.write_text(f'{config.read_text()}[languagetool]\nserver = "managed"\n')
    asyncio.run(WarmLinter(tmp_path).start_languagetool())
    assert managed(managed_settings).running() is not None


def test_a_bridge_whose_pack_breaks_goes_on_and_says_so(bridge: RunningBridge):
    file = bridge.folder / RULE
    change(file, "severity: reconsider", "severity: heavy")
    while not (problems := bridge.ask("GET", "/v1/status").json()["problems"]):
        pass
    assert problems[0]["where"].startswith(str(file))
    assert bridge.check(DUTCH)["findings"]
    change(file, "severity: heavy", "severity: note")
    while bridge.ask("GET", "/v1/status").json()["problems"]:
        pass
    assert bridge.check(DUTCH)["findings"][0]["severity"] == "note"
