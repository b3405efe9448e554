"""Why no server of LanguageTool can be asked: what happened and what to do, in the language of the interface."""

from __future__ import annotations

from collections.abc import Callable

from postlint.errors import printable, say
from postlint.finding import Problem

DETAIL_LENGTH = 200


class Unavailable(Exception):  # noqa: N818 - the same word as everywhere
    """No server can be asked: `problem` says why, and `cause` is its key in `FAULTS`."""

    def __init__(self, cause: str, detail: str = "") -> None:
        super().__init__(cause, detail)
        self.cause = cause
        self.detail = printable(detail)[:DETAIL_LENGTH]

    @property
    def problem(self) -> Problem:
        """What happened and what to do."""
        what, remedy = FAULTS[self.cause](self.detail)
        return Problem(what=what, remedy=remedy, where="languagetool")

    def __str__(self) -> str:
        return f"{self.problem.what} {self.problem.remedy}"


def _get_java() -> str:
    return say("Install Java 17 or later: apt-get install openjdk-17-jre-headless, or from adoptium.net.")


def _install() -> str:
    return say("Install it: postlint languagetool install")


def _install_again() -> str:
    return say("Install it again: postlint languagetool install")


FAULTS: dict[str, Callable[[str], tuple[str, str]]] = {
    "no-extra": lambda _: (
        say("postlint was installed without language-tool-python, which downloads LanguageTool."),
        say("Install it: {command}", command='pip install "postlint[languagetool]"'),
    ),
    "no-java": lambda _: (say("LanguageTool runs on Java, which is not installed."), _get_java()),
    "old-java": lambda version: (
        say("LanguageTool needs Java 17 or later; this is {version}.", version=version),
        _get_java(),
    ),
    "broken-java": lambda said: (say("Java does not start: {said}", said=said), _get_java()),
    "not-installed": lambda _: (say("LanguageTool is not installed."), _install()),
    "damaged": lambda file: (
        say("{file} of LanguageTool is missing or is not what was installed.", file=file),
        _install_again(),
    ),
    "port": lambda _: (
        say("Every port that LanguageTool was given was taken at once."),
        say("Try again; or start one yourself, and write its address as languagetool.server."),
    ),
    "crashed": lambda said: (
        say("LanguageTool stopped while it started: {said}", said=said),
        say("It needs 600 MB of memory: close something, or give the machine or container more."),
    ),
    "silent": lambda seconds: (
        say("LanguageTool did not answer within {seconds} seconds.", seconds=seconds),
        say("The machine may be busy; try again, or see: postlint languagetool status"),
    ),
    "no-answer": lambda address: (
        say("No LanguageTool answers at {address}", address=address),
        say("Start it (again), or correct languagetool.server in the configuration."),
    ),
    "folder": lambda folder: (
        say("Others may write in {folder}, where postlint keeps what it knows of its server.", folder=folder),
        say("Set XDG_RUNTIME_DIR to a folder of your own."),
    ),
    "no-maven": lambda _: (
        say("LanguageTool is fetched by Maven (mvn), which is not installed."),
        say("Install it (apt-get install maven), or try: postlint languagetool install --via download"),
    ),
    "not-fetched": lambda said: (
        say("LanguageTool could not be fetched: {said}", said=said),
        say("Is there a network, and may this machine reach it?"),
    ),
    "wrong-checksum": lambda file: (
        say("{file} is not the file that postlint expects, so nothing was installed.", file=file),
        say("Try again; if it stays, what you fetch from (a mirror?) serves another file."),
    ),
}
"""By cause, what is told: what happened and the remedy, made from its detail (a version, a file, what Java said)."""
