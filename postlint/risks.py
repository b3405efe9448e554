"""The risks that postlint looks for: their ids, and what the draft does, in Dutch and English."""

from __future__ import annotations

from typing import NamedTuple


class Risk(NamedTuple):
    """What a draft with this risk does, as the end of “the draft …” and “het bericht …”."""

    nl: str
    en: str


RISKS: dict[str, Risk] = {
    "timing/embargo": Risk(
        "vertelt iets voor het moment waarop het openbaar mag zijn",
        "gives something away before the moment at which it may be public",
    ),
    "timing/quiet-period": Risk(
        "komt midden in een afgesproken stilte, terwijl het gewoon of wervend is",
        "is posted inside a declared silence although it is ordinary or promotional",
    ),
    "timing/stale": Risk(
        "reageert op iets wat niet meer speelt, of brengt iets ouds als nieuw",
        "reacts to something no longer current, or calls past news new",
    ),
    "timing/speculation": Risk(
        "gist naar oorzaak, schuld of uitkomst van iets wat nog loopt",
        "guesses at cause, guilt or outcome of something still running",
    ),
    "openness/confidential": Risk(
        "zegt of zinspeelt dat het iets vertelt wat niet openbaar is",
        "says or hints that it tells what is not public",
    ),
    "openness/personal-data": Risk(
        "noemt een nummer, adres of privézaak van een herkenbaar persoon",
        "names an identifier or a private fact of an identifiable private person",
    ),
    "openness/internal-detail": Risk(
        "laat de binnenkant zien: systemen, overleggen, conceptcijfers, bezetting",
        "shows inside information: systems, meetings, draft figures, staffing",
    ),
    "openness/credentials": Risk(
        "geeft een wachtwoord, code, sleutel of open inloglink",
        "gives a password, code, key or unguarded login link",
    ),
    "openness/airing": Risk(
        "klaagt in het openbaar over de eigen organisatie, baas, collega of klant",
        "airs a grievance about one's own organisation, boss, colleague or client",
    ),
    "tone/mudslinging": Risk(
        "beledigt, bespot of kleineert een mens, groep, organisatie, partij of medium",
        "insults, mocks or runs down a person, group, organisation, party or medium",
    ),
    "tone/insinuation": Risk(
        "suggereert kwade trouw zonder die te noemen of te tonen",
        "suggests bad faith without saying or showing it",
    ),
    "tone/condescension": Risk(
        "praat neer op de lezer, met sarcasme of een lesje",
        "talks down to the reader, with sarcasm or a lecture",
    ),
    "tone/shouting": Risk(
        "schreeuwt: hoofdletters, rijen uitroeptekens",
        "shouts: capitals, rows of exclamation marks",
    ),
    "tone/profanity": Risk(
        "gebruikt grove taal die op niemand is gericht",
        "uses coarse language that is aimed at nobody",
    ),
    "informing/overlong": Risk(
        "legt langer uit dan in 140 woorden, of dan het kanaal toelaat",
        "explains at more length than 140 words, or than the channel allows",
    ),
    "informing/complex": Risk(
        "is moeilijk te lezen: lange, geneste of lijdende zinnen",
        "is hard to read: long, nested or passive sentences",
    ),
    "informing/jargon": Risk(
        "gebruikt ambtelijke taal, vakjargon of een afkorting zonder uitleg",
        "uses officialese, jargon or an unexplained abbreviation",
    ),
    "informing/unexplained-delay": Risk(
        "zegt dat iets later, trager of anders wordt en niet waarom",
        "says that something is late, slow, refused or changed without saying why",
    ),
    "informing/language-error": Risk(
        "heeft een fout in spelling of grammatica",
        "has an error of spelling or grammar",
    ),
    "listening/unanswered": Risk(
        "is een antwoord dat niet ingaat op wat gevraagd werd",
        "is a reply that does not take up what was asked",
    ),
    "listening/unacknowledged": Risk(
        "antwoordt op een klacht of verdriet meteen met regels of feiten",
        "is a reply to a complaint or a hurt person that goes straight to rules or facts",
    ),
    "listening/deflection": Risk(
        "stuurt de vrager weg: een site, formulier of nummer en verder niets",
        "sends the asker away: a site, a form, a phone number and nothing else",
    ),
    "connecting/no-handover": Risk(
        "kan het zelf niet oplossen en noemt geen mens, team of volgende stap",
        "cannot solve it itself and names no person or team and no next step",
    ),
    "connecting/no-deadline": Risk("belooft iets zonder tijd", "promises without a time"),
    "networking/endorsement": Risk(
        "kiest vanuit een publieke rol partij voor een partij, kandidaat, merk of leverancier",
        "takes sides for a party, candidate, brand or supplier from a public role",
    ),
    "networking/off-message": Risk(
        "keert zich tegen een besluit of doel van de eigen organisatie",
        "sets oneself against the organisation's decision or goals",
    ),
    "role/bot-speak": Risk("klinkt als een sjabloon, machine of merk", "sounds like a template, machine or brand"),
    "role/automation": Risk(
        "toont sporen van automatisering of een sjabloon dat niet af is",
        "shows traces of automation or an unfinished template",
    ),
    "role/impersonal": Risk(
        "verbergt wie er spreekt: lijdende vorm, ‘men’, ‘de gemeente’ over zichzelf",
        "hides the speaker: passive, “one”, “the council” about oneself",
    ),
}

EXCEPTIONS: dict[str, Risk] = {
    "exception/unused": Risk("heeft een uitzondering die niets stil houdt", "has an exception that silences nothing"),
    "exception/expired": Risk("heeft een uitzondering die is afgelopen", "has an exception that has ended"),
    "exception/unclear": Risk(
        "heeft een uitzondering die niet zegt waarover zij gaat, of waarom",
        "has an exception that does not say what it is about, or why",
    ),
    "exception/gone": Risk(
        "staat in de nulmeting met bevindingen die er niet meer zijn",
        "is in the baseline with findings that are no longer there",
    ),
}
"""What is told of the exceptions themselves; no rule of a pack has these."""
EXCEPTION_RULES = {f"postlint/{risk}": risk for risk in EXCEPTIONS}
"""The rules by which those are told, and the risk of each; they stand in no pack."""
ALL = RISKS | EXCEPTIONS


def groups() -> dict[str, list[str]]:
    """The risk ids by group, in the order of the table."""
    by_group: dict[str, list[str]] = {}
    for risk in RISKS:
        by_group.setdefault(risk.split("/")[0], []).append(risk)
    return by_group
