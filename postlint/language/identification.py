"""Which language a draft and each of its sentences is in: Dutch, English, another one, or none that can be told."""

from __future__ import annotations

import math
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from postlint.document import Document, view
from postlint.language.remembered import Remembered
from postlint.language.sentences import sentence_words
from postlint.language.tokens import Token, TokenKind, tokenize, tokens

_WORDS = {
    "nl": """
        de het een en van ik te dat die in is je niet zijn op aan met er voor als maar om dan wat wij we ze zij hij
        u uw ons onze mijn jouw jullie hun hen haar hem zich naar bij nog ook wel geen tot uit door over onder tegen
        tussen zonder sinds tijdens volgens vanaf via per binnen buiten achter naast boven sommige elke elk ieder iedere
        iedereen iemand niemand alles iets niets veel weinig meer minder meest meeste alle allemaal al hier daar waar
        hoe wie welke welk waarom wanneer dus want omdat doordat zodat terwijl hoewel mits tenzij zoals of toen nu
        straks zo toch weer nooit altijd vaak soms even eens eerst laatst later vroeger vandaag morgen gisteren
        overmorgen vanavond vanmiddag vanochtend vannacht maandag dinsdag woensdag donderdag vrijdag zaterdag zondag
        week weken maand jaar jaren dag dagen uur ben bent was waren geweest heb hebt heeft hebben had hadden gehad
        word wordt worden werd werden geworden kan kun kunt kunnen kon konden mag mogen mocht moet moeten moest moesten
        wil wilt willen wilde wilden zal zult zullen zou zouden ga gaat gaan ging gingen gegaan kom komt komen kwam
        kwamen doe doet doen deed deden gedaan zeg zegt zeggen zei zeiden gezegd maak maakt maken maakte gemaakt
        laat laten liet weet weten wist vind vindt vinden vond denk denkt denken dacht gedacht zie ziet zien zag gezien
        krijg krijgt krijgen kreeg gekregen geef geeft geven gaf gegeven neem neemt nemen nam genomen sta staat staan
        stond lig ligt liggen lag zit zitten zat blijf blijft blijven bleef hoor hoort horen gehoord vraag vraagt
        vragen gevraagd bel belt bellen lees leest lezen kijk kijkt kijken werk werkt werken hoop hopen help helpt
        helpen heten heet start begint beginnen wacht wachten stuur stuurt sturen gestuurd meld melden zoek zoekt
        zoeken zet zetten gezet gestart begonnen geleden goed goede goeie nieuwe nieuw groot grote klein kleine mooi
        mooie lekker leuk leuke fijn fijne beste lieve hele heel erg zeer echt gewoon graag bijna misschien alleen
        samen beter best eigen ander andere anderen zelf hoi dag dank dankjewel bedankt sorry helaas welkom
        gefeliciteerd ja nee oke mensen mens kinderen kind
        vrouw man collega collega's gemeente wethouder raad bewoners inwoners
        buurt wijk stad straat huis school zorg leerlingen patienten klanten bedrijf team afspraak besluit plan plannen
        eerste tweede laatste volgende vorige twee drie vier vijf zes zeven acht negen tien honderd duizend euro
        procent deze dit dit zulke eigenlijk namelijk eindelijk natuurlijk dergelijke wegens vanwege ondanks langs rond
        sowieso ff effe zn z'n m'n 'n 't 's d'r da's ervan eraan erop ermee ervoor erbij eruit daarom daarna daarvan
        daarmee daarvoor hiervan hierover hiermee waarop waarbij waarin waarmee waardoor vooral slechts ongeveer genoeg
        steeds telkens terug weg thuis open dicht klaar druk af mee toe keer keren tijd manier zaak zaken stuk plek
        me na nou niks net men jou ter ten prima plus pas half mis ver min wees praat wegen taken wit witte west mei
        las macht deur hallo ha hi stop show update teams service kids job gister vanaf dienst hond foto geval aantal
        waarvan waarover waarmee waartoe waaruit hieraan hierbij daardoor daarbij daarover erover ervandoor
    """,
    "en": """
        the a an of and to in is it you that he was for on are with as i his they be at one have this from or had by
        not but what all were we when your can said there use each which she do how their if will up other about out
        many then them these so some her would make like him into time has look two more write go see number no way
        could people my than first been who its now find long down day did get come made may part over new our any
        after most also back only very just where much before right too means old same tell does set three want well
        here must such why ask went need us again off away still should own never us me am being because through
        between under without within since until while although though however during against around every everyone
        everything someone something nothing nobody anyone anything always often sometimes maybe perhaps really quite
        today tomorrow yesterday tonight morning afternoon evening monday tuesday wednesday thursday friday saturday
        sunday week weeks month months year years days hour hours minutes i'm you're we're they're it's that's there's
        what's let's i've we've you've i'll we'll you'll they'll he's she's don't doesn't didn't isn't aren't wasn't
        weren't can't cannot couldn't won't wouldn't shouldn't haven't hasn't hadn't i'd we'd you'd who's here's
        know knows knew known think thinks thought say says saying take takes took taken give gives gave given keep
        kept put let work works working worked call called calls try tried help helps helped feel felt seem show shows
        showed hear heard wait waiting leave left meet met meeting run running start started starts stop stopped open
        opens opened close closed closes read send sent thank thanks please sorry hi hello dear cheers welcome yes yeah
        good great best better bad big little small last next few lot lots another both either neither own able sure
        glad happy nice lovely real ready early late soon later yet already once twice half second third four five six
        seven eight nine ten hundred thousand council staff team teams school schools patients customers residents
        service services street road local public support company office man woman men women child children kids
        those whose whom doing done going gone coming came got getting making using used looking making needs wants
        asked asking told talk talking said things thing bit even ever else enough full free change changes report
        along across behind towards near inside outside upon above below might shall got gotta gonna wanna im dont
        place home house family friend friends money job world city community questions question answer answers update
        per via plan plans plus car care comment due era favor far mine son solo war west net tank till gun word words
        non tag born die door kind min sin teen person people's name names green black white red blue high hard
    """,
    "de": """
        der die das und ist nicht ich du sie er es wir ihr ein eine einen einem einer eines zu den dem des mit auf fur
        von im in an am aus bei nach uber unter vor zum zur durch gegen ohne um bis seit wahrend wegen auch noch schon
        nur sehr aber oder denn wenn weil dass ob als wie was wer wo warum wann so da hier dort jetzt heute morgen
        gestern immer nie wieder mehr viel alle alles etwas nichts kein keine keinen mein meine unser unsere euer ihre
        ihren sein seine seinen sich mich dich uns euch ihm ihn ihnen mir dir bin bist sind war waren habe hast hat
        haben hatte hatten werde wird werden wurde wurden kann konnen konnte muss mussen soll sollen will wollen
        mochte darf durfen gibt geht gehen kommt kommen macht machen gut gute guten neue neuen ganz leider bitte danke
        hallo zeit jahr jahre jahren tag tage leute menschen stadt kinder gemeinde uhr montag dienstag mittwoch
        donnerstag freitag samstag sonntag ja nein doch dann dieser diese dieses diesem diesen beim vom ins worden
    """,
    "fr": """
        le la les un une des de du et est en que qui dans pour pas sur plus par ce cette ces il elle on nous vous ils
        elles je tu ne se au aux avec son sa ses mon ma mes ton ta tes notre nos votre vos leur leurs mais ou donc car
        si comme quand tout tous toute toutes tres bien aussi encore meme sans sous entre vers chez depuis pendant
        avant apres etre avoir fait faire suis es sommes etes sont ai as avons avez ont etait ete sera peut peuvent
        doit va vont aller venir dire voir savoir y a c'est j'ai n'est d'un d'une qu'il qu'on l'on s'est aujourd'hui
        demain hier jour jours an ans annee semaine lundi mardi mercredi jeudi vendredi samedi dimanche bonjour merci
        oui non bon bonne nouveau nouvelle ville monde gens enfants rien jamais toujours ici la-bas quel quelle
        pourquoi comment beaucoup peu trop moins deux trois quatre notre-dame ca cela celui ceux deja votre
    """,
    "es": """
        el la los las un una unos unas de del y a en que es no se por con para como mas pero su sus al lo le les me te
        nos si ya o muy sin sobre este esta estos estas ese esa eso esto entre cuando todo todos toda todas tambien
        hasta hay donde quien desde porque que cual son ser era fue sido estar esta estan estamos estoy he ha hemos
        han habia tiene tienen tenemos hacer hace puede pueden podemos vamos va ir ver dar mi mis tu tus nuestro
        nuestra nuestros yo usted ustedes ellos ella hoy manana ayer dia dias ano anos semana lunes martes miercoles
        jueves viernes sabado domingo hola gracias bueno buena buenos buenas nuevo nueva gente ciudad ninos mucho
        muchos muchas nada nunca siempre aqui ahora despues antes otro otra cada dos tres bien favor
    """,
    "it": """
        il lo la i gli le un uno una di a da in con su per tra fra del della dello dei degli delle al alla allo ai agli
        alle dal dalla nel nella nei nelle sul sulla che e ed non si come ma anche se piu o perche quando dove chi cosa
        questo questa questi queste quello quella sono sei siamo siete era erano stato stata essere ho hai ha abbiamo
        avete hanno avere fare fatto puo possono deve devono vuole andare viene io tu lui lei noi voi loro mi ti ci vi
        ne mio mia suo sua nostro nostra vostro tutti tutto tutta oggi domani ieri giorno giorni anno anni settimana
        lunedi martedi mercoledi giovedi venerdi sabato domenica ciao grazie buon buona buongiorno nuovo nuova citta
        gente bambini molto molti poco sempre mai qui gia ancora dopo prima due tre bene solo senza c'e dell'anno
    """,
    "pt": """
        o a os as um uma uns umas de do da dos das e em no na nos nas que nao se por para com como mais mas ao aos pelo
        pela seu sua seus suas meu minha nosso nossa ele ela eles elas eu voce voces tu me te lhe isso isto este esta
        esse essa aquele ja muito muita muitos sem sobre ate entre quando onde quem porque qual tambem so ser sao era
        foi estar esta estao estamos tem temos ter havia ha fazer faz pode podem podemos vamos vai ir ver hoje amanha
        ontem dia dias ano anos semana segunda terca quarta quinta sexta sabado domingo ola obrigado obrigada bom boa
        novo nova gente cidade criancas tudo todos todas nada nunca sempre aqui agora depois antes outro outra cada
        dois tres bem num numa
    """,
    "pl": """
        i w na z do nie sie to ze jest o jak a ale po co tak za od dla przez przy czy jego jej ich tym tego ten ta te
        oraz tylko juz byl byla bylo byly sa mi mnie ja ty on ona my wy oni pan pani moze bardzo kiedy gdzie kto
        dlaczego wszystko wszyscy dzisiaj dzis jutro wczoraj dzien dni rok lat tydzien teraz zawsze nigdy tutaj tam
        bedzie beda mamy macie maja mam ma masz moj moja nasz nasza prosze dziekuje dziekujemy dobry nowy nowa miasto
        ludzie dzieci miejsca bez pod nad jeszcze przed zapraszamy mozna
    """,
    "tr": """
        ve bir bu da de ne icin ile cok daha en gibi kadar sonra once her sey ben sen biz siz onlar var yok degil mi
        mu olarak olan oldu olur olacak ama ancak veya ya ki hem nasil neden nerede kim bugun yarin dun gun yil
        hafta yeni iyi guzel insan cocuk sehir tesekkurler merhaba lutfen evet hayir simdi bizim sizin benim onun
        icinde uzerinde gore ayni diye zaman
    """,
    "da": """
        og i at det er en et den til pa som de med af for ikke der var han hun jeg du vi han har om men et sig fra
        skal kan vil eller hvad nar hvor hvorfor hvem sa ud efter ved nu op blev bliver vaere vaeret haver havde min
        mit mine din dit vores jeres deres denne dette disse alle alt meget mere ogsa kun hvis over under mellem uden
        mod i dag morgen gar ar uge maned mandag tirsdag onsdag torsdag fredag lordag sondag tak hej god godt ny nye
        mennesker born by kommune og tid lige faar fa gor man været på når så også går år børn lørdag søndag få gør
        være møde
    """,
    "sv": """
        och i att det ar en ett som pa den av for med till inte de om han hon jag du vi ni har var men sig fran ska
        kan vill eller vad nar hur varfor vem sa ut efter vid nu upp blev blir vara varit hade min mitt mina din ditt
        var vart vara er deras denna detta dessa alla allt mycket mer ocksa bara over under mellan utan mot idag
        imorgon igar ar vecka manad mandag tisdag onsdag torsdag fredag lordag sondag tack hej god bra ny nya
        manniskor barn stad kommun tid far gor man hos mot mitt dem oss er nagon nagot aven inom
    """,
    "no": """
        og i a det er en et ei den til pa som de med av for ikke der var han hun jeg du vi dere har om men seg fra skal
        kan vil eller hva nar hvor hvorfor hvem sa ut etter ved na opp ble blir vaere vaert hadde min mitt mine din
        ditt vart vare deres denne dette disse alle alt mye mer ogsa bare hvis over under mellom uten mot dag morgen
        gar ar uke maned mandag tirsdag onsdag torsdag fredag lordag sondag takk hei god godt ny nye mennesker barn by
        kommune tid far gjor man noen noe på når så også nå å går år lørdag søndag får gjør være vært våre vår
    """,
    "af": """
        die en van in is nie het te wat sy hy ek jy jou ons julle hulle dit vir met op om aan na as by dat was sal kan
        moet wil word gaan kom maak se my haar hom uit maar ook daar hier nou al baie meer goeie nuwe mense kinders
        dag jaar vandag more gister maandag dinsdag woensdag donderdag vrydag saterdag sondag dankie asseblief oor deur
        toe nog geen niks iets almal waar hoe hoekom wanneer wie so of tot onder tussen teen sonder sedert hierdie
        daardie een twee drie kry gee doen weet dink sien praat werk help wees gewees kon sou moes ja nee lekker mooi
        groot klein stad huis skool week dae jare tyd omdat sodat alles veral dalk skoolhoof
    """,
    "fy": """
        de it in en fan ik te dat dy yn is net op oan mei der foar as mar om dan wat wy hja se sy hy jo jim ús us har
        him nei by noch ek wol gjin oant ut troch oer under tsjin tusken sunder sunt alle alles wat neat folle mear al
        hjir dear der wer hoe wa hokker werom wannear dus want omdat no sa doch nea altyd faak hjoed moarn juster
        moandei tiisdei woansdei tongersdei freed sneon snein wike moanne jier dagen dei bin bist binne wie wiene west
        ha hast hat hawwe hie hiene wurdt wurde kin kinne koe mei meie moat moatte wol wolle sil sille soe giet gean
        komt komme docht dwaan sein sizze makket meitsje wit witte goed goede nij nije moai moaie minsken bern frou
        man gemeente doarp skoalle frysk fryske fryslan tige tank wolkom elts elkenien us tegearre oerlis
    """,
    "id": """
        dan yang di ke dari ini itu untuk dengan pada tidak ada adalah akan kami kita saya anda mereka dia juga sudah
        bisa oleh dalam atau karena jika hari besok kemarin tahun baru orang anak kota terima kasih selamat pagi
        siang malam apa siapa mengapa bagaimana lebih sangat semua
    """,
    "ro": """
        si de la in cu pe nu este sunt un o care pentru din mai ce sa se au fost al ai ale dar sau daca cand unde cine
        foarte noi voi ei ele eu tu acest aceasta astazi maine ieri zi zile an ani saptamana multumesc buna oameni
        copii oras toate tot
    """,
}
_LETTERS = {
    "nl": r"""
        ij aa uu ^z ^v[lr] [^i]eeu ieu oei sch [aieo]cht lijk heid tjes?$ ^ge.{3,}[dt]$ [^aeiou]{2}en$
        ingen$ oor eer$ dt$ ^(?:ver|ont|be)\w{3,}(?:en|t|d)$ uit eu[rkdn] ou[dwt] auw oe[rknmdst] erij isch
        teit ieke?$ [bdfgklmnprst]{2}en$ aar
    """,
    "en": r"""
        th wh sh [^d]gh [ts]ion [a-z]{3}ing$ [a-z]{3}ed$ ly$ ous$ ness [a-z]{3}ment able$ ful
        (?:ti|ri|ni|li|vi|ci)es$ ty$ ss$ '(?:s|re|ve|ll|d|m)$ n't$ ea ow aw ay oy$ ey ck ity ive$ ture ence$
        ance$ ough [bcdfgklmnprst]le$ y$ igh ^kn ues?$ x
    """,
    "de": r"""
        sch ung keit lich ss tz ck ie [^s]ch[^aeiou] ein eit pf isch zu ^ge.{3,}t$ [^aeiou]en$ ieren$ st$ au
    """,
    "fr": r"""
        eau eux tion ai[st] aient ez$ ique ement qu oi our euse ss?es$ eur ^[ldjcnsmt]' oux ille ees?$ ance
    """,
    "es": r"""
        cion ad[oa]s?$ ando$ iendo$ ll [^aeious]os$ [^aeious]as$ dad$ mente$ ue qu ero$ cia amos$ aje$
    """,
    "it": r"""
        zion ment[eoi] tt[aoei]$ gli cch ggi zz are$ ere$ ire$ ato$ ata$ ati$ [^aeiou]i$ ll[aoei]
        ^(?:l|d|un|dell|all|nell|c)'
    """,
    "pt": r"""
        cao coes ao$ dade$ mente$ nh lh ad[oa]s?$ ando$ endo$ ei[rt] [^aeiou]os$ amos$
    """,
    "pl": r"""
        cz sz rz ie dz ow ych$ ego$ emu$ ymi$ wie ski nia$ aj prz [^aeiou]y$
    """,
    "tr": r"""
        l[ae]r [iu]yor m[ae]k d[ae]n$ l[ai]k [iu]n[iu]z c[ae]k s[iu]n y[ae]$ [ae]c[ae] [ae]s[iu]
    """,
    "da": r"""
        hv aer gt$ erne$ ede$ lse nde [^aeiou]er$ skab lig ing$
    """,
    "sv": r"""
        tion arna orna ande$ ade$ ning [^aeiou]ar$ [^aeiou]or$ lig skap ll[ae] tt
    """,
    "no": r"""
        hv gj kj ene$ ede$ lse nde [^aeiou]er$ skap lig sj ei
    """,
    "af": r"""
        sk ie$ heid lik y[^aeiou] uw?e$ ge[a-z]{3,}$ oe aa uu ing$
    """,
    "fy": r"""
        ea oa ij ^f ^s[kjt] ien tsj ei$ uw je$ sk ie kje$ oar
    """,
    "id": r"""
        ^(?:me|ber|pe|di|ter|ke)[nmlr]?\w{3,}(?:an|kan|i)?$ ng kan$ nya$ ah$
    """,
    "ro": r"""
        ea$ ul$ ii$ ului$ lor$ esc are$ tie$ at[iea]$ ilor$
    """,
}
"""Letter sequences that are usual in a language, as regular expressions on words without diacritics."""
_SIGNS = {
    "ß": ("de",),
    "å": (
        "sv",
        "da",
        "no",
    ),
    "ø": (
        "da",
        "no",
    ),
    "æ": (
        "da",
        "no",
    ),
    "ñ": ("es",),
    "¿": ("es",),
    "¡": ("es",),
    "ã": ("pt",),
    "õ": ("pt",),
    "œ": ("fr",),
    "ì": ("it",),
    "ò": ("it",),
    "ł": ("pl",),
    "ą": ("pl",),
    "ę": ("pl",),
    "ś": ("pl",),
    "ż": ("pl",),
    "ź": ("pl",),
    "ć": ("pl",),
    "ń": ("pl",),
    "ş": ("tr",),
    "ğ": ("tr",),
    "ı": ("tr",),
    "ă": ("ro",),
    "ș": ("ro",),
    "ț": ("ro",),
    "ú": (
        "fy",
        "es",
        "pt",
    ),
    "û": (
        "fy",
        "fr",
    ),
    "à": (
        "fr",
        "it",
        "pt",
    ),
    "ç": (
        "fr",
        "pt",
        "tr",
    ),
    "ù": (
        "fr",
        "it",
    ),
    "ê": (
        "fr",
        "pt",
        "af",
    ),
    "ä": (
        "de",
        "sv",
    ),
}
"""Letters and marks that Dutch and English hardly use."""
_SIGN = re.compile(f"[{''.join(_SIGNS)}]")

