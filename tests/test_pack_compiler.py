from __future__ import annotations

import marshal
import re

import pytest
from conftest import WritePack, rule_text

from postlint.errors import InputErrors
from postlint.pack_compiler import compile_pack
from postlint.packs import Pack

GOOD = rule_text("phrases: [dank voor uw bericht]")


def errors_of(folder) -> list[str]:
    with pytest.raises(InputErrors) as raised:
        compile_pack(folder)
    return [str(error).replace(f"{folder}/", "") for error in raised.value.errors]


@pytest.mark.parametrize(
    ("path", "text", "expected"),
    [
        pytest.param(
            "role/a.nl.yaml",
            GOOD.replace("severity:", "severty:"),
            r"role/a.nl.yaml:2:1: .*‘severty’.*‘severity’",
            id="typo in a key",
        ),
        pytest.param(
            "role/a.nl.yaml",
            GOOD.replace("why:", "# why:"),
            r"role/a.nl.yaml:1:1: .*‘why’ is missing",
            id="missing key",
        ),
        pytest.param(
            "role/a.nl.yaml",
            GOOD.replace("role/bot-speak", "role/botspeak"),
            r":1:7: ‘role/botspeak’ .*‘role/bot-speak’",
            id="unknown risk",
        ),
        pytest.param(
            "role/a.nl.yaml",
            GOOD.replace("severity: reconsider", "severity: stop"),
            r":2:11: ‘stop’ cannot stand here",
            id="severity",
        ),
        pytest.param("tone/a.nl.yaml", GOOD, r"tone/a.nl.yaml:1:7: .*folder ‘tone’.*‘role’", id="wrong folder"),
        pytest.param("role/A b.nl.yaml", GOOD, r"role/A b.nl.yaml: this name", id="file name"),
        pytest.param("role/a.de.yaml", GOOD, r"role/a.de.yaml: this name", id="unknown language"),
        pytest.param(
            "role/a.nl.yaml",
            GOOD.replace("{found}", "{fund}"),
            r":3:10: ‘\{fund\}’ is nothing that this rule can quote .*‘found’",
            id="placeholder",
        ),
        pytest.param("role/a.nl.yaml", GOOD.replace("{found}", "{found"), r":3:10: a brace has no partner", id="brace"),
        pytest.param(
            "role/a.nl.yaml",
            GOOD.replace("{found}", "{found.__class__}"),
            r":3:10: ‘\{found.__class__\}’",
            id="no attributes in messages",
        ),
        pytest.param("role/a.nl.yaml", rule_text("frases: [a b]"), r":7:3: no kind of match", id="unknown kind"),
        pytest.param("role/a.nl.yaml", rule_text("phrases: ['we (terug']"), r":7:\d+: .*\(", id="phrase"),
        pytest.param("role/a.nl.yaml", rule_text("phrases: ['de {functis}']"), r":7:\d+: .*functis", id="unknown list"),
        pytest.param("role/a.nl.yaml", rule_text("pattern: ['(?=x)']"), r":7:\d+: RE2 refuses", id="pattern"),
        pytest.param("role/a.nl.yaml", rule_text(r"pattern: ['a\bc']"), r":7:\d+: \\b stands within", id="word edge"),
        pytest.param("role/a.nl.yaml", rule_text("measure: wordz\nover: 3"), r":7:12: ‘wordz’.*‘words’", id="measure"),
        pytest.param(
            "role/a.nl.yaml",
            rule_text("measure: words\nover: channel"),
            r":8:9: only `characters`",
            id="limit by channel",
        ),
        pytest.param("role/a.nl.yaml", rule_text("context: embargos"), r":7:12: ‘embargos’.*‘embargo’", id="judgement"),
        pytest.param("role/a.nl.yaml", rule_text("identifier: [bns]"), r":7:\d+: ‘bns’.*‘bsn’", id="identifier"),
        pytest.param(
            "role/a.nl.yaml", rule_text("together:\n  all: [moment, momnt]"), r":8:\d+: ‘momnt’.*‘moment’", id="signal"
        ),
        pytest.param(
            "role/a.nl.yaml", rule_text("phrases: [a b]", more="unless: [quotd]"), r"‘quotd’.*‘quoted’", id="assertion"
        ),
        pytest.param(
            "role/a.nl.yaml",
            rule_text("phrases: [a b]", more="requires: [pipelin]"),
            r"‘pipelin’.*‘pipeline’",
            id="part",
        ),
        pytest.param("role/a.nl.yaml", "risk: [", r"role/a.nl.yaml:1:\d+", id="broken YAML"),
        pytest.param("role/a.nl.yaml", "a: &x 1\nb: *x\n", r"role/a.nl.yaml:1:\d+", id="anchors"),
        pytest.param("role/a.nl.yaml", "- a\n", r"role/a.nl.yaml:1:1", id="no mapping"),
        pytest.param("lists/a.nl.yaml", "entris: [a]\n", r"lists/a.nl.yaml:1:1: .*‘entris’.*‘entries’", id="list"),
        pytest.param("pack.yaml", "format: 2\n", r"pack.yaml:1:9", id="format of the future"),
    ],
)
def test_an_error_says_what_where_and_what_to_do(write_pack: WritePack, path, text, expected):
    errors = errors_of(write_pack({path: text}))
    assert any(re.search(expected, error.split("\n", maxsplit=1)[0]) for error in errors), errors
    assert all(" — " in error for error in errors)


