from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import WritePack, rule_text
from typer.testing import CliRunner

from postlint.cli.app import make_app

PHONE = "Bel Anja op 06-12345678, dank voor uw bericht."


@pytest.fixture
def here(write_pack: WritePack, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a pack and a configuration that names it."""
    monkeypatch.chdir(tmp_path)
    write_pack(
        {
            "role/thanks.nl.yaml": rule_text("phrases: [dank voor uw bericht]"),
            "openness/phone.nl.yaml": rule_text(
                "identifier: [phone]", risk="openness/personal-data", severity="hold"
            ).replace("is found", "staat er open en bloot"),
            "timing/embargo.nl.yaml": rule_text("context: embargo", risk="timing/embargo", severity="hold"),
        }
    )
    (tmp_path / "postlint.toml").write_text('packs = ["./own"]\nlang = "nl"\n')
    return tmp_path


def run(*arguments: str, stdin: str | bytes | None = None):
    return CliRunner().invoke(make_app(), ["check", *arguments], input=stdin)


def lines(output: str) -> list[dict]:
    return [json.loads(line) for line in output.splitlines()]


@pytest.mark.parametrize(
    ("arguments", "stdin", "code"),
    [
        (["--text", "Hallo daar"], None, 0),
        (["--text", "Dank voor uw bericht"], None, 1),
        (["--text", "Dank voor uw bericht", "--fail-on", "hold"], None, 0),
        (["--text", "Dank voor uw bericht", "--fail-on", "never"], None, 0),
        (["--text", PHONE, "--fail-on", "hold"], None, 1),
        (["--text", PHONE, "--ignore", "openness", "--fail-on", "hold"], None, 0),
        (["--text", PHONE, "--select", "role/bot-speak", "--fail-on", "hold"], None, 0),
        (["-"], "Dank voor uw bericht", 1),
        ([], "Hallo daar", 0),
        (["--text", "Heute ist das Rathaus leider den ganzen Tag geschlossen.", "--lang", "nl"], None, 0),
        (["--text", "x", "--channel", "myspace"], None, 2),
        (["--text", "x", "--publish-at", "gisteren"], None, 2),
        (["--text", "x", "--publish-at", "2026-05-01T09:00"], None, 2),
        (["--text", "x", "--embargo", "vrijdag zwembad"], None, 2),
        (["--text", "x", "--quiet-period", "2026-05-01T09:00:00+02:00 verkiezingen"], None, 2),
        (["--text", "x", "--select", "opennes"], None, 2),
        (["--text", "x", "--pack", "nergens"], None, 2),
        (["--text", "x", "--config", "nergens.toml"], None, 2),
        (["--text", "   "], None, 3),
        (["nergens.txt"], None, 3),
        ([], b"\xff\xfeh\x00", 3),
        ([], b"caf\xe9", 3),
        ([], b"a\0b", 3),
    ],
)
def test_exit_codes(here: Path, arguments, stdin, code):
    result = run(*arguments, stdin=stdin)
    assert (result.exit_code, result.exception is None or isinstance(result.exception, SystemExit)) == (code, True)
    assert "Traceback" not in result.output


@pytest.mark.parametrize(
    ("arguments", "stderr"),
    [
        (["--text", "x", "--publish-at", "gisteren"], "--publish-at: ‘gisteren’ is not a moment — "),
        (
            ["--text", "x", "--select", "opennes"],
            "--select: ‘opennes’ is no risk, group or rule here — Did you mean ‘openness’",
        ),
        (["--text", "x", "--embargo", "vrijdag zwembad"], "--embargo: ‘vrijdag’ is not a moment — "),
        (
            ["--text", "x", "--quiet-period", "2026-05-01T09:00:00+02:00 stilte"],
            "--quiet-period: this does not say from when",
        ),
    ],
)
def test_wrong_use_says_what_and_what_to_do(here: Path, arguments, stderr):
    assert stderr in run(*arguments).stderr


def test_a_mistake_in_the_configuration_says_where(here: Path):
    (here / "postlint.toml").write_text(
        'packs = ["./own"]\n\nignore = ["rol"]\n[rules."own/role/thank"]\nenabled = false\n'
    )
    stderr = run("--text", "x").stderr
    assert "postlint.toml:3:11: ‘rol’" in stderr
    assert "postlint.toml:4:1: ‘own/role/thank’" in stderr
    assert "‘own/role/thanks’" in stderr


def test_json_lines_keep_their_order_and_broken_ones_are_told(here: Path):
    drafts = [
        {"id": "a", "text": "Dank voor uw bericht", "lang": "nl"},
        {"id": "b", "text": "Hallo", "context": {"chanel": "x"}},
        {"id": "c", "text": PHONE, "risks": [], "note": "labelled"},
    ]
    content = "\n".join([json.dumps(drafts[0]), "{", json.dumps(drafts[1]), json.dumps(drafts[2])])
    (here / "drafts.jsonl").write_text(content)
    result = run("drafts.jsonl", "--format", "jsonl")
    assert result.exit_code == 3
    reports = lines(result.stdout)
    assert [(report["id"], report["verdict"], report["complete"]) for report in reports] == [
        ("a", "reconsider", True),
        (None, "post", False),
        (None, "post", False),
        ("c", "hold", True),
    ]
    assert reports[1]["problems"][0]["where"].startswith("drafts.jsonl:2:")
    assert "‘channel’" in reports[2]["problems"][0]["remedy"]


def test_json_keys_are_those_of_the_written_schema(here: Path):
    (report,) = lines(run("--text", PHONE, "--format", "jsonl", "--unmasked").stdout)
    assert report == {
        "id": None,
        "verdict": "hold",
        "until": None,
        "lang": "nl",
        "complete": True,
        "findings": [
            {
                "risk": "openness/personal-data",
                "rule": "own/openness/phone",
                "severity": "hold",
                "start": 12,
                "end": 23,
                "whole": False,
                "text": "06-12345678",
                "message": "‘06-12345678’ staat er open en bloot.",
                "why": "It is only a test.",
                "advice": "Write something else.",
                "suggestions": [],
                "reader": None,
                "until": None,
                "place": None,
            },
            {
                "risk": "role/bot-speak",
                "rule": "own/role/thanks",
                "severity": "reconsider",
                "start": 25,
                "end": 45,
                "whole": False,
                "text": "dank voor uw bericht",
                "message": "‘dank voor uw bericht’ is found.",
                "why": "It is only a test.",
                "advice": "Write something else.",
                "suggestions": [],
                "reader": None,
                "until": None,
                "place": None,
            },
        ],
        "suppressed": [],
        "problems": [],
    }
    run_of_all = json.loads(run("--text", PHONE, "--format", "json", "--unmasked").stdout)
    assert run_of_all["schema"] == 1
    assert run_of_all["reports"] == [report]


@pytest.mark.parametrize("output", ["text", "json", "jsonl"])
def test_what_a_finding_guards_is_masked_unless_asked_for(here: Path, output):
    embargo = "2026-05-12T10:00:00+02:00 bouw: nieuw zwembad"
    text = f"Het nieuwe zwembad komt er! {PHONE}"
    arguments = ["--text", text, "--publish-at", "2026-05-01T09:00:00+02:00", "--embargo", embargo, "--format", output]
    masked = run(*arguments).stdout
    assert "06-12345678" not in masked
    assert "zwembad" not in masked
    assert "•" in masked
    assert "06-12345678" in run(*arguments, "--unmasked").stdout


@pytest.mark.parametrize(
    ("context_file", "options", "severity_of_the_embargo"),
    [
        ("publish_at: 2026-05-01T09:00:00+02:00", [], "hold"),
        ("publish_at: 2026-05-01T09:00:00+02:00", ["--publish-at", "2026-06-01T09:00:00+02:00"], None),  # options win
        ("channel: x", [], None),  # an unknown time is silence
    ],
)
def test_the_context_file_and_options(here: Path, context_file, options, severity_of_the_embargo):
    (here / "context.yaml").write_text(
        f"{context_file}\nembargoes:\n  - {{topic: bad, until: 2026-05-12T10:00:00+02:00}}\n"
    )
    (report,) = lines(run("--text", "Bad sluit!", "--context", "context.yaml", *options, "--format", "jsonl").stdout)
    assert next((found["severity"] for found in report["findings"]), None) == severity_of_the_embargo
    assert report["until"] == ("2026-05-12T10:00:00+02:00" if severity_of_the_embargo else None)


def test_one_unreadable_file_does_not_keep_the_others(here: Path):
    (here / "a.txt").write_text("Dank voor uw bericht")
    (here / "b.txt").write_bytes(b"\xff\xff")
    result = run("a.txt", "b.txt", "c.txt", "--format", "jsonl")
    assert result.exit_code == 3
    assert [(report["id"], report["complete"]) for report in lines(result.stdout)] == [
        ("a.txt", True),
        (None, False),
        (None, False),
    ]


def test_ten_megabytes_in_one_line(here: Path):
    (here / "long.txt").write_text("dank voor uw woorden " * 500_000)
    assert run("long.txt", "--format", "jsonl", "--select", "role").exit_code == 0


def test_the_text_report_reads_well_without_a_terminal(here: Path):
    result = run("--text", "Hoi! Dank voor uw bericht, tot gauw.")
    assert result.stdout == (
        "  Hoi! Dank voor uw bericht①, tot gauw.\n"
        "\n"
        "① reconsider  role/bot-speak\n"
        "  ‘Dank voor uw bericht’ is found.\n"
        "  It is only a test.\n"
        "  → Write something else.\n"
        "\n"
        "✎ Reconsider (1 × reconsider)\n"
        "How others put it: postlint practice show role/bot-speak\n"
    )


@pytest.mark.parametrize("width", [20, 40, 200])
def test_narrow_and_wide_terminals(here: Path, monkeypatch: pytest.MonkeyPatch, width):
    monkeypatch.setenv("COLUMNS", str(width))
    output = run("--text", "Hoi! Dank voor uw bericht, tot gauw.").stdout
    assert max(map(len, output.splitlines())) <= width


def test_a_draft_cannot_steer_the_terminal(here: Path):
    assert "\x1b" not in run("--text", "Dank voor uw bericht \x1b[2J\x1b]0;x\x07").stdout


COLD = """
import sys
sys.argv = ["postlint", "check", "--text", {text!r}, "--format", {output!r}]
from postlint.cli import main
try:
    main()
except SystemExit:
    pass
heavy = {{
    "pydantic", "yaml", "simplemma", "wordfreq", "spacy", "phonenumbers", "stdnum", "holidays", "icalendar",
    "postlint.languagetool", "language_tool_python",
}}
sys.stderr.write(",".join(sorted(heavy & sys.modules.keys())))
"""


@pytest.mark.parametrize("output", ["text", "jsonl"])
@pytest.mark.parametrize(
    "text",
    [
        "Regen of niet, wij staan zaterdag op de markt met koffie en de plannen voor het park. Kom vooral mopperen!",
        "Rain or shine, we are at the market on Saturday with coffee and the plans for the park. Do come and grumble!",
    ],
)
def test_a_clean_post_pays_for_nothing_heavy(tmp_path: Path, text, output):
    def check() -> subprocess.CompletedProcess[str]:
        script = COLD.format(text=text, output=output)
        return subprocess.run([sys.executable, "-c", script], cwd=tmp_path, capture_output=True, text=True, check=True)

    check()  # the first run may compile the packs of a checkout
    assert check().stderr == ""


def test_the_configuration_chooses_the_language_of_the_interface(here: Path):
    (here / "postlint.toml").write_text('packs = ["./own"]\nlang = "nl"\nui_lang = "nl"\n')
    assert "Nog eens kijken" in run("--text", "Dank voor uw bericht").stdout
