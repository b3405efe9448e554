"""The Dutch words of moments."""

from __future__ import annotations

from typing import Final

from postlint.language.moments.almanac import Daypart
from postlint.language.moments.lexicon import Lexicon, Phrases, marked

_WEEKDAYS: Final = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag")
_PARTS: Final[dict[str, Daypart]] = {
    "ochtend": "morning",
    "morgen": "morning",
    "voormiddag": "morning",
    "middag": "afternoon",
    "namiddag": "afternoon",
    "avond": "evening",
    "nacht": "night",
}
_DAYS: Final = {"vandaag": 0, "morgen": 1, "overmorgen": 2, "gisteren": -1, "gister": -1, "eergisteren": -2}
_JOINED_DAYS: Final = {"morgen": 1, "overmorgen": 2, "gister": -1, "gisteren": -1, "eergister": -2}
_FEASTS: Final[dict[str, str | None]] = {
    "kerst": "christmas",
    "kerstmis": "christmas",
    "de kerstdagen": "christmas",
    "eerste kerstdag": "christmas day",
    "1 e kerstdag": "christmas day",
    "tweede kerstdag": "boxing day",
    "2 e kerstdag": "boxing day",
    "kerstavond": "christmas eve",
    "pasen": "easter",
    "eerste paasdag": "easter sunday",
    "1 e paasdag": "easter sunday",
    "paaszondag": "easter sunday",
    "tweede paasdag": "easter monday",
    "2 e paasdag": "easter monday",
    "paasmaandag": "easter monday",
    "paasweekend": "easter weekend",
    "palmzondag": "palm sunday",
    "palmpasen": "palm sunday",
    "goede vrijdag": "good friday",
    "witte donderdag": "maundy thursday",
    "aswoensdag": "ash wednesday",
    "carnaval": "carnival",
    "hemelvaart": "ascension",
    "hemelvaartsdag": "ascension",
    "hemelvaartweekend": "ascension weekend",
    "hemelvaartsweekend": "ascension weekend",
    "pinksteren": "whitsun",
    "pinksterweekend": "whit weekend",
    "eerste pinksterdag": "whit sunday",
    "1 e pinksterdag": "whit sunday",
    "pinksterzondag": "whit sunday",
    "tweede pinksterdag": "whit monday",
    "2 e pinksterdag": "whit monday",
    "pinkstermaandag": "whit monday",
    "koningsdag": "king's day",
    "koningsnacht": "king's night",
    "dodenherdenking": "remembrance",
    "bevrijdingsdag": "liberation",
    "dag van de arbeid": "labour day",
    "moederdag": "mother's day",
    "vaderdag": "father's day",
    "prinsjesdag": "budget day",
    "valentijnsdag": "valentine",
    "halloween": "halloween",
    "black friday": "black friday",
    "sint maarten": "armistice",
    "sint-maarten": "armistice",
    "sinterklaas": "saint nicholas",
    "sinterklaasavond": "saint nicholas",
    "pakjesavond": "saint nicholas",
    "oud en nieuw": "turn of the year",
    "de jaarwisseling": "turn of the year",
    "oudjaar": "new year's eve",
    "oudjaarsdag": "new year's eve",
    "oudejaarsdag": "new year's eve",
    "oudjaarsavond": "new year's eve",
    "oudejaarsavond": "new year's eve",
    "nieuwjaar": "new year",
    "nieuwjaarsdag": "new year",
    # School holidays differ by region and year: found, not placed.
    "zomervakantie": None,
    "herfstvakantie": None,
    "kerstvakantie": None,
    "voorjaarsvakantie": None,
    "krokusvakantie": None,
    "meivakantie": None,
    "zomerreces": None,
    "reces": None,
}

