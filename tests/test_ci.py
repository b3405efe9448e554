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

from postlint import __version__

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


def git(folder: Path, *commands: str) -> None:
    settings = ["-c", "user.name=Anja", "-c", "user.email=anja@example.org", "-c", "commit.gpgsign=false"]
    for command in commands:
        subprocess.run(["git", *settings, *command.split()], cwd=folder, check=True, capture_output=True)


@pytest.fixture
def here(tmp_path: Path) -> Path:
    """A repository with a page that must not be published yet."""
    (tmp_path / "content").mkdir()
    (tmp_path / "content/market.md").write_text(HOLD)
    (tmp_path / "content/fair.md").write_text("# Fair\n\nThe fair opens on 4 May at nine.\n")
    git(tmp_path, "init -q -b main", "add -A", "commit -qm Write")
    return tmp_path


@pytest.fixture
def proposed(here: Path) -> Path:
    """A repository with a pull request `pull/7/merge`: it adds a page with a hold, while `main` got one of its own."""
    git(here, "switch -qc fair")
    (here / "content/fair.md").write_text(HOLD)
    git(here, "commit -qam Ask", "switch -q main")
    (here / "content/street.md").write_text(HOLD)
    git(here, "add -A", "commit -qm Others", "switch -q --detach", "merge -q --no-edit fair")
    git(here, "update-ref refs/pull/7/merge HEAD", "switch -q main")
    return here


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


def test_files_on_lines_of_their_own_are_all_checked(here: Path) -> None:
    command = step("Check, with remarks on the lines")
    done = shell(command, here, FILES="content/fair.md\ncontent/market.md\n", FAIL_ON="hold", CHANGED_SINCE="")
    assert (done.returncode, done.stdout.count("file=content/market.md")) == (1, 1), done.stderr


@pytest.mark.parametrize(
    ("depth", "code", "told"),
    [([], 1, "file=content/fair.md,line=3,"), (["--depth", "1"], 2, "Fetch the whole history: fetch-depth: 0")],
)
def test_what_a_pull_request_changed(proposed: Path, tmp_path: Path, depth: list[str], code: int, told: str) -> None:
    """As actions/checkout does: the merge of the pull request, with all branches or with one commit alone."""
    checkout = tmp_path / "checkout"
    git(tmp_path, f"init -q {checkout}", f"-C {checkout} remote add origin {proposed.as_uri()}")
    branches = [] if depth else ["+refs/heads/*:refs/remotes/origin/*"]
    git(checkout, " ".join(["fetch -q", *depth, "origin", *branches, "+refs/pull/7/merge:refs/remotes/pull/7/merge"]))
    git(checkout, "checkout -q --force refs/remotes/pull/7/merge")
    command = step("Check, with remarks on the lines")
    done = shell(command, checkout, FILES="content", FAIL_ON="hold", CHANGED_SINCE="origin/main")
    assert done.returncode == code, done.stderr
    assert told in done.stdout + done.stderr
    assert done.stdout.count("::error ") == (code == 1)


def test_the_branch_that_a_pull_request_is_for() -> None:
    """The commit that the event names as base may be older than the one that was merged with."""
    default = read("action.yml")["inputs"]["changed-since"]["default"]
    assert default == "${{ github.base_ref && format('origin/{0}', github.base_ref) }}"


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


def test_a_merge_request_with_a_shallow_clone_and_a_baseline(proposed: Path, tmp_path: Path) -> None:
    """As GitLab's runner does: the commit alone, checked out by itself; what stands in the baseline blocks no more."""
    shell("postlint baseline content", proposed)
    git(proposed, "add -A", "commit -qm Baseline", "switch -qc ours")
    (proposed / "content/fair.md").write_text(HOLD)
    git(proposed, "commit -qam Ask")
    clone = tmp_path / "clone"
    git(tmp_path, f"clone -q --depth 20 {proposed.as_uri()} {clone}", f"-C {clone} checkout -q --detach")
    job = read("gitlab.yml")["postlint"]
    done = shell(job["script"][1], clone, **job["variables"])
    assert done.returncode == 1, done.stderr
    report = json.loads((clone / job["artifacts"]["reports"]["codequality"]).read_text(encoding="utf-8"))
    assert [each["location"]["path"] for each in report] == ["content/fair.md"]


def test_a_merge_request_that_blocks_on_changed_lines_alone(proposed: Path, tmp_path: Path) -> None:
    page = (ROOT / "docs/ci.md").read_text(encoding="utf-8")
    blocks = re.findall(r"^```yaml\n(.*?)^```", page, re.DOTALL | re.MULTILINE)
    shown = next(block for block in blocks if "rules:" in block)
    (tmp_path / "job.yml").write_text(shown)
    command = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", "vendor.gitlab-ci", "job.yml"]
    assert subprocess.run(command, cwd=tmp_path, check=False, capture_output=True).returncode == 0
    base = subprocess.check_output(["git", "merge-base", "main", "fair"], cwd=proposed, text=True).strip()
    git(proposed, "switch -q fair")
    check = yaml.safe_load(shown)["postlint"]["script"][1]
    done = shell(check, proposed, CI_MERGE_REQUEST_DIFF_BASE_SHA=base)
    assert (done.returncode, "content/market.md" in done.stdout) == (1, False), done.stderr


def test_the_template_installs_the_version_that_it_stands_beside() -> None:
    assert read("gitlab.yml")["postlint"]["variables"]["POSTLINT_PACKAGE"] == f"postlint[copy]=={__version__}"
    pages = ((ROOT / name).read_text(encoding="utf-8") for name in ("docs/ci.md", "docs/ci/github.yml"))
    named = {version for page in pages for version in re.findall(r"(?:@v|ref: v|rev: v|==)(\d+\.\d+\.\d+)", page)}
    assert named == {__version__}


def containerfile() -> tuple[list[str], set[str]]:
    """The lines of the container file, and what it takes from the repository."""
    lines = (FOLDER / "Containerfile").read_text(encoding="utf-8").splitlines()
    copies = (line for line in lines if line.startswith("COPY ") and "--from" not in line)
    return lines, {name for line in copies for name in line.split()[1:-1]}


def test_the_container_takes_what_the_wheel_is_made_of() -> None:
    lines, taken = containerfile()
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


def test_the_container_is_handed_nothing_else() -> None:
    _, taken = containerfile()
    everything, *rest = (
        line for line in (ROOT / ".dockerignore").read_text(encoding="utf-8").splitlines() if not line.startswith("#")
    )
    assert everything == "*"
    assert {line.removeprefix("!") for line in rest if line.startswith("!")} == taken
    assert {line for line in rest if not line.startswith("!")} == {"**/__pycache__", "**/node_modules"}
