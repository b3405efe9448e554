"""What Dutch posts ask and Dutch replies say; see `postlint.language.phrasebook` for the notation."""

from postlint.language.phrasebook import Phrasebook

ASKING = Phrasebook(
    {
        "when": """
            wanneer | hoe laat | hoelaat | sinds/vanaf/tot/per/tegen wanneer | om/vanaf/tot/rond hoe laat |
            op/tot/vanaf/per welke dag/datum/dagen/data/tijd/tijden/avond/avonden/moment | welke
            dag/datum/dagen/data/tijd/tijden/maand/week/avond/avonden | binnen welke termijn | hoe snel | wat zijn
            de/jullie/uw/je openingstijden/tijden/data | wat is de deadline/startdatum/einddatum/sluitingsdatum
        """,
        "how_long": """
            hoe lang | hoelang | voor hoe lang | hoe langer | hoeveel
            tijd/dagen/weken/maanden/uur/uren/minuten/langer | binnen hoeveel | over hoeveel | hoeveel
            dagen/weken/maanden/jaar nog
        """,
        "how_much": """
            hoeveel | wat kost/kosten/kostte | hoe duur | hoe vaak | hoe oud | hoe groot | hoe hoog | hoe ver | hoe
            zwaar | wat is de prijs/huur/temperatuur/contributie | wat is het
            tarief/bedrag/percentage/lesgeld/inschrijfgeld | wat zijn de kosten/prijzen/tarieven | welk
            bedrag/percentage | wat betaal/betalen/betaalt ik/we/je/u | wat gaat/gaan/zou/zal/moet/mag/mogen … kosten |
            met hoeveel | voor hoeveel | van hoeveel | op hoeveel
        """,
        "where": """
            waar | waarheen | waar precies/ergens | waar … naartoe/heen/vandaan | op/in/bij/naar/aan welke
            plek/locatie/plaats/verdieping/straat/straten/zaal/wijk/ halte/balie/kant/ingang | welke
            straat/straten/locatie/locaties/zaal/verdieping/halte/plek/ingang | welk adres/lokaal | wat is het adres |
            wat is jullie/uw adres
        """,
        "who": """
            wie | met/bij/aan/van/door/voor/naar wie | wiens | welke
            afdeling/organisatie/aannemer/collega/persoon/medewerker/ bestuurder/ambtenaar/leverancier/firma | welk
            bedrijf/bureau/team
        """,
        "why": """
            waarom | hoezo | hoe komt het/dit/dat | hoe kan het/dit/dat | hoe kan het dat | waardoor | wat is de
            reden | om/met welke reden | wat is de oorzaak | wat is er de reden van | vanwaar | wat is daar de reden
            van | wat is jullie/uw reden | waar komt … door
        """,
        "how": "hoe | op/in welke manier/wijze",
        "what": """
            wat | welk | welke | waarover | waarmee | waaraan | waarvoor | waarop | waaruit | waarin | waarbij |
            waarvan | waartegen | waartoe | hoe bedoelen/bedoelt/bedoel | hoe zit het
        """,
        "telling": """
            weet iemand/u/je/jij/jullie | weten jullie/we | iemand die weet | ^ iemand … idee | enig idee | geen idee |
            vraag/vroeg me/mij … af | vragen/vroegen ons af | benieuwd | nieuwsgierig | willen/wil/wilde/zou … weten |
            kunt/kun/kan/kunnen/wilt/wil/willen/zou/zouden/kon u/je/jij/jullie/iemand/we/wij …
            zeggen/vertellen/uitleggen/aangeven/toelichten/weten/ verklaren/checken/nakijken/uitzoeken/bevestigen |
            hoor/horen … graag | laat/laten … weten | mag ik weten/vragen | snap/begrijp … niet | leg/leggen … uit |
            mijn vraag is | mijn vraag : | vraagje : | vraag : | weet … niet | weet/weten … ook | vertel
            me/mij/ons/eens | onduidelijk | niet duidelijk | ben op zoek naar | kan ik ergens zien/lezen/vinden |
            staat ergens | geldt nog
        """,
        "whether": """
            ^ kan/mag/moet/krijg/ben/heb/hoef/word/kom ik | ^ kunnen/mogen/moeten/krijgen/zijn/hebben/gaan/worden
            we/wij/ze | ^ is/komt/wordt/gaat/blijft/was/geldt/klopt/staat/heeft/rijdt/ kan/mag/moet/hoort/doet
            het/er/dit/dat/de/een/deze/die/hij/zij/mijn/onze/jullie | ^
            zijn/hebben/gaan/komen/doen/rijden/worden/kunnen/blijven/ werken/accepteren/nemen/leveren/zoeken/verkopen
            jullie/er/de/die/deze/onze/mijn | ^ heeft/bent/gaat/komt/doet u/jij/iemand | ^ heb/ben/ga/kom/doe je/jij
        """,
        "can_you": """
            ^ kunnen/willen/zouden jullie/we/wij | ^ kunt/wilt/zou u | ^ kun/wil/zou/kan je/jij/iemand | ^ graag |
            alsjeblieft | alstublieft | svp | aub | ajb | s.v.p
        """,
        "rhetorical": """
            ^ wat ben/bent/zijn/is … een/toch | ^ wat een | wie verzint/bedenkt dit/dat/zoiets/zo'n/het/er/deze/nou |
            wie heeft dit/dat/zoiets … bedacht/verzonnen | wie heeft … verzonnen | hoe
            dom/gek/stom/moeilijk/triest/erg/zielig/achterlijk/hypocriet/laag kan/kun/kunnen/moet/is/ben | hoe is
            het/dit/dat mogelijk | hoe bestaat het | hoe durven/durf/durft jullie/u/je | hoe halen jullie het | hoe
            haal/haalt je/u het | waar halen jullie | menen jullie/je/u dit/dat/het | meen/meent je/u dit/dat/het |
            schamen jullie je | schaamt u zich | schaam je je | wat denken jullie wel | wat denkt u wel | wat denk je
            wel | wat mankeert | wat bezielt | waar slaat dit/dat/het op | waar gaat dit/dat over | waar gaat het
            heen | ben/zijn/bent je/jullie/u … gek/gestoord/doof/blind/wijs/goed/achterlijk | is dit/dat …
            grap/normaal/serieus | wat moet ik hier/daar nou/nu/mee | wat moeten we hier/daar nou/nu/mee | ^ serieus
            ? | ^ echt ? | ^ echt waar ? | ^ hallo ? | ^ hallo ?? | ^ he ? | verbaast dit/dat | waarom verbaast | wie
            gelooft dat/dit | wie betaalt dat | wat is er mis met jullie/je/u | zijn jullie wel goed | hebben jullie
            niks/niets beters | heb je niks/niets | hoeveel gekker | hoe lang moet dit/dat nog | hoe vaak moet ik |
            hoe vaak moet | is het nou zo moeilijk | is dat nou zo moeilijk | wat een … ? | leuk he ? | kan het nog
            gekker | kan het nog erger | gaat het wel | wordt het geen tijd | moet dit nou | moet dat nou | wie houdt
            wie | wat nou | slapen jullie | leven jullie | lezen jullie dit wel | leest iemand dit | voor de gek |
            zit daar iemand | is daar iemand | ^ wat is dit nou | waar blijft | waar blijven | snappen jullie het | ^
            waarom ook niet | wie zijn jullie
        """,
        "complaint": """
            kapot | defect | stuk | storing | lekt | lekken | lekkage | te laat | vertraging | vertraagd | weer niet |
            nog steeds | alweer | wederom | opnieuw niet | tweede/derde/vierde/vijfde/zoveelste
            keer/maal/week/maand/dag/brief/mail | {number} keer | twee/drie/vier/vijf/zes/tien keer | al
            weken/maanden/dagen/jaren/uren | al {number} weken/maanden/dagen/jaar/uur/minuten/keer/week/maand | al
            een/twee/drie/vier/vijf/zes/acht/negen/tien weken/maanden/dagen/jaar/uur/week/maand/keer | al een halve
            dag | al een half jaar/uur | geen antwoord/reactie/gehoor/bericht | niemand …
            belt/reageert/terug/antwoordt/opneemt/komt/op | nooit/niks/niets/geen … gehoord | niet/nooit
            teruggebeld/gebeld/opgehaald/geleegd/gestrooid/gerepareerd/
            gemaakt/geholpen/beantwoord/uitbetaald/betaald/bezorgd/ geleverd/gekomen/ontvangen/nagekomen |
            wacht/wachten al | zit/zitten/sta/staan al | afgewezen | geweigerd | klacht | klachten | overgeslagen |
            genegeerd | het kastje naar de muur | onbeschoft | lomp | onbereikbaar | dubbel
            betaald/afgeschreven/gefactureerd | onterecht | stank | stinkt | overlast | herrie | lawaai | zwerfafval |
            vuilnis | onkruid | smerig | voor niks/niets | doet/doen het niet | doet/doen/werkt/werken
            niet/nog/het/weer niet | werkt niet | werken niet | verkeerd/verkeerde | kwijt | gemist | niks/niets mee
            gedaan | doen/doet niks/niets | klaar mee | zat | spuugzat | beu | dichte deur/poort | dichte deuren | op
            straat gezet | opgehangen | hing/hangt/hangen op | ging niet door | gaat niet door | onbegaanbaar |
            levensgevaarlijk | gevaarlijk | uitgevallen | afgezegd | geannuleerd | nooit/niet aangekomen |
            weggestuurd | afgepoeierd | wachtlijst | blijft/bleef staan/liggen | ligt nog | staat nog | nog niet |
            weggegooid | fout | fouten | wacht/wachten/wachtte/wachtten nu/inmiddels/ondertussen/hier/sinds |
            wacht/wachten/wachtte … weken/maanden/dagen/uur/jaar | staat/staan/stond/stonden stil | op slot |
            stilte | blijft/bleef … stil/donker/koud/dicht | al sinds |
            {number}/een/anderhalf/twee/drie uur bij/op/in/aan de/het | een half uur bij/op/in/aan |
            er kwam/kwamen geen/niemand/niets/niks | niet kwam/kwamen/belde/belden/opnam/verscheen/reageerde/
            antwoordde/kwam opdagen/opdagen/opgedoken | nooit kwam/kwamen/belde/verscheen | kwam/kwamen niet opdagen |
            elke/iedere dag/ochtend/middag/avond/nacht/week/maand/keer hetzelfde/dezelfde/weer/opnieuw/raak |
            steeds/telkens hetzelfde/dezelfde/weer/opnieuw | weer/opnieuw/alweer een … vrij/thuis/gewacht |
            opnieuw/weer beginnen/invullen/aanvragen/uitleggen/bellen/langskomen | weer opnieuw |
            {number}/twee/drie/vier/vijf mails/brieven/mailtjes/telefoontjes/belletjes/verzoeken/meldingen/klachten
            gestuurd/verstuurd/gepleegd/gedaan/later/verder | naam/adres/bedrag … niet klopt |
            nog altijd geen/niet/niets/niks/dicht/kapot | zou/zouden … komen/bellen/mailen/langskomen . |
            niet gezien . |
            gesloten/dicht/dichte loket/balie/deur/hek | elk/ieder telefoontje/gesprek/bezoek | ander verhaal/antwoord |
            reed/reden/rijdt/rijden … voorbij | een omweg van | de beloofde | beloofd maar | had/hadden beloofd |
            volgens jullie/uw site/website/app/systeem/brief
        """,
        "-complaint": """
            geen klacht/klachten | niet kapot | is het waar | gaat het niet door | niet te laat | nog niet geweest |
            ben/zijn/was er nog niet | nog niet eerder | weet … nog niet | snap … nog niet | in het zat | had het
            stuk | mooi/leuk/lang/goed/kort stuk | een/dit/dat/het/elk stuk | stuk van/over/grond/taart/fiets | zat
            er/in/ik/hij/ze/op | minuut stilte | stilte voor |
            stilte na | niet op slot | wacht … op uw/je/jullie reactie
        """,
        "outrage": """
            belachelijk | schandalig | schande | waardeloos | onacceptabel | te gek voor woorden | ongelofelijk |
            ongelooflijk | niet normaal | absurd | triest | bizar | walgelijk | om te huilen | van de zotte | een
            aanfluiting | lekker dan | bedankt hoor | lekker bezig | wat een
            zooi/puinhoop/bende/organisatie/service/zootje
        """,
        "hurt": """
            overleden | overlijden | overleed | stierf | gestorven | sterven | stervend/stervende | dood | begrafenis |
            uitvaart | begraven | crematie | kanker | chemo | huil | huilt | huilen | huilde | huilend | gehuild |
            tranen | bang | angst | angstig | durf/durft/durven … niet | verdriet | verdrietig | pijn | gewond |
            ongeluk | gebroken | miskraam | depressief | slapeloze | slaap/slapen … niet | wanhopig | radeloos | ten
            einde raad | ik ben op | we/wij zijn op | ben kapot | zit er doorheen | vernederd | vernederend |
            uitgelachen | schaam/schaamde me | gepest | gediscrimineerd | boos | woedend | kwaad | razend | ontslagen |
            failliet | dakloos | eenzaam | gestolen | ingebroken | mishandeld | bedreigd | trauma | onveilig | paniek |
            niet meer leven | wil niet meer | in het ziekenhuis | geschrokken | doodsbang | machteloos | onwelkom |
            kwetsend | gekwetst | gekrenkt | moedeloos | doodziek | ernstig ziek | spoedeisende | vertrouwen kwijt
        """,
        "-hurt": """
            niet bang | geen angst/pijn/verdriet | bang voor honden | niet boos | wees niet bang
        """,
        "compliment": """
            complimenten/compliment/pluim voor | echt geholpen | goed geholpen | zo fijn geholpen | top gedaan | goed
            gedaan | wat fijn dat | wat een prachtige/mooie/leuke/fijne/geweldige/heerlijke | wat leuk/mooi dat |
            mooi stuk | dank jullie wel | dankjewel | dank je wel | heel erg bedankt | chapeau | hulde | petje af
        """,
        "insult": """
            prutser/prutsers | sukkel/sukkels | idioot/idioten | lul/lullen | klootzak/klootzakken | mongool/mongolen |
            kneus/kneuzen | debiel/debielen | stelletje | flikker op | rot op | rot toch op |
            zakkenvuller/zakkenvullers | dief/dieven | oplichter/oplichters | leugenaar/leugenaars | tuig |
            schoft/schoften | clown/clowns | hufter/hufters | amateur/amateurs | achterlijk/achterlijke |
            kansloos/kansloze | loser/losers | gestoord/gestoorde | donder op | tief op | schaam je/jullie/u | ga je
            schamen | krapuul | parasiet/parasieten | nietsnut/nietsnutten | waardeloze | kloten | trut/trutten |
            tokkies | imbeciel/imbecielen | slapjanus | halvegare/halvegaren | incompetent/incompetente | lachertje |
            zielenpoot/zielenpoten | schijnheilig/schijnheilige | hypocriet/hypocrieten | lapzwans/lapzwansen |
            malloot/malloten | eikel/eikels | sloeber | nep | rukker/rukkers | zak/zakken hooi | profiteur/profiteurs |
            minkukel/minkukels | pannenkoek/pannenkoeken | uilskuiken/uilskuikens | domkop/domkoppen | krijg de/t/het
        """,
    }
)