_NAME_PARTS = frozenset({"de", "den", "der", "van", "von", "du", "la", "le", "ten", "ter"})
_LISTED, _ALONE, _IN_NAMES, _SHAPED, _SIGNED = 1.0, 1.4, 0.6, 0.35, 0.7
_CLEAR = {"nl": 0.7, "en": 0.7, "other": 2.0}
"""By how much a language must lead before function words and letters alone decide."""
_CLEAR_BY_WORDS = 4.0
"""By how much function words must lead for letters to be of no account (their patterns take time to compile)."""
_CLEAR_RELATIVE = 0.7
"""By how much Afrikaans or Frisian must lead before Dutch, where no word frequencies can tell."""
_CLEAR_SENTENCE, _LEAD_A_WORD, _SHARED, _SENTENCE_WORDS = 1.7, 0.3, 0.4, 4
"""What a sentence needs to stand out from its draft: a lead, a lead by the word, at most such a share of it that Dutch
and English both explain, and so many words."""
_OURS = ("nl", "en")
_HEAD_START = 1.0
"""For Dutch and English over the languages that postlint does not read, in powers of ten of a word's frequency."""
_RARE = 1e-7
_OTHER_SCRIPT = "other script"
_RELATIVES = frozenset({"af", "fy"})
_WITHOUT_FREQUENCIES = _RELATIVES | {_OTHER_SCRIPT}
_SENTENCE_END = frozenset({".", "!", "?", "…"})


