"""The files that `postlint init` and `postlint rules new` write; they are never written over others."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from pathlib import Path

from postlint.datafile import read_source
from postlint.errors import InputError, InputErrors, nearest, quoted, say
from postlint.risks import RISKS

NAME = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
OWN_PACK = "postlint-rules"

_RULE = {
    "nl": """\
# Het bericht {meaning}.
risk: {risk}
# note: een opmerking. reconsider: denk nog eens na. hold: plaats dit niet.
severity: note
# Wat de schrijver ziet; {{found}} haalt de woorden uit het bericht aan.
message: "‘{{found}}’ staat hier nog uit het voorbeeld."
# Wat er mis kan gaan, in één zin.
why: Een regel die niet is ingevuld helpt niemand.
# Wat je in plaats daarvan schrijft.
advice: Vul de regel in.
# Waar de regel naar zoekt: woorden, (soms) woorden, een|ander woord, <elke vorm van een woord>, … een paar woorden.
match:
  phrases:
    - vervang deze woorden
# Wat de regel stil houdt: quoted, negated, reported, question, self, advice, hypothetical, public, explained.
unless: [quoted]
{only}# Berichten waarin de regel de woorden tussen [[ ]] vindt, en berichten die erop lijken en goed zijn.
examples:
  bad:
    - "[[Vervang deze woorden]] door die waar je naar zoekt."
    - "Hoi, [[vervang deze woorden]] eens."
  good:
    - "Deze woorden vervang ik niet."
    - "Er stond “vervang deze woorden” in het voorbeeld."
""",
    "en": """\
# The draft {meaning}.
risk: {risk}
# note: a remark. reconsider: think again. hold: do not post this.
severity: note
# What the author sees; {{found}} quotes the draft.
message: "‘{{found}}’ is still here from the example."
# What can go wrong, in one sentence.
why: A rule that is not filled in helps nobody.
# What to write instead.
advice: Fill in the rule.
# What the rule looks for: words, (optional) words, one|other word, <any form of a word>, … for a few words.
match:
  phrases:
    - replace these words
# What keeps the rule silent: quoted, negated, reported, question, self, advice, hypothetical, public, explained.
unless: [quoted]
{only}# Drafts in which the rule finds the words between [[ ]], and drafts that look like them and are fine.
examples:
  bad:
    - "[[Replace these words]] with those you look for."
    - "Hi, do [[replace these words]] soon."
  good:
    - "These words I will not replace."
    - "It said “replace these words” in the example."
""",
}
_LIKE = {
    "nl": """\
# Het bericht {meaning}.
# Een regel door voorbeelden: wat op de foute lijkt, en niet op de goede, vindt de tweede lezer.
risk: {risk}
# note: een opmerking. reconsider: denk nog eens na.
severity: note
# Wat de schrijver ziet; {{found}} haalt de woorden uit het bericht aan.
message: "‘{{found}}’ lijkt op een van de voorbeelden."
# Wat er mis kan gaan, in één zin.
why: Een regel die niet is ingevuld helpt niemand.
# Wat je in plaats daarvan schrijft.
advice: Vul de regel in.
# Hoger dan 0.05 vindt minder: {{threshold: 0.1}}.
match:
  like: {{}}
requires: [reader]
{only}# Vijf berichten of meer die gevonden moeten worden, en vijf die erop lijken en goed zijn; allemaal anders.
examples:
  bad:
    - Bedankt voor uw reactie, wij nemen deze mee.
    - We hebben uw opmerking ontvangen en waarderen uw betrokkenheid.
    - Uw bericht is in goede orde ontvangen en wordt verwerkt.
    - Hartelijk dank voor uw feedback, die is erg waardevol voor ons.
    - Fijn dat u contact met ons opneemt, uw mening telt.
  good:
    - Goed gezien, die lamp is inderdaad kapot. Vrijdag komt Ali hem maken.
    - Die tip over de fietsroute heb ik vanmiddag aan Joke gegeven.
    - De sporthal is vanaf maandag weer open.
    - Wat een mooie foto van de molen!
    - Daar had ik niet aan gedacht, dat zoek ik voor je uit.
""",
    "en": """\
# The draft {meaning}.
# A rule by example: what is like the bad ones, and unlike the good ones, the second reader finds.
risk: {risk}
# note: a remark. reconsider: think again.
severity: note
# What the author sees; {{found}} quotes the draft.
message: "‘{{found}}’ is like one of the examples."
# What can go wrong, in one sentence.
why: A rule that is not filled in helps nobody.
# What to write instead.
advice: Fill in the rule.
# More than 0.05 finds less: {{threshold: 0.1}}.
match:
  like: {{}}
