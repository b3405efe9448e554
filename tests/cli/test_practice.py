from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from conftest import WritePack, rule_text
from typer.testing import CliRunner

from postlint.cli.app import make_app

RISK = "role/bot-speak"
OWN = """\
# Een mens aan het loket.

## De bus die niet kwam

Concept:

> Bedankt voor uw bericht.
> Namens het team, fijne dag \x1b[31m!

Wat er misging: Haar bus was al weg.

Herschreven:

> Vervelend! Lijn 4 reed niet, want de brug stond open.

Waarom dit werkt: Nu weet ze waarom ze stond te wachten.

Eigenaar: Joke Bos, 2026-11-22
"""


@pytest.fixture
def here(write_pack: WritePack, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder whose configuration names a pack with one case of its own."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "60")
    write_pack({"role/thanks.nl.yaml": rule_text("phrases: [dank]"), f"practice/{RISK}.nl.md": OWN})
    (tmp_path / "postlint.toml").write_text('packs = ["./own"]\n[organisation]\ntimezone = "Pacific/Kiritimati"\n')
    return tmp_path / "own"


def run(*arguments: str):
    return CliRunner().invoke(make_app(), ["practice", *arguments])


@pytest.mark.usefixtures("here")
def test_show_ends_with_the_own_case_its_owner_and_date() -> None:
    lines = run("show", RISK, "--lang", "nl").output.splitlines()
    assert lines[0] == RISK
    at = lines.index("■ De bus die niet kwam")
    assert lines[at:] == [
        "■ De bus die niet kwam",
        "  Concept:",
        "    │ Bedankt voor uw bericht.",
        "    │ Namens het team, fijne dag  [31m!",
        "  Wat er misging: Haar bus was al weg.",
        "  Herschreven:",
        "    │ Vervelend! Lijn 4 reed niet, want de brug stond open.",
        "  Waarom dit werkt: Nu weet ze waarom ze stond te wachten.",
        "  Eigenaar: Joke Bos, 2026-11-22",
        "",
    ]
    assert lines[: at - 1].count("  Herschreven:") >= 3
    assert max(map(len, lines)) <= 60


@pytest.mark.usefixtures("here")
def test_show_speaks_the_language_of_the_interface() -> None:
    output = run("show", RISK).output
    assert "  Rewritten:" in output
    assert "Herschreven" not in output


@pytest.mark.usefixtures("here")
@pytest.mark.parametrize("words", [["LIJN", "wachten"], ["bruggen"], ["Joke", "bus"]])
def test_search_finds_words_in_any_form(here: Path, words: list[str]) -> None:
    output = run("search", *words, "--lang", "nl").output
    assert f"{RISK}  De bus die niet kwam\n  {here}/practice/{RISK}.nl.md:3\n" in output


@pytest.mark.usefixtures("here")
def test_search_says_that_nothing_is_found() -> None:
    result = run("search", "brug", "nijlpaardenvijver")
    assert (result.exit_code, result.output) == (0, "No case in en has all of these words; fewer words find more.\n")


def test_new_adds_a_case_that_both_show_and_the_tests_ask_to_fill_in(here: Path, monkeypatch) -> None:
    asked = []
    monkeypatch.setattr("postlint.cli.practice.today", lambda zone: asked.append(zone) or date(2026, 11, 23))
    result = run("new", RISK, "--owner", "Team Web", "--lang", "nl")
    path = here / "practice" / f"{RISK}.nl.md"
    assert (result.exit_code, asked) == (0, ["Pacific/Kiritimati"])
    assert result.output.splitlines()[0] == f"Written: {path}:20"
    assert path.read_text().startswith(OWN)
    assert "Eigenaar: Team Web, 2026-11-23" in path.read_text()
    waiting = f"{path}:20:1: this case is still to be filled in: ##, Concept"
    assert waiting in run("show", RISK, "--lang", "nl").output
    tested = CliRunner().invoke(make_app(), ["rules", "test", "./own"])
    assert waiting in tested.output
    assert tested.exit_code == 1


def test_new_takes_a_folder_a_date_and_a_language(here: Path) -> None:
    assert run("new", RISK, "--pack", "./own", "--owner", "Bo", "--date", "2026-01-31", "--lang", "en").exit_code == 0
    assert "Owner: Bo, 2026-01-31" in (here / "practice" / f"{RISK}.en.md").read_text()


@pytest.mark.usefixtures("here")
@pytest.mark.parametrize(
    ("arguments", "remedy"),
    [
        (["show", "role/botspeak"], "Did you mean ‘role/bot-speak’?"),
        (["new", "role/botspeak", "--owner", "Bo"], "Did you mean ‘role/bot-speak’?"),
        (["new", RISK, "--owner", "Bo", "--date", "31 mei"], "Write it as 2026-11-22."),
        (["new", RISK, "--owner", "Bo", "--pack", "core"], "Name the folder of a pack of your own"),
        (["new", RISK, "--owner", "Bo", "--pack", "./nowhere"], "Give a folder with a pack.yaml"),
        (["new", RISK, "--owner", ""], "Say who keeps the case"),
        (["search", "!"], "Give one word or more."),
    ],
)
def test_mistakes_are_explained(arguments: list[str], remedy: str) -> None:
    result = run(*arguments)
    assert (result.exit_code, remedy in result.output) == (2, True)


def test_a_broken_file_is_explained_by_every_command(here: Path) -> None:
    path = here / "practice" / f"{RISK}.nl.md"
    path.write_text(OWN.replace("Concept:", "Consept:"))
    for words in (["practice", "show", RISK, "--lang", "nl"], ["practice", "search", "bus", "--lang", "nl"]):
        result = CliRunner().invoke(make_app(), words)
        assert (result.exit_code, f"{path}:5:1: " in result.output) == (2, True)
    assert CliRunner().invoke(make_app(), ["rules", "test", "./own"]).exit_code == 2


@pytest.mark.usefixtures("here")
def test_explain_shows_the_cases_in_brief(monkeypatch: pytest.MonkeyPatch) -> None:
    app = make_app("explain")
    monkeypatch.setenv("LANGUAGE", "nl")
    output = CliRunner().invoke(app, ["explain", RISK]).output
    assert "■ De bus die niet kwam\n  ✗ Bedankt voor uw bericht. Namens" in output
    assert "\n  ✓ Vervelend! Lijn 4 reed niet, want de brug stond open.\n" in output
    assert output.rstrip().endswith(f"postlint practice show {RISK}")