class Identification(NamedTuple):
    """The language of a text.

    `lang` is `nl`, `en`, `other`, or `unknown` for a text without words (emoji, numbers, handles). `mixed` says that
    whole sentences of it are in another language than the rest, and `foreign` that some of those are in neither Dutch
    nor English; `lang` is then one of ours that another sentence is in. `sure` is false where only word frequencies
    could settle it.
    """

    lang: str
    mixed: bool = False
    sure: bool = True
    foreign: bool = False


def identify(text: str) -> Identification:
    """The language of `text`; see `identify_tokens` for a text that has been read already."""
    return identify_tokens(text, tokenize(text))


@view
def identification(document: Document) -> Identification:
    """The language of the draft by its own words, whatever `document.lang` says."""
    return identify_tokens(document.text, tokens(document))


@view
def sentence_langs(document: Document) -> tuple[str, ...]:
    """The language of each sentence: `nl`, `en`, `other`, or empty where it is too short to differ from the draft."""
    sentences = ([word for word in words if word.kind is TokenKind.WORD] for words in sentence_words(document))
    return tuple(_sentence_lang(len(words), _with_shapes(words, _scores(document.text, words))) for words in sentences)


@view
def clear_identification(document: Document) -> Identification | None:
    """The same where function words and letters alone tell it; else `None`, and no word frequencies are loaded."""
    plain = _plain(document.text, tokens(document))
    if plain is not None:
        return plain
    reading = _read(document.text, tokens(document))
    return reading.identified(reading.best) if reading.sure else None


