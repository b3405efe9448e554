"""Dutch cues, one table an assertion; see `postlint.language.cues.Lexicon` for the notation."""

from postlint.language.cues import Cue, Direction, Lexicon, Reach

_AHEAD = Cue(Direction.FORWARD)
_BEHIND = Cue(Direction.BACKWARD)
_AROUND = Cue(Direction.BOTH)
_SENTENCE_AHEAD = Cue(Direction.FORWARD, Reach.SENTENCE)
_SENTENCE_BEHIND = Cue(Direction.BACKWARD, Reach.SENTENCE)
_SENTENCE_AROUND = Cue(Direction.BOTH, Reach.SENTENCE)
_LOOKALIKE = Cue(Direction.LOOKALIKE)
_STOP = Cue(Direction.STOP)

# What denies.
NEGATED = Lexicon(
    (
        (
            _AHEAD,
            """
            geen | zonder | noch | geenszins | allesbehalve | verre van | laat staan | evenmin | geen enkele/enkel |
            weiger/weigert/weigeren/weigerde/weigerden | geen van de/deze/die | ontbreekt het aan |
            allerminst | in geen geval | op geen enkele manier/wijze | absoluut geen | zonder enige/enig | vrij van | in
            plaats van | sluiten/sluit … uit dat
            """,
        ),
        (
            _AROUND,
            """
            niet | nooit | nimmer | nergens | niets | niks | niemand | nie | niet langer | niet meer | nog niet |
            nog nooit | zeker niet | nooit en te nimmer | nooit of te nimmer | niet en nooit | nooit en nergens |
            niet of nauwelijks | nooit ofte nimmer | geen sprake van | geen sprake |
            absoluut/totaal/helemaal geen sprake | absoluut/totaal/helemaal geen sprake van |
            geen enkele sprake van | noch … noch | nooit meer |
            niemendal | niet , nooit | nooit , nooit | nooit , maar dan ook nooit | nergens en nooit | niet eens |
            nauwelijks
            """,
        ),
        (
            _SENTENCE_AHEAD,
            """
            nooit … gezegd/beweerd/beloofd/toegezegd/gemeld/bevestigd/besloten/afgesproken/voorgesteld/bedoeld/
            aangekondigd/geschreven/gevraagd/gesuggereerd/bewezen/aangetoond/vastgesteld dat | geen grond voor |
            absoluut/totaal/helemaal geen sprake van dat | niet dat | niet zo dat | niet waar dat | niet gezegd dat |
            niet van mening dat | niet … dat | ontken … dat | ontkent … dat | ontkennen … dat | ontkende … dat |
            ontkenden … dat | ontken/ontkent/ontkennen/ontkende/ontkenden | bestrijdt/bestrijden |
            weerspreekt/weerspreken | onzin dat | onwaar dat | een fabel dat | een misverstand dat | een mythe dat |
            geen sprake van dat | nergens dat | niemand … dat | geen reden om te denken dat | geen bewijs dat |
            geen aanwijzing dat | geen aanwijzingen dat | niet te geloven zijn dat | klopt niet dat |
            is niet waar dat | is onzin dat | is een fabel dat | is een misverstand dat | is een mythe dat |
            is niet zo dat | is niet gezegd dat | is geen sprake van dat |
            niet over uit | niet aan te zien | niet aan te horen | geen ander woord | niet te beschrijven | niet uit te
            leggen dat | niet te verkopen dat
            """,
        ),
        (
            _SENTENCE_BEHIND,
            """
            , is niet waar/zo/juist/gezegd | , klopt niet | , is onzin/onwaar/onjuist/flauwekul/klinkklare |
            , is een fabel/misverstand/mythe | , dat klopt niet | , dat is niet waar/zo | , dat is onzin/onwaar |
            , bestrijd/bestrijden/ontken/ontkennen ik/wij/we | is niet waar | is onzin | is een fabel |
            is een misverstand | is een mythe | klopt van geen kant | klopt helemaal niet | klopt niet |
            is uitgesloten | is niet aan de orde | is verzonnen | is uit de lucht gegrepen | is een broodje aap | is
            nepnieuws | is gelogen | is een leugen | berust op een misverstand |
            klopt niets van | klopt geen bal van | is niet juist | is onwaar | is onjuist | is een verzinsel |
            is een gerucht |
            is gewoon/simpelweg/echt/helemaal/totaal/absoluut/volstrekt/pertinent/aantoonbaar niet/onzin/onwaar/onjuist/
            gelogen/verzonnen | staat niet op de planning | daar begint niemand aan | is niet gebeurd |
            gebeurt niet | gaat
            niet gebeuren
            """,
        ),
        (
            _LOOKALIKE,
            """
            nooit niet |
            nooit gedacht | nooit verwacht | nooit geweten | nooit geloofd | niet gedacht dat | niet verwacht dat |
            niet geweten dat | niet alleen | niet enkel | niet slechts | niet uitsluitend | niet zomaar |
            niet voor niets | niet voor niks | niet voor het eerst | niet normaal | niet te geloven |
            niet te filmen | niet te harden | niet te doen | niet te missen | niet misselijk | niet verkeerd |
            niet waar ? | nietwaar | of niet ? | niet minder dan | niets minder dan | niks minder dan | niets dan |
            niks dan | niets anders dan | niks anders dan | geen andere dan | niet anders dan | geen twijfel |
            geen idee | geen wonder | geen grap | geen grapje | geen geintje | zonder twijfel | zonder meer |
            zonder gekheid | zonder dollen | zonder overdrijven | zonder enige twijfel | nog nooit zo'n |
            nog nooit zulke | nog nooit zo | nooit eerder zo'n | nooit zo'n | nooit zulke | nog nooit een grotere |
            nog nooit zoveel | vergeet niet | niet vergeten | niet te vergeten | zo niet | niet gek dat | niet gek |
            niet verwonderlijk | niet verbazend | niet verrassend | niet wachten | niet zonder | niet geen |
            geen toeval | kan/kon/kunnen er niet over uit dat | niet langer wachten | geen … die niet |
            geen … dat niet | niemand … die niet | niemand die niet | er gaat niets boven | niet weinig |
            niet zo'n beetje | niet om te lachen | niet mis | geen geheim dat | geen geheim | niet ontkennen dat |
            niet te ontkennen | niet meer dan | niks mis mee | niet voor één gat | waarom niet | als geen ander |
            niet te zuinig | niet te beschrijven | niet omheen dat | niet om heen | niet te geloven dat |
            geen punt | hoe … ook niet | wat een onzin dat niet | niet eerlijk dat | niet leuk dat | niet oke dat |
            niet fijn dat | niet goed dat | niet vreemd dat | niet raar dat | niet begrijpen dat | niet snappen dat
            """,
        ),
        (
            _STOP,
            """
            met/naar/van/aan/voor iemand/mensen die | maar | doch | wel | echter | behalve | want | omdat |
            doordat | zodat | hoewel | dus | ; | : | terwijl | – | — |
            en … is/zijn/was/waren/heeft/hebben/wordt/worden/kan/kunnen/gaat/gaan/moet/moeten/blijft/blijven/doet |
            , hij/zij/ze/het/we/wij/ik/jij/je/u/jullie/men/gewoon/eerder
            """,
        ),
        (
            Cue(Direction.FORWARD, Reach.CLAUSE, most=3),
            """
            in plaats van | ipv
            """,
        ),
    )
)

