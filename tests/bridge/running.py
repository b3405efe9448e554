"""A bridge that runs, the files that it runs on, and how to ask it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import httpx
from conftest import PACK, rule_text

from browser_ext_bridge.server.pairing import Pairings
from browser_ext_bridge.server.warm import WarmLinter

DUTCH = "Dank voor uw bericht"
ENGLISH = "Thank you for your message"
RULES = {
    "role/thanks.nl.yaml": rule_text("phrases: [dank voor uw bericht]", more="suggestion: Fijn dat u schreef"),
    "role/thanks.en.yaml": rule_text("phrases: [thank you for your message]"),
    "informing/long.nl.yaml": rule_text("measure: words\nover: 30", risk="informing/overlong", more="span: whole"),
    "practice/role/bot-speak.nl.md": (
        "# Het bericht klinkt als een machine.\n\n## Dank voor de dank\n\nConcept:\n\n> Dank voor uw bericht.\n\n"
        "Wat er misging: Niemand voelde zich gelezen.\n\nHerschreven:\n\n> Wat een foto, die ooievaar!\n\n"
        "Waarom dit werkt: Het gaat over de foto.\n\nEigenaar: Anja Smit, 2026-11-22\n"
    ),
}
CONFIG = """\
packs = ["./own"]
reader = false
[[embargoes]]
topic = "de fusie"
until = 2026-05-01T09:00:00+02:00
"""


def write_files(folder: Path) -> None:
    """A configuration with a pack of its own in `folder`."""
    files = {"postlint.toml": CONFIG, "own/pack.yaml": PACK.format(name="own")}
    files |= {f"own/{path}": text for path, text in RULES.items()}
    for path, text in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, encoding="utf-8")


@dataclass
class RunningBridge:
    """A bridge that runs, and what it runs on."""

    folder: Path
    port: int
    warm: WarmLinter
    pairings: Pairings
    token: str

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def ask(self, method: str, path: str, **options: object) -> httpx.Response:
        """Ask as one who was paired."""
        headers = {"Authorization": f"Bearer {self.token}", **options.pop("headers", {})}
        return httpx.request(method, self.url + path, headers=headers, timeout=30, verify=False, **options)  # noqa: S501 — no TLS, and none to set up

    def check(self, text: str, **context: object) -> dict[str, object]:
        """The report on a draft."""
        answer = self.ask("POST", "/v1/check", json={"text": text, "context": context})
        assert answer.status_code == 200, answer.text
        report: dict[str, object] = answer.json()
        return report