SWAPS = "entries: {alhier: hier, '<gaan>': lopen}\n"


@pytest.mark.parametrize(
    ("match", "more", "expected"),
    [
        ("phrases: [a b]", "fix: true", "a fix needs a suggestion"),
        ("phrases: [a b]", "suggestion: c\nspan: whole\nfix: true", "a fix needs a suggestion"),
        ("phrases: [a b]", "suggestion: c\nspan: first\nfix: true", "a fix needs a suggestion"),
        ("phrases: [a b]\norder: free", "suggestion: c\nfix: true", "only phrases whose words"),
        ("measure: words\nover: 3", "suggestion: c\nfix: true", "only phrases whose words"),
        (
            "languagetool: {rules: [X]}",
            "suggestion: c\nfix: true\nrequires: [languagetool]",
            "only phrases whose words",
        ),
        ("phrases: [a b]", "suggestion: c\nfix: swap", "the rule does not look for the list ‘swap’"),
        ("phrases: [a b]", "suggestion: c\nfix: swaps", "the rule does not look for the list ‘swaps’"),
        ("phrases: ['{swaps}']", "suggestion: c\nfix: swaps", "‘<gaan>’ finds other words than it says"),
        ("phrases: [over*]", "suggestion: c\nfix: true", "‘over\\*’ finds other words than it says"),
        ("phrases: [a … b]", "suggestion: c\nfix: true", "‘a … b’ finds other words than it says"),
        ("phrases: ['{number} b']", "suggestion: c\nfix: true", "‘{number} b’ finds other words than it says"),
    ],
)
def test_what_cannot_be_fixed_is_refused(write_pack: WritePack, match, more, expected):
    (error,) = errors_of(write_pack({"role/a.nl.yaml": rule_text(match, more=more), "lists/swaps.nl.yaml": SWAPS}))
    assert re.search(rf"role/a.nl.yaml:\d+:\d+: .*{expected}", error)


def test_all_errors_come_at_once_in_order(write_pack: WritePack):
    errors = errors_of(
        write_pack(
            {
                "role/a.nl.yaml": GOOD.replace("severity:", "severty:"),
                "role/b.nl.yaml": rule_text("phrases: ['we (terug', 'a|']"),
                "tone/c.nl.yaml": GOOD,
            }
        )
    )
    assert [re.match(r"\w+/\w+", error)[0] for error in errors] == ["role/a", "role/a", "role/b", "role/b", "tone/c"]