# What supposes.
HYPOTHETICAL = Lexicon(
    (
        (
            _AHEAD,
            """
            , dan was/waren/zou/zouden/had/hadden |
            ^ als ik/jij/je/hij/zij/ze/u/wij/we/jullie/iemand/niemand/men/het/er/dit/dat/deze/die/iedereen/alles/
            straks/morgen/ooit/niets/niks | indien | tenzij | mits | zouen | zoude | alsof | ware het |
            gesteld dat | ^ wat als | ^ mocht | ^ mochten | in het geval dat | ingeval | voor het geval |
            in theorie | theoretisch | hypothetisch | ^ als de/een/mijn/jouw/je/uw/onze/hun/zijn/haar |
            wanneer je/ik/u/iemand | zodra |
            maar/en/want/dus/dat/of als ik/jij/je/hij/zij/ze/u/wij/we/jullie/iemand/de/een/het/er |
            ^ had ik/je/hij/zij/ze/we/wij/u … maar | had ik/hij/zij/ze/we/wij … , dan | ^ was ik/hij/zij/ze/we |
            ^ waren we/wij/ze/zij | ook als | zelfs als | pas als | alleen als | wat als |
            als je/u/jullie/iemand/ik/we/wij/ze/hij/er/niemand | doen/doe/deed/deden alsof | denkbeeldig |
            zogenaamd dat | net als of | even doen alsof |
            eventuele | eventueel | in geval van | bij een mogelijke | bij onverhoopte | bij onverhoopt | zolang |
            op voorwaarde dat | voor zover | ^
            zou/zouden … , dan
            """,
        ),
        (
            _AROUND,
            """
            zou | zouden
            """,
        ),
        (
            _SENTENCE_AHEAD,
            """
            stel dat | stel je voor dat | stel je voor | stel u voor | stel , | stel : | stel je een | stel we |
            stel hij | stel ik | stel je … voor | stel iemand | veronderstel | veronderstel dat | aangenomen dat |
            laten we aannemen dat | ervan uitgaande dat | in het hypothetische geval
            """,
        ),
        (
            _LOOKALIKE,
            """
            als je het mij vraagt | zo … als | net zo … als | even … als | dezelfde … als | hetzelfde als |
            meer/minder/beter/groter/slechter/anders/erger/slimmer/dommer als | zoals ik/je/we |
            als u het mij vraagt | als ik eerlijk ben | als ik heel eerlijk ben | als het ware |
            als je begrijpt wat ik bedoel | zo goed als | net als | zou/zouden graag | zou ik graag |
            zouden we graag | zouden wij graag | als je snapt wat ik bedoel | als de beste | als een speer |
            als een trein | als de dood | als de brandweer | als een | als ik me niet vergis |
            als ik zo vrij mag zijn | als de sodemieter | als de wiedeweerga | zou/zouden ik/we/wij zeggen |
            zou/zouden graag willen | zou ik zeggen | als het goed is | als ik het zo lees | als ik het goed heb
            """,
        ),
        (
            _STOP,
            """
            maar | ;
            """,
        ),
    )
)

