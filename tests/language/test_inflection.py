from __future__ import annotations

import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from postlint.language.inflection import compound_head, inflections, lemma

# lemma: forms it must have | forms it must not have
DUTCH = """
zijn: ben bent is was waren geweest zijnde | zij bende
hebben: heb hebt heeft had hadden gehad | hebde
worden: word wordt werd werden geworden | woord woorden
komen: kom komt kwam kwamen gekomen komende | komde gekomd
gaan: ga gaat ging gingen gegaan | gang gangen
doen: doe doet deed deden gedaan | doel
zeggen: zeg zegt zei zeiden gezegd | zege
staan: sta staat stond stonden gestaan | staten
zien: zie ziet zag zagen gezien | zien's
weten: weet wist wisten geweten | wit
mogen: mag mocht mochten | mogelijk
kunnen: kan kunt kun kon konden gekund | kunst
zullen: zal zult zou zouden | zulk
willen: wil wilt wilde wilden wou | wild
moeten: moet moest moesten | ontmoeten
laten: laat laat liet lieten gelaten | later
houden: houd hou houdt hield hielden gehouden | hout
geven: geef geeft gaf gaven gegeven | gave
nemen: neem neemt nam namen genomen | naam
vinden: vind vindt vond vonden gevonden | vinder
brengen: breng brengt bracht brachten gebracht | brengde
denken: denk denkt dacht dachten gedacht | dank
krijgen: krijg krijgt kreeg kregen gekregen | krijger
blijven: blijf blijft bleef bleven gebleven | blij
schrijven: schrijf schrijft schreef schreven geschreven | schrift
spreken: spreek spreekt sprak spraken gesproken | spraak
vragen: vraag vraagt vroeg vroegen gevraagd gevraagde | vroegere
lezen: lees leest las lazen gelezen | les lessen
kopen: koop koopt kocht kochten gekocht | kop koppen
zoeken: zoek zoekt zocht zochten gezocht | zoekte
helpen: help helpt hielp hielpen geholpen | hulp
liggen: lig ligt lag lagen gelegen | leggen
leggen: leg legt legde legden gelegd | lag liggen
sluiten: sluit sloot sloten gesloten | sluier
besluiten: besluit besloot besloten | gebesluit gebesloten
verliezen: verlies verliest verloor verloren | geverloren
begrijpen: begrijp begrijpt begreep begrepen | gebegrepen
verkopen: verkocht verkochten verkoopt | geverkocht
herzien: herzie herziet herzag herzagen | geherzien
ontvangen: ontvang ontvangt ontving ontvingen | ontvangde
bewegen: beweeg bewoog bewogen | bewegde
vertrekken: vertrek vertrekt vertrok vertrokken | vertrekte
ontmoeten: ontmoet ontmoette ontmoetten | ontmoest
ontwerpen: ontwerpt ontwierp ontworpen | ontwerpte
vergeten: vergeet vergat vergaten | vergeette
werken: werk werkt werkte werkten gewerkt werkend werkende | werker
maken: maak maakt maakte maakten gemaakt gemaakte | mak makker
leven: leef leeft leefde leefden geleefd | leevt leevde
reizen: reis reist reisde reisden gereisd | reizde
wachten: wacht wachtte wachtten gewacht | wachtt
praten: praat praatte praatten gepraat | prat
antwoorden: antwoord antwoordt antwoordde antwoordden geantwoord | antwoorde
luisteren: luister luistert luisterde geluisterd | luisteert luisteerde
leren: leer leert leerde geleerd | lert
tekenen: teken tekent tekende getekend | tekeent
organiseren: organiseer organiseert organiseerde georganiseerd | organisert
informeren: informeer informeert geïnformeerd | ingeformeerd
inspireren: inspireert inspireerde geïnspireerd | ingespireerd
evalueren: evalueer evalueert geëvalueerd | evaluert
eisen: eis eist eiste geëist | geeisd
uiten: uitte uitten geuit | uit uitgeten
openen: opent opende geopend | opgeend
beloven: beloof belooft beloofde beloofd | gebeloofd
erkennen: erken erkent erkende erkend | geerkend
onderzoeken: onderzoekt onderzocht onderzochten | ondergezocht
ondernemen: onderneemt ondernam ondernomen | ondergenomen geonderneemd
ondertekenen: ondertekent ondertekende ondertekend | ondergetekend
overtuigen: overtuigt overtuigde overtuigd | overgetuigd
overleven: overleeft overleefde overleefd | overgeleefd
aanvaarden: aanvaardt aanvaardde aanvaard | aangevaard geaanvaard
misbruiken: misbruikt misbruikte | misgebruikt
voldoen: voldoet voldeed voldaan | volgedaan
redden: red redt redde gered | rede
melden: meld meldt meldde gemeld gemelde | melder
lekken: lek lekt lekte gelekt | lekker
vergaderen: vergader vergadert vergaderde vergaderd | gevergaderd
bezuinigen: bezuinig bezuinigt bezuinigde bezuinigd | bezuiniging
appen: app appt appte geappt | appel
tweeten: tweet tweette getweet | twee
liken: like liket geliket | lik likt
updaten: update updatet geüpdatet | updaat
deleten: delete deletet gedeletet | deleet
schuilen: schuil schuilt geschuild | school scholen
luiden: luidt luidde luidden | geluid
bom: bommen bommetje | bomen boom
boom: bomen boompje boompjes | bommen bom
raad: raden raadje | raadt raadde geraden
leraar: leraren leraars | lerares leraarsen
huis: huizen huisje huisjes | huist
brief: brieven briefje | brieffen
weg: wegen | weggen weegt
dag: dagen | daggen
stad: steden | stadden
schip: schepen | schippen
lid: leden | lidden
raadslid: raadsleden | raadslidden
kind: kinderen kindje | kinden
ei: eieren eitje | eien
gemeente: gemeenten gemeentes | gemeent
wethouder: wethouders | wethouderen
burgemeester: burgemeesters | burgemeesteren
inwoner: inwoners | inwoneren
minister: ministers | ministeren
bewoner: bewoners | bewonert
vergadering: vergaderingen | vergaderen
bezuiniging: bezuinigingen | bezuinigen
mogelijkheid: mogelijkheden | mogelijkheiden
probleem: problemen probleempje | problemmen
naam: namen | nam nemen
kop: koppen kopje | kopen koopt
fout: fouten foutje | foud
klacht: klachten | klaagt
kans: kansen | kanzen
grens: grenzen | grensen
prijs: prijzen | prijsen
paus: pausen | pauzen
foto: foto's fotootje | fotos
baby: baby's | babies
auto: auto's | autoos
taxi: taxi's taxietje | taxien
idee: ideeën | idees
zee: zeeën | zees
knie: knieën | knies
politicus: politici | politicussen
museum: musea | museumen
crisis: crises crisissen | crisen
bedrijf: bedrijven bedrijfje | bedrijfen
verslag: verslagen | verslaggen
film: films | filmen
azc: azc's | azcen
bv: bv's | bven
ophef: | opheffen
begin: | beginnen
app: apps appje | appt
tweet: tweets | tweeën
groot: grote groter grotere grootst grootste | grot
boos: boze bozer | boost boosheid
lief: lieve liever liefst | liefde
wit: witte witter | wiet
goed: goede beter betere best beste | goot
duur: dure duurder duurst | durf
mooi: mooie mooier mooist mooiste | mooit
open: | openne
eigen: | eigene's
politiek: politieke | politie
Nederlands: nederlandse | nederland
officieel: officiële | officieele officiele's
sociaal: sociale socialer | sociaale
duidelijk: duidelijke duidelijker | duidelijkke
rustig: rustige rustiger | rustigge
actief: actieve actiever | actie
financieel: financiële | financier
snel: snelle sneller snelst | snelen
veilig: veilige veiliger veiligst | veiligheid
wij: | wijen
niet: | nieten
hier: | hieren
van: | vanen
"""

