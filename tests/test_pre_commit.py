"""The hooks, by the real pre-commit in a real repository, installed from this checkout without a network."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from shutil import copytree, ignore_patterns

import pytest
from conftest import PACK
from ruamel.yaml import YAML

ROOT = Path(__file__).parent.parent
WHEELS = Path(sys.prefix) / "wheels"
"""Where `make test` puts what postlint is installed with."""
CONFIG = """\
repos:
  - repo: {hooks}
    rev: {revision}
    hooks:
      - id: postlint-copy
      - id: postlint-calendar
        files: ^planning/
      - id: postlint-rules
"""
HOLD = "# Market\n\nI'm not supposed to tell you this yet, but the market moves to the old station in May.\n"
RECONSIDER = "# Market\n\nThanks for your question. We will answer as soon as possible.\n"
RULE = """\
risk: role/bot-speak
severity: note
message: "‘{found}’ is found."
why: It is only a test.
advice: Write something else.
match:
  phrases: [all the best]
only: {reason: a test}
examples:
  bad: ["[[All the best]]!", "And [[all the best]] to you."]
  good: ["All good.", "GOOD"]
"""
Git = Callable[..., subprocess.CompletedProcess[str]]


def git_in(folder: Path, environment: dict[str, str]) -> Git:
    def git(*arguments: str) -> subprocess.CompletedProcess[str]:
        command = ["git", "-c", "commit.gpgsign=false", *arguments]
        return subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)

    return git


@pytest.fixture(scope="module")
def environment(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """What git and pre-commit know: nothing of this machine, and no index of packages."""
    home = tmp_path_factory.mktemp("home")
    names = {"AUTHOR": "Anja", "COMMITTER": "Anja"}
    known = {name: value for name, value in os.environ.items() if not name.startswith(("GIT_", "PIP_", "PYTHON"))}
    return {
        **known,
        **{f"GIT_{who}_NAME": name for who, name in names.items()},
        **{f"GIT_{who}_EMAIL": "anja@example.org" for who in names},
        "GIT_CONFIG_GLOBAL": os.devnull,
        "HOME": str(home),
        "XDG_CACHE_HOME": str(home / "cache"),
        "LANGUAGE": "en",
        "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}",
        "PIP_NO_INDEX": "1",
        "PIP_FIND_LINKS": str(WHEELS),
        "PIP_NO_COMPILE": "1",
        "PIP_CONFIG_FILE": os.devnull,
        "PIP_DISABLE_PIP_VERSION_CHECK": "1",
    }


@pytest.fixture(scope="module")
def config(tmp_path_factory: pytest.TempPathFactory, environment: dict[str, str]) -> str:
    """The configuration of pre-commit that names this checkout, as it stands now, and the environment for it."""
    hooks = tmp_path_factory.mktemp("postlint")
    for name in ("postlint", "browser_ext_bridge", "rules"):
        copytree(ROOT / name, hooks / name, ignore=ignore_patterns("__pycache__", "node_modules", "*.mo"))
    for name in (".pre-commit-hooks.yaml", "pyproject.toml", "hatch_build.py", "README.md", "LICENSE"):
        (hooks / name).write_bytes((ROOT / name).read_bytes())
    git = git_in(hooks, environment)
    for arguments in (["init", "-q"], ["add", "-A"], ["commit", "-qm", "As it stands"]):
        assert git(*arguments).returncode == 0
    return CONFIG.format(hooks=hooks, revision=git("rev-parse", "HEAD").stdout.strip())


@pytest.fixture
def git(tmp_path: Path, environment: dict[str, str], config: str) -> Git:
    """git in a fresh repository with the hooks."""
    git = git_in(tmp_path, environment)
    git("init", "-q")
    (tmp_path / ".pre-commit-config.yaml").write_text(config)
    assert subprocess.run(["pre-commit", "install"], cwd=tmp_path, env=environment, check=False).returncode == 0
    (tmp_path / "content").mkdir()
    (tmp_path / "planning").mkdir()
    return git


def commit(git: Git) -> tuple[bool, str]:
    """Commit all there is; whether it went through, and what was shown."""
    git("add", "-A")
    done = git("commit", "-m", "Write")
    return done.returncode == 0, done.stdout + done.stderr


def test_a_hold_blocks_until_it_is_in_the_baseline_or_has_a_reason(
    git: Git, tmp_path: Path, environment: dict[str, str]
) -> None:
    page = tmp_path / "content/market.md"
    page.write_text(HOLD)
    went, shown = commit(git)
    assert not went
    assert "content/market.md:3:5" in shown
    assert "hold  openness/confidential" in shown

    record = [sys.executable, "-c", "from postlint.cli import main; main()", "baseline", "content"]
    known = {**environment, "PYTHONPATH": os.environ.get("PYTHONPATH", "")}
    assert subprocess.run(record, cwd=tmp_path, env=known, check=False).returncode == 0
    went, shown = commit(git)
    assert went, shown

    (tmp_path / ".postlint-baseline.json").unlink()
    page.write_text(HOLD.replace("May", "June"))
    went, shown = commit(git)
    assert not went
    page.write_text(HOLD.replace("\n\n", "\n\n<!-- postlint ignore openness/confidential: told at the meeting -->\n"))
    went, shown = commit(git)
    assert went, shown


def test_what_is_no_hold_is_shown_and_goes_through(git: Git, tmp_path: Path) -> None:
    (tmp_path / "content/market.md").write_text(RECONSIDER)
    (tmp_path / "requirements.txt").write_text("not supposed to tell you this yet\n")
    went, shown = commit(git)
    assert went, shown
    assert "connecting/no-deadline" in shown
    assert "Checked: 1. With findings: 1." in shown


def test_a_calendar_and_rules(git: Git, tmp_path: Path) -> None:
    (tmp_path / "planning/week.csv").write_text("Channel,Text\nx,I'm not supposed to tell you this yet!\n")
    (tmp_path / "data.csv").write_text("a,b\n1,2\n")
    (tmp_path / "pack/role").mkdir(parents=True)
    (tmp_path / "pack/pack.yaml").write_text(PACK.format(name="pack"))
    (tmp_path / "pack/role/wish.en.yaml").write_text(RULE.replace("GOOD", "All the best!"))
    went, shown = commit(git)
    assert not went
    assert "planning/week.csv:B2" in shown
    assert "data.csv" not in shown
    assert "finds ‘All the best’ in a good example" in shown
    (tmp_path / "planning/week.csv").write_text("Channel,Text\nx,The market opens at nine.\n")
    (tmp_path / "pack/role/wish.en.yaml").write_text(RULE.replace("GOOD", "The best of all."))
    went, shown = commit(git)
    assert went, shown


def test_every_hook_is_documented() -> None:
    page = (ROOT / "docs/ci.md").read_text(encoding="utf-8")
    hooks = YAML(typ="safe").load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    assert len(hooks) == 3
    assert all(f"`{hook['id']}`" in page for hook in hooks)
