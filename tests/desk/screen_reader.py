"""What a screen reader tells at the desk: Orca reads Firefox, in which someone writes by the keyboard alone.

Run by `make try-screen-reader`. Argument: the command `postlint`. All runs in a folder, on a display and on a bus of
their own, and a voice writes down what would be spoken. Each step does something, and waits until nothing more is told.
It is wrong where what it must tell is not told just once, and where much else is.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path

REST = 4.0  # seconds in which nothing is told: the desk itself waits 1.2 for the author to rest
PATIENCE = 60  # seconds until what must be told is
OWN = 8  # lines that Orca may add: which window, which mode, what is selected

HOMES = ("XDG_STATE_HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_RUNTIME_DIR")
PREFERENCES = """\
user_pref("accessibility.force_disabled", -1);
user_pref("intl.accept_languages", "{lang}");
user_pref("browser.aboutwelcome.enabled", false);
user_pref("browser.shell.checkDefaultBrowser", false);
user_pref("browser.startup.homepage_override.mstone", "ignore");
user_pref("datareporting.policy.dataSubmissionEnabled", false);
user_pref("browser.newtabpage.enabled", false);
user_pref("app.update.enabled", false);
user_pref("ui.prefersReducedMotion", 1);
"""
ORCA = """\
from orca import settings
settings.speechServerFactory = "written_voice"
settings.enableKeyEcho = False
"""


def main(postlint: str) -> None:
    """Take all steps in both languages, and show what each tells."""
    wrong = 0
    for lang, steps in STEPS.items():
        with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder, ExitStack() as stack:
            session = Session(postlint, lang, Path(folder), stack)
            for name, action, expected in steps:
                action(session)
                told = session.heard(expected)
                print(f"{lang} {name}", *(f"    {line}" for line in told), sep="\n", flush=True)
                fault = wrong_with(told, expected)
                if fault:
                    wrong += 1
                    print(f"  ! {fault}")
    sys.exit(f"{wrong} steps are not as expected" if wrong else 0)


def wrong_with(told: list[str], expected: list[str]) -> str:
    """What is wrong with what a step told; empty where nothing is."""
    for each in expected:
        times = sum(each in line for line in told)
        if times != 1:
            return f"told {times} times, not once: {each}"
    room = len(expected) + OWN if expected else 0
    return f"{len(told)} lines, not {room} at most" if len(told) > room else ""


class Session:
    """The desk in Firefox on a desktop of its own, and Orca that reads it."""

    def __init__(self, postlint: str, lang: str, folder: Path, stack: ExitStack) -> None:
        self._postlint = postlint
        self._folder = folder
        self._stack = stack
        self._spoken = folder / "spoken.txt"
        self._spoken.touch()
        self._heard = 0
        self._environment = {
            **os.environ,
            **dict.fromkeys(("HOME", *HOMES), str(folder)),
            "LANG": "C.UTF-8",
            "LANGUAGE": lang,
            "GNOME_ACCESSIBILITY": "1",
            "SPOKEN": str(self._spoken),
        }
        self._write("postlint.toml", "reader = false")
        self._port = "0"
        self.start_bridge()
        self._environment["DISPLAY"] = f":{said_by(self._start('Xvfb', '-displayfd', '1'))}"
        bus = self._start("dbus-daemon", "--session", "--nofork", "--print-address")
        self._environment["DBUS_SESSION_BUS_ADDRESS"] = said_by(bus)
        self._start("openbox")
        self._write("orca/orca-customizations.py", ORCA)
        self._write("orca/written_voice.py", (Path(__file__).parent / "written_voice.py").read_text(encoding="utf-8"))
        self._start("orca")
        self.heard([""])  # anything: it says that it is there
        self._write("firefox/user.js", PREFERENCES.format(lang=lang))
        desk = self._run(postlint, "desk", "--no-browser", "--port", self._port).split()[-1]
        self._start("firefox-esr", "--no-remote", "--profile", str(folder / "firefox"), desk)

    def _write(self, name: str, text: str) -> None:
        path = self._folder / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")

    def _start(self, *command: str) -> subprocess.Popen[str]:
        process = subprocess.Popen(
            command,
            env=self._environment,
            cwd=self._folder,
            encoding="utf-8",
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )
        self._stack.callback(process.wait)
        self._stack.callback(process.kill)
        return process

    def _run(self, *command: str) -> str:
        done = subprocess.run(
            command, env=self._environment, cwd=self._folder, encoding="utf-8", stdout=subprocess.PIPE, check=True
        )
        return done.stdout

    def start_bridge(self) -> None:
        """Start the bridge; the second time at the port of the first."""
        self._bridge = self._start(self._postlint, "serve", "--port", self._port)
        self._port = said_by(self._bridge).partition("127.0.0.1:")[2].partition(";")[0]

    def kill_bridge(self) -> None:
        """End the bridge at once, as a crash would."""
        self._bridge.kill()
        self._bridge.wait()

    def type(self, text: str) -> None:
        """As a person types: eight keys a second."""
        self._run("xdotool", "type", "--delay", "120", "--", text)

    def press(self, *keys: str) -> None:
        """Press keys one after the other."""
        self._run("xdotool", "key", "--delay", "400", *keys)

    def heard(self, expected: list[str]) -> list[str]:
        """What was told since, once all that is expected was, and nothing more is."""
        told, until = "", time.monotonic() + (PATIENCE if expected else REST)
        with self._spoken.open(encoding="utf-8") as spoken:
            spoken.seek(self._heard)
            while time.monotonic() < until:
                more = spoken.read()
                told += more
                if more and all(each in told for each in expected):
                    until = time.monotonic() + REST
                time.sleep(0.1)
            self._heard = spoken.tell()
        return told.splitlines()


def said_by(process: subprocess.Popen[str]) -> str:
    """The next line that a process says."""
    return process.stdout.readline().strip()


Action = Callable[[Session], None]


def wait(_session: Session) -> None:
    """Do nothing."""


def typed(text: str, *keys: str) -> Action:
    """Press keys, then type a text."""

    def act(session: Session) -> None:
        if keys:
            session.press(*keys)
        session.type(text)

    return act


def pressed(*keys: str) -> Action:
    """Press keys."""
    return lambda session: session.press(*keys)


def typed_without_bridge(text: str) -> Action:
    """Type at the end of the draft when the bridge has been killed; what an undo put back is selected."""

    def act(session: Session) -> None:
        session.kill_bridge()
        session.press("ctrl+End")
        session.type(text)

    return act


STEPS: dict[str, list[tuple[str, Action, list[str]]]] = {
    "en": [
        ("opens the desk", wait, ["Your draft entry Paste or type your post."]),
        ("writes", typed("The hall is open on Friday."), ["Post it. Nothing stands out."]),
        ("presses F8 where nothing is marked", pressed("F8"), ["Post it. Nothing stands out."]),
        ("writes a password", typed(" The wifi password is Footbridge2026!"), ["Hold. 1 finding: 1 × hold."]),
        ("writes on", typed(" See you there."), []),
        ("presses F8", pressed("F8"), ["This looks like a password, code or key.", "Footbridge2026!"]),
        (
            "presses Alt+Enter",
            pressed("alt+Return"),
            ["What stands out dialog Hold This looks like a password, code or key.", "Close push button."],
        ),
        ("presses Tab", pressed("Tab"), ["Your draft entry"]),
        ("writes something else", typed("at the desk."), ["Post it. Nothing stands out."]),
        ("writes office English", typed(" Call forthwith.", "ctrl+End"), ["Reconsider. 1 finding: 1 × reconsider."]),
        ("presses F8", pressed("F8"), ["‘forthwith’ is office English."]),
        (
            "presses Alt+Enter",
            pressed("alt+Return"),
            ["What stands out dialog Reconsider ‘forthwith’ is office English.", "at once push button."],
        ),
        (
            "presses Enter",
            pressed("Return"),
            ["Your draft entry", "‘forthwith’ is now ‘at once’. Ctrl+Z undoes it.", "Post it. Nothing stands out."],
        ),
        ("presses Ctrl+Z", pressed("ctrl+z"), ["Reconsider. 1 finding: 1 × reconsider."]),
        ("writes without a bridge", typed_without_bridge(" Thanks."), ["Not checked. postlint does not answer."]),
        ("starts the bridge", Session.start_bridge, ["Reconsider. 1 finding: 1 × reconsider."]),
        ("presses Tab", pressed("Tab"), ["Undo push button."]),
    ],
    "nl": [
        ("opent de schrijftafel", wait, ["Je concept", "Plak of typ je bericht"]),
        ("schrijft", typed("De zaal is vrijdag open."), ["Plaatsen. Niets valt op."]),
        ("drukt op F8 waar niets opvalt", pressed("F8"), ["Plaatsen. Niets valt op."]),
        (
            "schrijft een wachtwoord",
            typed(" Het wachtwoord is Voetbrug2026!"),
            ["Wachten. 1 bevinding: 1 × wachten."],
        ),
        ("schrijft verder", typed(" Tot dan."), []),
        ("drukt op F8", pressed("F8"), ["Hier lijkt een wachtwoord, code of sleutel te staan.", "Voetbrug2026!"]),
        (
            "drukt op Alt+Enter",
            pressed("alt+Return"),
            ["Wachten Hier lijkt een wachtwoord, code of sleutel te staan.", "Sluiten"],
        ),
        ("drukt op Tab", pressed("Tab"), ["Je concept"]),
        ("schrijft iets anders", typed("bij de balie."), ["Plaatsen. Niets valt op."]),
        ("schrijft kantoortaal", typed(" Wij helpen u gaarne.", "ctrl+End"), ["1 bevinding: 1 × heroverwegen."]),
        ("drukt op F8", pressed("F8"), ["‘gaarne’ is kantoortaal."]),
        ("drukt op Alt+Enter", pressed("alt+Return"), ["Heroverwegen ‘gaarne’ is kantoortaal.", "graag "]),
        (
            "drukt op Enter",
            pressed("Return"),
            ["Je concept", "‘gaarne’ is nu ‘graag’. Ctrl+Z maakt het ongedaan.", "Plaatsen. Niets valt op."],
        ),
        ("drukt op Ctrl+Z", pressed("ctrl+z"), ["1 bevinding: 1 × heroverwegen."]),
        ("schrijft zonder brug", typed_without_bridge(" Graag gedaan."), ["Niet gecontroleerd."]),
        ("start de brug", Session.start_bridge, ["1 bevinding: 1 × heroverwegen."]),
        ("drukt op Tab", pressed("Tab"), ["Ongedaan maken"]),
    ],
}

if __name__ == "__main__":
    main(sys.argv[1])