# verb: particle | finite forms apart | forms in one word | forms in several
SEPARABLE = """
terugkomen: terug | kom komt komen kwam kwamen | terugkomt teruggekomen | terug te komen, terug is gekomen
bekendmaken: bekend | maak maakt maakte maakten | bekendgemaakt bekendgemaakte | bekend te maken, bekend wordt gemaakt
afwachten: af | wacht wachtte wachtten | afwacht afgewacht | af te wachten
afzeggen: af | zeg zegt zei zeiden | afgezegd afzegt | af te zeggen
vrijgeven: vrij | geef geeft gaf gaven | vrijgegeven vrijgeeft | vrij te geven
doorsturen: door | stuur stuurt stuurde | doorgestuurd | door te sturen, door kan sturen
uitstellen: uit | stel stelt stelde | uitgesteld uitgestelde | uit te stellen
aankondigen: aan | kondig kondigt kondigde | aangekondigd aangekondigde | aan te kondigen
uitnodigen: uit | nodig nodigt nodigde | uitgenodigd | uit te nodigen
opzeggen: op | zeg zegt zegde | opgezegd | op te zeggen
aftreden: af | treed treedt trad traden | afgetreden | af te treden
optreden: op | treed treedt trad traden | opgetreden | op te treden
ingrijpen: in | grijp grijpt greep | ingegrepen | in te grijpen
meedelen: mee | deel deelt deelde | meegedeeld | mee te delen
toegeven: toe | geef geeft gaf | toegegeven | toe te geven
overnemen: over | neem neemt nam | overgenomen overneemt | over te nemen
voorstellen: voor | stel stelt stelde | voorgesteld | voor te stellen
goedkeuren: goed | keur keurt keurde | goedgekeurd | goed te keuren
deelnemen: deel | neem neemt nam | deelgenomen | deel te nemen
plaatsvinden: plaats | vindt vond vonden | plaatsgevonden plaatsvindt | plaats te vinden
openbaarmaken: openbaar | maakt maakte | openbaargemaakt | openbaar te maken
stopzetten: stop | zet zette zetten | stopgezet | stop te zetten
rondsturen: rond | stuurt stuurde | rondgestuurd | rond te sturen
nakijken: na | kijk kijkt keek keken | nagekeken | na te kijken
aanbevelen: aan | beveel beveelt beval | aanbevolen | aan te bevelen
uitverkopen: uit | verkoopt verkocht | uitverkocht | uit te verkopen
voorbereiden: voor | bereid bereidt bereidde | voorbereid voorbereide | voor te bereiden
langskomen: langs | kom komt kwam | langsgekomen | langs te komen
tegenhouden: tegen | houd houdt hield | tegengehouden | tegen te houden
samenwerken: samen | werk werkt werkte | samengewerkt | samen te werken
dooronderhandelen: door | onderhandelt onderhandelde | dooronderhandeld | door te onderhandelen
voorkomen: voor | komt kwam | voorgekomen voorkomt voorkwam | voor te komen
overleggen: over | legt legde | overlegd overgelegd overlegt | over te leggen
ondergaan: onder | gaat ging | ondergaat onderging ondergegaan | onder te gaan
"""