# What asks without a question mark.
EMBEDDED_QUESTION = Lexicon(
    (
        (
            _SENTENCE_AHEAD,
            """
            vraag/vraagt/vragen/vroeg/vroegen/gevraagd/afvragen/afvroeg … of/wie/wat/waarom/wanneer/hoe/waar/welke/
            welk | weet/weten/wist/wisten … of | weet iemand | weten jullie | heeft iemand | kent iemand |
            is er iemand die | benieuwd … of/wie/wat/waarom/wanneer/hoe/waar/welke/welk |
            onduidelijk/onzeker/onbekend/onbeslist … of | de vraag … of/wie/wat/waarom/wanneer/hoe/waar/welke/welk |
            bekijken/bekijkt/onderzoeken/onderzoekt/onderzoek/checken/checkt/nagaan/nagegaan/uitzoeken/uitgezocht/
            onderzocht/bekeken/kijken/beoordelen/beoordeelt/toetsen/toetst/besluiten/besluit/beslissen/
            beslist … of | hoor/horen/hoort … of | laat/laten … weten of | zeggen of | gaan/gaat … na of |
            zoek/zoeken/zoekt … uit of | twijfel/twijfelen/twijfelt … of | even polsen of |
            zie/zien/kijk/kijken/bekijk we/ik/wij of | poll : | vraagje : | vraag : | vraag voor een vriend : |
            af of/wie/wat/waarom/wanneer/hoe/waar/welke
            """,
        ),
        (
            _STOP,
            """
            maar | ;
            """,
        ),
    )
)

# What warns against or advises.
ADVICE = Lexicon(
    (
        (
            _AHEAD,
            """
            liever niet | beter niet | beter van niet | vermijd | voorkom | mijd | hoed je | stop met |
            stoppen met | hou op met | houd op met | vraag/vragen/vraagt nooit | vraag/vragen/vraagt … nooit |
            vraag/vragen u/je nooit | zullen je/u nooit | zal je/u nooit | bellen je/u nooit | we/wij … nooit om |
            bank/gemeente/politie/belastingdienst/medewerker vraagt nooit | trap … niet in | zonder … te delen |
            ^ deel/geef/zeg/schrijf/gebruik/stuur/plaats/post/klik/noem/maak/doe/ga/kom/laat/zet/vertel/bewaar/
            reageer/roep/scheld/antwoord/beloof/leg/stel/vul/log/open/download/betaal/bel/app/mail/praat/spreek/
            lees/kijk/wees/word/blijf/neem/hou/houd/denk/verwijs/herhaal/koop/stem/verzin/gooi/parkeer/wacht/trap/
            geloof/vertrouw/retweet/like/tag/publiceer/meld/verstuur/onthul/lek/verklap/raad/speculeer/gok/
            beschuldig/beledig/kleineer/begin/eindig/sluit/typ/kies/kopieer/citeer/draag/toon/tweet/verspreid/
            fotografeer/film/bespreek/loop/rij/sla/schreeuw/val/begraaf/verberg/verschuil/ga/verlies/verwacht/vraag/
            onderteken/teken/verwijder/hergebruik/herstel/leen/breng/drink/eet/voer/steek/haal/pak/speel/ken/zit/
            sta/toets/vergelijk/overdrijf/veroordeel/zoek/verraad/schuif/zwijg/negeer/vergeet … nooit/niet/geen |
            ^ alsjeblieft/aub/dus/en/kortom/please nooit/niet/geen |
            ^ nooit … delen/geven/sturen/posten/plaatsen/gebruiken/doen/zeggen/noemen/schrijven/klikken/invullen/
            openen/opschrijven/doorgeven |
            ^ niet … delen/geven/sturen/posten/plaatsen/gebruiken/doen/zeggen/noemen/schrijven/klikken/invullen/
            openen/doorgeven |
            ^ geen … delen/geven/sturen/posten/plaatsen/gebruiken/noemen/invullen/doorgeven/opschrijven
            """,
        ),
        (
            _AROUND,
            """
            moet/moeten/mag/mogen/kunt/kun/kan/kunnen je/u/jullie … nooit |
            je/u/jullie/men/niemand moet/moeten/mag/mogen … nooit | je/u/jullie/men moet/moeten/mag/mogen … niet |
            je/u/jullie/we kunt/kan/kunnen … beter niet | kun/kunt je/u … beter niet |
            je/u/jullie kunt/kan/kunnen … beter niet | moet/moeten je/u/jullie … niet | mag je/u niet
            """,
        ),
        (
            _SENTENCE_AHEAD,
            """
            tip/tips/advies : gebruik/kies/schrijf/zeg/maak/noem/check/controleer/bedenk/vervang/vraag/schrap/begin/
            houd/hou/zet/lees/vermijd/denk/wees/wissel/neem | pas op met | pas op voor | pas op dat | pas op : |
            let op : | let op met | let op voor | let op dat | wees voorzichtig met | wees alert op |
            wees bedacht op | waarschuwing : | ons advies | mijn advies | gouden regel : | vuistregel : |
            trap niet in | trap er niet in | hoed je voor | hoed u voor | kijk uit met | kijk uit voor |
            niet doen : | raad/raden … af om | raad/raden … aan om | afgeraden om |
            waarschuw/waarschuwen/waarschuwt … voor | waarschuw/waarschuwen/waarschuwt … dat | niet verstandig om |
            onverstandig om | geen goed idee om | slecht idee om | beter niet om | schrijftip : | taaltip : |
            liever niet : | do's en don'ts | don'ts : | taboe : | dus niet : | nooit doen : | doe/doen … nooit : |
            het is verboden om | verbannen : | verboden woorden : | verboden woord : | de volgende woorden |
            leer … af om | houd/hou/laat … weg/buiten/achterwege/thuis/uit | denk goed na voor | zeg/schrijf niet |
            zeg/schrijf nooit
            """,
        ),
        (
            _SENTENCE_BEHIND,
            """
            doe je niet | zeg je niet | schrijf je niet | hoort niet in | is geen goed idee | is onverstandig |
            niet doen | afgeraden | nooit doen |
            deel/geef/zeg/zet/stuur/noem/gebruik/plaats/post/schrijf je/u nooit/niet | raden we af | raad ik af |
            raden wij af | is niet slim | horen niet in | hoort niet op | horen niet op | vermijd je |
            vermijden we | laat je weg | is uit den boze | is taboe | mag nooit | is een slecht idee |
            helpt niemand | is niet grappig | is nooit grappig | is niet toegestaan | is verboden | is af te raden | is
            niet handig | is niet netjes
            """,
        ),
        (
            _SENTENCE_AROUND,
            """
            kun/kunt je/u beter niet | moet/moeten je/u/jullie nooit | moet/moeten je/u/jullie niet |
            mag/mogen je/u nooit | kun/kunt je/u beter nooit
            """,
        ),
        (
            _LOOKALIKE,
            """
            vergeet niet | wacht niet langer | twijfel niet | aarzel niet | zeg niet dat ik | let op het |
            zeg nooit nooit | mis … niet | mis niet | schroom niet
            """,
        ),
        (
            _STOP,
            """
            maar | ;
            """,
        ),
    )
)

