"""What LanguageTool reads in place of data of its own, where that makes it do work of which nobody sees a thing.

It is made from what is installed each time the managed server starts, and comes first on Java's class path.

- For a word that it does not know, the Dutch speller looks through 500,000 words, as many times as the word can be
  written in other ways, for those that are up to three letters off. That takes up to seconds, and is mostly for names.
  `spelling` leaves alone what is not all small letters, so here the speller is told to pass over it.
- The Dutch speller compares each sentence with 27,000 names of several words, one after the other. LanguageTool looks
  the same names up elsewhere, by their first word, and tells the speller so. They are moved to where it only does that.
"""

from __future__ import annotations

from pathlib import Path
from zipfile import ZipFile

PLACE = Path("org/languagetool/resource")
FOR_ALL = "disambiguation-global.xml"
NAMES = "spelling_global.txt"
DUTCH = "nl/multiwords.txt"
ENGLISH = "en/multiwords.txt"
PASSED_OVER = r"""
<rule id="POSTLINT_NAMES" name="no small letters alone">
  <pattern><token regexp="yes" case_sensitive="yes">.*[^\p{Ll}].*</token></pattern>
  <disambig action="ignore_spelling"/>
</rule>
"""
END = "</rules>"
UNTAGGED = "_NONE_"
"""In place of a tag: the phrase is looked up, and its words stay as they are."""


def write_resources(installation: Path, folder: Path) -> None:
    """Write what comes before the data of an installation; nothing, where it does not have the data."""
    try:
        old = {name: _read(installation, name) for name in (FOR_ALL, NAMES, DUTCH, ENGLISH)}
    except FileNotFoundError:
        return
    new = {FOR_ALL: old[FOR_ALL].replace(END, PASSED_OVER + END)} | moved(old[NAMES], old[DUTCH], old[ENGLISH])
    for name, text in new.items():
        path = folder / PLACE / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")


def moved(names: str, dutch: str, english: str) -> dict[str, str]:
    """The three lists, with the names of several words in the lists of both languages.

    Of a name in the first list that is written in small letters, LanguageTool says in English that it should have
    capitals, in place of what it says of its words. It no longer does, so they are right in small letters too.
    """
    listed = [line.partition("#")[0].strip() for line in names.splitlines()]
    phrases = [each for each in listed if " " in each]
    tagged = {line.partition("\t")[0] for line in english.splitlines()}
    untagged = dict.fromkeys(form for each in phrases for form in (each, each.lower()) if form not in tagged)
    return {
        NAMES: "".join(f"{each}\n" for each in listed if each and " " not in each),
        DUTCH: f"{dutch.rstrip()}\n" + "".join(f"{each}\n" for each in phrases),
        ENGLISH: "".join(f"{each}\t{UNTAGGED}\n" for each in untagged) + english,
    }


def _read(installation: Path, name: str) -> str:
    """A file of LanguageTool's data, which the download has as it is and Maven's jars hold."""
    within = (PLACE / name).as_posix()
    if (installation / within).exists():
        return (installation / within).read_text("utf-8")
    for path in sorted(installation.glob("libs/language*.jar")):
        with ZipFile(path) as jar:
            if within in jar.namelist():
                return jar.read(within).decode("utf-8")
    raise FileNotFoundError(within)