# For each kind of question, what answers it by its words alone; moments, amounts and names are read elsewhere.
ANSWERING = Phrasebook(
    {
        "greeting": """
            ^ hoi | ^ hallo | ^ hi | ^ hey | ^ he | ^ beste | ^ dag | ^ goedemorgen | ^ goedemiddag | ^ goedenavond |
            ^ goeiemorgen | ^ goedendag | ^ ha | groet | groeten | groetjes | ^ geachte | ^ moi
        """,
        "thanks": "dank | dankjewel | dankuwel | bedankt | dankbaar | merci | thanks",
        "-thanks": "dankzij | in dank",
        "apology": """
            sorry | excuus | excuses | mea culpa | het spijt me/mij/ons | spijt me/ons | spijt het me/mij/ons |
            spijtig | mijn fout | onze fout | fout van ons/mij/onze | neem ik op mij/me | biedt/bieden … excuses aan |
            vergeef
        """,
        "-apology": """
            sorry maar | sorry , maar | sorry hoor | excuses voor het/eventuele/eventueel/enig ongemak/overlast |
            excuses voor het eventuele ongemak | sorry not sorry
        """,
        "sympathy": """
            vervelend | vervelende | naar | nare | rot | rottig | rotte | balen | baal | jammer | begrijp | begrijpen |
            begrijpelijk | snap | snappen | voorstellen | oei | oef | ai | au | auw | ach | pff | poeh | jeetje | jee |
            bah | tjonge | tjee | jeminee | heftig | heftige | verdrietig | verdriet | gecondoleerd | condoleances |
            sterkte | beterschap | meeleven | leef/leven mee | medeleven | schrik | schrikken | geschrokken | schrok |
            erg voor u/je/jullie | wat erg | verschrikkelijk | vreselijk | pijnlijk | frustrerend | frustratie |
            irritant | ellende | ellendig | zuur | hoor je | ik hoor u | raakt me/mij/ons | doet me/mij/ons | dapper |
            moed | wat een rot/ellende/gedoe/schrik/nacht/dag/toestand/verhaal/domper/ verdriet/verlies/klap |
            vervelender | spannend | lastig | beroerd | zorgen | zorgelijk | moeilijk | boosheid | boos |
            teleurstelling | teleurgesteld | niet fijn | niet leuk | niet prettig | niet prima | geen pretje | hard
            aan | komt/kwam hard/rauw aan | voel/voelt/voelen | gevoel | leed | gemis | treurig | sneu | onprettig |
            onaangenaam | balend | niet niks | niet mis | flink | pittig |
            denk/denken … aan haar/hem/hen/je/jou/jullie/u/uw/jouw/jullie | gedachten zijn/gaan/waren | in gedachten bij
        """,
        "concern": """
            dat is/was niet/slecht/knullig/naar/veel/lang/te/erg/geen | gaat te ver | wat wrang | wrang | kwaad
            om/zijn/van | niet te doen | sloopt je/u | verpest | schandalig | belabberd | ongehoord | wat een blunder |
            blunder | knullig | drie te veel | voor gezeten
        """,
        "-concern": """
            dat is niet waar | dat is geen probleem/geheim/taak | dat is niet onze/ons/aan | dat was niet onze
        """,
        "-sympathy": """
            begrip gevraagd | vragen … begrip | uw begrip | om begrip | naar
            de/het/een/onze/uw/je/jouw/u/jou/ons/mij/mijn/team/huis/
            buiten/binnen/school/aanleiding/voren/verwachting/wens/boven | naar {number}/{url}/{handle}/{email} |
            niet moeilijk | zo moeilijk | goed gevoel | fijn gevoel | zorgen voor/dat/ervoor/wij/we | we/wij zorgen |
            snap/begrijp/snappen/begrijpen niet | begrijpen dat u | goed/verkeerd begrijp/begrijpen | als ik het goed
            begrijp | beter begrijpen | begrijpt/begrijp toch
        """,
        "concession": """
            terecht/terechte | gelijk in | gelijk hebt | hebt/heb/heeft/hebben … gelijk | had/hadden …
            moeten/mogen/kunnen | hoort/horen niet | hoort zo niet | hoort … niet te | mag/mocht/mogen niet
            gebeuren/voorkomen | kan niet de bedoeling | niet de bedoeling | niet goed | ging/gaat/is/gegaan mis |
            misgegaan | fout gegaan | ging fout | ging het fout | mis is gegaan | niet oke | niet ok | niet netjes |
            niet in orde | niet zoals het | niet hoe het | kan beter | moet beter | moest beter | te lang | te laat |
            te kort | te veel | te vaak | slordig | dom van ons/mij | stom van ons/mij | stom | onhandig | ongelukkig |
            schieten/schoot/schoten tekort | tekortgeschoten | tekort | niet waar … recht op | hadden we |
            verdient/verdienen/verdiend | onacceptabel | schandalig | schaam | schamen | bent/ben/zijn niet de enige |
            is lang | duurt lang | is veel | heel lang | een keer te | keer te veel | daar praat/praten ik/we niet |
            trek/trekken ons dat aan | trekken … aan | geen excuus | goed punt | goede vraag en | daar balen |
            fijn/goed dat u/je/jullie … meldt/meld/laat/zegt/zeg/vertelt/aankaart/trekt | dank/bedankt …
            melding/melden/signaal/meldt/doorgeven/eerlijkheid/delen/vertellen | te slecht | onvoldoende gedaan
        """,
        "handover": """
            ^ doorgezet/doorgestuurd/doorgegeven | heb/hebben/heeft/is/zijn … doorgezet/doorgestuurd/doorgegeven |
            doorgezet/doorgestuurd/doorgegeven aan/naar | overgedragen | uitgezet | gekoppeld | neergelegd |
            doorverbonden | doorgespeeld | zet/zetten/stuur/sturen/geef/geven/speel/leg/leggen/verbind/zetten …
            door/neer | leg/leggen/vraag het … neer/voor/bij/aan | mijn/onze/een collega …
            belt/mailt/bellen/mailen/kijkt/pakt/neemt/reageert/komt/ helpt/zoekt/stuurt/weet | gevraagd of/om/te |
            gaf/gaven … door | neem/neemt … contact met u/je/jullie op | neem/neemt contact op met u/je/jullie |
            neemt/nemen/pakt/pakken … op | neemt/nemen … over | heb/hebben … gevraagd | gemeld bij | gaat … over en |
            mag ik je koppelen | bij … gemeld | gaat/gaan er achteraan | ga er achteraan | zit er bovenop | ligt bij
            … die | ligt nu bij/op het | ik tag | cc
        """,
        "-handover": """
            zet/zetten door | neemt/nemen … serieus | neemt u/je contact | neem contact op | neem dan contact op |
            doorgezet en volgehouden | nemen wij/we … serieus
        """,
        "step": """
            bel/belt/bellen ik/we/wij/u/je/jullie | ik/we/wij bel/bellen | heb/hebben/heeft … gebeld | net gebeld |
            belt … terug | ik/we mail/mailen | komt/komen/kom/rijdt/rijden/brengt/staat/ligt …
            {number}/vandaag/morgen/morgenochtend/morgenmiddag/vanavond/
            vanmiddag/maandag/dinsdag/woensdag/donderdag/vrijdag/ zaterdag/zondag/klaar | besteld | zelf bellen | ik
            bel/mail/app | komt/komen … langs/kijken/ophalen/halen/repareren/legen/maken | kom ik/we | kom je/u …
            langs | stuur/sturen ik/we/wij | ik/we stuur/sturen | regel/regelen/los/lossen ik/we/wij | ik/we
            regel/regelen/los/lossen/maak/zet/zetten/kijk | pas/passen … aan | zet/zetten … recht/stop/klaar/om/op/in |
            geregeld | opgelost | hersteld | vervangen | gemaakt | wordt/worden …
            hersteld/vervangen/gemaakt/gerepareerd/opgehaald/geleegd/
            geplaatst/weggehaald/opgelost/teruggestort/betaald | krijgt/krijg/krijgen …
            terug/vergoed/bericht/antwoord/nieuwe | stort/storten … terug | kijk/kijken … na | loop/lopen … langs |
            ik/we ga/gaan … bellen/uitzoeken/vragen/regelen/kijken/na | u/je kunt/kun/mag …
            langskomen/terecht/bellen/ophalen/komen | kom gerust/maar/even/vooral langs | loop/kom/wip/spring …
            binnen | staan/sta/zit/zitten klaar | mag ik u/je/jullie bellen | zijn onderweg | is/zijn … onderweg |
            rijdt/rijden … langs | nu bezig | bezig met/aan | ik haal | ik breng | ik leg | leg ik
        """,
        "finds_out": """
            zoek/zoeken/zocht … uit | uitzoeken | uitgezocht | vraag/vragen … na | navragen | nagevraagd | ga/gaan …
            na | ga/gaan/heb/hebben het na | ik/we check/checken | check/checken ik/we/wij/het | checken het |
            kijk/kijken … na | nakijken | kijk/kijken even/het/ernaar/er naar/dit/voor | weet/weten … niet |
            weet/weten … nog niet | geen idee | nog niet bekend | nog niet duidelijk | niet bekend | nog onbekend |
            onbekend | wordt/worden/is/zijn … onderzocht | onderzoeken | uit te zoeken | te achterhalen | na te
            vragen | na te gaan | nog geen datum/tijd/antwoord/besluit/duidelijkheid/uitsluitsel/zicht/
            planning/bedrag/prijs | weet pas | weten pas | weten we pas | nog niet
            besloten/vast/rond/zeker/definitief | moet ik … vragen/opzoeken/schuldig | schuldig blijven | antwoord
            schuldig | vraag/vragen ik/we/het/dat/dit … aan/bij | duik/duiken er | duik/duiken … in | zoek/zoeken
            ik/we/het | erachteraan | achteraan | beslist/besluit/besluiten/beslissen … over | durf … niet te zeggen |
            kan/kunnen … nog niet zeggen | nog niet | valt nog niet
        """,
        "-finds_out": """
            kijk/kijken even op | check onze/de/het/even/ook/vooral/altijd | check {url} | weet/weten
            jullie/u/je/iemand … niet | weet u niet | weet je niet | wist je/u dat | kijk maar | zoek het … zelf |
            zoekt u | kijk even in/bij | wie … niet weet
        """,
        "asks_back": """
            ^ om welk/welke | ^ over welk/welke | ^ in welke | ^ op welke | ^ welk/welke … u/je/jullie/bedoel/bedoelt |
            ^ bedoelt/bedoel u/je | ^ wat is je/uw/jouw | ^ wat bedoel/bedoelt | ^ waar … u/je/jullie/het/dat | ^ hoe
            … u/je/jullie | ^ wanneer … u/je/jullie/het/dat | ^ mag ik je/uw/u/jullie | ^ mogen we je/uw/u/jullie | ^
            kun/kunt/kan/wil/wilt/zou je/u/jij … geven/sturen/zeggen/vertellen/doorgeven/delen/mailen/appen/
            aangeven/toelichten/melden/bellen/dm'en/weten/uitleggen/
            omschrijven/berichten/vertellen/schrijven/noemen/laten | ^ heb/hebt/heeft je/u/jullie | ^ gaat het om | ^
            welke | ^ wie … u/je | ^ wat … u/je/jullie | ^ om wie | ^ is dat/het … bij | ^
            sta/staat/woon/woont/zit/ben/bent je/u | ^ gaat dit/dat/het over
        """,
        "declines": """
            ga/gaan/kan/kunnen/mag/mogen/wil/willen … niet op in/ingaan/ingegaan | ga/gaan ik/we/wij niet in op |
            ga/gaan niet in op | kan/kunnen … niet ingaan | geen uitspraken/mededelingen/commentaar | mag/mogen
            ik/we/wij … niet zeggen | kan/kunnen ik/we/wij … niet zeggen/delen | niets/niks over zeggen | zeg/zeggen
            … niks/niets | niet openbaar | vertrouwelijk | in beslotenheid
        """,
        "invites": """
            stuur/stuurt/mail/mailt/app/bericht/geef/geeft/laat/vertel/dm/schrijf …
            me/mij/ons/even/via/een/je/uw/u/mijn | dm | dm'en | privebericht | prive bericht | pb | pm | berichtje |
            via een bericht | app me | bel me/mij | mail me/mij | inbox | direct message | prive | vul aan | kom/loop
            … langs | langskomen | bel gerust
        """,
        "elsewhere": """
            ligt/hoort/valt/is/zit … bij een/de/het andere/ander/provincie/waterschap/rijk/gemeente/afdeling/
            collega's/instantie/team/politie | daar gaan/ga wij/we/ik niet over | gaan/ga … niet over | niet aan
            ons/mij | niet onze afdeling/taak/verantwoordelijkheid | niet van ons/mij | niet ons/mijn team | valt
            niet onder | niet bij ons | een/andere/ander afdeling/team/dienst/instantie/loket/bedrijf | andere
            afdeling | ander team | valt onder | verantwoordelijkheid van | is/zijn … verantwoordelijk | buiten onze |
            niet voor ons | geen invloed op | niet in onze macht | verkeerde adres | hoort bij | is een zaak van/voor |
            moet u/je bij … zijn | bij de … zijn | gaat/gaan … over
        """,
        "-elsewhere": """
            is een andere | verantwoordelijk gevoel | voel/voelen … verantwoordelijk | dit/dat/het gaat over
        """,
        "-hands_on": """
            ^ belt/mailt/appt u/je/jullie
        """,
        "hands_on": """
            belt/mailt/appt/spreekt/bezoekt u/je/jullie | pakt/pakken dit/dat/het/uw/je … op | neemt/nemen
            dit/dat/het/uw/je … op/over | leg/leggen uw/je/dit/dat/het … neer | komt/komen … bij u/je/jullie langs |
            komt/komen bij u/je/jullie | ^ doorgezet/doorgestuurd/doorgegeven/overgedragen/doorgespeeld |
            heb/hebben/heeft/is/zijn … doorgezet/doorgestuurd/doorgegeven/overgedragen/doorgespeeld/voorgelegd/
            doorverbonden | doorgezet/doorgestuurd/doorgegeven/overgedragen/doorgespeeld/voorgelegd aan/naar/bij | zet/
            zetten/stuur/sturen/speel/spelen/verbind/verbinden ik/we/wij/het/dit/dat/je/u/jullie/je/deze/uw/jouw … door
            | geef/geven ik/we/wij/het/dit/dat/je/u/uw/jouw … door | leg/leggen … voor aan | leg/leggen … neer bij |
            vraag/vragen het/dit/dat/je/uw … aan | mijn/onze/een collega … belt/mailt/bellen/mailen/kijkt/pakt/neemt/
            reageert/komt/helpt/zoekt/stuurt/regelt | neemt … contact met u/je/jullie op | neemt contact op met
            u/je/jullie | neemt/pakt … van mij/ons over | heb/hebben mijn/onze/het/de/team … gevraagd | ga/gaan/gaat er
            achteraan | er achteraan | erachteraan | zit er bovenop | mag ik je koppelen | koppel/koppelen je/u/jullie …
            aan | ik tag | gemeld bij de/het/team/onze |
            kijkt er/hier … naar | kijkt ernaar/hiernaar | gaat ermee/hiermee … slag | zoekt het/dit/dat … uit |
            regelt het/dit/dat | heeft … je/uw/jouw nummer/adres/gegevens/melding
        """,
        "acts": """
            bel/bellen/mail/mailen/app/appen ik/we/wij | ik/we/wij bel/bellen/mail/mailen/app/appen | heb/hebben …
            gebeld | belt u/je/jullie … terug | kom/komen/rijd/rijden ik/we/wij | ik/we/wij kom/komen … langs/kijken/
            ophalen/repareren/legen/maken/herstellen | komt/komen … ophalen/repareren/legen/herstellen/vervangen/
            weghalen | komt/komen er … monteur/ploeg/collega/wagen | monteur/ploeg/wagen … komt/onderweg/langs |
            stuur/sturen/regel/regelen/los/lossen ik/we/wij | ik/we/wij stuur/sturen/regel/regelen/herstel/herstellen/
            vervang/vervangen/plaats/plaatsen/haal/halen/breng/brengen | ik/we/wij los/lossen … op | ik/we/wij
            zet/zetten … recht/stop/klaar/om/uit/aan/terug | zet/zetten ik/we/wij … recht/stop/klaar/om/uit/aan/terug |
            ik/we/wij pas/passen … aan | pas/passen ik/we/wij … aan | ik/we/wij maak/maken het/dit/dat/een/uw/je |
            wordt/worden/is/zijn … hersteld/vervangen/gerepareerd/opgelost/opgehaald/geleegd/weggehaald/teruggestort/
            vergoed/rechtgezet | stort/storten … terug | krijgt/krijg u/je/jullie … terug/vergoed | u/je/jullie
            krijgt/krijg … terug/vergoed | ik/we/wij ga/gaan … bellen/uitzoeken/vragen/regelen/oplossen/herstellen/
            repareren | mag ik u/je/jullie bellen | is/zijn al onderweg | is/zijn onderweg naar u/je/jullie
        """,
        "looks_up": """
            zoek/zoeken ik/we/wij/het/dit/dat … uit | ik/we/wij zoek/zoeken … uit | wordt/worden … uitgezocht |
            vraag/vragen ik/we/wij/het/dit … na | ik/we/wij vraag/vragen … na | ga/gaan ik/we/wij/het … na | ik/we/wij
            ga/gaan … na | ik/we/wij check/checken | check/checken ik/we/wij | kijk/kijken ik/we/wij … na | ik/we/wij
            kijk/kijken … na | wordt/worden … onderzocht | onderzoeken we/wij/dit/dat/het | duik/duiken ik/we/wij/er |
            ik/we/wij duik/duiken
        """,
        "refers": """
            zie | kijk/kijkt/kijken … op/bij/naar/in | raadpleeg | raadplegen | lees/leest … op/in/hier/meer/na/verder |
            check/checkt onze/de/het/even/ook/je/uw/zelf/{url} | doe/doet … check | vul/vult … in | invullen | bel/belt
            … {number} | bel/belt … naar/met/met/de/het | bellen … {number} | bellen met/naar | neem/neemt … contact op
            | contact opnemen | contact op te nemen | contact met onze/de/het/uw/je/een | mail/mailt … {email} |
            mail/mailt naar/de/het | mailen naar | ga/gaat naar | {url} | {email} | link in bio/onze | in onze/de bio |
            te vinden op/in/bij/via | vind/vindt/vinden je/u | vind/vindt … op/in/onder | staat/staan … op/in/onder
            onze/de/het/je/uw | staat/staan allemaal/alles | googel | googelen | wend/wendt … tot | richten/richt aan |
            doe een/de/uw/je | ^ dien | dien/dient … in | download | nalezen | klacht/bezwaar/verzoek/aanvraag/melding …
            indienen | meld/meldt … bij/via/op/dit/het/dat | melden bij/via | via de/onze/het website/site/app/
            webpagina/klantenservice/helpdesk/balie/portaal/formulier/chat/chatbot/klachtenformulier | via {url} |
            verwijs/verwijzen/verwezen | houd/hou … in de gaten | voor vragen | voor meer info/informatie/vragen/uitleg
            | meer info/informatie | meer weten ? | bereikbaar via | bereiken via | kunt/kun/kan/kunnen … indienen/
            melden/aanvragen/opvragen/doorgeven bij/via | ^ daar staat ook | alle info/informatie
        """,
        "channel": """
            website | site | webpagina | faq | veelgestelde vragen | formulier | online | portaal | app | klantenservice
            | helpdesk | callcenter | loket | balie | google | zoekfunctie | brochure | folder | reglement | voorwaarden
            | klachtenprocedure | klachtenregeling | klachtencommissie | klachtenformulier | meldpunt | chatbot | chat |
            assistent | highlights | hoofdstuk | pagina | nieuwsbrief | 112 | handboek | gids | boek | agenda | stories
            | story
        """,
        "points": """
            ^ vul/bel/mail/bezoek/klik/kijk/ga/zoek/pak/open/volg/vraag/lees/check | je/u/jullie/ge/men kunt/kan/kun/
            kunnen/moet/moeten/mag/vindt/vind/dient | kunt/kun/kan/moet/moeten/mag/dient u/je/jullie/ge |
            op/in/onder/bij onze/ons/de/het … staat/staan/vind/vindt/legt/leest | staat/staan allemaal/op/in/onder |
            hebben/heb we/wij een/de | is/zijn/bestaat er een/een/ook | er is een | bereikbaar | bereiken | lees/leest |
            gebruik | ^ via | via de/het/onze/ons | hiervoor | daarvoor | ^ google | al geprobeerd | ken/kent
            je/u/jullie | meld/meldt u/je | alles over/staat/wat | voor … is/zijn er/onze/de/het | verzoeken
        """,
        "promise": """
            komen/kom … op terug | komen/kom … erop/hierop/daarop terug | er/hier/daar … kom/komen … op terug |
            terugkomen | kom/komen/komt … bij u/je/jullie terug | u/je/jullie hoort/hoor/horen … van
            ons/mij/ons/team/meer | hoort/hoor u/je/jullie … van/meer/het/snel/nog | u/je/jullie hoort/hoor/horen …
            nog/snel/het/meer | wordt vervolgd | hier/ermee/hiermee aan de slag | aan de slag | mee bezig |
            pakken/pak … op | nemen/neem … mee | neemt/nemen/neem … contact met u/je/jullie op | laten/laat … weten |
            houden/houd/hou … op de hoogte | u/je krijgt/krijg … bericht/antwoord/reactie | krijgt/krijg u/je …
            bericht/antwoord/reactie | informeren/informeer u/je/jullie/wij/we | ik/we zal/zullen | wij/we/ik gaan/ga
            … kijken/oppakken/doen/bekijken/uitzoeken | belt/bel/bellen u/je/jullie | bellen/bel we/wij/ik |
            komt/komen goed | komt er/eraan | wordt u/je … gebeld/geinformeerd | wordt/worden …
            opgepakt/behandeld/opgelost/beantwoord/bekeken/onderzocht/ meegenomen/nagegaan | reageren/reageer …
            op/snel | in behandeling | opvolging | bezien | nagegaan | onder de aandacht | loopt nog | komt zo | komt
            zo snel | geven … antwoord | nog even geduld | afwachten | wachten op | we wachten
        """,
        "-promise": """
            laat … weten of/als je/u | laat het … weten | laat me/mij/ons/even/gerust/maar weten | wij/we nemen …
            serieus | nemen … serieus | neem/neemt u/je | neem contact op | komt u/je
        """,
        "reason": """
            omdat | want | doordat | vanwege | wegens | komt/kwam/kom door | door
            de/het/een/dat/die/onze/deze/ziekte/storing/corona/drukte/
            personeelstekort/vandalisme/werk/werkzaamheden/regen/ onderhoud/vorst/problemen/wind | dankzij | immers |
            namelijk | zodat | de reden/oorzaak | reden is | reden : | reden daarvan | daarom | vandaar | aangezien |
            ten gevolge | gevolg van | om te voorkomen | te maken met | oorzaak | als gevolg | lag/ligt/zit/zat aan |
            ligt het aan | daardoor | voor de veiligheid | zijn er te weinig | anders | te weinig | nodig voor/om |
            om … te | op verzoek van | bedoeld om | want : | dan kan/kunnen | wilden/wilde/willen we/wij |
            hebben/had/hadden/heeft … nodig | moest/moesten
        """,
        "-reason": """
            door te | door naar | door : | om u … te | om je … te | om jullie … te | dank … omdat | dan
            kan/kunt/kunnen je/u
        """,
        "yes_no": """
            ja | nee | neen | yes | jazeker | jawel | jep | yep | ^ zeker | zeker weten | absoluut | klopt | kloppen |
            ^ inderdaad | uiteraard | ^ natuurlijk | natuurlijk mag/kan/wel/niet | helaas | jammer genoeg | niet |
            geen | wel | nooit | niets | niemand | nergens | alleen | mag | mogen | hoeft | hoef | hoeven | dat kan |
            kan dat | kan | kunnen | kunt | kun | gratis | altijd | prima | graag gedaan | goed idee | doen we | doe
            ik | komt eraan | komt in orde | komt goed | geregeld | akkoord | oke | afgesproken | gelukkig | welkom |
            dicht | uitverkocht | verplicht | toegestaan | is/zijn … mogelijk | onmogelijk | afgelast | gaat door |
            heel graag | precies | ^ klaar | allebei | beide | voorlopig | meestal | soms | vooralsnog | tenzij |
            mits | behalve | geldt | waarschijnlijk | misschien | vermoedelijk | deels | gedeeltelijk | fout van |
            moet je/u | je/u moet | gesloten | open | krijgt u/je | u/je krijgt | blijft | blijven | gedaan
        """,
        "-yes_no": """
            dank … wel | niet alleen | wist u/je | ja , ja | welkom bij/op/in | nog even/geduld/een | nog veel | niet
            normaal | zeker niet onbelangrijk | niet waar ? | als/omdat/dat geen ander | wel eens | natuurlijk
            begrijpen | we/wij kunnen niet wachten | kan niet wachten | begrijpen | kunt/kun u/je …
            lezen/vinden/terecht | natuurlijk serieus | tot dan/snel/ziens/gauw/zo | graag tot | kan/kunnen … niet op
            ingaan | geen uitspraken/mededelingen | nog nooit zo | helaas pindakaas | sorry , maar | niet voor niets |
            nooit voor niets | open dag/dagen/avond/huis | volgens de/het/onze … regels
        """,
        "person": """
            dat was/ben/deed/doe ik | dat waren/zijn/deden/doen wij/we | wij/we/ik zelf | wijzelf | hebben/heb
            we/wij/ik besloten/bedacht
        """,
        "place": """
            bij de/het/een/ons/onze/station/halte/ingang/balie | in de/het/een/onze/zaal/gebouw/lokaal | op
            de/het/station/plein/locatie/verdieping/zaal | aan de/het | naast | achter | tegenover | tussen de |
            langs de | hoek | adres | straat | plein | laan | weg | ingang | zaal | lokaal | verdieping | buiten |
            binnen | hier | daar | thuis | online | overal | nergens | links | rechts | beneden | boven | rechtsboven |
            linksboven | rechtsonder | linksonder | onderaan | bovenaan | kringloop | tussen | ter hoogte van |
            richting | vlakbij | voor de deur
        """,
        "time": """
            zodra | vanaf | tot | na de/het/afloop/onze/een | dagelijks | wekelijks | nooit | niet meer | afgelast |
            gaat/gaan niet door | geannuleerd | onmiddellijk | direct | meteen | zomer | najaar | voorjaar | winter |
            zo meteen | is al | zijn al | eerst
        """,
        "-time": """
            tot een minimum | tot nu toe | zodra er meer | zodra mogelijk | tot dan/snel/ziens/gauw/zo/straks/en met |
            altijd weer | zo/zoveel mogelijk | zo blij/trots/spoedig/snel/leuk/fijn/mooi | altijd leuk/fijn | nu
            eenmaal
        """,
        "hours": """
            op werkdagen | elke werkdag | dagelijks bereikbaar | van {number} tot {number} | tussen {number} en
            {number} | {number} tot {number} uur | {number} - {number} uur
        """,
        "way": """
            door te/in/het/de/op | via | met een/de/uw/je/behulp/het/jouw/uw/digid | als je/u | door … te | eerst |
            stap | daarna | vervolgens | zo : | dat doe/doet/doen | u/je/jullie kunt/kun/kan/hoeft/hoef/moet/mag |
            kunt/kun/mag u/je | vul/vult | bel | mail | stuur | klik | kies | gebruik | neem/neemt | ga/gaat naar |
            breng | haal | vraag | meld | log | download | open | zet | leg | druk | scan | aanmelden | inschrijven |
            opsturen | tip | tips | manier | loting | op basis van | wordt/worden | werd/werden | we/wij/ik
            hebben/heb | we/wij/ik gaan/ga/doen/doe/maken/kijken/meten/tellen | telt | berekend | : {number} | zonder |
            aan de hand van
        """,
    }
)

