"""Side by side in one run: postlint from its own wheel, proselint, Vale, `import typer` and bare Python, as ratios.

Cold: every program checks a post of 280 characters in a fresh process, in turn, so that what else the machine does
weighs on all alike; medians of processor time and of wall time. Warm times come from `warm.py`, in the environment of
the wheel. All it installs stands in .cache/bench. A benchmark is no test: it exits with 0 whatever it finds.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from statistics import median
from time import perf_counter

ROOT = Path(__file__).resolve().parent.parent
BENCH = ROOT / ".cache" / "bench"
VALE = "github.com/errata-ai/vale/v3/cmd/vale@v3.17.1"
VALE_SETTINGS = "StylesPath = styles\nMinAlertLevel = suggestion\n[*.txt]\nBasedOnStyles = Vale\n"
POSTS = {
    "nl": "Vanaf maandag werken we aan de Kerkstraat tussen de brug en het plein. De bus rijdt dan om via de Singel. "
    "Fietsers kunnen er gewoon langs, auto's volgen de gele borden. We zijn op vrijdag 12 juni klaar, als het weer "
    "meewerkt. Heb je een winkel in de straat? Bel ons voor een plan.",
    "en": "From Monday we are working on Church Street between the bridge and the square. Buses will take the canal "
    "road. You can still cycle through, and cars follow the yellow signs. We finish on Friday 12 June if the weather "
    "is kind. Do you run a shop in the street? Call us to plan this.",
}
PEAK = "import resource, subprocess, sys; subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL); "
PEAK += "print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)"
Command = list[str | Path]


def main() -> None:
    """Install, measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=30, help="cold runs of each program (warm: ten times as many)")
    runs = parser.parse_args().runs
    BENCH.mkdir(parents=True, exist_ok=True)
    os.environ |= {"XDG_CACHE_HOME": str(BENCH / "cache"), "LANGUAGE": "en"}
    commands = programs()
    print_cold(cold(commands, runs))
    for lang in POSTS:
        figure(f"peak memory, {lang}", peak(commands[f"postlint {lang}"]), "MiB", 80)
    print_warm(warm(runs * 10))


def programs() -> dict[str, Command]:
    """What is measured, by name; each is installed or built where it is not there yet."""
    own, proselint = postlint_from_wheel(), environment("proselint")
    install(proselint, "proselint")
    post = BENCH / "post.txt"
    post.write_text(POSTS["en"] + "\n", encoding="utf-8")
    commands: dict[str, Command] = {
        "proselint en": [proselint / "proselint", "check", post],
        **{f"postlint {lang}": [own / "postlint", "check", "--text", text] for lang, text in POSTS.items()},
        "import typer": [own / "python", "-c", "import typer"],
        "bare Python": [own / "python", "-c", ""],
    }
    return commands | vale(post)


def postlint_from_wheel() -> Path:
    """The folder of programs of an environment with this checkout's own wheel, built now."""
    own, wheels = environment("postlint"), BENCH / "wheels"
    shutil.rmtree(wheels, ignore_errors=True)
    build = ["pip", "wheel", "--quiet", "--no-deps", "--no-build-isolation", "--wheel-dir", wheels, "."]
    subprocess.run([sys.executable, "-m", *build], cwd=ROOT, check=True)
    install(own, "--require-hashes", "-r", ROOT / "requirements.lock")
    install(own, "--no-deps", "--force-reinstall", *wheels.glob("postlint-*.whl"))
    return own


def environment(name: str) -> Path:
    """The folder of programs of an environment under .cache/bench."""
    folder = BENCH / name
    if not (folder / "bin" / "python").exists():
        subprocess.run([sys.executable, "-m", "venv", folder], check=True)
    return folder / "bin"


def install(programs_of: Path, *what: str | Path) -> None:
    """Install with pip, which compiles to bytecode as it installs."""
    subprocess.run([programs_of / "python", "-m", "pip", "install", "--quiet", "--compile", *what], check=True)


