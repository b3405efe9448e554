"""The bridge has the second reader read along, unless it is told not to."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest

from browser_ext_bridge.server.warm import WarmLinter
from postlint.context import Context
from postlint.document import Draft

AIRING = Draft(
    "Vier uur overleg over een rooster dat mijn leidinggevende vanmiddag weer verandert.", Context(lang="nl")
)


@pytest.mark.parametrize(("toml", "reads"), [("", True), ("reader = true", True), ("reader = false", False)])
def test_it_reads_along(tmp_path: Path, toml: str, reads: bool) -> None:
    (tmp_path / "postlint.toml").write_text(toml)
    warm = WarmLinter(tmp_path)
    report = asyncio.run(warm.check(AIRING))
    warm.close()
    assert report.complete, report.problems
    assert [finding.rule for finding in report.findings] == (["reader/openness/airing"] if reads else [])


def test_where_it_is_not_installed_nothing_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("postlint.parts.installed", lambda _part: False)
    warm = WarmLinter(tmp_path)
    report = asyncio.run(warm.check(AIRING))
    warm.close()
    assert (report.findings, report.problems) == ((), ())