requires: [reader]
{only}# Five drafts or more that must be found, and five or more that look like them and are fine; all different.
examples:
  bad:
    - Thank you for your message, which we have duly noted.
    - We have received your comment and appreciate your involvement.
    - Your enquiry has been received and is being processed.
    - Many thanks for your feedback, it is very valuable to us.
    - Great that you reached out, your opinion matters.
  good:
    - Well spotted, that lamp is broken indeed. Ali mends it on Friday.
    - I gave your tip about the cycle path to Joan this afternoon.
    - The sports hall is open again from Monday.
    - What a lovely picture of the mill!
    - I had not thought of that, I will find out for you.
""",
}
_ONLY = {
    "nl": """\
# Waarom er geen zelfde regel in de andere taal is; haal dit weg als die er is.
only:
  reason: De regel in de andere taal is er nog niet.
""",
    "en": """\
# Why there is no such rule in the other language; take this out once there is.
only:
  reason: The rule in the other language is not there yet.
""",
}


def write_rule(folder: Path, risk: str, name: str, langs: Sequence[str], *, like: bool = False) -> list[Path]:
    """Write a rule that passes its own tests into the pack in `folder`, once for each language; `like`: by example.

    Raises:
        InputErrors: the risk or the name is wrong, the pack has no such language, or the rule is there already.
    """
    errors = [*_wrong_risk(risk), *_wrong_name(name), *_wrong_langs(folder, langs)]
    if errors:
        raise InputErrors(*errors)
    group = risk.split("/", maxsplit=1)[0]
    twins = {lang for lang in _RULE if (folder / group / f"{name}.{lang}.yaml").is_file()} | set(langs)
    alone = len(twins) == 1 and len(_languages(folder)) > 1
    texts = {
        Path(group, f"{name}.{lang}.yaml"): (_LIKE if like else _RULE)[lang].format(
            meaning=getattr(RISKS[risk], lang), risk=risk, only=_ONLY[lang] if alone else ""
        )
        for lang in langs
    }
    there = [folder / path for path in texts if (folder / path).exists()]
    if there:
        raise InputErrors(*map(_is_there, there))
    return write_missing(folder, texts)


def write_missing(folder: Path, texts: Mapping[Path, str]) -> list[Path]:
    """Write the texts that are not there yet, by their paths within `folder`; what was written, in order."""
    written = []
    for path, text in texts.items():
        target = folder / path
        try:
            target.parent.mkdir(parents=True, exist_ok=True)
            with target.open("x", encoding="utf-8", newline="\n") as file:
                file.write(text)
        except FileExistsError:
            continue
        except OSError as error:
            what = say("cannot be written: {reason}", reason=error.strerror or type(error).__name__)
            raise InputErrors(_error(str(target), what, say("Check the path and its permissions."))) from None
        written.append(target)
    return written


def _languages(folder: Path) -> list[str]:
    data = read_source(folder / "pack.yaml").data
    listed = data.get("languages") if isinstance(data, dict) else None
    return listed if isinstance(listed, list) else list(_RULE)


def _wrong_risk(risk: str) -> list[InputError]:
    if risk in RISKS:
        return []
    return [_error("RISK", say("{name} is not a risk", name=quoted(risk)), nearest(risk, RISKS))]


def _wrong_name(name: str) -> list[InputError]:
    if NAME.fullmatch(name):
        return []
    what = say("{name} is not a name for a rule", name=quoted(name))
    return [_error("NAME", what, say("Write small letters, digits and hyphens: as-said-before."))]


def _wrong_langs(folder: Path, langs: Sequence[str]) -> list[InputError]:
    known = _languages(folder)
    return [
        _error(
            str(folder / "pack.yaml"),
            say("the pack does not say that it has rules in {lang}", lang=quoted(lang)),
            say("Add the language to `languages` in pack.yaml."),
        )
        for lang in langs
        if lang not in known
    ]


def _is_there(path: Path) -> InputError:
    return _error(str(path), say("is there already"), say("Choose another name."))


def _error(place: str, what: str, remedy: str) -> InputError:
    return InputError(file=place, line=0, column=0, what=what, remedy=remedy)


# ---- postlint init --------------------------------------------------------------------------------------------------

CONFIG = {
    "nl": """\
# Wat je organisatie vastlegt voor postlint. Elke sleutel mag weg; zie docs/configuration.md.

# De regels: die van postlint, en je eigen map.
packs = ["core", "./postlint-rules"]

# Vanaf welk gewicht `postlint check` niet slaagt: note, reconsider of hold.
# fail_on = "reconsider"

# Wie spreekt er: own (een professional onder eigen naam) of organisation (het account van de organisatie).
# voice = "own"
# channel = "linkedin"
# audience = "public"

# Agenda's met embargo's en stiltes, zoals communicatie ze al bijhoudt.
# calendars = ["communicatie.ics"]