def identify_tokens(text: str, tokens: Iterable[Token]) -> Identification:
    """The language of `text`, whose tokens are given so that they are not sought twice.

    Handles, hashtags, addresses and numbers do not count. Function words and letter sequences decide where one
    language leads clearly; only else are the word frequencies of wordfreq asked, which take time to load.
    """
    found = tuple(tokens)
    plain = _plain(text, found)
    if plain is not None:
        return plain
    reading = _read(text, found)
    if reading.sure:
        return reading.identified(reading.best)
    return reading.identified(
        _by_frequency([word.span.of(text) for words, _ in reading.parts for word in words], reading.scores)
    )


class _Reading(NamedTuple):
    """What speaks for each language, sentence by sentence and in all, and the language for which most does."""

    parts: Sequence[tuple[list[Token], dict[str, float]]]
    scores: dict[str, float]
    best: str
    sure: bool

    def identified(self, best: str) -> Identification:
        """The outcome where `best` is the language of most of the text."""
        parts = ((len(words), of_part) for words, of_part in self.parts if len(words) >= _SENTENCE_WORDS)
        langs = {_sentence_lang(count, of_part) for count, of_part in parts} - {""}
        if best == "other":
            best = next((lang for lang in _OURS if lang in langs), best)
        return Identification(best, bool(langs - {best}), self.sure, foreign="other" in langs and best != "other")


