"""The files under docs/ci: valid by the schemas of those who read them, and with commands that do what they say."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).parent.parent
FOLDER = ROOT / "docs/ci"
HOLD = "# Market\n\nI'm not supposed to tell you this yet, but the market moves to the old station in May.\n"


def read(name: str) -> Any:
    return yaml.safe_load((FOLDER / name).read_text(encoding="utf-8"))


def step(name: str) -> str:
    """The command of a step of the action."""
    return next(str(each["run"]) for each in read("action.yml")["runs"]["steps"] if each.get("name") == name)


@pytest.mark.parametrize(
    ("schema", "name"),
    [("github-actions", "action.yml"), ("github-workflows", "github.yml"), ("gitlab-ci", "gitlab.yml")],
)
def test_the_files_are_valid(schema: str, name: str) -> None:
    command = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", f"vendor.{schema}", str(FOLDER / name)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


@pytest.fixture
def here(tmp_path: Path) -> Path:
    """A repository with a page that must not be published yet."""
    (tmp_path / "content").mkdir()
    (tmp_path / "content/market.md").write_text(HOLD)
    (tmp_path / "content/fair.md").write_text("# Fair\n\nThe fair opens on 4 May at nine.\n")
    git = ["git", "-c", "user.name=Anja", "-c", "user.email=anja@example.org", "-c", "commit.gpgsign=false"]
    for arguments in (["init", "-q"], ["add", "-A"], ["commit", "-qm", "Write"]):
        subprocess.run([*git, *arguments], cwd=tmp_path, check=True)
    return tmp_path


def shell(command: str, folder: Path, **variables: str) -> subprocess.CompletedProcess[str]:
    """Run a command as GitHub's bash does."""
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    environment = {**os.environ, "PATH": path, **variables}
    shell = ["bash", "--noprofile", "--norc", "-e", "-o", "pipefail", "-c", command]
    return subprocess.run(shell, cwd=folder, env=environment, capture_output=True, text=True, check=False)


DRY = {"PIP_DRY_RUN": "1", "PIP_NO_DEPS": "1", "PIP_NO_BUILD_ISOLATION": "0", "PIP_NO_INDEX": "1"}
"""Have pip say what it would install, by what is at hand; the value of the one about isolation it turns round."""


def test_what_the_action_installs(here: Path) -> None:
    command = step("Install postlint").replace("--quiet ", "")
    done = shell(command, here, ACTION=str(FOLDER), **DRY)
    assert re.search(r"^Would install postlint-\d", done.stdout, re.MULTILINE), done.stderr


@pytest.mark.parametrize(
    ("fail_on", "since", "code", "found"), [("hold", "", 1, 1), ("never", "", 0, 1), ("hold", "HEAD", 0, 0)]
)
def test_remarks_on_the_lines(here: Path, fail_on: str, since: str, code: int, found: int) -> None:
    command = step("Check, with remarks on the lines")
    done = shell(command, here, FILES="content", FAIL_ON=fail_on, CHANGED_SINCE=since)
    assert done.returncode == code, done.stderr
    assert done.stdout.count("::error title=openness/confidential,file=content/market.md,line=3,") == found


def test_all_findings_go_to_code_scanning(here: Path) -> None:
    sarif = here / "postlint.sarif"
    done = shell(step("Check for code scanning"), here, FILES="content", SARIF=str(sarif))
    assert done.returncode == 0, done.stderr
    (run,) = json.loads(sarif.read_text(encoding="utf-8"))["runs"]
    assert "core/openness/says-it-is-secret" in {result["ruleId"] for result in run["results"]}


def test_the_job_of_gitlab(here: Path) -> None:
    job = read("gitlab.yml")["postlint"]
    install, check = job["script"]
    package = {"POSTLINT_PACKAGE": f"{ROOT}[copy]"}
    assert "Would install postlint-" in shell(install.replace("--quiet ", ""), here, **package, **DRY).stdout
    done = shell(check, here, **job["variables"])
    assert done.returncode == 1, done.stderr
    report = json.loads((here / job["artifacts"]["reports"]["codequality"]).read_text(encoding="utf-8"))
    assert [(each["severity"], each["location"]["path"]) for each in report] == [("blocker", "content/market.md")]


def test_the_container_takes_what_the_wheel_is_made_of() -> None:
    lines = (FOLDER / "Containerfile").read_text(encoding="utf-8").splitlines()
    taken = {name for line in lines if line.startswith("COPY ") for name in line.split()[1:-1]}
    assert all((ROOT / name).exists() for name in taken)
    assert {
        "postlint",
        "browser_ext_bridge",
        "rules",
        "hatch_build.py",
        "pyproject.toml",
        "README.md",
        "LICENSE",
    } <= taken
    assert "USER 10001:10001" in lines


def test_the_container_leaves_out_what_git_would() -> None:
    left_out = (ROOT / ".dockerignore").read_text(encoding="utf-8").splitlines()
    ignored = (ROOT / ".gitignore").read_text(encoding="utf-8").splitlines()
    heavy = {"node_modules/", "__pycache__/"}
    assert heavy <= set(ignored)
    assert {f"**/{name.rstrip('/')}" for name in heavy} <= set(left_out)