WHOLE = """
ondernemen onderzoeken onderhandelen onderschatten overtuigen overleven overlijden overwegen overtreden aanvaarden
achterhalen misbruiken mislukken omschrijven voldoen voltooien voorspellen weerleggen informeren inspireren investeren
uiten openen verslaan afficheren werken
"""

ENGLISH = """
be: am is are was were been being isn't wasn't | bes
have: has had having haven't | haves
do: does did done doing don't | dos
go: goes went gone going | gos goed
say: says said saying | sayed
tell: tells told telling | telled
hold: holds held holding | holded
keep: keeps kept keeping | keeped
make: makes made making | maked
take: takes took taken taking | taked
give: gives gave given giving | gived
get: gets got gotten getting | geted
know: knows knew known knowing | knowed
think: thinks thought thinking | thinked
write: writes wrote written writing | writting
read: reads reading | readed
send: sends sent sending | sended
leave: leaves left leaving | leaf
lie: lies lay lied lain lying | lieing
lay: lays laid laying | lain
let: lets letting | leted
put: puts putting | puting putted
begin: begins began begun beginning | begining
win: wins won winning | wining
sing: sings sang sung singing | singed
bring: brings brought bringing | brang
forget: forgets forgot forgotten forgetting | forgeting
withdraw: withdraws withdrew withdrawn | withdrawed
announce: announces announced announcing | announceing
publish: publishes published publishing | publishs
stop: stops stopped stopping | stoped
plan: plans planned planning | planed plane
refer: refers referred referring | refered
travel: travels travelled traveled | travele
cancel: cancels cancelled canceled cancelling | cancell
open: opens opened opening | openned
visit: visits visited visiting | visitted
reply: replies replied replying | replys
delay: delays delayed delaying | delaies
apologise: apologises apologised apologising | apology
agree: agrees agreed agreeing | agreing
resign: resigns resigned resigning | resin
confirm: confirms confirmed confirming | confirmation
leak: leaks leaked leaking | leek
tweet: tweets tweeted tweeting | twit
retweet: retweets retweeted | retweat
livetweet: livetweets livetweeted livetweeting | live
commit: commits committed committing | commited
panic: panics panicked panicking | paniced
die: dies died dying | dieing
focus: focuses focused focusing | focu
can: could can't cannot | cans canned
will: would won't | willed
must: mustn't | musts
child: children child's | childs
man: men man's | mens
woman: women woman's | womans
person: people persons person's | personal
life: lives life's | lifes
leaf: leaves | left
knife: knives | knive
crisis: crises | crisises
analysis: analyses | analysises
criterion: criteria | criterions
city: cities city's | citys
company: companies company's | companys
council: councils council's | counsel
mayor: mayors mayor's | majors
box: boxes | boxs
church: churches | churchs
hero: heroes | heros
photo: photos | photoes
embargo: embargoes | embarg
sheep: | sheeps
building: buildings | builded
meeting: meetings | met
policy: policies | police
spokesperson: spokespersons | spoken
good: better best | gooder
bad: worse worst | bad's badder
far: further furthest | fare
big: bigger biggest | biger
happy: happier happiest | happyer
late: later latest | lately
nice: nicer nicest | niece
hot: hotter hottest | hoter
clear: clearer clearest | clearly
quickly: | quicklies
the: | thes
very: | veries
"""