def _plain(text: str, tokens: Iterable[Token]) -> Identification | None:
    """The language of a text in which Dutch or English leads clearly, and no sentence can be in another; else `None`.

    As `_read` and `identified` would find it. A sentence is in another language where that leads, at most by the
    weights of the words that the language of the text does not list; so few of these are left that they say nothing.
    """
    word = TokenKind.WORD
    listed = [langs for token in tokens if token.kind is word and (langs := _listed[token.norm])]
    scores = _added(listed)
    best, lead = _best(scores)
    if best == "other" or lead < _CLEAR_BY_WORDS or (not text.isascii() and _SIGN.search(text)):
        return None
    others = _added([langs for langs in listed if best not in [lang for lang, _ in langs]])
    return Identification(best) if max(others.values()) < _CLEAR_SENTENCE else None


def _added(listed: Iterable[Sequence[tuple[str, float]]]) -> dict[str, float]:
    scores = defaultdict(float, nl=0.0, en=0.0)
    for langs in listed:
        for lang, weight in langs:
            scores[lang] += weight
    return scores


def _read(text: str, tokens: Iterable[Token]) -> _Reading:
    parts = [(words, _scores(text, words)) for words in _rough_sentences(text, tokens)]
    if not parts:
        return _Reading(parts, {}, "unknown", sure=True)
    scores = _sum(of_part for _, of_part in parts)
    best, lead = _best(scores)
    if lead < _CLEAR_BY_WORDS:
        parts = [(words, _with_shapes(words, of_part)) for words, of_part in parts]
        scores = _sum(of_part for _, of_part in parts)
        best, lead = _best(scores)
    return _Reading(parts, scores, best, lead >= _CLEAR[best])