# What tells that others said it.
REPORTED = Lexicon(
    (
        (
            _BEHIND,
            """
            genoemd | uitgemaakt | uitgescholden | gezegd | geroepen | betiteld |
            naar ons/mijn/m'n/zijn/haar/hun hoofd | beweerd | naar het hoofd | te horen | toegeroepen
            """,
        ),
        (
            _SENTENCE_AHEAD,
            """
            mensen/bewoners/ouders/buren/patiënten/patienten/lezers/critici/collega's/leerlingen/studenten/klanten/
            huurders/
            bezoekers/leraren/docenten/automobilisten/fietsers/winkeliers/ondernemers/kiezers/leden/anderen/velen/
            sommigen vinden/denken/
            roepen/klagen/noemen/schrijven/menen/beweren/vrezen | vond onze/ons/mij/me/de/het |
            vonden onze/ons/mij/me | roepen dat | roepen ze | roepen mensen |
            ik lees … dat | ik las … dat | we/wij lezen … dat | we/wij lazen … dat | lezen we … dat | ik lees … op |
            ik las … op | zegt | zei | zeiden | zeggen dat | zeggen ze | zeggen mensen | schrijft | schreef |
            schreven | schrijven dat | beweert | beweerde | beweren | beweerden | stelt dat | stelde dat |
            stellen dat | stelden dat | vindt | vond dat | vinden dat | vindt dat | meent | menen | meende | roept |
            riep | riepen | twittert | twitterde | tweette | tweet dat | noemt | noemde | noemden | noemen |
            uitgemaakt voor | uitgescholden voor | uitgescholden als | weggezet als | bestempeld als |
            betiteld als | bestempelt | betitelt | bestempelde | betitelde |
            wordt/werd/worden/werden/word … genoemd | lees ik | las ik | hoor ik | hoorde ik | ik hoor | ik hoorde |
            we horen | wij horen | horen we | kreeg ik te horen | krijg ik te horen | kregen we te horen |
            krijgen we te horen | te horen kreeg | te horen dat | te horen ? dat | het verwijt dat | de bewering dat |
            het gerucht dat | het gerucht gaat dat | geruchten dat | de beschuldiging dat | het idee dat |
            de kritiek dat | kritiek : | het verhaal dat | het beeld dat | de mythe dat | de kop : | krantenkop : |
            rt | rt @ | sprak van | spreekt van | spreken van | spraken van | gezegd dat | gezegd : |
            geschreven dat | beweerd dat | geroepen dat | had het over | heeft het over | hadden het over |
            verwijt ons/mij/me | verwijten ons/mij/me | verweet | verweten | beschuldigt | beschuldigde |
            beschuldigden | beschuldigen | beticht | betichtte | maakt ons uit voor | maakte ons uit voor |
            maakte mij uit voor | maakte me uit voor | scheldt ons uit voor | schold ons uit voor |
            schold me uit voor | schold mij uit voor | maakten ons uit voor | uit voor | staat dat | stond dat |
            meldt dat | meldde dat | melden dat | meldt | meldde | kopt | kopte | vertelt dat | vertelde dat |
            vertelden dat | concludeert dat | concludeerde dat | laat weten dat | liet weten dat | appt | appte |
            mailt | mailde | oordeelt dat | oordeelde dat | denkt dat | denken mensen dat | dachten dat |
            klaagt dat | klaagde dat | klagen dat | heette | heet het dat | zou … hebben gezegd | naar mijn hoofd |
            naar ons hoofd | sommigen vinden | reactie : | iemand : |
            hoor/hoort/hoorde je dat we/wij/onze | je hoort dat we/wij/onze | lees/leest je dat we/wij/onze |
            krijg/krijgt je te horen | in de ogen van |
            het vooroordeel dat | de indruk dat | het gevoel dat | aantijgingen dat | wordt/worden/werd/werden …
            beschuldigd van | wordt/worden/werd/werden … verweten dat | zou/zouden volgens
            """,
        ),
        (
            _SENTENCE_BEHIND,
            """
            , zegt | , zei | , zeiden | , zeggen | , schrijft | , schreef | , schreven | , schrijven | , aldus |
            , stelt | , stelde | , meent | , beweert | , beweerde |
            , klinkt het | , klonk het | , luidt de kritiek | , luidt het verwijt | , riep | , roept | , roepen |
            , riepen | , hoor ik | , lees ik | , las ik | , hoorde ik | , horen we | zo noemde | , heet het |
            , heette het | , meldt | , twitterde | , klaagt | , klaagde |
            , kreeg ik te horen | , kregen we te horen | lees ik op | hoor ik vaak | lees ik vaak
            """,
        ),
        (
            _SENTENCE_AROUND,
            """
            , vindt | , vond | , vinden | , vonden | , noemde | , noemt | volgens | naar eigen zeggen |
            naar verluidt | riep een | riep iemand | zei een | zei iemand |
            schreef iemand | schreef een | iemand riep | iemand zei | iemand schreef | aldus | in de woorden van |
            om met | dixit
            """,
        ),
        (
            _LOOKALIKE,
            """
            ik … schreef | ik … zei | we/wij … schreven | we/wij … zeiden | mag zeggen dat | mogen zeggen dat |
            kan zeggen dat | kunnen zeggen dat | durf zeggen dat | moet zeggen dat | volgens het interne |
            volgens de interne | volgens onze eigen | laat ik zeggen dat | die schreef | die schrijft | die noemde |
            die … noemde | die … schreef | wie schrijft | wie denkt dat | die vindt | wie vindt | wie zegt dat |
            die meent | volgens mij | volgens ons | volgens afspraak | volgens planning | volgens plan |
            volgens schema | mij betreft | volgens de planning | volgens de regels | volgens de wet |
            volgens artikel | volgens het boekje | volgens onze gegevens | ik vond | ik noem | ik noemde |
            wij noemen | we noemen | ik zei | ik schreef | wij zeiden | we zeiden | noem ik | noemde ik |
            noemen we | noemen wij | zei ik | schreef ik | zeg ik | wil ik zeggen dat | ik wil zeggen dat |
            mag ik zeggen dat | wij zeggen dat | we zeggen dat | wil zeggen dat | dat wil zeggen | eerlijk gezegd |
            kort gezegd | gezegd en gedaan | ik heb … genoemd | heb ik … genoemd | ik heb … gezegd |
            heb ik … gezegd | we hebben … gezegd | moet gezegd | moet ik zeggen dat | kunnen we zeggen dat |
            kan wel zeggen dat | durf te zeggen dat | durven te zeggen dat | als het gaat om | , vond ik |
            , vind ik | , schreef ik | , zei ik | anders gezegd | simpel gezegd | zacht gezegd | zachtjes gezegd |
            gezegd hebbende | we vinden dat | wij vinden dat | vinden wij dat | vinden we dat | wij stellen dat |
            we stellen dat | kan/kun/kunt je/u noemen | mag je … noemen | mag best … genoemd | zoals gezegd |
            om te noemen | te noemen | met name genoemd | , vinden we | , vinden wij | , zeggen we | , zeggen wij |
            zo genoemd | zonder te zeggen dat | om met de | om met je | om met elkaar | om met u | om met z'n |
            om met ons | om met jullie | om met een | om met zijn | om met het
            """,
        ),
        (
            _STOP,
            """
            dus | maar | ; | ik vind | vind ik | wij vinden | we vinden | echter | mijn mening
            """,
        ),
    )
)

