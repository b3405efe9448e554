"""`/v1` over a real server: what it takes and answers, held to its own description."""

from __future__ import annotations

import hmac
import json

import httpx
import pytest
from bridge.running import DUTCH, ENGLISH, RunningBridge
from jsonschema import Draft202012Validator
from openapi_spec_validator import validate

from browser_ext_bridge.server.openapi import description
from browser_ext_bridge.server.wire import draft_from
from postlint.context import Context
from postlint.document import Draft
from postlint.reporters.wire import as_data
from postlint.validation import keys_of


def assert_is(name: str, answer: object) -> None:
    """The answer has the form that the description gives under this name."""
    schema = {"$ref": f"#/components/schemas/{name}", "components": description()["components"]}
    Draft202012Validator(schema).validate(answer)


def test_the_description_is_sound_and_served(bridge: RunningBridge):
    served = bridge.ask("GET", "/v1/openapi.json").json()
    assert served == json.loads(json.dumps(description()))
    validate(served)


def test_the_description_names_every_key_of_a_context():
    assert set(description()["components"]["schemas"]["Context"]["properties"]) == set(keys_of(Context))


def test_a_report_is_that_of_the_library_with_utf16_besides(bridge: RunningBridge):
    text = f"😀 Goed punt! {DUTCH}, tot vrijdag."
    report = bridge.check(text)
    assert_is("Report", report)
    (finding,) = report["findings"]
    assert finding.pop("utf16") == {"start": finding["start"] + 1, "end": finding["end"] + 1}
    assert report.pop("schema") == 1
    assert report.pop("length") == {"characters": len(text), "limit": None}
    assert report == as_data(bridge.warm.standing.linter.check(Draft(text, bridge.warm.context({}))))


@pytest.mark.parametrize(
    ("channel", "text", "characters", "limit"),
    [
        ("x", "Zie https://example.org/een/heel/lang/pad/naar/de/pagina 👩‍👩‍👧", 4 + 23 + 1 + 2, 280),
        ("mastodon", "Dag @anja@sociaal.example", 4 + 5, 500),
        ("bluesky", "👩‍👩‍👧" * 101, 101, 300),
        ("intranet", "Dag 👋", 5, None),
        (None, "Dag 👋", 5, None),
    ],
)
def test_the_length_is_counted_as_the_channel_does(bridge: RunningBridge, channel, text, characters, limit):
    assert bridge.check(text, channel=channel)["length"] == {"characters": characters, "limit": limit}


def test_ten_thousand_emoji(bridge: RunningBridge):
    report = bridge.check("😀" * 10_000 + f" {DUTCH}.")
    assert report["complete"]
    assert report["findings"][0]["utf16"]["start"] == 20_001


@pytest.mark.parametrize(
    ("body", "lang", "texts"),
    [
        ({"text": f"{ENGLISH}."}, "en", [ENGLISH]),
        ({"text": f"{ENGLISH}.", "lang": "nl"}, "nl", []),
        (
            {"text": f"{DUTCH}.", "id": "a", "context": {"channel": "x", "publish_at": "2026-05-01T09:00:00+02:00"}},
            "nl",
            [DUTCH],
        ),
        ({"text": "Wij gaan morgen met alle bussen naar zee."}, "nl", []),
    ],
)
def test_a_draft_has_the_keys_of_a_line(bridge: RunningBridge, body, lang, texts):
    assert_is("Draft", body)
    report = bridge.ask("POST", "/v1/check", json=body).json()
    assert (report["id"], report["lang"]) == (body.get("id"), lang)
    assert [finding["text"] for finding in report["findings"]] == texts


def test_context_is_added_to_the_configuration(bridge: RunningBridge):
    body = {"text": "Tot morgen", "context": {"embargoes": [{"topic": "zee", "until": "2026-06-01T09:00:00+02:00"}]}}
    draft = draft_from(json.dumps(body).encode(), bridge.warm)
    assert [embargo.topic for embargo in draft.context.embargoes] == ["de fusie", "zee"]