# What shows that a reply does something else than answer; where praise stands, nothing of the sentence is an answer.
FILLER = Phrasebook(
    {
        "praise": """
            is bijzonder | ieder/elk kind | wat leuk/fijn/mooi/goed/lief/schattig/bijzonder dat | ^
            fijn/leuk/mooi/goed/super/top dat u/je/jullie …
            mee/meedenkt/meedenk/meeleeft/betrokken/bent/interesse/tijd/ vraagt/vindt | wist je/u/jullie dat | trots |
            apetrots | wij/we streven | streven | hechten | voorop | staat/staan centraal | hoog in het vaandel |
            prioriteit | topprioriteit | passie | gepassioneerd | nemen … serieus | vinden wij/we … belangrijk |
            we/wij geloven | is belangrijk | fijne/prettige/mooie/goede/zonnige/leuke/zalige/warme
            dag/avond/weekend/week/vakantie/feestdagen/kerst/zomer | fijn weekend | veel plezier/succes/leesplezier |
            veel leesplezier | succes met | tot ziens/snel/dan/gauw | complimenten | wat een
            plaatje/mooie/leuke/prachtige/goede/goeie/heerlijk/ heerlijke/bijzondere/betrokken | goud waard | nodigen
            … uit | van harte uit | hart van | na aan het hart | met hart | uw tevredenheid | draait het om u/jou |
            van dienst | wij/we verheugen | hou/houd ons in de gaten | samen maken/bouwen/werken/houden/zorgen/staan |
            maken … het verschil | een goede/uitstekende/leuke/mooie/goeie/terechte/interessante/ belangrijke/hele
            vraag | goede/goeie/leuke/mooie/terechte/interessante/uitstekende/top vraag | blij met | super blij | vol
            trots | klaar voor u/jou | heeft/heb u/je nog vragen | nog vragen | er voor u/jou/iedereen | iedere klant |
            elke klant | kwaliteit | ambitie/ambities | ambitieus/ambitieuze | duurzaam/duurzame |
            innovatie/innovatief/innovatieve | toonaangevend/toonaangevende | optimale/optimaal | wereldklasse |
            fantastisch/fantastische | met liefde | passen graag
        """,
        "courtesy": """
            gefeliciteerd | dank/bedankt/dankjewel/dankuwel | waarderen | waardeert | groet/groeten/groetjes | geduld |
            begrip | uiterste best | best te doen | in goede handen | in goede orde | bericht is/hebben … ontvangen |
            volle aandacht | onze aandacht | hopen/hoop | hiermee voldoende | voldoende geinformeerd | vertrouwen
            erop | alle vertrouwen | jouw/uw mening | feedback | betrokkenheid | betrokken | interesse |
            automatisch/automatische | wat een | goh | mevrouwtje | schat | wat schattig | nodig je
        """,
    }
)

