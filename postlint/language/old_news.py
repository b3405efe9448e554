"""News that everybody has known for long: what a draft calls new though it was so years ago.

Only events of which the words leave no doubt, with the day on which they were news. Whether a draft sells them as new
is for a rule to tell; who looks back on them, or works with them, does no wrong.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final

from postlint.document import Document, Span, view
from postlint.language.sentences import sentence_words
from postlint.language.tokens import Token

_FRESH: Final = timedelta(days=45)
"""Days for which news stays news."""

# the day, and the words that stand together in a sentence: one of each group
_NEWS: Final[dict[str, tuple[tuple[str, str], ...]]] = {
    "nl": (
        ("2002-01-01", "euro invoering|ingevoerd|guldens"),
        ("2008-07-01", "rookverbod horeca|cafe|cafes|kroeg|kroegen"),
        ("2008-07-01", "sigaret|sigaretten|roken|gerookt cafe|kroeg|horeca"),
        ("2013-04-30", "nieuwe koning"),
        ("2013-04-30", "willem koning troonswisseling|inhuldiging|kroning"),
        ("2014-01-01", "alcohol 18"),
        ("2014-01-01", "drankleeftijd|leeftijdsgrens 18"),
        ("2014-02-01", "iban overgestapt|overstap|overstappen"),
        ("2015-01-01", "participatiewet ingevoerd|start|begint|gaat|ingaat|nieuwe"),
        ("2015-01-01", "jeugdzorg gemeenten overgeheveld|overheveling|naar"),
        ("2015-07-29", "windows 10"),
        ("2016-01-01", "gratis plastic tasje|tasjes|zakje|zakjes"),
        ("2016-06-24", "britten eu brexit|uit|verlaten|stappen"),
        ("2017-11-07", "tweet|tweets|twitter 280"),
        ("2018-05-25", "avg|privacywet nieuwe|ingaat|ingegaan|kracht"),
        ("2018-10-25", "slotervaart failliet|faillissement"),
        ("2019-01-01", "btw 9 6|verhoogd|omhoog|stijgt"),
        ("2019-04-15", "notre dame brand|brandt|vlammen"),
        ("2020-02-01", "brexit feit|feest|begonnen|ingegaan|definitief"),
        ("2020-03-16", "snelweg|snelwegen|snelheid 100 overdag|nog|maximaal|omlaag"),
        (
            "2020-03-17",
            "klap|klappen|klapt|applaus zorg|zorgmedewerkers|zorghelden acht|raam|ramen|balkon|balkons",
        ),
        ("2020-07-01", "donorwet nieuwe|ingaat|ingegaan|kracht"),
        ("2020-12-31", "flash adobe stopt|ondersteund|ondersteuning|einde"),
        ("2021-01-15", "kabinet rutte valt|gevallen|afgetreden|toeslagenaffaire"),
        ("2021-01-23", "avondklok"),
        ("2021-07-03", "wegwerpplastic|rietjes|roerstaafjes verbod|verboden"),
        ("2021-07-01", "statiegeld flesjes"),
        ("2021-10-05", "windows 11 uit|nieuwste|verschenen|gelanceerd"),
        ("2021-12-12", "verstappen wereldkampioen eerste"),
        ("2022-02-24", "oekraine invasie|inval|binnengevallen"),
        ("2022-05-01", "woo|overheid wet|wob vervangt|ingaat|ingegaan|kracht|opvolger"),
        ("2022-06-15", "internet explorer stopt|einde|ondersteund|ondersteuning"),
        ("2022-09-08", "queen|koningin elizabeth overleden|overlijden|dood"),
        ("2022-09-08", "charles koning nieuwe|nu|geworden"),
        ("2022-10-28", "twitter verkocht|verkoop|overname|overgenomen|koopt|gekocht musk|miljardair|elon"),
        ("2022-10-28", "twitter verkocht"),
        ("2022-11-30", "chatgpt gelanceerd|verschenen|nieuwe|nieuw|chatbot"),
        ("2023-01-01", "prijsplafond|energieplafond"),
        ("2023-01-01", "lachgas verboden|verbod"),
        ("2023-01-01", "snorfiets|snorfietsen|snorfietsers helm|helmplicht"),
        ("2023-03-31", "anderhalve meter afstand|houd|houden"),
        ("2023-03-31", "mondkapje|mondkapjes verplicht|plicht|mondkapjesplicht"),
        ("2023-03-31", "coronapas|coronacheck|quarantaineplicht|boosterprik"),
        ("2023-04-01", "statiegeld blikjes|blik|blikje"),
        ("2023-07-01", "pensioenwet|pensioenstelsel nieuwe ingaat|ingegaan|aangenomen"),
        ("2023-07-01", "toeslag|betalen wegwerpbekers|wegwerpbeker|bekers plastic"),
        ("2023-07-07", "kabinet rutte gevallen|valt"),
        ("2023-07-24", "twitter x heet|naam|verder|omgedoopt"),
        ("2024-01-01", "omgevingswet kracht|ingaat|ingegaan|werken|invoering|ingevoerd|gaat|is|start|nieuwe"),
        ("2024-01-01", "vape|vapes|smaakjes verbod|verboden"),
        ("2024-01-01", "telefoon|telefoons|mobieltje|mobieltjes klas verbod|verboden|uit|weg"),
        ("2024-01-01", "wkb|kwaliteitsborging bouw ingaat|ingegaan|kracht"),
        ("2024-01-01", "minimumuurloon invoering|ingevoerd|nieuwe|ingaat"),
        ("2024-07-02", "schoof bordes|beedigd|beediging|kabinet nieuwe|nieuw|straks|vandaag"),
        ("2024-11-06", "trump gewonnen|wint|verkozen|gekozen harris|verkiezingen"),
        ("2024-11-13", "blokker failliet|faillissement"),
        ("2024-12-08", "notre dame heropend|heropening|opent|open"),
        ("2025-04-21", "paus franciscus overleden|overlijden"),
        ("2025-05-08", "nieuwe paus|witte rook|rook leo|gekozen"),
        ("2025-06-03", "kabinet schoof valt|gevallen"),
        ("2025-10-14", "windows 10 stopt|einde|ondersteuning|ondersteund"),
    ),
    "en": (
        ("2002-01-01", "euro notes|coins introduced|introduction|replaces"),
        ("2007-07-01", "smoking|smoke pub|pubs ban|banned|no"),
        ("2015-07-29", "windows 10"),
        ("2015-10-05", "carrier|plastic bag|bags 5p|charge"),
        ("2016-06-24", "britain|uk|leave brexit voted|vote eu|europe"),
        ("2017-03-28", "pound coin new|round|old"),
        ("2017-11-07", "tweets|tweet|twitter 280"),
        ("2018-05-25", "gdpr new|force|today|begins|starts"),
        ("2018-09-12", "clock|clocks scrap|scrapping|abolish commission|european|eu"),
        ("2019-04-15", "notre dame fire|flames|burning"),
        ("2020-01-31", "brexit day|done|today|left|leave"),
        ("2020-03-26", "clap carers|nhs tonight|8pm|eight|thursday"),
        ("2020-03-23", "lockdown first|announced|begins|starts"),
        ("2020-12-31", "flash adobe ends|support|stops"),
        ("2021-10-05", "windows 11 out|new|newest|launched"),
        ("2022-02-24", "ukraine invasion|invaded"),
        ("2022-03-31", "covid|coronavirus mask|masks|distancing|metre|metres|lateral"),
        ("2022-03-31", "two metres apart|distance|keep"),
        ("2022-06-15", "internet explorer retired|ends|support|goodbye"),
        ("2022-09-08", "queen elizabeth died|death|passed"),
        ("2022-09-08", "new king|monarch charles|proclaimed"),
        ("2022-10-28", "twitter sold|bought|buys|takeover musk|elon|billionaire"),
        ("2022-11-30", "chatgpt launched|launch|new|released chatbot|tool|bot|ai"),
        ("2023-05-06", "coronation king|charles"),
        ("2023-07-24", "twitter x called|renamed|rebrand|rebranded"),
        ("2023-10-01", "plastic cutlery|plates ban|banned"),
        ("2023-05-04", "photo|voter id first|new|introduced polling|election|vote|elections"),
        ("2024-07-05", "starmer minister prime new|wins|won"),
        ("2024-11-06", "trump elected|wins|won harris|election"),
        ("2024-12-08", "notre dame reopens|reopening|reopened"),
        ("2025-04-21", "pope francis died|death|passed"),
        ("2025-05-08", "new pope leo|elected|smoke|chosen"),
        ("2025-06-01", "vape|vapes disposable ban|banned"),
        ("2025-10-14", "windows 10 ends|support|end"),
        ("2020-03-20", "tiger king series|netflix"),
        ("2017-11-27", "harry meghan engaged|engagement"),
        ("2018-05-19", "harry meghan wedding|marry"),
    ),
}
_READ: Final = {
    lang: tuple(
        (date.fromisoformat(day), tuple(frozenset(group.split("|")) for group in words.split())) for day, words in rows
    )
    for lang, rows in _NEWS.items()
}
_FIRST: Final = {lang: frozenset().union(*(groups[0] for _, groups in rows)) for lang, rows in _READ.items()}
"""Words of which a draft with such news has one; most have none."""


@view
def old_news(document: Document) -> tuple[Span, ...]:
    """The words of events that were news more than some weeks before the draft is posted."""
    publish_at, first = document.context.publish_at, _FIRST.get(document.lang)
    if publish_at is None or first is None:
        return ()
    today, found = publish_at.date(), set[Span]()
    for words in sentence_words(document):
        norms = {token.norm for token in words}
        if first.isdisjoint(norms):
            continue
        for day, groups in _READ[document.lang]:
            if today - day > _FRESH and not any(group.isdisjoint(norms) for group in groups):
                found.add(_first_of(words, groups[0]))
    return tuple(sorted(found))


def _first_of(words: tuple[Token, ...], group: frozenset[str]) -> Span:
    return next(token.span for token in words if token.norm in group)