COMPOUNDS = """
wijkwethouder wethouder
wijkwethouders wethouder
oud-wethouder wethouder
gemeenteraad raad
dorpsraad raad
raadsvergadering vergadering
gemeenteraadsvergadering raadsvergadering
bedrijfsongeval ongeval
ziekenhuis huis
ouderavond avond
bewonersavond avond
informatieavond avond
feestdag dag
wijkbus bus
zorgwet wet
persbericht bericht
persconferentie conferentie
perscentrum centrum
tv-programma programma
studentenvereniging vereniging
rijksambtenaar ambtenaar
commissievoorzitter voorzitter
schooldirecteur directeur
slaapkamer kamer
grootmoeder moeder
basisonderwijs onderwijs
politiewagen wagen
kabinetsbesluit besluit
hoofdverdachte verdachte
kinderopvang opvang
rekenkamer kamer
kantoorgebouw gebouw
"""

WHOLES = """
wethouder minister burgemeester kantoor persoon vergadering ambtenaar voorzitter directeur dokter kamer moeder leraar
leiding afspraak onderwijs vriendschap politieke spelen gesloten besluit maandag morgen regering gemeente probleem geval
uitspraak aandeel verantwoordelijk belangrijk
"""


def rows(text: str) -> list[tuple[str, ...]]:
    return [tuple(part.strip() for part in line.replace(":", "|", 1).split("|")) for line in text.strip().splitlines()]