def _rough_sentences(text: str, tokens: Iterable[Token]) -> Iterator[list[Token]]:
    """The words between full stops and new lines; real sentences would need to know the language first."""
    words: list[Token] = []
    word, mark, lines = TokenKind.WORD, TokenKind.MARK, "\n" in text
    for token in tokens:
        ends = token.kind is mark and token.norm[-1:] in _SENTENCE_END
        if words and (ends or (lines and "\n" in text[words[-1].span.end : token.span.start])):
            yield words
            words = []
        if token.kind is word:
            words.append(token)
    if words:
        yield words


def _scores(text: str, words: Sequence[Token]) -> dict[str, float]:
    """How much speaks for each language by its function words and by signs that Dutch and English do without."""
    scores = _added([_listed[word.norm] for word in words])
    if not text.isascii() and words:
        for sign in _SIGN.findall(text, words[0].span.start, words[-1].span.end):
            for lang in _SIGNS[sign]:
                scores[lang] += _SIGNED
    return scores


def _with_shapes(words: Sequence[Token], scores: dict[str, float]) -> dict[str, float]:
    """The scores with what the letters of all other words say."""
    return _sum([scores, *(dict(_shaped(word.norm)) for word in words if not _listed[word.norm])])


def _sum(parts: Iterable[dict[str, float]]) -> dict[str, float]:
    total: dict[str, float] = {}
    for scores in parts:
        for lang, score in scores.items():
            total[lang] = total.get(lang, 0.0) + score
    return total