# Risico's, groepen of regels die je overslaat.
# ignore = ["informing/overlong"]

# [organisation]
# name = "Gemeente Duinveen"
# handles = ["@duinveen"]
# public_contacts = ["14 0599", "info@duinveen.example"]

# [organisation.abbreviations]
# AB = "algemeen bestuur"

# Een embargo dat zelf geheim is, hoort niet in dit bestand: zet het in een bestand buiten de map, en noem dat in
# de omgeving als POSTLINT_PRIVATE.
# [[embargoes]]
# topic = "opening van het zwembad"
# terms = ["zwembad"]
# until = 2026-03-20T10:00:00+01:00

# Een regel van postlint anders wegen of uitzetten.
# [rules."core/role/bot-speak"]
# severity = "note"
# enabled = false
""",
    "en": """\
# What your organisation keeps for postlint. Every key may go; see docs/configuration.md.

# The rules: those of postlint, and your own folder.
packs = ["core", "./postlint-rules"]

# From which weight `postlint check` fails: note, reconsider or hold.
# fail_on = "reconsider"

# Who speaks: own (a professional under their own name) or organisation (the organisation's account).
# voice = "own"
# channel = "linkedin"
# audience = "public"

# Calendars with embargoes and quiet periods, as a communications team keeps them already.
# calendars = ["communications.ics"]

# Risks, groups or rules that you leave out.
# ignore = ["informing/overlong"]

# [organisation]
# name = "Dunmere Council"
# handles = ["@dunmere"]
# public_contacts = ["01632 960000", "info@dunmere.example"]

# [organisation.abbreviations]
# AB = "advisory board"

# An embargo that is itself secret does not belong in this file: keep it in one outside the folder, and name that in
# the environment as POSTLINT_PRIVATE.
# [[embargoes]]
# topic = "opening of the pool"
# terms = ["pool"]
# until = 2026-03-20T10:00:00+01:00

# Weigh a rule of postlint otherwise, or switch it off.
# [rules."core/role/bot-speak"]
# severity = "note"
# enabled = false
""",
}
_PACK = {
    "nl": """\
# Een pakket regels van jezelf. Probeer het met: postlint rules test ./postlint-rules
format: 1
name: own
version: 0.1.0
owner: onze communicatie
languages: [nl, en]
licence: EUPL-1.2
description: Wat wij zelf liever niet schrijven.
""",
    "en": """\
# A pack of rules of your own. Try it with: postlint rules test ./postlint-rules
format: 1
name: own
version: 0.1.0
owner: our communications team
languages: [nl, en]
licence: EUPL-1.2
description: What we ourselves would rather not write.
""",
}
_OWN_FILES = {
    "role/our-slogan.nl.yaml": """\
# Een slogan is prima op een poster. In een gesprek klinkt hij als een merk. Zie docs/rules.md.
risk: role/bot-speak
severity: note
message: "‘{found}’ klinkt als een poster."
why: Wie een slogan terugkrijgt op een vraag, praat niet met een mens.
advice: Zeg in je eigen woorden wat je doet.
match:
  phrases:
    - "{slogans}"
unless: [quoted]
examples:
  bad:
    - "Dank voor je vraag! [[{slogans}]]!"
    - "Wij zijn er voor iedereen: [[samen sterk]]."
  good:
    - "Dank voor je vraag! Ik zoek het vandaag uit."
    - "Op de gevel staat nog “samen sterk”."
""",
    "role/our-slogan.en.yaml": """\
# A slogan is fine on a poster. In a conversation it sounds like a brand. See docs/rules.md.
risk: role/bot-speak
severity: note
message: "‘{found}’ sounds like a poster."
why: Who gets a slogan for an answer is not talking with a person.
advice: Say in your own words what you do.
match:
  phrases:
    - "{slogans}"
unless: [quoted]
examples:
  bad:
    - "Thanks for your question! [[{slogans}]]!"
    - "We are there for everyone: [[stronger together]]."
  good:
    - "Thanks for your question! I will find out today."
    - "The front of the building still says “stronger together”."
""",
    "lists/slogans.nl.yaml": """\
# Waar de regel our-slogan naar zoekt.
entries:
  - samen sterk
  - dichtbij en betrokken
""",
    "lists/slogans.en.yaml": """\
# What the rule our-slogan looks for.
entries:
  - stronger together
  - close to you
""",
}


def first_files(lang: str) -> dict[Path, str]:
    """The files of a first configuration and a first own pack, with their comments in `lang`."""
    return {
        Path("postlint.toml"): CONFIG[lang],
        Path(OWN_PACK, "pack.yaml"): _PACK[lang],
        **{Path(OWN_PACK, path): text for path, text in _OWN_FILES.items()},
    }