@pytest.mark.parametrize(("word", "must", "must_not"), rows(DUTCH))
def test_dutch_forms(word, must, must_not):
    forms = inflections(word, "nl").forms
    assert {word.lower(), *must.split()} - forms == set()
    assert set(must_not.split()) & forms == set()


@pytest.mark.parametrize(("word", "must", "must_not"), rows(ENGLISH))
def test_english_forms(word, must, must_not):
    forms = inflections(word, "en").forms
    assert {word, *must.split()} - forms == set()
    assert set(must_not.split()) & forms == set()


@pytest.mark.parametrize(("verb", "particle", "apart", "joined", "spaced"), rows(SEPARABLE))
def test_separable_verbs(verb, particle, apart, joined, spaced):
    known = inflections(verb, "nl")
    [(finite, found)] = known.apart
    assert found == particle
    assert set(apart.split()) - finite == set()
    assert set(joined.split()) - known.forms == set()
    assert {each.strip() for each in spaced.split(",")} - known.multiword == set()


@pytest.mark.parametrize("verb", WHOLE.split())
def test_verbs_that_never_come_apart(verb):
    assert inflections(verb, "nl").apart == ()


def test_separable_verb_in_two_words():
    assert inflections("bekend maken", "nl") == inflections("bekendmaken", "nl")


def test_phrasal_verb():
    known = inflections("hold off", "en")
    assert known.forms == frozenset()
    assert known.apart == ((frozenset({"hold", "holds", "held", "holding"}), "off"),)
    assert known.multiword == {"hold off", "holds off", "held off", "holding off"}


@pytest.mark.parametrize(
    ("form", "base"),
    [
        line.split(" < ")
        for line in """
maakt < maken
kwamen < komen
huizen < huis
kinderen < kind
leden < lid
raadsleden < raadslid
gemeenteraadsleden < gemeenteraadslid
uitgevoerd < uitvoeren
afgezegd < afzeggen
teruggekomen < terugkomen
vergaderingen < vergadering
mooiste < mooi
Nederlandse < nederlands
reden < reden
start < start
gebruiken < gebruiken
tekenen < tekenen
staat < staan
was < zijn
beter < goed
""".strip().splitlines()
    ],
)
def test_dutch_lemma(form, base):
    assert lemma(form, "nl") == base


@pytest.mark.parametrize(
    ("form", "base"),
    [("held", "hold"), ("children", "child"), ("announced", "announce"), ("left", "leave"), ("better", "good")],
)
def test_english_lemma(form, base):
    assert lemma(form, "en") == base


@pytest.mark.parametrize(("word", "head"), [line.split() for line in COMPOUNDS.strip().splitlines()])
def test_compound_head(word, head):
    assert compound_head(word, "nl") == head


@pytest.mark.parametrize("word", WHOLES.split())
def test_no_compound(word):
    assert compound_head(word, "nl") is None


@pytest.mark.parametrize(
    ("word", "head"),
    [("playground", "ground"), ("newsletter", "letter"), ("homework", "work"), ("minister", None), ("carpet", None),
     ("understand", None), ("information", None), ("president", None), ("weekend", None)],
)  # fmt: skip
def test_english_compound_head(word, head):
    assert compound_head(word, "en") == head


@given(st.text(max_size=30), st.sampled_from(["nl", "en"]))
def test_any_text_is_its_own_form(text, lang):
    found = inflections(text, lang)
    assert " ".join(text.lower().split()) in found.forms | found.multiword
    assert isinstance(lemma(text, lang), str)
    compound_head(text, lang)


def test_import_is_light():
    code = (
        "import sys, postlint.language.inflection; "
        "print([name for name in ('simplemma', 'wordfreq') if name in sys.modules])"
    )
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "[]\n"