DUTCH: Final = Lexicon(
    country="NL",
    weekdays={name: number for number, name in enumerate(_WEEKDAYS)},
    short_weekdays={"ma": 0, "di": 1, "wo": 2, "do": 3, "vr": 4, "vrij": 4, "za": 5, "zo": 6},
    weekday_dayparts={day + part: (n, _PARTS[part]) for n, day in enumerate(_WEEKDAYS) for part in _PARTS},
    recurring={
        form: number
        for number, name in enumerate(_WEEKDAYS)
        for form in (f"{name}s", f"{name}en", f"{name}avonden", f"{name}ochtenden", f"{name}middagen")
    },
    recurring_dayparts={
        "ochtends": "morning",
        "morgens": "morning",
        "middags": "afternoon",
        "namiddags": "afternoon",
        "avonds": "evening",
        "nachts": "night",
    },
    months={
        "januari": 1,
        "februari": 2,
        "maart": 3,
        "april": 4,
        "mei": 5,
        "juni": 6,
        "juli": 7,
        "augustus": 8,
        "september": 9,
        "oktober": 10,
        "november": 11,
        "december": 12,
    },
    short_months={
        "jan": 1,
        "feb": 2,
        "febr": 2,
        "mrt": 3,
        "apr": 4,
        "jun": 6,
        "jul": 7,
        "aug": 8,
        "sep": 9,
        "sept": 9,
        "okt": 10,
        "nov": 11,
        "dec": 12,
    },
    loose_months=frozenset({"mei", "maart"}),
    days=Phrases(
        {
            **{day: (number, None) for day, number in _DAYS.items()},
            **{day + part: (n, p) for day, n in _JOINED_DAYS.items() for part, p in _PARTS.items()},
            "vanochtend": (0, "morning"),
            "vanmorgen": (0, "morning"),
            "vanmiddag": (0, "afternoon"),
            "vanavond": (0, "evening"),
            "morgenvroeg": (1, "morning"),
            "morgen vroeg": (1, "morning"),
        }
    ),
    tonight=frozenset({"vannacht"}),
    last_night=Phrases({}),
    dayparts=_PARTS,
    units={
        "minuut": ("minute", 1),
        "minuten": ("minute", 1),
        "minuutje": ("minute", 1),
        "minuutjes": ("minute", 1),
        "min": ("minute", 1),
        "kwartier": ("minute", 15),
        "uur": ("hour", 1),
        "uren": ("hour", 1),
        "uurtje": ("hour", 1),
        "dag": ("day", 1),
        "dagen": ("day", 1),
        "werkdag": ("workday", 1),
        "werkdagen": ("workday", 1),
        "week": ("week", 1),
        "weken": ("week", 1),
        "weekje": ("week", 1),
        "weekend": ("weekend", 1),
        "weekeinde": ("weekend", 1),
        "maand": ("month", 1),
        "maanden": ("month", 1),
        "maandje": ("month", 1),
        "kwartaal": ("quarter", 1),
        "kwartalen": ("quarter", 1),
        "halfjaar": ("month", 6),
        "jaar": ("year", 1),
        "jaren": ("year", 1),
        "jaartje": ("year", 1),
    },
    workdays=frozenset(),
    plural_units=frozenset({"minuten", "uren", "dagen", "werkdagen", "weken", "maanden", "kwartalen", "jaren"}),
    shifts=Phrases(
        {
            "deze": "this",
            "dit": "this",
            "lopende": "this",
            "volgende": "next",
            "volgend": "next",
            "vorige": "last",
            "vorig": "last",
            "verleden": "last",
            "afgelopen": "last",
            "voorbije": "last",
            "jongstleden": "last",
            "komende": "coming",
            "komend": "coming",
            "aanstaande": "coming",
            "aanstaand": "coming",
            "aankomende": "coming",
            "aankomend": "coming",
            "eerstvolgende": "coming",
            "eerstkomende": "coming",
        }
    ),
    edges=Phrases(
        {
            "begin": "begin",
            "aan het begin": "begin",
            "eind": "end",
            "einde": "end",
            "medio": "middle",
            "half": "middle",
            "midden": "middle",
            "halverwege": "middle",
            "later": "later",
            "eerste helft": "first half",
            "1 e helft": "first half",
            "tweede helft": "second half",
            "2 e helft": "second half",
        }
    ),
    end_of_day=marked("eind van de dag", "einde van de dag", "eind van de werkdag", "einde van de werkdag"),
    seasons={
        "voorjaar": "spring",
        "lente": "spring",
        "zomer": "summer",
        "najaar": "autumn",
        "herfst": "autumn",
        "winter": "winter",
    },
    feasts=Phrases(_FEASTS),
    loose_feasts=frozenset(
        "sinterklaas carnaval halloween nieuwjaar zomervakantie herfstvakantie kerstvakantie voorjaarsvakantie "
        "krokusvakantie meivakantie zomerreces reces".split()
    ),
    bank_holiday=Phrases({}),
    greetings=frozenset(
        "fijne fijn prettige prettig goede goeie goeden goed vrolijke vrolijk gelukkig gelukkige zalig zalige mooie "
        "gezellige".split()
    ),
    numbers={
        **{
            word: number
            for number, word in enumerate(
                "twee drie vier vijf zes zeven acht negen tien elf twaalf dertien veertien vijftien zestien zeventien "
                "achttien negentien twintig".split(),
                start=2,
            )
        },
        "een": 1,
        "anderhalf": 1.5,
        "anderhalve": 1.5,
        "eenentwintig": 21,
        "dertig": 30,
        "veertig": 40,
        "vijftig": 50,
        "zestig": 60,
        "negentig": 90,
        "honderd": 100,
    },
    ordinals={
        word: number
        for number, word in enumerate(
            "eerste tweede derde vierde vijfde zesde zevende achtste negende tiende elfde twaalfde dertiende "
            "veertiende vijftiende zestiende zeventiende achttiende negentiende twintigste eenentwintigste "
            "tweeentwintigste drieentwintigste vierentwintigste "
            "vijfentwintigste zesentwintigste zevenentwintigste achtentwintigste "
            "negenentwintigste dertigste eenendertigste".split(),
            start=1,
        )
    }
    | {"laatste": -1},
    ordinal_endings=frozenset({"e", "de", "ste"}),
    quarters=frozenset({"kwartaal"}),
    year_words=frozenset({"jaar"}),
    ahead=marked("over"),
    within=marked("binnen", "uiterlijk binnen"),
    ago=marked("geleden", "terug"),
    from_now=marked("na nu", "vanaf nu"),
    after=frozenset({"na"}),
    week_words=frozenset({"week", "weeknummer"}),
    at=marked("om", "rond", "omstreeks", "klokslag", "stipt om", "om klokslag"),
    clock_leads=frozenset({"om", "rond", "omstreeks", "klokslag", "vanaf", "tot", "tegen", "sinds", "na"}),
    hours=frozenset({"uur", "u", "h", "uurtjes"}),
    half_days=Phrases({}),
    clock_words={"middernacht": 24 * 60},
    half_to="half",
    half_past=Phrases({}),
    quarter=frozenset({"kwart"}),
    past_hour=frozenset({"over"}),
    to_hour=frozenset({"voor"}),
    openers={"van": False, "vanaf": False, "tussen": True},
    joiners=marked("tot en met", "t / m", "tm", "tot", "-", "–", "—"),
    and_words=frozenset({"en", "&"}),
    articles=frozenset({"de", "het", "'t", "op", "aan", "deze", "in"}),
    of=frozenset({"van"}),
    prepositions=frozenset(
        "in op om tot van vanaf sinds voor na per tegen rond eind begin medio half met tijdens tussen sedert uiterlijk "
        "en of".split()
    ),
    year_leads=frozenset(
        {"in", "sinds", "tegen", "tot", "vanaf", "voor", "van", "na", "uiterlijk", "per", "anno", "tussen"}
    ),
    deadlines=marked(
        "voor",
        "uiterlijk",
        "tegen",
        "niet later dan",
        "op zijn laatst",
        "op z'n laatst",
        "ten laatste",
        "deadline",
        "deadline :",
        "deadline is",
    ),
    deadlines_after=marked("op zijn laatst", "op z'n laatst", "ten laatste", "uiterlijk"),
    since=frozenset({"sinds", "sedert"}),
    every=frozenset({"elke", "iedere", "ieder", "elk", "alle"}),
    postposed=Phrases(
        {
            "as": "coming",  # a.s.
            "aanstaande": "coming",
            "jl": "last",
            "jongstleden": "last",
            "ll": "last",
        }
    ),
    function_words=frozenset(
        "is zijn was waren wordt worden werd werden en of maar want dus dan al in op om bij voor met te tot naar "
        "aan door uit over onder de het een 't we wij ik je jij jullie u hij zij ze er hier daar kun kunt kan kunnen "
        "komt kom komen gaat ga gaan gingen heeft hebben hebt had hadden start begint beginnen begon sluit sluiten "
        "opent openen ben bent staat staan zit zitten zal zullen mag mogen moet moeten wil wilt willen doet doen dat "
        "die nog ook weer geen niet dicht open gesloten a.s jl starten vertrekt vertrekken eindigt vindt vinden "
        "tussen vanaf bel belt melden meld s 's sta sloot opende bespreekt besluit beslist hoor hoort hoorde krijgt "
        "krijgen geeft geven neemt nemen praat praten leggen leg laat laten onze ons hun haar mijn jouw uw".split()
    ),
    counters=frozenset("per lang slaap werk werken wachten reizen rijden durend later eerder kosten gratis".split()),
    counted=frozenset(
        "euro euro's eur cent procent mensen inwoners leden volgers bezoekers meldingen gevallen woningen huizen "
        "huishoudens bedrijven bomen km kilometer meter m m2 kg kilo keer maal punten jaar jarige graden stuks "
        "personen kinderen leerlingen studenten medewerkers handtekeningen reacties klachten vragen".split()
    ),
    titles=frozenset("mevrouw mevr mw meneer dhr heer dr drs prof ir mr familie wethouder burgemeester".split()),
    names=frozenset({"robinson", "crusoe"}),
    past=frozenset(
        "was waren had hadden werd werden kwam kwamen ging gingen deed deden stond stonden begon begonnen vond vonden "
        "kreeg kregen bleek bleken bleef bleven brak braken viel vielen gaf gaven sprak spraken zag zagen hield "
        "hielden liep liepen nam namen bracht brachten dacht dachten zei zeiden wist wisten kon konden moest moesten "
        "mocht mochten wilde wilden zou reed reden ontstond ontstonden besloot besloten overleed verloor verloren "
        "verscheen schreef schreven las lazen won wonnen vertrok vertrokken sloot sloten koos kozen riep riepen sloeg "
        "maakte maakten opende openden startte startten vierden meldde meldden vertelde vertelden bezocht bezochten "
        "bespraken besprak stemde stemden vroeg vroegen belde belden sneeuwde regende stormde waaide gebeurde "
        "gebeurd gebeurden vergaderde vergaderden hoorde hoorden lag lagen zat zaten heette bedroeg steeg daalde "
        "schoot schoten trok trokken verliep verliepen wachtte wachtten werkte werkten".split()
    ),
    future=frozenset("zal zullen zult ga gaat gaan wordt worden".split()),
    have=frozenset({"heb", "hebt", "heeft", "hebben"}),
    participle=("ge", ("d", "t", "en")),
    vague=Phrases(
        {
            "binnenkort": "future",
            "zo spoedig mogelijk": "future",
            "zo snel mogelijk": "future",
            "zo gauw mogelijk": "future",
            "zo vlug mogelijk": "future",
            "spoedig": "future",
            "zsm": "future",
            "asap": "future",
            "te zijner tijd": "future",
            "te zijnertijd": "future",
            "tzt": "future",
            "later": None,
            "op een later moment": "future",
            "op een later tijdstip": "future",
            "in een later stadium": "future",
            "ooit": None,
            "ooit eens": "future",
            "op korte termijn": "future",
            "op afzienbare termijn": "future",
            "op termijn": "future",
            "op lange termijn": "future",
            "op de lange termijn": "future",
            "op langere termijn": "future",
            "op middellange termijn": "future",
            "binnen afzienbare tijd": "future",
            "binnen niet al te lange tijd": "future",
            "na verloop van tijd": "future",
            "mettertijd": "future",
            "gauw": "future",
            "straks": "future",
            "dadelijk": "future",
            "zo meteen": "future",
            "zometeen": "future",
            "zo dadelijk": "future",
            "eerdaags": "future",
            "weldra": "future",
            "een dezer dagen": "future",
            "dezer dagen": None,
            "een keer": None,
            "vroeg of laat": "future",
            "in de toekomst": "future",
            "in de nabije toekomst": "future",
            "in de loop van de tijd": "future",
            "de komende tijd": "future",
            "komende tijd": "future",
            "de aankomende tijd": "future",
            "de komende periode": "future",
            "komende periode": "future",
            "over een tijdje": "future",
            "over enige tijd": "future",
            "over een poosje": "future",
            "op een ander moment": "future",
            "nader te bepalen": "future",
            "nader te bepalen datum": "future",
            "wanneer mogelijk": "future",
            "wanneer het kan": "future",
            "zodra het kan": "future",
            "zodra mogelijk": "future",
            "zodra dat kan": "future",
            "zodra we meer weten": "future",
            "zodra wij meer weten": "future",
            "zodra er meer bekend is": "future",
            "zodra er nieuws is": "future",
            "zodra we nieuws hebben": "future",
            "als we meer weten": "future",
            "als er meer bekend is": "future",
            "op een gegeven moment": None,
            "onlangs": "past",
            "recent": "past",
            "recentelijk": "past",
            "kort geleden": "past",
            "kortgeleden": "past",
            "lang geleden": "past",
            "pas geleden": "past",
            "laatst nog": "past",
            "een tijd geleden": "past",
            "een tijdje geleden": "past",
            "enige tijd geleden": "past",
            "de afgelopen tijd": "past",
            "afgelopen tijd": "past",
            "destijds": "past",
            "indertijd": "past",
            "vroeger": "past",
        }
    ),
    paucal=frozenset({"paar", "enkele", "aantal", "enige", "wat"}),
    half_unit=frozenset({"half", "halve"}),
    roughly=frozenset({"ongeveer", "circa", "ca", "zo'n", "ruim", "precies", "nog", "hooguit", "maximaal"}),
    be=frozenset(),
    cased_months=frozenset(),
    possessive=frozenset({"'s", "s"}),
    month_first=False,
    twelve_hours=False,
)
