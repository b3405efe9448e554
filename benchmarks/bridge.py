"""How fast the bridge answers, and what memory it takes: a real load on a real bridge, over the loopback address.

`make bench-bridge` loads it for some seconds, `make soak` for 20 minutes. The load comes from hey
(https://github.com/rakyll/hey; `apt-get install hey`): drafts in both languages, at a fixed rate; with `--pipeline`
Dutch ones alone, each read by the Dutch pipeline for a rule that asks for grammar. Times are those that a client sees,
so on a busy machine they say more of the machine; the processor's time says more of the bridge. Between two drafts an
idle machine puts its cores to sleep, and waking them takes time that is not the bridge's either: `--awake` keeps them
from it.
"""

from __future__ import annotations

import argparse
import csv
import io
import json
import os
import platform
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

PARTS = 10
COMMAND = [sys.executable, "-c", "from postlint.cli import main; main()"]
DUTCH = (
    "Beste bewoners van de Kerkstraat, maandag begint het werk aan het riool. De straat is dan dicht tot en met "
    "vrijdag. U kunt lopend wel bij uw huis komen. Heeft u vragen? Bel mij gerust, of kom langs in de bouwkeet bij de "
    "bakker. We houden het zo kort mogelijk, en er is koffie."
)
ENGLISH = (
    "To everyone on Church Street: work on the sewer starts on Monday. The street is closed until Friday. You can "
    "reach your house on foot. Any questions? Call me, or drop by at the site office next to the bakery. We keep it "
    "as short as we can, and there is coffee for all of you."
)

PIPELINE = {
    "postlint.toml": 'reader = false\npacks = ["core", "./own"]\n',
    "own/pack.yaml": (
        "format: 1\nname: own\nversion: 1.0.0\nowner: the benchmark\nlanguages: [nl, en]\nlicence: EUPL-1.2\n"
        "description: A rule for which the pipeline reads a draft.\n"
    ),
    "own/informing/closed.nl.yaml": (
        "risk: informing/complex\nseverity: note\nmessage: Iets is dicht.\nwhy: Wie moet omlopen, wil weten hoe.\n"
        "advice: Noem de weg eromheen.\nmatch:\n  tokens:\n    - [{LEMMA: zijn, POS: AUX}, {OP: '?'}, {LOWER: dicht}]\n"
        "requires: [pipeline]\nexamples:\n  bad: ['De weg [[is dicht]].', 'De brug [[is nu dicht]].']\n"
        "  good: ['De weg is open.', 'Het raam gaat dicht.']\n"
    ),
}
"""A configuration whose rule the Dutch draft is for."""


