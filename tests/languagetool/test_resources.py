"""The data of LanguageTool that the managed server reads in place of its own, and what it says of words by it."""

from __future__ import annotations

from pathlib import Path
from zipfile import ZipFile

import pytest

from postlint.languagetool.client import Client
from postlint.languagetool.pieces import Piece
from postlint.languagetool.resources import DUTCH, ENGLISH, FOR_ALL, NAMES, PLACE, moved, write_resources
from postlint.languagetool.server import address
from postlint.languagetool.settings import LanguageToolSettings

DATA = {
    FOR_ALL: "<rules><rule/></rules>",
    NAMES: "# names\nZuid Aa\nZuidAa # one word\nTaj Mahal\n#Noord Aa\n",
    DUTCH: "# groups\nad hoc",
    ENGLISH: "Taj Mahal\tNNP\n",
}


def test_names_of_several_words_move_and_keep_the_tags_that_they_have() -> None:
    assert moved(DATA[NAMES], DATA[DUTCH], DATA[ENGLISH]) == {
        NAMES: "ZuidAa\n",
        DUTCH: "# groups\nad hoc\nZuid Aa\nTaj Mahal\n",
        ENGLISH: "Zuid Aa\t_NONE_\nzuid aa\t_NONE_\ntaj mahal\t_NONE_\nTaj Mahal\tNNP\n",
    }


@pytest.mark.parametrize("packed", [True, False], ids=["jars of Maven", "files of the download"])
def test_they_are_written_where_java_looks_first(tmp_path: Path, packed: bool) -> None:
    installed, written = tmp_path / "installed", tmp_path / "written"
    (installed / "libs").mkdir(parents=True)
    with ZipFile(installed / "libs/languagetool-core.jar", "w") as jar:
        for name, text in DATA.items():
            path = installed / PLACE / name
            if packed or name == FOR_ALL:
                jar.writestr((PLACE / name).as_posix(), text)
            else:
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_text(text)
    write_resources(installed, written)
    assert (written / PLACE / NAMES).read_text() == "ZuidAa\n"
    assert (written / PLACE / FOR_ALL).read_text().startswith("<rules><rule/>\n<rule id=")


def test_data_that_is_elsewhere_stays_as_it_is(tmp_path: Path) -> None:
    write_resources(tmp_path, tmp_path / "written")
    assert not (tmp_path / "written").exists()


@pytest.mark.parametrize(
    ("text", "lang", "found"),
    [
        ("De weg naar Noordnoordnoordnk en Huis-ter-Heideweg-Noordoostzijdepad is dicht.", "nl", []),
        ("The road to Wegnoordhavenslootx and to NOORDWIJKERHOUTX is closed.", "en", []),
        ("Taumatawhakax ligt ver weg, zegt Wegnoordhavenslootx's oma.", "nl", []),
        ("De aangelegt brug en de Aangelegt brug.", "nl", ["aangelegt"]),
        ("We are definately late, Definately.", "en", ["definately"]),
        ("Dit is Staphylococcus aureus, zei Mar Roxas.", "nl", []),
        ("This is Staphylococcus aureus, said mar roxas.", "en", []),
    ],
)
def test_the_real_speller_passes_over_names_and_finds_what_is_wrong(
    managed_settings: LanguageToolSettings, text: str, lang: str, found: list[str]
) -> None:
    """What it passes over, it searches no suggestions for, which for a name of eighteen letters takes seconds."""
    remarks = Client(address(managed_settings), (), 600.0, 600.0).remarks(Piece(lang, text))
    assert [remark.span.of(text) for remark in remarks if remark.rule.startswith("MORFOLOGIK")] == found
