from __future__ import annotations

import json

import pytest
from report_cases import BSN, guarded, report, unread, whole, written
from sarif_kit.validate import validation_errors

from postlint.finding import Severity
from postlint.reporters.sarif import GoodPractice, RuleHelp, sarif

PRACTICE = GoodPractice("Luid en zacht", "HALLO!!\n\nHoor je mij?", "Hallo.", "Zo luistert er iemand.")


def helped(wanted):
    """Help as a run would give it."""
    headings = ("Waarom:", "Liever:", "Goed voorbeeld")
    for rule, lang in wanted.items():
        yield RuleHelp(rule, "tone/shouting", Severity.NOTE, f"‘…’ ({lang})", "Hierom.", "Zo.", [PRACTICE], headings)


def run_of(*reports) -> dict:
    """The run, when the whole is valid against SARIF's schema."""
    log = json.loads(written(sarif(reports, helped)))
    assert validation_errors(log) == []
    (run,) = log["runs"]
    return run


@pytest.mark.parametrize(
    ("severity", "level"), [(Severity.HOLD, "error"), (Severity.RECONSIDER, "warning"), (Severity.NOTE, "note")]
)
def test_a_finding_is_a_result(severity, level):
    run = run_of(report("👍\n👍 [[noot👍]]", {"severity": severity}, file="site/een pagina.md"))
    (result,) = run["results"]
    assert len(result.pop("partialFingerprints")["postlint/v1"]) == 32
    assert run["columnKind"] == "utf16CodeUnits"
    assert result == {
        "ruleId": "own/tone/loud",
        "level": level,
        "message": {"text": "‘noot👍’ is luid.\nWie schreeuwt, wordt niet gehoord.\n→ Zeg het zachter."},
        "locations": [
            {
                "physicalLocation": {
                    "artifactLocation": {"uri": "site/een%20pagina.md"},
                    "region": {
                        "startLine": 2,
                        "startColumn": 4,
                        "endLine": 2,
                        "endColumn": 10,
                        "snippet": {"text": "noot👍"},
                    },
                }
            }
        ],
    }


def test_a_finding_on_the_whole_text_stands_at_its_begin():
    (result,) = run_of(whole("aap\nnoot"))["results"]
    assert result["locations"][0]["physicalLocation"]["region"] == {"startLine": 1}


def test_a_rule_is_explained_in_the_language_of_the_text():
    (rule,) = run_of(report("[[x]] [[y]]"), report("[[z]]", file="b.txt"))["tool"]["driver"]["rules"]
    assert rule["id"] == "own/tone/loud"
    assert rule["shortDescription"] == {"text": "‘…’ (nl)"}
    assert rule["defaultConfiguration"] == {"level": "note"}
    assert rule["properties"]["tags"] == ["tone", "tone/shouting"]
    assert rule["help"]["text"] == "‘…’ (nl)\nHierom.\n→ Zo."
    assert rule["help"]["markdown"] == (
        "‘…’ (nl)\n\n**Waarom:** Hierom.\n\n**Liever:** Zo.\n\n## Goed voorbeeld\n\n### Luid en zacht\n\n"
        "✗\n> HALLO!!\n>\n> Hoor je mij?\n\n✓\n> Hallo.\n\nZo luistert er iemand."
    )


@pytest.mark.parametrize("file", ["/abs/pagina.md", "a:b.md", "ü/é 👍.md", "100%.md", "a#b?c.md"])
def test_any_name_is_a_uri(file):
    (result,) = run_of(report("[[x]]", file=file))["results"]
    uri = result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
    assert uri.startswith("file:///abs/") == file.startswith("/")
    assert set(uri.removeprefix("file:")).isdisjoint(" :#?")


def test_a_problem_is_a_notification_and_the_run_did_not_succeed():
    run = run_of(report("[[x]]"), unread())
    (invocation,) = run["invocations"]
    assert invocation["executionSuccessful"] is False
    (notification,) = invocation["toolExecutionNotifications"]
    assert notification["level"] == "error"
    assert notification["message"]["text"] == "cannot be read: no such file — Check the path."
    assert notification["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == "weg.txt"


def test_a_run_without_findings_succeeds():
    run = run_of(report("aap"))
    assert (run["results"], run["tool"]["driver"]["rules"]) == ([], [])
    assert run["invocations"] == [{"executionSuccessful": True, "toolExecutionNotifications": []}]


def test_what_is_guarded_is_covered():
    assert BSN not in written(sarif([report(f"[[{BSN}]]", guarded())], helped))