# What aims at the writer.
SELF = Lexicon(
    (
        (
            _AHEAD,
            """
            mijn/m'n/onze/ons uitleg/antwoord/antwoorden/bericht/berichten/mail/mailtje/brief/post/tweet/reactie/
            verhaal/
            presentatie/formulering/woorden/woordkeuze/toon/tekst/planning/aanpak/schatting/inschatting/communicatie/
            uitnodiging/verslag/grap/grapje/opmerking/timing/voorlichting … was/waren/is/zijn/klonk/kwam |
            was/waren/is/zijn/klonk/kwam mijn/m'n/onze/ons uitleg/antwoord/bericht/mail/brief/post/tweet/reactie/
            verhaal/
            presentatie/formulering/woorden/toon/tekst/planning/aanpak/schatting/communicatie/grap/opmerking/timing |
            onze eigen fout/fouten/blunder/blunders/schuld/stommiteit/domheid/nalatigheid/miskleun/misser/flater
            """,
        ),
        (
            _AROUND,
            """
            ik ben | ik was | ik bleek | ik blijk | ik blijf | ik bleef | ik voel me | ik voelde me | ik leek |
            ik lijk | ik werd | ik word | ik heb | ik had | ik zat | ik zit | ik deed | ik doe | ik stond | ik sta |
            ik ging | ik liep | ik maakte | ik maak | ben ik | was ik | bleek ik | blijk ik | voel ik me |
            voelde ik me | leek ik | werd ik | heb ik | had ik | zat ik | deed ik | stond ik | ging ik | maakte ik |
            wij zijn | we zijn | wij waren | we waren | we hebben | wij hebben | we hadden | wij hadden |
            we bleken | we zaten | wij zaten | we deden | we maakten | we gingen | zijn we | zijn wij | waren wij |
            waren we | hebben we | hebben wij | hadden we | hadden wij | bleken we | zaten we | deden we |
            maakten we | noem mij | noem me | noem ons | vind mezelf | vind mijzelf | mezelf | mijzelf | onszelf |
            ik als | wij als | ons eigen falen | ik snapte | ik vergat | ik miste | ik las | we misten |
            we vergaten | misten we | vergat ik | we lieten | lieten we | ik liet | liet ik | ik keek
            """,
        ),
        (
            _LOOKALIKE,
            """
            ik ben gevraagd | we zijn gevraagd | ik heb vijf | mijn baas | mijn collega | mijn collega's |
            mijn chef | mijn leidinggevende | mijn directeur | mijn buurman | mijn buurvrouw | mijn buren |
            mijn leraar | mijn docent | mijn klant | onze klant | onze klanten | onze wethouder |
            onze burgemeester | onze directeur | onze minister | onze buren | mijn eigen baas |
            mijn eigen wethouder | onze eigen baas | onze eigen wethouder | onze eigen directeur |
            onze eigen burgemeester | mijn wethouder | mijn gemeente | onze gemeente | mijn ex | mijn man |
            mijn vrouw | mijn manager | onze manager | onze bestuurder | onze bestuurders | mijn vader |
            mijn moeder | mijn zoon | mijn dochter | mijn broer | mijn zus | onze raad | onze premier |
            ik heb het gehad | ik ben klaar | ik ben boos | ik ben het zat | ik ben het beu | ik heb genoeg |
            ik heb zin | we zijn klaar | ik ben blij | ik ben moe | we hebben genoeg | ben ik klaar | ik vind |
            vind ik | we vinden | wij vinden | ik noem | ik denk | denk ik | ik geloof | ik hoop | ik zie |
            ik hoor | ik ken | ik haat | ik zei | ik wil | ik zou | we zien | we kennen | wij zien | ken ik |
            zie ik | we hebben … te maken met | wij willen | we willen | we horen | ik lees | lees ik | ik snap |
            snap ik | ik begrijp | we denken | ik weet | we weten | ik heb … gezien | ik heb … ontmoet |
            ik heb … gebeld | ik heb een | we hebben een | heb ik een | ik had een | we hadden een | heb ik te |
            hebben we een | wij hebben een | ik werd geholpen door | ik stem | ik spreek | ik sprak | ik moest |
            we moesten | ik erger | ik lach
            """,
        ),
        (
            _STOP,
            """
            tot | totdat | wie | wat | hoe | waarom | dus | en de/mijn/onze/het/hun/zijn | zoals | , die/dus |
            en … is/zijn/heeft/hebben/wordt/krijgt | maar | ; | omdat | want | met | door | op | voor | aan | naar |
            tegen | over | volgens | van | dan | dat | die | deze | bij | jij | je | jullie | hij | u | zo'n
            """,
        ),
        (
            Cue(Direction.FORWARD, Reach.CLAUSE, most=1),
            """
            ik | wij | we
            """,
        ),
        (
            Cue(Direction.FORWARD, Reach.CLAUSE, most=2),
            """
            mijn eigen | m'n eigen | mijn grootste/domste/stomste/ergste | m'n grootste/domste/stomste |
            onze grootste/domste/stomste | mijn eigen grote | ondergetekende | ik , | sukkel die ik | zelf ook een
            """,
        ),
        (
            Cue(Direction.BACKWARD, Reach.CLAUSE, most=5),
            """
            van mij | van mezelf | van mijzelf | van ons | van onszelf | van mijn kant | van onze kant |
            van onze zijde | mijnerzijds | dat ik ben | die ik ben | dat we zijn | die we zijn | dat ik was |
            dat we waren | die ik was | aan mij | ikzelf | aan onze kant | dat ik | dat we | dat wij
            """,
        ),
        (
            Cue(Direction.BACKWARD, Reach.TEXT, most=12),
            """
            dat ben ik | dat was ik | dat waren we | dat waren wij | dat zijn wij | dat zijn we
            """,
        ),
    )
)