def test_the_offending_line_is_shown_with_a_caret(write_pack: WritePack):
    error = next(each for each in errors_of(write_pack({"role/a.nl.yaml": rule_text("phrases: [we (terug]")})))
    _, line, caret = error.split("\n")
    assert line.strip() == "phrases: [we (terug]"
    assert line[caret.index("^")] == "("


def test_two_rules_with_one_id(write_pack: WritePack):
    (error,) = errors_of(write_pack({"role/a.nl.yaml": GOOD, "role/a.nl.yml": GOOD}))
    assert "own/role/a" in error


def test_a_file_outside_the_folder_is_not_read(write_pack: WritePack, tmp_path):
    (tmp_path / "secret.yaml").write_text(GOOD)
    folder = write_pack({"role/a.nl.yaml": GOOD})
    (folder / "role" / "b.nl.yaml").symlink_to(tmp_path / "secret.yaml")
    (error,) = errors_of(folder)
    assert "leads out of the pack's folder" in error


def test_a_pack_without_pack_yaml(tmp_path):
    (error,) = errors_of(tmp_path)
    assert "pack.yaml" in error


def test_compiled_packs_are_plain_data(write_pack: WritePack):
    data = compile_pack(write_pack({"role/a.nl.yaml": GOOD, "role/a.en.yaml": rule_text("phrases: [thank you]")}))
    assert marshal.loads(marshal.dumps(data, 4)) == data  # noqa: S302 — just written
    assert data["names"] == [("own/role/a", "en", "role/bot-speak", ()), ("own/role/a", "nl", "role/bot-speak", ())]


def test_a_rule_for_replies_is_looked_up_in_replies(write_pack: WritePack):
    folder = write_pack({"role/a.nl.yaml": rule_text("phrases: [wij]", more="when: {reply: true}")})
    assert Pack(compile_pack(folder), folder).index("nl")["guarded"] == {"wij": [(0, frozenset({"?reply"}))]}


@pytest.mark.parametrize(
    ("match", "index"),
    [
        ("phrases: [de … stoepkrijttekening]", {"features": {"stoepkrijttekening": [0]}}),  # the rarest word
        ("phrases: [wij … komen]", {"guarded": {"komen": [(0, frozenset({"wij"}))]}}),
        (
            "together:\n  all: [{phrases: [wij]}, {phrases: [komen, gaan]}]",
            {"guarded": {"wij": [(0, frozenset({"komen", "gaan"}))]}},
        ),
        ("pattern: ['\\bKlad']\ncase: exact", {"exact": {"Klad": [0]}}),
        ("pattern: ['\\w+(?:_\\w|\\d) [A-Z]']\ncase: exact", {"exact": {"_": [0]}, "features": {"?digit": [0]}}),
        (
            "together:\n  all: [{pattern: ['de \\w+']}, {phrases: [stoepkrijttekening]}]",
            {"features": {"stoepkrijttekening": [0]}},  # words are common, however many letters they have
        ),
        ("pattern: ['\\bTODO']\ncase: exact", {"features": {"?capitals": [0]}}),
        ("measure: marks\nover: 2", {"features": {"?marks": [0]}}),
        ("measure: marks\nover: 0", {"always": [0]}),
        ("pattern: ['via ifttt']", {"literals": {"via ifttt": [0]}}),
        ("pattern: ['[a-z]{5}']", {"always": [0]}),
        ("measure: words\nover: 3", {"always": [0]}),
        ("context: embargo", {"features": {"?embargoes": [0]}}),
        ("together:\n  all: [moment, {phrases: [de … stoepkrijttekening]}]", {"features": {"stoepkrijttekening": [0]}}),
    ],
)
def test_a_rule_is_looked_up_by_what_it_cannot_do_without(write_pack: WritePack, match, index):
    folder = write_pack({"role/a.nl.yaml": rule_text(match)})
    empty = {"always": [], "features": {}, "guarded": {}, "literals": {}, "exact": {}, "whole": []}
    assert Pack(compile_pack(folder), folder).index("nl") == empty | index
