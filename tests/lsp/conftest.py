"""A language server that the tests of this folder share, and the files that it runs on."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from bridge.running import write_files
from conftest import PACK, rule_text
from lsp.editor import Editor

SLOGAN = """\
risk: role/bot-speak
severity: note
message: "‘{found}’ is a slogan."
why: Nobody believes it.
advice: Say what you did.
match:
  phrases:
    - "{slogans}"
    - we|wij zijn er voor u
suggestion: Vandaag
examples:
  bad:
    - "Let op: [[{slogans}]]."
    - Dus [[wij zijn er voor u]].
  good:
    - Wij zijn er voor de fiets.
    - Morgen is het zover.
"""
FILES = {
    "own/openness/internal.nl.yaml": rule_text(
        "phrases: [niet delen]", risk="openness/internal-detail", severity="hold"
    ),
    "own/informing/words.nl.yaml": rule_text("phrases: [vigerende]", risk="informing/complex", severity="note"),
    "extra/pack.yaml": PACK.format(name="extra").replace("[nl, en]", "[nl]"),
    "extra/role/hello.nl.yaml": rule_text("phrases: [goedendag]", more="when: {channel: [intranet]}"),
    "claims/pack.yaml": PACK.format(name="claims").replace("[nl, en]", "[nl]"),
    "claims/lists/slogans.nl.yaml": "# Wat iedereen zegt.\nentries:\n  - samen sterk\n  - de klant centraal\n",
    "claims/role/slogan.nl.yaml": SLOGAN,
}
CONFIG = '\n[[folders]]\nfiles = "intern/"\nchannel = "intranet"\npacks = ["./extra"]\n'


def write(folder: Path) -> Path:
    """A configuration with packs of its own in `folder`; that of claims is in no use."""
    write_files(folder)
    for path, text in FILES.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, encoding="utf-8")
    with (folder / "postlint.toml").open("a") as file:
        file.write(CONFIG)
    return folder


@pytest.fixture(scope="session")
def editor(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Editor]:
    editor = Editor(write(tmp_path_factory.mktemp("work")))
    yield editor
    assert editor.leave() == (0, "")
