"""What README and the pages under docs/ show is what postlint does."""

from __future__ import annotations

import os
import re
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType

import pytest
from conftest import WritePack, rule_text

from postlint.checks import KINDS
from postlint.checks.context import JUDGEMENTS
from postlint.checks.measure import MEASURES
from postlint.checks.signal import SIGNALS
from postlint.config import load_config
from postlint.configured import configured_linter
from postlint.language.assertion import ASSERTIONS
from postlint.pack_compiler import compile_pack, read_pack
from postlint.parts import PARTS
from postlint.practice import read_practice
from postlint.reporters.wire import as_data
from postlint.rule_tests import rule_failures
from postlint.schema import IDENTIFIER_KINDS, MATCHES, RuleModel

ROOT = Path(__file__).parent.parent
README, RULES, JSON = ROOT / "README.md", ROOT / "docs/rules.md", ROOT / "docs/json.md"
PAGES = [README, *sorted((ROOT / "docs").glob("*.md")), ROOT / "CONTRIBUTING.md"]
CALENDAR = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:test\r\nEND:VCALENDAR\r\n"


def blocks(page: Path, language: str) -> list[str]:
    fence = re.compile(rf"^```{language}\n(.*?)^```$", re.DOTALL | re.MULTILINE)
    return fence.findall(page.read_text(encoding="utf-8"))


def files_shown(page: Path) -> dict[str, str]:
    """The YAML files of a pack that a page shows, by their path in it."""
    marked = re.compile(r"^<!-- file: (\S+) -->\n```yaml\n(.*?)^```$", re.DOTALL | re.MULTILINE)
    return dict(marked.findall(page.read_text(encoding="utf-8")))


def script(name: str) -> ModuleType:
    spec = spec_from_file_location(name, ROOT / f"docs/{name}.py")
    assert spec
    assert spec.loader
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def named(pages: list[Path]) -> object:
    return pytest.mark.parametrize("page", pages, ids=[page.name for page in pages])


@named([page for page in PAGES if "$ postlint " in page.read_text(encoding="utf-8")])
def test_commands_print_what_the_page_shows(page, tmp_path):
    text = page.read_text(encoding="utf-8")
    renewed = script("renew_examples").renewed(text, tmp_path, os.environ)
    assert renewed.splitlines() == text.splitlines(), "Run `python docs/renew_examples.py`, and read its `git diff`."


def test_the_picture_shows_the_report():
    drawing = script("make_report_picture")
    shown = drawing.text_of(drawing.PICTURE.read_text(encoding="utf-8"))
    assert "✋" in "".join(shown)
    assert shown == drawing.text_of(drawing.picture()), "Run `python docs/make_report_picture.py`."


@named([page for page in PAGES if files_shown(page)])
def test_rules_pass_their_own_tests(page, write_pack: WritePack):
    pack = read_pack(write_pack(files_shown(page)))
    assert [str(error) for error in pack.errors] == []
    assert pack.rules
    failures = [failure for rule in pack.rules for failure in rule_failures(rule, pack)]
    assert [str(failure) for failure in failures] == []


def test_the_page_on_rules_shows_a_case_that_is_read(write_pack: WritePack):
    (place,) = re.findall(r"^<!-- practice: (\S+) -->$", RULES.read_text(encoding="utf-8"), re.MULTILINE)
    (text,) = blocks(RULES, "markdown")
    (kept,), errors = read_practice([write_pack({f"practice/{place}": text})])
    assert [str(error) for error in errors] == []
    assert [case.owner for case in kept.cases] == ["Anja Smit"]


@pytest.mark.parametrize("match", [block for block in blocks(RULES, "yaml") if block.startswith("match:")])
def test_matches_compile(match, write_pack: WritePack):
    kind = re.search(r"^  (tokens|dependency|languagetool|reader):", match, re.MULTILINE)
    more = "requires: [pipeline, languagetool, reader]" if kind else ""
    rule = rule_text("phrases: [x]", more=more).replace("match:\n  phrases: [x]\n", match)
    assert compile_pack(write_pack({"role/shown.nl.yaml": rule}))["names"]


@named([page for page in PAGES if blocks(page, "toml") and page.name != "editors.md"])  # there it is an editor's own
def test_configurations_load(page, write_pack: WritePack, tmp_path):
    """Each as it stands, in a folder with the pack and the calendar that pages speak of."""
    (tmp_path / "rules").mkdir()
    own = write_pack({"role/shown.nl.yaml": rule_text("phrases: [dank voor uw bericht]")}, name="eigen")
    own.rename(tmp_path / "rules/eigen")
    (tmp_path / "communicatie.ics").write_text(CALENDAR, encoding="utf-8")
    for block in blocks(page, "toml"):
        (tmp_path / "postlint.toml").write_text(block, encoding="utf-8")
        assert configured_linter(load_config(tmp_path / "postlint.toml", {})).packs


@named([page for page in PAGES if blocks(page, "python")])
def test_python_runs(page):
    """The blocks of a page build on each other."""
    exec(compile("".join(blocks(page, "python")), page.name, "exec"), {})  # noqa: S102 — our own pages


@pytest.mark.parametrize(
    "names",
    [
        sorted({*KINDS, *MATCHES} - {"signal"}),
        sorted(SIGNALS),
        sorted(JUDGEMENTS),
        sorted(MEASURES),
        sorted(ASSERTIONS),
        sorted(IDENTIFIER_KINDS),
        sorted(PARTS),
        sorted(RuleModel.model_fields),
    ],
    ids=["kinds", "signals", "judgements", "measures", "assertions", "identifiers", "parts", "keys"],
)
def test_the_page_on_rules_names_all(names):
    text = RULES.read_text(encoding="utf-8")
    assert [name for name in names if f"`{name}`" not in text] == []


def test_the_page_on_json_names_every_key():
    from postlint.document import Draft
    from postlint.engine import Linter
    from postlint.evaluation import Evaluation
    from postlint.evaluation import as_data as evaluation_data

    report = as_data(Linter(["core"]).check(Draft("Beste {{voornaam}}, welkom in de buurt. Tot vrijdag!")))
    keys = {*report, *report["findings"][0], *evaluation_data(Evaluation(), mistakes=True)}
    text = JSON.read_text(encoding="utf-8")
    assert sorted(key for key in keys if f"`{key}`" not in text) == []


@named(PAGES)
def test_links_lead_somewhere(page):
    links = re.findall(r"\]\(([^)#\s]+)", page.read_text(encoding="utf-8"))
    assert [link for link in links if "://" not in link and not (page.parent / link).exists()] == []