def _langs_of(norm: str) -> tuple[tuple[str, float], ...]:
    """What a word says for each language that lists it, and in what script it is."""
    if not norm.isascii() and any(letter > "\u024f" for letter in norm):
        return ((_OTHER_SCRIPT, max(1.0, len(norm) / 3)),)
    langs = _languages_of_words().get(norm, ())
    weight = _IN_NAMES if norm in _NAME_PARTS else _ALONE if len(langs) == 1 and len(norm) > 3 else _LISTED
    return tuple((lang, weight) for lang in langs)


_listed = Remembered(_langs_of)


@lru_cache(maxsize=4096)
def _shaped(norm: str) -> tuple[tuple[str, float], ...]:
    """What the letter sequences of a word say for each language."""
    shaped = ((lang, len(set(letters.findall(norm)))) for lang, letters in _letters().items())
    return tuple((lang, _SHAPED * min(count, 2)) for lang, count in shaped if count)


@cache
def _languages_of_words() -> dict[str, tuple[str, ...]]:
    languages: dict[str, tuple[str, ...]] = {}
    for lang, listed in _WORDS.items():
        for word in set(listed.split()):
            languages[word] = (*languages.get(word, ()), lang)
    return languages


@cache
def _letters() -> dict[str, re.Pattern[str]]:
    return {lang: re.compile("|".join(pattern.split())) for lang, pattern in _LETTERS.items()}