# What says that it is public; SECRET and LATER say that it is not, or not yet.
PUBLIC = Lexicon(
    (
        (
            _SENTENCE_AROUND,
            """
            meer : {url} | lees : {url} | details : {url} | info : {url} | hier : {url} | {url} … lees |
            persbericht is | persbericht eruit | persbericht staat | persbericht verstuurd | persbericht van |
            ons persbericht | in het persbericht | in een persbericht | in ons persbericht | zie persbericht |
            het persbericht lees | lees het persbericht | persconferentie terug | op de persconferentie |
            tijdens de persconferentie | op een persconferentie | in ons jaarverslag | in het jaarverslag staat |
            staat in het jaarverslag | staan in het jaarverslag | op onze site | op onze website | op de site |
            op de website | op ons kanaal | op onze pagina | op onze facebookpagina | op de gemeentesite |
            op de gemeentepagina | bekendgemaakt | bekend gemaakt | openbaar gemaakt | openbaargemaakt |
            gepubliceerd | in de openbare vergadering | in een openbare vergadering | openbare raadsvergadering |
            openbare vergadering | openbare zitting | openbare raad | openbare agenda | openbare bijeenkomst |
            is nu openbaar | zijn nu openbaar | is openbaar | zijn openbaar | is sinds … openbaar | openbaar te |
            nu openbaar | staat online | staan online | is online | zijn online | stond in de krant |
            staat in de krant | staat vandaag in | stond gisteren in | stond vanochtend in | is bekend |
            ter inzage | raadsinformatiesysteem | in de raadsbrief | raadsbrief | via de livestream | livestream |
            terug te kijken | terugkijken | na te lezen | te lezen op | te vinden op | te downloaden |
            vrij toegankelijk | open data | officielebekendmakingen . nl | in de staatscourant | staatscourant |
            gemeenteblad | naar buiten gebracht | maakten we bekend | maakte … bekend | maakten … bekend |
            heeft … bekendgemaakt | is … bekendgemaakt | wob-besluit | woo-besluit | lees … op {url} |
            lees … {url} | meer … {url} | is officieel | het is officieel | vrijgegeven | publiekelijk |
            al in het nieuws | in het nieuws | in de media | openbaar | bekend geworden | onthuld | aangekondigd |
            openbare/openbaar raadsvoorstel/voorstel/collegebesluit/besluit/besluitenlijst/verslag/rapport/document/
            documenten/nota/register/stuk/deel |
            raad/gemeenteraad/kamer/staten stemde/stemden/besloot/besloten/ging … in/
            met/voor/akkoord | raad/gemeenteraad/kamer heeft … ingestemd/besloten/aangenomen | aangenomen door de raad/
            gemeenteraad/kamer | krant/courant/anp/nos/rtl/omroep schrijft/schreef/meldt/meldde/kopt/kopte/bericht/
            berichtte | volgens de krant | op de voorpagina | geen geheim meer | niet meer geheim |
            iedereen kan/kon/mag … lezen/zien/inzien/opvragen | openbare stukken | openbare notulen |
            openbare informatie | openbare brief |
            zoals … in de krant/courant stond/staat | zoals … stond/staat te lezen | brief viel/ligt … mat | brief is …
            bezorgd/verstuurd | stond/staat … in de courant/krant | op tv | op de radio | op het nieuws | in het
            journaal | in de nieuwsbrief | link in bio | link hieronder | persbericht :
            """,
        ),
        (
            _LOOKALIKE,
            """
            openbaar vervoer | openbaar groen | openbaar bestuur | openbaar ministerie | openbare ruimte |
            openbare orde | openbare weg | openbare verlichting | openbare school | openbaar onderwijs |
            openbare bibliotheek | bekendgemaakt worden | is bekend met | de livestream start | openbaar toilet |
            openbare basisschool | openbaar lichaam | openbaar aanbesteden | openbare aanbesteding
            """,
        ),
    )
)

