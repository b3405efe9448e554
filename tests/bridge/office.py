"""A real LibreOffice, headless, that checks text through its own LanguageTool setting and our bridge.

Run by `make test-office`, with a Python that has UNO (Debian: libreoffice-writer, python3-uno). Argument: the command
`postlint`. The address goes where Tools, Options, Language Settings, LanguageTool Server puts it; then its own checker
is given paragraphs, as Writer gives it those of a document.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import uno
from com.sun.star.beans import PropertyValue
from com.sun.star.connection import NoConnectException
from com.sun.star.lang import Locale

PORT = 8947
CHECKER = "org.openoffice.lingu.LanguageToolGrammarChecker"
LINGUISTIC = "/org.openoffice.Office.Linguistic"
CASES = (
    ("nl", "NL", "😀 Beste {{voornaam}}, de zaal is vrijdag open.", ["{{voornaam}}"]),
    ("en", "GB", "😀 Dear {{first_name}}, the hall is open on Friday.", ["{{first_name}}"]),
    ("nl", "NL", "De zaal is vrijdag open, en de koffie staat klaar.", []),
)
WAIT = 60


def main(postlint: str) -> None:
    """Start the bridge and LibreOffice, and let the one check through the other."""
    with tempfile.TemporaryDirectory() as folder:
        environment = {**os.environ, "XDG_STATE_HOME": folder, "HOME": folder}
        environment.setdefault("XDG_CACHE_HOME", str(Path.home() / ".cache"))
        bridge = started([postlint, "serve", "--port", str(PORT)], environment, stdout=subprocess.PIPE)
        profile, pipe = f"-env:UserInstallation=file://{folder}/office", f"--accept=pipe,name=postlint{PORT};urp;"
        office = started(["soffice", "--headless", "--norestore", profile, pipe], environment)
        try:
            bridge.stdout.readline()
            address = [postlint, "pair", "--address", "LibreOffice", "--port", str(PORT)]
            told = subprocess.run(address, env=environment, capture_output=True, encoding="utf-8", check=True).stdout
            check_through(connected(), told.splitlines()[-1])
        finally:
            for process in (office, bridge):
                process.terminate()
                process.wait()


def started(command: list[str], environment: dict[str, str], **options: object) -> subprocess.Popen[str]:
    """A program that runs in a group of its own, in a folder without a configuration."""
    return subprocess.Popen(command, env=environment, cwd=environment["HOME"], encoding="utf-8", **options)


def connected() -> object:
    """The context of LibreOffice, once it is there."""
    resolver = uno.getComponentContext().ServiceManager.createInstance("com.sun.star.bridge.UnoUrlResolver")
    until = time.monotonic() + WAIT
    while True:
        try:
            return resolver.resolve(f"uno:pipe,name=postlint{PORT};urp;StarOffice.ComponentContext")
        except NoConnectException:
            if time.monotonic() > until:
                raise
            time.sleep(0.5)


def check_through(context: object, address: str) -> None:
    """Set the address, and let LibreOffice's own checker read each case."""
    services = context.ServiceManager
    change(services, f"{LINGUISTIC}/GrammarChecking/LanguageTool", BaseURL=address, IsEnabled=True)
    checker = services.createInstanceWithContext(CHECKER, context)
    wrong = 0
    for language, country, text, expected in CASES:
        locale = Locale(language, country, "")
        if not checker.hasLocale(locale):
            sys.exit(f"LibreOffice's checker does not take {language}-{country}")
        units = text.encode("utf-16-le")
        result = checker.doProofreading("a document", text, locale, 0, len(units) // 2, ())
        print(f"{language}-{country} {text}")
        found = []
        for each in result.aErrors:
            place = slice(2 * each.nErrorStart, 2 * (each.nErrorStart + each.nErrorLength))
            found.append(units[place].decode("utf-16-le"))
            print(f"    {found[-1]}: {each.aShortComment}")
        wrong += found != expected
    sys.exit(f"{wrong} of {len(CASES)} are not as expected" if wrong else 0)


def change(services: object, path: str, **values: object) -> None:
    """Write into LibreOffice's configuration."""
    provider = services.createInstance("com.sun.star.configuration.ConfigurationProvider")
    node = PropertyValue("nodepath", 0, path, 0)
    access = provider.createInstanceWithArguments("com.sun.star.configuration.ConfigurationUpdateAccess", (node,))
    for name, value in values.items():
        access.setPropertyValue(name, value)
    access.commitChanges()


if __name__ == "__main__":
    main(sys.argv[1])
