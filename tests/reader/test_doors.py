"""Where a language model reads along: where it is asked for, and at the bridge, which does not wait for it long."""

from __future__ import annotations

import asyncio
import json
from pathlib import Path

import pytest
from conftest import WritePack, rule_text
from reader.servers import Asked, Server, completed, sees, sends
from typer.testing import CliRunner, Result

from browser_ext_bridge.server.warm import WarmLinter
from postlint.cli.app import make_app
from postlint.cli.exits import ExitCode
from postlint.document import Draft
from postlint.finding import Report
from postlint.lsp.configurations import Configurations
from postlint.reader.language_model import model_is_listed
from postlint.reader.settings import ReaderSettings

TEXT = "Fijn dat de directie ook eens kwam kijken."
RISK = "openness/airing"
SEEN = sees({"risk": RISK, "quote": "ook eens"})
LABELLED = (
    json.dumps({"id": "a", "text": TEXT, "lang": "nl", "risks": [{"risk": RISK, "span": "ook eens"}]})
    + "\n"
    + json.dumps({"id": "b", "text": "Anja is jarig.", "lang": "nl", "risks": []})
    + "\n"
)


@pytest.fixture
def here(server: Server, write_pack: WritePack, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("CI", raising=False)
    server.answer = SEEN
    rule = rule_text("reader: {threshold: 0.9}", risk=RISK, more="requires: [reader]")
    write_pack({f"{RISK}.nl.yaml": rule, "role/ours.nl.yaml": rule_text("phrases: [fijn]")})
    (tmp_path / "labelled.jsonl").write_text(LABELLED)
    configure(tmp_path, server)
    return tmp_path


def configure(folder: Path, server: Server, more: str = "") -> None:
    text = f'packs = ["./own"]\n[reader]\nllm = "{server.url}"\nmodel = "tiny"\nseconds = 30\n{more}'
    (folder / "postlint.toml").write_text(text)


def run(*arguments: str) -> Result:
    return CliRunner().invoke(make_app(), list(arguments))


@pytest.mark.parametrize(
    ("more", "options", "asked"),
    [
        ("", [], False),
        ("", ["--reader"], True),
        ("", ["--no-reader"], False),
        ("on = true", [], True),
        ("on = true", ["--no-reader"], False),
        ("on = false", [], False),
        ("on = false", ["--reader"], True),
    ],
)
def test_the_command_line_asks_where_it_is_told_to(
    here: Path, server: Server, more: str, options: list[str], asked: bool
) -> None:
    configure(here, server, more)
    result = run("check", "--text", TEXT, "--lang", "nl", *options)
    assert bool(server.asked) == asked
    assert (RISK in result.output) == asked
    assert ("indruk van een taalmodel" in " ".join(result.output.split())) == asked


def test_without_a_model_nobody_can_be_asked(here: Path, server: Server) -> None:
    (here / "postlint.toml").write_text('packs = ["./own"]\n')
    result = run("check", "--text", TEXT, "--reader")
    assert result.exit_code == ExitCode.WRONG_USE
    assert "the second reader is not installed" in result.output
    result = run("evaluate", "labelled.jsonl", "--reader", "llm")
    assert result.exit_code == ExitCode.WRONG_USE
    assert "the configuration names no language model" in result.output


def test_the_own_model_alone_is_not_the_language_model(here: Path, server: Server) -> None:
    result = run("evaluate", "labelled.jsonl", "--reader", "model")
    assert (result.exit_code, server.asked) == (ExitCode.WRONG_USE, [])


@pytest.mark.parametrize(("reader", "found"), [("llm", 1), ("both", 1), ("off", 0)])
def test_evaluate_measures_it(here: Path, reader: str, found: int) -> None:
    result = run("evaluate", "labelled.jsonl", "--reader", reader, "--select", RISK, "--format", "json")
    assert result.exit_code == ExitCode.CLEAN
    risks = json.loads(result.output)["langs"]["all"]["risks"]
    assert sum(risk["note"]["found"] for risk in risks.values()) == found


@pytest.mark.parametrize(
    ("models", "listed"),
    [
        ([{"id": "tiny"}], True),
        ([{"id": "large"}, {"id": "tiny:latest"}], True),
        ([{"id": "large"}], False),
        ([{"name": "tiny"}], False),
        ("none", False),
    ],
)
def test_whether_the_model_is_listed(server: Server, models: object, listed: bool) -> None:
    server.answer = sends(json.dumps({"data": models}).encode())
    assert model_is_listed(ReaderSettings(llm=server.url, model="tiny")) == listed
    assert [path for path, _, _ in server.asked] == ["/v1/models"]


@pytest.mark.parametrize(
    ("status", "told", "code"),
    [
        (200, "✔ language model  tiny at {url} answers, but does not list this model", ExitCode.CLEAN),
        (401, "– language model  The server of the language model answered with status 401. It", ExitCode.INCOMPLETE),
    ],
)
def test_the_doctor_says_whether_it_answers(here: Path, server: Server, status: int, told: str, code: ExitCode) -> None:
    server.answer = sends(b"{}", status)
    result = run("doctor")
    assert told.format(url=server.url) in result.output
    assert result.exit_code == code


def test_the_doctor_tells_it_as_data(here: Path, server: Server) -> None:
    server.answer = lambda asked: asked.connection.close()
    reader = json.loads(run("doctor", "--format", "json").output)["reader"]
    assert (reader["terminal"], reader["bridge"]) == (False, True)
    problem = reader["llm"].pop("problem")
    assert reader["llm"] == {"address": server.url, "model": "tiny", "listed": False}
    assert problem["what"] == f"No language model answers at {server.url}"


def test_the_editor_never_asks(here: Path, server: Server) -> None:
    configure(here, server, "on = true")
    settings = Configurations().of(here / "draft.md").standing.linter.inputs.settings
    assert settings.reader is None


def check(warm: WarmLinter) -> Report:
    return asyncio.run(warm.check(Draft(TEXT, warm.context({"lang": "nl"}))))


def test_the_bridge_has_it_read_along(here: Path, server: Server) -> None:
    warm = WarmLinter(here)
    assert [finding.risk for finding in check(warm).findings] == ["role/bot-speak", RISK]
    configure(here, server, "on = false")
    assert [finding.risk for finding in check(WarmLinter(here)).findings] == ["role/bot-speak"]


def test_the_bridge_does_not_wait_for_a_slow_one_whose_answer_counts_later(here: Path, server: Server) -> None:
    def slow(asked: Asked) -> None:
        told.wait(60)
        asked.send(completed(json.dumps({"findings": [{"risk": RISK, "quote": "ook eens"}]})))

    told = server.over
    server.answer = slow
    warm = WarmLinter(here, llm_time=0.1)
    early = check(warm)
    assert [finding.risk for finding in early.findings] == ["role/bot-speak"]
    assert [problem.where for problem in early.problems] == ["reader"]
    told.set()
    warm._reading.submit(int).result()
    late = check(warm)
    assert [finding.risk for finding in late.findings] == ["role/bot-speak", RISK]
    assert late.complete
    assert len(server.asked) == 1