SECRET = Lexicon(
    (
        (
            _SENTENCE_AROUND,
            """
            niet openbaar | nog niet openbaar | nog niet bekend | nog niet bekendgemaakt | nog niet gepubliceerd |
            nog niet online | nog niet naar buiten | geheim | embargo | onder embargo | onder ons |
            niet in het openbaar | vertrouwelijk | alvast | stiekem | besloten vergadering |
            achter gesloten deuren | niet bekendgemaakt | niet gepubliceerd | niet online | niet op onze |
            niet op de site | niet naar buiten | uitgelekt | gelekt | vooruitlopend | mag … nog niet |
            mogen … nog niet | nog niemand | niet verder vertellen | niet doorvertellen | nog niet verklappen |
            voordat het/dit openbaar | nog niet delen | eigenlijk nog niet | interne memo | intern memo
            """,
        ),
        (
            _LOOKALIKE,
            """
            niet meer geheim | geen geheim | niet langer geheim | niet meer vertrouwelijk | niet alleen |
            geen embargo meer | niet meer onder embargo | niet langer vertrouwelijk | geheim meer |
            embargo voorbij | embargo is voorbij | embargo is eraf |
            tot gisteren/vandaag/vanochtend/nu/voorheen … geheim | tot voor kort geheim/vertrouwelijk | tot nu toe
            geheim/vertrouwelijk | tot gisteren/vandaag/vanochtend … vertrouwelijk |
            eerder/vroeger/ooit/lang/maandenlang/wekenlang geheim/vertrouwelijk | was/waren/bleef/bleven …
            geheim/vertrouwelijk | geheim/vertrouwelijk was/waren/bleef/gehouden | geheim hielden/hield | hielden/hield
            … geheim | lag/lagen/stond/stonden/viel/vielen … onder embargo | onder embargo lag/lagen/stond/stonden |
            embargo opgeheven | embargo is opgeheven/verlopen/afgelopen/vervallen | embargo verlopen/opgeheven/vervallen
            | niet langer onder embargo | embargo eraf | mochten/mocht … nog niet | nog niet mochten/mocht |
            geheimhouding is/opgeheven | geheim recept/ingredient | geheim agent | geheim wapen | niet meer stiekem |
            onder onsje | was/waren … niet openbaar
            """,
        ),
    )
)

LATER = Lexicon(
    (
        (
            _SENTENCE_AROUND,
            """
            pas | morgen | overmorgen | morgenochtend | morgenmiddag | straks | binnenkort | later | volgende week |
            volgende maand | volgend jaar | komende week | vanavond | zodra | totdat | tot het | wacht/wachten tot |
            voordat |
            maandag/dinsdag/woensdag/donderdag/vrijdag/zaterdag/zondag … staat/komt/verschijnt/maken/publiceren/
            zetten |
            staat/komt/verschijnt/maken/publiceren/zetten … maandag/dinsdag/woensdag/donderdag/vrijdag/zaterdag/
            zondag |
            wordt/worden/zal/zullen/gaan/gaat … openbaar/bekendgemaakt/bekend/online/gepubliceerd/aangekondigd/
            onthuld/vrijgegeven | moet/moeten nog | nog geen | zonder persbericht | nooit |
            komt er een persbericht | volgt een persbericht | persbericht volgt | eerst het persbericht |
            concept persbericht | conceptpersbericht
            """,
        ),
        (
            _LOOKALIKE,
            """
            sinds maandag/dinsdag/woensdag/donderdag/vrijdag/zaterdag/zondag |
            afgelopen maandag/dinsdag/woensdag/donderdag/vrijdag/zaterdag/zondag | pas nog | vanaf morgen |
            zojuist | niet meer later
            """,
        ),
    )
)

