"""What goes wrong around the extension: nothing is in the way, nothing is lost, and the badge is honest."""

from __future__ import annotations

import signal
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import httpx
import pytest
from extension.browsing import CLEAN, HELD, VAGUE, pair, worker_of
from extension.conftest import Opened
from extension.test_posting import _asked, _posts
from extension.test_reading_along import _stored, _write
from playwright.sync_api import expect


def test_the_bridge_is_killed_while_typing(opened: Opened, bridge):
    ours = opened("/")
    _write(ours, HELD)
    bridge.end(signal.SIGKILL)
    ours.page.keyboard.type(" More")
    ours.wait_for_state("away")
    assert ours.texts(".badge") == ["not checked"]
    ours.page.click("text=Post")
    assert (_asked(ours), _posts(ours)) == (False, "1")
    ours.press(".badge")
    assert "postlint serve" in ours.texts(".body p")[0]
    bridge.start()
    ours.press(".action", "Check again")
    ours.wait_for_state("checked")
    assert ours.texts(".badge") == ["Hold\n1"]


def test_the_badge_heals_when_the_bridge_is_back(opened: Opened, bridge):
    ours = opened("/")
    bridge.end(signal.SIGKILL)
    ours.page.fill("textarea", HELD)
    ours.page.focus("textarea")
    ours.wait_for_state("away")
    bridge.start()
    ours.wait_for_state("checked")


def test_the_bridge_is_slow(opened: Opened, bridge):
    ours = opened("/")
    _write(ours, CLEAN)
    bridge.process.send_signal(signal.SIGSTOP)
    try:
        ours.page.keyboard.insert_text(HELD)
        ours.page.click("text=Post")
        assert (_asked(ours), _posts(ours)) == (False, "1")
        ours.wait_for_state("slow")
        assert ours.texts(".badge") == ["not checked"]
    finally:
        bridge.process.send_signal(signal.SIGCONT)


def test_the_token_is_revoked(opened: Opened, bridge):
    ours = opened("/")
    _write(ours, HELD)
    assert bridge.pairings.revoke(bridge.pairings.all()[-1].id)
    ours.page.keyboard.type(" More")
    ours.wait_for_state("revoked")
    assert ours.texts(".badge") == ["not checked"]
    ours.page.click("text=Post")
    assert (_asked(ours), _posts(ours)) == (False, "1")


PASSED_ON = b"passed on"
"""Says the stranger: what the real bridge answers to the question."""


@pytest.mark.parametrize("answer", [b"", b"null", b'{"proof": "00"}', PASSED_ON])
def test_another_program_at_the_port_gets_neither_token_nor_draft(paired, opened: Opened, bridge, answer):
    heard: list[BaseHTTPRequestHandler] = []

    class Stranger(BaseHTTPRequestHandler):
        def parse_request(self) -> bool:
            heard.append(self)
            return super().parse_request()

        def do_GET(self) -> None:
            body = answer
            if answer == PASSED_ON:
                body = httpx.get(f"http://127.0.0.1:{bridge.port}{self.path}").content
            self.send_response(200)
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Stranger) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        pair(paired, bridge, server.server_port)
        ours = opened("/")
        ours.page.focus("textarea")
        ours.page.keyboard.insert_text(HELD)
        ours.wait_for_state("stranger")
        server.shutdown()
    assert ours.texts(".badge") == ["not checked"]
    assert {(each.command, each.path.partition("=")[0]) for each in heard} == {("GET", "/v1/proof?challenge")}
    assert [each for each in heard if "Authorization" in each.headers] == []


def test_our_scripts_in_pages_reach_no_secret(opened: Opened):
    ours = opened("/")
    assert ours.run("chrome.storage.local.get().then(() => true, () => false)") is False
    assert ours.run("indexedDB.databases()") == []


def test_the_field_goes_while_its_draft_is_checked(opened: Opened):
    ours = opened("/")
    ours.page.focus("textarea")
    ours.page.evaluate(
        "draft => { const field = document.querySelector('textarea'); field.value = draft;"
        "field.dispatchEvent(new Event('input', {bubbles: true})); }",
        HELD,
    )
    asking = "const ask = workerLink.ask.bind(workerLink); globalThis.underWay = 0;"
    ours.run(
        asking + "workerLink.ask = message => { if (message.kind === 'check') underWay += 1; return ask(message); }; 0"
    )
    ours.page.keyboard.insert_text(VAGUE)
    ours.wait("underWay > 0 && (document.querySelector('textarea')?.remove(), true)")
    ours.wait("companion.field === null && companion.badge.element.hidden")


def test_a_hostile_page_reaches_nothing(paired, opened: Opened):
    ours = opened("/hostile")
    _write(ours, VAGUE)
    ours.page.evaluate("attack()")
    ours.page.keyboard.type("!")
    ours.wait_for_check(VAGUE + "!")
    assert not ours.run("companion.nudge.isOpen || companion.popover.isOpen || companion.waitsInFrames")
    assert (_stored(paired, "silenced"), _stored(paired, "pairing")) == ([], "paired")
    seen = "[typeof companion, typeof chrome.runtime, document.querySelector('html > div[popover]').shadowRoot]"
    assert ours.page.evaluate(seen) == ["undefined", "undefined", None]


def test_only_our_own_scripts_are_answered(paired, pages):
    page = paired.new_page()
    page.goto(pages + "/")
    answered = worker_of(paired).evaluate(
        """async (url) => {
          const ours = { id: chrome.runtime.id, url, origin: new URL(url).origin, tab: { id: 1 }, frameId: 0 };
          const check = { kind: "check", field: 1, text: "A draft", context: {} };
          const asked = (message, sender) => Promise.resolve(handle(message, sender)).catch(() => "refused");
          return [
            await asked(check, { ...ours, id: "another" }),
            await asked(check, { ...ours, url: "https://evil.example", origin: "https://evil.example" }),
            await asked({ ...check, context: { organisation: {} } }, ours),
            await asked({ ...check, text: 7 }, ours),
            await asked({ kind: "forget" }, ours),
            await asked("check", ours),
          ];
        }""",
        pages,
    )
    assert answered == [None] * 6
    page.close()


def test_the_extension_is_reloaded(paired, opened: Opened):
    ours = opened("/")
    _write(ours, HELD)
    old = ours.worlds[-1]
    worker_of(paired).evaluate("setTimeout(() => chrome.runtime.reload(), 0); 0")
    ours.wait_for_another_world(old)
    ours.page.keyboard.type(" More")
    ours.wait_for_check(HELD + " More")
    expect(ours.page.locator("html > div[popover]")).to_have_count(1)  # the old one is gone
    ours.page.click("text=Post")
    assert (_asked(ours), _posts(ours)) == (True, "")