PARTICLES = frozenset("mee over aan op van voor om tegen uit bij door in toe af mee".split())
"""Behind "waar": "waar gaat het over" asks for no place."""

SECOND = frozenset(
    """
    is zijn was waren komt komen gaat gaan kan kunnen kun kunt mag mogen moet moeten krijg krijgt krijgen wordt
    worden doe doet doen heeft hebben heb hebt zit zitten staat staan ligt liggen rijdt rijden blijft blijven begint
    beginnen start starten sluit sluiten gebeurt vind vindt vinden haal halen kost kosten betaal betalen werkt werken
    zal zullen zou zouden wil willen wilt weet weten ben bent duurt duren hoor horen hoort geldt gelden betekent heet
    vertrekt stopt meld opent
    """.split()
)
"""Verbs that show a question word without a question mark to ask."""

STOPWORDS = frozenset(
    """
    aan alle alleen alles als altijd andere anders beste bent bericht best beter bij daar dan dank dat deze dezelfde
    die dit doen doet door dus echt een eens eigenlijk elke even gaan gaat geen gewoon goed goede graag had hadden
    hallo hebben hebt heb heeft heel hele hem hen het hier hoe hoeveel hoi hun iemand iets ieder iedereen ik jij jou
    jouw jullie kan kom komen komt kon konden krijg krijgen krijgt kunnen kun kunt laat laten lang leuk maar maak
    maken meer mensen met mij mijn moet moeten mogen naar nee niet niets nog nooit nou omdat ons onze onder ook over
    pas precies sinds snel staan staat steeds straks terug toch toen tot tussen uit van vanaf veel voor vraag vragen
    waar waarom wanneer want waren was wat weer weet weten weg welke welk werd wie wel wij wil willen wilt word
    worden wordt zal zeer zeggen zeker zelf zich zijn zit zitten zonder zou zouden zullen bedankt jaar dag keer tijd
    week maand mooi fijn
    """.split()
)
"""Words that two texts share without sharing a topic."""