def _best(scores: dict[str, float]) -> tuple[str, float]:
    """The language for which most speaks, and its lead; all but Dutch and English are `other`."""
    other = 0.0
    for lang, score in scores.items():
        if score > other and lang not in _OURS:
            other = score
    _, (second, _), (first, best) = sorted([(scores["nl"], "nl"), (scores["en"], "en"), (other, "other")])
    return best, first - second


def _sentence_lang(words: int, scores: dict[str, float]) -> str:
    """The language of a sentence of so many words, or nothing where that is in doubt."""
    best, lead = _best(_without_relatives(scores))
    if words < _SENTENCE_WORDS or lead < max(_CLEAR_SENTENCE, _LEAD_A_WORD * words):
        return ""
    weaker, stronger = sorted((scores["nl"], scores["en"]))
    return best if best == "other" or weaker <= _SHARED * stronger else ""


def _without_relatives(scores: dict[str, float]) -> dict[str, float]:
    """The scores without Afrikaans and Frisian where more speaks for Dutch, which shares most words with them."""
    return {lang: score for lang, score in scores.items() if lang not in _RELATIVES or score >= scores["nl"]}


def _by_frequency(spelled: Sequence[str], scores: dict[str, float]) -> str:
    """The language whose everyday words these are most, by wordfreq (Speer 2022) and by `scores`."""
    from postlint.language.frequencies import frequencies  # most drafts do without

    nearest = sorted(scores, key=scores.__getitem__, reverse=True)[:4]
    if nearest[0] in _WITHOUT_FREQUENCIES and _best(scores)[1] >= _CLEAR_RELATIVE:
        return "other"
    totals = dict.fromkeys(_OURS, _HEAD_START)
    for lang in {*_OURS, *nearest} - _WITHOUT_FREQUENCIES:
        listed = frequencies("nb" if lang == "no" else lang, "small")
        tens = (math.log10(listed.get(word.lower(), _RARE) / _RARE) for word in spelled)
        totals[lang] = totals.get(lang, 0.0) + sum(tens) / len(spelled) + scores[lang]
    best = max(totals, key=totals.__getitem__)
    return best if best in _OURS else "other"