def main() -> None:
    """Load a bridge and print what it did."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seconds", type=int, default=20)
    parser.add_argument("--rate", type=int, default=50, help="drafts a second")
    parser.add_argument("--port", type=int, default=8927)
    parser.add_argument("--pipeline", action="store_true")
    parser.add_argument("--reader", action="store_true", help="with the second reader, which is off here otherwise")
    parser.add_argument("--awake", action="store_true", help="keep idle cores from falling asleep (Linux)")
    options = parser.parse_args()
    with TemporaryDirectory() as folder:
        Path(folder, "postlint.toml").write_text(f"reader = {str(options.reader).lower()}\n", encoding="utf-8")
        drafts = _with_pipeline(Path(folder)) if options.pipeline else (DUTCH, ENGLISH)
        with awake() if options.awake else nullcontext(), running(options.port, Path(folder), drafts) as bridge:
            _measure(bridge, options.rate, options.seconds)


def _with_pipeline(folder: Path) -> tuple[str, ...]:
    """Write the configuration whose rule asks for the pipeline; gives the drafts that it is for."""
    for path, text in PIPELINE.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, encoding="utf-8")
    return (DUTCH,)


def _measure(bridge: Bridge, rate: int, seconds: int) -> None:
    """Load a bridge, and print what it did."""
    bridge.load(rate, 3)  # what is read once is read now
    memory, spent = [bridge.memory()], bridge.processor_time()
    times: list[float] = []
    for _ in range(PARTS):
        times += bridge.load(rate, max(seconds // PARTS, 1))
        memory.append(bridge.memory())
    spent = bridge.processor_time() - spent
    times.sort()
    load = f"load average {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores"
    print(f"{len(times)} drafts in {seconds} s, {load}, Python {platform.python_version()}")
    for name, share in (("p50", 0.5), ("p95", 0.95), ("p99", 0.99), ("max", 1.0)):
        print(f"{name} {1000 * times[min(int(share * len(times)), len(times) - 1)]:.2f} ms")
    print(f"processor {1000 * spent / len(times):.2f} ms a draft")
    print("memory, MB:", *(f"{sample:.1f}" for sample in memory))


@contextmanager
def running(port: int, folder: Path, drafts: Sequence[str] = (DUTCH, ENGLISH)) -> Iterator[Bridge]:
    """A bridge of its own, which checks by the configuration in `folder` and keeps there what it keeps."""
    environment = {**os.environ, "XDG_STATE_HOME": str(folder)}
    serve = [*COMMAND, "serve", "--port", str(port)]
    pair = [*COMMAND, "pair", "--address", "the load", "--port", str(port)]
    with subprocess.Popen(serve, cwd=folder, env=environment, stdout=subprocess.PIPE, text=True) as process:
        try:
            if process.stdout is None or not process.stdout.readline():
                sys.exit("the bridge does not start")
            told = subprocess.run(pair, cwd=folder, env=environment, capture_output=True, text=True, check=True).stdout
            yield Bridge(process.pid, told.splitlines()[-1], folder, drafts)
        finally:
            process.terminate()


@contextmanager
def awake() -> Iterator[None]:
    """Processes that run where a core has nothing else to do, and give way at once."""
    idle = "import os; os.sched_setscheduler(0, os.SCHED_IDLE, os.sched_param(0))\nwhile True: pass"
    processes = [subprocess.Popen([sys.executable, "-c", idle]) for _ in range(os.cpu_count() or 1)]
    try:
        yield
    finally:
        for process in processes:
            process.kill()
            process.wait()


@dataclass(frozen=True)
class Bridge:
    """A bridge that runs: its process, its address for `/v2`, a folder for what is sent, and the drafts."""

    pid: int
    address: str
    folder: Path
    drafts: Sequence[str]

    def load(self, rate: float, seconds: int) -> list[float]:
        """Send each draft for its share of some seconds; gives the time of each answer in seconds."""
        share = seconds / len(self.drafts)
        return [answer for draft in self.drafts for answer in self._answers(draft, rate, share)]

    def _answers(self, draft: str, rate: float, seconds: float) -> Iterator[float]:
        """The time of each answer to one draft; an answer that is no report ends the run."""
        body = self.folder / f"{len(draft)}.json"
        body.write_text(json.dumps({"text": draft, "context": {"channel": "facebook"}}), encoding="utf-8")
        pace = ["-z", f"{seconds}s", "-c", "1", "-q", str(rate), "-o", "csv"]
        asking = ["-m", "POST", "-T", "application/json", "-D", str(body), self.address.replace("/v2", "/v1/check")]
        printed = subprocess.run(["hey", *pace, *asking], stdout=subprocess.PIPE, text=True, check=True).stdout
        for row in csv.DictReader(io.StringIO(printed)):
            if row["status-code"] != "200":
                sys.exit(f"the bridge answered {row['status-code']}")
            yield float(row["response-time"])

    def memory(self) -> float:
        """Resident megabytes (Linux)."""
        status = Path(f"/proc/{self.pid}/status").read_text(encoding="ascii")
        return int(status.split("VmRSS:")[1].split()[0]) / 1024

    def processor_time(self) -> float:
        """Seconds of processor time that the bridge has used (Linux)."""
        fields = Path(f"/proc/{self.pid}/stat").read_text(encoding="ascii").rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


if __name__ == "__main__":
    main()