SELF = frozenset(("ik", "'k"))
"""Who speaks: a sentence with it is more than sending away."""

UNITS = frozenset(
    """
    seconde seconden minuut minuten uur uren dag dagen week weken maand maanden jaar jaren kwartier kwartiertje
    halfuur halfuurtje uurtje dagje werkdag werkdagen eeuw kwartaal nacht nachten levenslang onbeperkt altijd
    permanent tijdelijk voorlopig doorlopend
    """.split()
)
"""Units of a span of time."""

NUMERALS = frozenset(
    """
    nul twee drie vier vijf zes zeven acht negen tien elf twaalf dertien veertien vijftien twintig dertig veertig
    vijftig zestig zeventig tachtig negentig honderd duizend miljoen miljard half halve helft gratis kosteloos niets
    niks geen euro euro's procent tientje beide allebei anderhalf anderhalve dubbel enkele paar tientallen honderden
    duizenden alle iedereen niemand
    """.split()
)
"""Words that tell how many or how much."""

FREE = frozenset("gratis kosteloos".split())
"""Amounts by themselves."""

COUNTED = frozenset(
    """
    euro euro's eur cent procent stuks keer bomen plaatsen plekken woningen leerlingen mensen personen km kilometer
    meter kilo liter miljoen miljard duizend honderd
    """.split()
)
"""What makes an amount of a number before it."""

ROLES = frozenset(
    """
    gemeente provincie rijk waterschap politie brandweer afdeling team wethouder burgemeester directeur bestuur raad
    collega collega's aannemer bedrijf organisatie vereniging school leraar docent arts huisarts apotheker commissie
    college minister ministerie inspectie bureau stichting ik wij we iedereen niemand bewoners ouders vrijwilligers
    eigenaar verhuurder corporatie redactie leverancier medewerker medewerkers ambtenaar monteur beheerder
    """.split()
)
"""Who may be the answer to *wie* without a name."""

KINDS = {
    "when": "wanneer",
    "where": "waar",
    "who": "wie",
    "how_much": "hoeveel",
    "how_long": "hoe lang",
    "why": "waarom",
    "whether": "ja of nee",
    "how": "hoe",
    "can_you": "een verzoek",
    "what": "wat",
}
"""What is asked, in a word for the author."""

COMMON = frozenset("de het een ik je jullie u niet wat van dat en er ook mijn voor zijn met".split())
"""Frequent words that no English post has."""

WHETHER = frozenset(("of",))