def vale(post: Path) -> dict[str, Command]:
    """Vale with its own few rules, where Go is there to build it."""
    program = vale_program()
    if program is None:
        return {}
    (BENCH / "styles").mkdir(exist_ok=True)
    settings = BENCH / "vale.ini"
    settings.write_text(VALE_SETTINGS, encoding="utf-8")
    return {"Vale en": [program, "--config", settings, post]}


def vale_program() -> Path | None:
    """Vale, built where it is not there yet; `None`, and a word about it, where Go is not there to build it."""
    program, go = BENCH / "go" / "vale", shutil.which("go")
    if not program.exists():
        if go is None:
            print("Vale: left out, Go is not installed")
            return None
        subprocess.run([go, "install", VALE], env=os.environ | {"GOBIN": str(program.parent)}, check=True)
    return program


def cold(commands: dict[str, Command], runs: int) -> dict[str, tuple[float, float]]:
    """The median processor and wall time of each in milliseconds; one round before them warms the disk."""
    times: dict[str, list[tuple[float, float]]] = {name: [] for name in commands}
    for number in range(runs + 1):
        for name, command in commands.items():
            taken = timed(command)
            if number:
                times[name].append(taken)
    return {name: (median(cpu for cpu, _ in each), median(wall for _, wall in each)) for name, each in times.items()}


def timed(command: Command) -> tuple[float, float]:
    """Processor and wall time of one run in milliseconds."""
    before, start = os.times(), perf_counter()
    subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, cwd=BENCH, check=False)
    wall, after = perf_counter() - start, os.times()
    cpu = after.children_user + after.children_system - before.children_user - before.children_system
    return cpu * 1000, wall * 1000


def peak(command: Command) -> float:
    """The most memory that a run held, in MiB, as a helper of its own sees it; macOS counts in bytes."""
    shown = subprocess.run([sys.executable, "-c", PEAK, *command], cwd=BENCH, capture_output=True, check=True)
    return int(shown.stdout) / (1024 * 1024 if sys.platform == "darwin" else 1024)


def warm(runs: int) -> dict[str, dict[str, dict[str, float]]]:
    """What `warm.py` finds, run with the wheel."""
    copies = BENCH / "packs"
    shutil.rmtree(copies, ignore_errors=True)
    script = [BENCH / "postlint" / "bin" / "python", ROOT / "benchmarks" / "warm.py", copies]
    arguments = [str(runs), json.dumps(POSTS)]
    shown = subprocess.run([*script, *arguments], cwd=BENCH, stdout=subprocess.PIPE, check=True)
    found: dict[str, dict[str, dict[str, float]]] = json.loads(shown.stdout)
    return found


def print_cold(times: dict[str, tuple[float, float]]) -> None:
    """A line for each program, with its ratio to proselint."""
    processor, wall = times["proselint en"]
    print(f"{'cold':24}{'cpu ms':>10}{'wall ms':>10}{'cpu ratio':>12}{'wall ratio':>12}{'target':>10}")
    for name, (own_processor, own_wall) in times.items():
        target = "<= 1.0" if name.startswith("postlint") else ""
        ratios = f"{own_processor / processor:>12.2f}{own_wall / wall:>12.2f}"
        print(f"{name:24}{own_processor:>10.0f}{own_wall:>10.1f}{ratios}{target:>10}")
    print()


def print_warm(found: dict[str, dict[str, dict[str, float]]]) -> None:
    """Warm times, and how they grow."""
    one, ten = found["rules"]
    for lang, times in found["times"].items():
        figure(f"warm check, {lang}", times["post"], "ms", 1)
        figure(f"{ten} rules to {one}, {lang}", times["rules"] / times["post"], "x", 1.2)
        figure(f"10 x the text, {lang}", times["text"] / times["post"], "x", 12)


def figure(name: str, value: float, unit: str, target: float) -> None:
    """A figure beside its target."""
    print(f"{name:34}{value:>10.2f} {unit:4}{f'<= {target:g}':>10}")


if __name__ == "__main__":
    main()