@pytest.mark.parametrize(
    ("body", "told"),
    [
        (b"{", ["this is not JSON"]),
        (b"", ["this is not JSON"]),
        (b"\xff\xfe{", ["UTF-16"]),
        (b"[]", ["a table belongs here"]),
        (b'{"text": "Het geheim van Marie", "contxt": {}, "lang": "fr"}', ["contxt", "fr"]),
        (
            b'{"text": "Het geheim van Marie", "context": {"channel": "krant", "publish_at": "morgen"}}',
            ["krant", "morgen"],
        ),
        (b'{"text": "Het geheim\\u0000 van Marie"}', ["NUL"]),
        (b'{"text": ""}', ["there is no text"]),
        (b"[" * 100_000, ["out of bounds"]),
    ],
)
def test_all_that_is_wrong_is_told_and_nothing_of_the_draft(bridge: RunningBridge, body, told):
    answer = bridge.ask("POST", "/v1/check", content=body)
    assert answer.status_code == 400
    assert_is("Errors", answer.json())
    whats = [error["what"] for error in answer.json()["errors"]]
    assert [word for word, what in zip(told, whats, strict=True) if word not in what] == []
    assert "Marie" not in answer.text


@pytest.mark.parametrize(
    ("method", "path", "status"),
    [("POST", "/v2000/check", 404), ("POST", "/v3/check", 404), ("GET", "/v1/check", 405), ("GET", "/", 404)],
)
def test_an_unknown_version_is_told(bridge: RunningBridge, method, path, status):
    answer = bridge.ask(method, path)
    assert answer.status_code == status
    assert_is("Errors", answer.json())
    assert "/v1" in answer.json()["errors"][0]["remedy"]


@pytest.mark.parametrize("name", ["role/bot-speak", "own/role/thanks"])
def test_explain_tells_the_risk_its_rules_and_its_cases(bridge: RunningBridge, name):
    told = bridge.ask("GET", "/v1/explain", params={"name": name, "lang": "nl"}).json()
    assert_is("Explanation", told)
    assert told["risk"] == "role/bot-speak"
    assert [rule["rule"] for rule in told["rules"]] == ["own/role/thanks"]
    assert [case["title"] for case in told["cases"]] == ["Dank voor de dank"]


@pytest.mark.parametrize("params", [{"name": "role/bot-speek"}, {"name": "role/bot-speak", "lang": "fr"}, {}])
def test_explain_refuses_what_is_not_there(bridge: RunningBridge, params):
    answer = bridge.ask("GET", "/v1/explain", params=params)
    assert answer.status_code == 400
    assert_is("Errors", answer.json())


def test_status_tells_what_is_checked_with(bridge: RunningBridge):
    status = bridge.ask("GET", "/v1/status").json()
    assert_is("Status", status)
    assert status["packs"] == [{"name": "own", "version": "1.0.0"}]
    assert status["config"] == str(bridge.folder / "postlint.toml")
    assert status["context"] == {"channel": None, "audience": "public"}


def test_a_rule_that_crashes_makes_the_report_incomplete(bridge: RunningBridge, monkeypatch: pytest.MonkeyPatch):
    def crash(*_: object, **__: object) -> None:
        raise ValueError(DUTCH)

    monkeypatch.setattr("postlint.engine.ReadyRule.findings", crash)
    report = bridge.check(f"{DUTCH}, buurman.")
    assert not report["complete"]
    assert "own/role/thanks" in [problem["where"] for problem in report["problems"]]
    assert DUTCH not in str(report)
    form = bridge.ask("POST", "/v2/check", data={"language": "nl", "text": DUTCH}).json()
    assert form["warnings"]["incompleteResults"]


def test_who_paired_can_know_the_bridge(bridge: RunningBridge):
    asked = {"code": bridge.pairings.new_code(), "name": "Firefox"}
    paired = httpx.post(f"{bridge.url}/v1/pair", json=asked).json()
    assert_is("Token", paired)
    answer = httpx.get(f"{bridge.url}/v1/proof", params={"challenge": "é 1"}).json()
    assert_is("Proof", answer)
    said = f"{bridge.port}:é 1".encode()
    assert answer["proof"] == hmac.digest(bytes.fromhex(paired["key"]), said, "sha256").hex()