# What explains a term.
EXPLAINED = Lexicon(
    (
        (
            Cue(Direction.BOTH, Reach.SENTENCE, most=4),
            """
            ofwel | oftewel | , ofwel | , oftewel | , ook wel | ook wel | ook bekend als | , ook bekend als |
            heet dat
            """,
        ),
        (
            Cue(Direction.BACKWARD, Reach.TEXT, most=3),
            """
            dat wil zeggen | dwz | staat voor | staan voor | betekent | betekenen | dat betekent | is de afkorting |
            is een afkorting | , dat is | , dat zijn | houdt in dat | dat houdt in | , in gewone taal |
            , in gewoon nederlands | , in het nederlands | met andere woorden | anders gezegd | , zeg maar |
            een ander woord voor | is jargon voor | is vaktaal voor | , kortom | is een verzamelnaam |
            , een chique woord voor | , een duur woord voor | , een moeilijk woord voor |
            is een moeilijk woord voor | is een duur woord voor | , vrij vertaald | in mensentaal |
            , afkorting van | , kort voor | is kort voor | , in normaal nederlands | , lees : | is vakjargon voor |
            noemen we het moment | noemen we de | noemen we een | , waarmee we bedoelen | , waarmee bedoeld wordt |
            , waarmee | bedoelen we | is simpel gezegd | is eigenlijk gewoon
            """,
        ),
        (
            Cue(Direction.FORWARD, Reach.SENTENCE, most=6),
            """
            afgekort | afgekort tot | , kortweg | in vaktaal | in vakjargon | in jargon | in ambtelijk jargon |
            in ambtenarentaal | in beleidstaal | zogeheten | zogenoemde | dat noemen we | dat heet | dit heet |
            dit noemen we | wat we … noemen | officieel | noemen we dat | noemen wij dat | wij noemen dat |
            we noemen dat | heet officieel | heet bij ons | noemen we | ambtelijk | heet in jargon
            """,
        ),
    )
)

# Words that open a question, and words that may stand before them.
QUESTION_STARTS = frozenset(
    """
    bedoel bedoelt ben bent bestaat blijft blijven deed denk denken denkt doe doen doet durft ga gaan gaat geldt
    gelooft ging had hadden heb hebben heeft hoe hoef hoeft hoeveel hoeven hoezo hoort is kan klopt kom komen
    komt kon konden krijg krijgen krijgt kun kunnen kunt liggen ligt mag mocht moest moet moeten mogen sinds
    snapt staan staat vanwaar vind vinden vindt vraagt waar waardoor waarheen waarmee waarom waarop waarover
    waaruit waarvoor wanneer waren was wat weet welk welke werd weten wie wiens wil wilde willen wilt word
    worden wordt wou zal zie ziet zijn zou zouden zullen zult
    """.split()
)
QUESTION_LEADS = frozenset(
    """
    aan beste bij dan dus eh en even he hey hoi in ja maar met naar nee nou o of oh ok oke okee ook op over per
    serieus sinds sorry tja tot trouwens van voor want
    """.split()
)
# What turns no statement into a question: "…, toch?"
TAGS = frozenset(
    tag.strip()
    for tag in """
    akkoord | begrijp je | duidelijk | eens | he | hè | ja | mee eens | niet | niet dan | niet waar | nietwaar |
    of niet | of niet soms | of vergis ik me | of wat | of wel | of zie ik dat verkeerd | of zo | ok | oke |
    right | snap je | toch | toch zeker | wedden | wedden dat | wedje | weet je | weet je wel | wel | wie kent
    hem niet | zeg nou zelf
    """.split("|")
)
# Words before a span that take it for granted, and words after which that is denied all the same.
DEFINITE = frozenset("dat de deze die dit zo'n zulke".split())
POINTING = frozenset("deze die zo'n".split())
COMPANY = frozenset("aan bij door geloof langs met naar over van vertrouw voor".split())
INDEFINITE = frozenset("'n een zo'n zulke".split())
# After "dat" and "die" these begin a clause: it does not point at what follows.
CLAUSE_STARTS = frozenset(
    "ik je jij u hij zij ze we wij jullie het de een er men onze ons mijn jouw uw hun haar geen niemand".split()
)
DENIES_NEXT = frozenset("allesbehalve geen niet noch nooit zeker zonder".split())
COMPLEMENTED = frozenset(
    """
    , : alles beweer degene denk denken denkt geloof gelooft iemand iets is mensen niet niets vind vinden vindt
    weet weten wie zeg zegt zei zo
    """.split()
)
ADJECTIVE_ENDS = tuple(
    """
    ige ende elijke loze bare ische ieve ante iale uele mme grote oude luie nieuwe rare hele gekke arme vieze
    valse foute slappe zwakke echte eigen ante
    """.split()
)
# What follows a predicate that opens its clause ("een prutser is hij niet"), not a subject.
AFTER_A_FRONTED_PREDICATE = frozenset(
    """
    ben bent bleek blijkt deden deed doe doen doet had heb hebben heeft hoef hoeft hoeven is kan kon kunnen mag
    moet moeten niet niets niks nimmer noem noemen noemt nooit vind vinden vindt waren was werd wil word worden
    wordt zal zijn zou zouden zullen
    """.split()
)
