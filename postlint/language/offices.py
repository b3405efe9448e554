"""Offices, organisations, groups, media and roles by their words.

An entry that starts with = counts only in exactly these capitals (`=NS`, `=Trouw`).
"""

from __future__ import annotations

Lists = dict[str, str]
"""The entries of a kind by language, which commas part."""

OFFICES: Lists = {
    "nl": """
        wethouder, wethouders, burgemeester, burgemeesters, loco - burgemeester, minister, ministers,
        staatssecretaris, staatssecretarissen, premier, minister - president, raadslid, raadsleden,
        gemeenteraadslid, gemeenteraadsleden, gedeputeerde, gedeputeerden, commissaris van de koning, kamerlid,
        kamerleden, tweede kamerlid, eerste kamerlid, tweede kamerleden, senator, senatoren, fractievoorzitter,
        fractievoorzitters, fractieleider, lijsttrekker, lijsttrekkers, partijleider, partijleiders, griffier,
        gemeentesecretaris, secretaris - generaal, dijkgraaf, heemraad, heemraden, statenlid, statenleden, koning,
        koningin, officier van justitie, procureur - generaal, korpschef, politiechef, bestuursvoorzitter,
        voorzitter van de raad, kamervoorzitter, directeur, directeuren, directrice, algemeen directeur, directeur -
        generaal, topambtenaar, rector, rector magnificus, ombudsman, kinderombudsman, informateur, formateur,
        verkenner, president, bondskanselier, eurocommissaris, europarlementarier, europarlementariers, ambassadeur,
        bewindsman, bewindslieden, bewindspersoon, bestuurder, portefeuillehouder, oud - wethouder, oud - minister,
        oud - burgemeester, ex - wethouder, ex - minister, deken, bisschop
        """,
    "en": """
        councillor, councillors, cllr, cllrs, mayor, mayors, lord mayor, deputy mayor, minister, ministers, prime
        minister, first minister, deputy first minister, =PM, =MP, =MPs, =MEP, =MEPs, =MSP, =MSPs, =MS, =TD, =TDs,
        taoiseach, tanaiste, secretary of state, home secretary, foreign secretary, health secretary, education
        secretary, housing secretary, transport secretary, chancellor, council leader, leader of the council, leader
        of the opposition, director, directors, managing director, executive director, chief executive, ceo, chief
        constable, police commissioner, commissioner, crime commissioner, governor, president, vice president,
        senator, senators, congressman, congresswoman, ombudsman, town clerk, city manager, cabinet member, party
        leader, alderman, aldermen, vice - chancellor, headteacher, head teacher, principal, bishop, archbishop,
        king, queen, judge, chairman, chairwoman, committee chair, speaker of the house, ambassador, attorney
        general, sheriff, backbencher, backbenchers
        """,
}
OFFICE_ENDINGS = {"nl": ("wethouder", "minister", "burgemeester", "gedeputeerde", "directeur"), "en": ()}
"""The head of a compound that is an office (`cultuurwethouder`)."""

ORGANISATIONS: Lists = {
    "nl": """
        =VVD, =PVV, =D 66, =CDA, pvda, groenlinks, groenlinks - pvda, =GL, =GL - PvdA, =SP, =SGP,
        christenunie, =CU, pvdd, partij voor de dieren, partij van de arbeid, partij voor de vrijheid, =DENK, =FvD,
        =FVD, forum voor democratie, =JA 21, =BBB, boerburgerbeweging, =Volt, =NSC, nieuw sociaal contract,
         =BIJ 1, leefbaar rotterdam, belastingdienst, =UWV, =SVB, =DUO, =IND, =COA, =CBR, =RDW, =RIVM, =GGD,
        =KNMI, =CBS, prorail, =NS, rijkswaterstaat, =RWS, politie, brandweer, =OM, openbaar ministerie, raad van
        state, rekenkamer, tweede kamer, eerste kamer, kabinet, regering, gemeenteraad, gemeentebestuur, college van
        b en w, college, provincie, waterschap, hoogheemraadschap, woningcorporatie, =GGZ, rode kruis, =KPN, ziggo,
        postnl, albert heijn, schiphol, shell, vakbond, =FNV, =CNV, =VNG, =IPO, =CJIB, =CAK, =NZa, =ACM, =AFM,
        =AIVD, =MIVD, jeugdzorg, veilig thuis, staatsbosbeheer, natuurmonumenten, =OV - bureau, arriva, connexxion,
        qbuzz, =RET, =GVB, =HTM, vattenfall, eneco, essent, enexis, liander, stedin, =KvK, kamer van koophandel,
        =EU, europese commissie, europees parlement, =NAVO, =VN, =WHO, =IKEA, =HEMA, jumbo, coolblue, microsoft,
        google, facebook, amazon, =Meta, =Apple, tesla, greenpeace, extinction rebellion, =XR, farmers defence
        force, =LTO, jeugdbescherming, raad voor de kinderbescherming, zorgverzekeraar, zorgverzekeraars, rijk,
        overheid, directie, raad van bestuur, raad van toezicht
        """,
    "en": """
        =Labour, labour party, =Conservatives, conservative party, =Tory, =Tories, tory party, lib dems, liberal
        democrats, =Lib Dem, =SNP, scottish national party, plaid cymru, plaid, reform uk, =Reform, =Greens, green
        party, =DUP, =UUP, =SDLP, =Alliance Party, sinn fein, fianna fail, fine gael, social democrats, people
        before profit, aontu, =UKIP, =GOP, republicans, democrats, =NHS, =HMRC, =DWP, home office, =Ofsted, =Ofcom,
        =Ofwat, met police, metropolitan police, police, garda, gardai, fire brigade, parliament, government,
        cabinet, county council, city council, town council, parish council, borough council, district council,
        council, councils, environment agency, =DVLA, =HSE, an post, royal mail, post office, national trust,
        national grid, network rail, great western railway, transport for london, =TfL, thames water, united
        utilities, =BT, vodafone, tesco, sainsbury's, =Boots, amazon, google, microsoft, facebook, =Meta, =Apple,
        tesla, greenpeace, just stop oil, extinction rebellion, =XR, red cross, =RSPCA, =RNLI, =EU, european
        commission, european parliament, =UN, =NATO, =WHO, =FBI, =CIA, =ICE, congress, senate, supreme court, white
        house, westminster, downing street, treasury, cabinet office, crown prosecution service, =CPS, =UCU, =GMB,
        unison, housing association, board of directors, board, management, serco, capita, =G4S, =BP, =IRS
        """,
}
ORGANISATION_OPENINGS = {
    "nl": frozenset(
        """
        gemeente provincie ministerie waterschap stichting vereniging universiteit hogeschool omgevingsdienst
        veiligheidsregio woningstichting woningcorporatie firma
        """.split()
    ),
    "en": frozenset("university ministry department".split()),
}
"""Words before a capitalised name that make it an organisation ("gemeente Sneek", "University of Leeds")."""
ORGANISATION_ENDINGS = {
    "nl": frozenset("bv nv vof".split()),
    "en": frozenset("council ltd limited plc inc llc trust university association foundation".split()),
}
"""Words after a capitalised name that make it an organisation ("Bouwbedrijf Zuid BV", "Larkhill Council")."""
OWN_NOUNS = {
    "nl": frozenset(
        """
        gemeente organisatie school dienst afdeling directie ministerie provincie waterschap stichting bedrijf
        ziekenhuis team instelling club vereniging universiteit hogeschool bibliotheek museum corporatie college
        raad bestuur kantoor management werkgever baas
        """.split()
    ),
    "en": frozenset(
        """
        council school organisation organization trust team department company charity hospital agency library
        museum university college management board office service services employer club
        """.split()
    ),
}
"""What "onze" and "our" before it make the writer's own organisation."""

GROUPS: Lists = {
    "nl": """
        ambtenaren, ambtenaar, boeren, leraren, docenten, leerkrachten, onderwijzers, juffen, ouders, politici,
        bestuurders, agenten, politieagenten, verpleegkundigen, verplegers, artsen, dokters, huisartsen,
        specialisten, actievoerders, demonstranten, betogers, klimaatactivisten, activisten, relschoppers,
        raddraaiers, studenten, jongeren, hangjongeren, ouderen, bejaarden, vluchtelingen, asielzoekers,
        statushouders, migranten, immigranten, arbeidsmigranten, buitenlanders, allochtonen, moslims, christenen,
        joden, homo's, kiezers, burgers, inwoners, bewoners, buurtbewoners, omwonenden, klagers, fietsers,
        automobilisten, wielrenners, scooterrijders, hondenbezitters, rokers, huurders, verhuurders, huisjesmelkers,
        ondernemers, winkeliers, werkgevers, werknemers, collega's, managers, consultants, juristen, advocaten,
        rechters, vrijwilligers, supporters, hooligans, uitkeringstrekkers, bijstandsgerechtigden, daklozen,
        toeristen, expats, boa's, handhavers, conducteurs, chauffeurs, bezorgers, bankiers, miljonairs,
        projectontwikkelaars, wappies, tokkies, complotdenkers, antivaxers, linkse mensen, rechtse mensen,
        gutmenschen, elite, randstedelingen, dorpelingen, kinderen, pubers, tieners, leerlingen, patienten,
        clienten, klanten, reizigers, senioren, millennials, boomers, wetenschappers, onderzoekers, deskundigen,
        experts, stakers, thuiswerkers, zzp'ers, beleidsmakers, communicatiemensen, voorlichters, ict'ers,
        zorgmedewerkers, beunhazen, aannemers, makelaars, jagers, vissers, veganisten, feministen, criticasters,
        azijnpissers, burgemeesters en wethouders, romas, polen, turken, marokkanen, duitsers, belgen, friezen
        """,
    "en": """
        civil servants, civil servant, farmers, teachers, parents, politicians, officials, officers, police
        officers, nurses, doctors, gps, consultants, protesters, protestors, demonstrators, activists, campaigners,
        climate activists, rioters, students, young people, youths, teenagers, pensioners, the elderly, refugees,
        asylum seekers, migrants, immigrants, foreigners, muslims, christians, jews, voters, citizens, residents,
        locals, neighbours, complainers, cyclists, motorists, drivers, dog owners, smokers, tenants, landlords,
        shopkeepers, business owners, employers, employees, staff, colleagues, managers, lawyers, judges,
        volunteers, fans, supporters, hooligans, benefit claimants, claimants, the homeless, homeless people,
        tourists, expats, bankers, millionaires, billionaires, developers, anti - vaxxers, conspiracy theorists,
        nimbys, elites, the elite, lefties, remainers, leavers, brexiteers, boomers, millennials, gen z, scientists,
        researchers, experts, strikers, union members, policymakers, bureaucrats, spin doctors, contractors,
        builders, estate agents, hunters, vegans, feminists, children, pupils, patients, clients, customers,
        passengers, commuters, taxpayers, travellers, gypsies, poles, germans, the french, the english, the irish,
        the scots, the welsh, americans, scroungers
        """,
}
GROUP_ENDINGS = {
    "nl": ("medewerkers", "ambtenaren", "activisten", "'ers", "boeren", "leiders", "eigenaren", "bezitters"),
    "en": (),
}
"""The head of a compound that is a group (`baliemedewerkers`, `vvd'ers`)."""

MEDIA: Lists = {
    "nl": """
        telegraaf, de telegraaf, =AD, algemeen dagblad, =NRC, volkskrant, de volkskrant, =Trouw, =FD, financieele
        dagblad, parool, het parool, =NOS, =RTL, =RTL Nieuws, =SBS, =SBS 6, nieuwsuur, hart van nederland,
        geenstijl, gelderlander, de stentor, tubantia, bn destem, leeuwarder courant, friesch dagblad, dagblad van
        het noorden, omrop fryslan, omroep brabant, omroep gelderland, omroep west, rtv noord, rtv drenthe, rtv
        oost, rtv utrecht, =AT5, bnnvara, =VARA, powned, =NPO, =EO, =KRO, =NCRV, =MAX, =WNL, ongehoord nederland,
        vandaag inside, de correspondent, follow the money, =ANP, reuters, krant, kranten, dagblad, dagbladen,
        weekblad, media, nieuwsmedia, pers, omroep, journalist, journalisten, journaille, journalistiek,
        verslaggever, verslaggevers, redactie, redacties, persbureau, columnist, columnisten, =Elsevier, de groene
        amsterdammer, vrij nederland, =HP, =Joop, nu . nl
        """,
    "en": """
        =BBC, =the Beeb, =ITV, sky news, channel 4, channel 5, guardian, the guardian, the irish times, =The Times,
        =the Times, sunday times,
        telegraph, the telegraph, daily mail, =the Mail, mail online, =The Sun, =the Sun, =Mirror, daily mirror,
        =Express, daily express, =The Independent, =RTE, =RTÉ, irish times, irish independent, irish examiner,
        financial times, =FT, evening standard, =Metro, gb news, talktv, =CNN, fox news, =MSNBC, =NPR, new york
        times, washington post, wall street journal, huffpost, newspaper, newspapers, press, media, journalist,
        journalists, reporter, reporters, broadcaster, broadcasters, tabloid, tabloids, columnist, columnists, hack
        journalists, reuters, associated press, local paper, local press
        """,
}

PRODUCTS: Lists = {
    "nl": """
        =Teams, =Excel, =Outlook, sharepoint, =Windows, chatgpt, =Copilot, digid, mijnoverheid, =iPhone, =Zoom,
        =WhatsApp, whatsapp, =Signal, =Office 365, =SAP, powerpoint, =Android, =OV - chipkaart, =Magister,
        =Somtoday, =Tikkie
        """,
    "en": """
        =Teams, =Excel, =Outlook, sharepoint, =Windows, chatgpt, =Copilot, =iPhone, =Zoom, whatsapp, =Signal,
        =Office 365, =SAP, powerpoint, =Android, universal credit app, =Oyster, =Alexa
        """,
}

RELATIVES = {
    "nl": frozenset(
        """
        buurvrouw buurman buurmeisje buurjongen overbuurvrouw overbuurman benedenbuurman bovenbuurman bovenbuurvrouw
        benedenbuurvrouw moeder vader mama papa zoon dochter zoontje dochtertje man vrouw partner ex exman broer
        broertje zus zusje oma opa tante oom neef nicht schoonmoeder schoonvader schoonzoon schoondochter kleinkind
        kleinzoon kleindochter leidinggevende chef manager teamleider vriend vriendin vriendje vriendinnetje gezin
        """.split()
    ),
    "en": frozenset(
        """
        neighbour neighbor mother mum mom mam dad father son daughter wife husband partner ex brother sister gran
        grandma grandad grandpa nan aunt uncle nephew niece cousin boss manager supervisor landlord boyfriend
        girlfriend
        """.split()
    ),
}
"""Who is one person to those who know whose."""
ROLES = {
    "nl": RELATIVES["nl"]
    | frozenset(
        """
        client cliente patient patiente leerling leerlinge student studente klant bewoner bewoonster huurder
        huurster collega melder meldster klager klaagster aanvrager aanvraagster kind jongen meisje meid mevrouw
        meneer dame heer verdachte getuige slachtoffer familie stel echtpaar inwoner inwoonster medewerker
        medewerkster stagiair stagiaire vrijwilliger kandidaat sollicitant bijstandsmoeder juf docent docente leraar
        lerares
        """.split()
    ),
    "en": RELATIVES["en"]
    | frozenset(
        """
        client patient pupil student tenant customer resident colleague caller complainant applicant lad lads girl
        boy lady man woman bloke fella chap gentleman kid child toddler teenager suspect witness victim friend
        family couple employee intern volunteer candidate teacher tutor driver
        """.split()
    ),
}
"""What a private person can be to someone, or in a file."""
TRADES = {
    "nl": frozenset(
        """
        aannemer bouwer loodgieter schilder elektricien installateur timmerman stukadoor metselaar dakdekker monteur
        hovenier tuinman makelaar notaris advocaat jurist accountant adviseur consultant architect ingenieur
        projectleider projectontwikkelaar ontwikkelaar verhuurder huisbaas huisjesmelker huisarts arts dokter
        specialist chirurg tandarts verpleegkundige verpleger verpleegster verloskundige fysiotherapeut psycholoog
        psychiater apotheker dierenarts professor hoogleraar onderzoeker wetenschapper rechter agent politieagent
        wijkagent handhaver conducteur chauffeur buschauffeur taxichauffeur machinist piloot bezorger postbode
        winkelier ondernemer kok ober kapper slager coach trainer scheidsrechter presentator schrijver voorlichter
        woordvoerder woordvoerster secretaresse receptionist receptioniste inspecteur controleur toezichthouder
        portier beveiliger concierge schoolhoofd onderwijzer leerkracht instructeur pastoor dominee imam rabbijn boer
        """.split()
    ),
    "en": frozenset(
        """
        builder contractor plumber electrician painter roofer carpenter bricklayer gardener solicitor lawyer barrister
        accountant consultant adviser advisor architect engineer surveyor developer doctor gp surgeon dentist nurse
        midwife paramedic physio physiotherapist psychologist psychiatrist pharmacist vet professor lecturer
        researcher scientist magistrate policeman policewoman constable officer sergeant detective warden ranger
        conductor postman postwoman courier shopkeeper chef waiter waitress barber hairdresser butcher coach referee
        farmer spokesman spokeswoman spokesperson secretary receptionist clerk inspector auditor guard bouncer
        caretaker janitor instructor priest vicar imam rabbi pilot
        """.split()
    ),
}
"""What someone does for a living: aimed at as a group is, since no private person shows ("the plumber")."""
DETERMINERS = {
    "nl": frozenset("mijn m'n onze ons je jouw uw zijn z'n haar hun de die dat deze het een zo'n".split()),
    "en": frozenset("my our your his her their the that this a an".split()),
}
OWNING = {
    "nl": frozenset("mijn m'n onze je jouw uw zijn z'n haar hun".split()),
    "en": frozenset("my our your his her their".split()),
}
"""Determiners that make a relative or neighbour one person to those who know."""
ONE_OF_A_KIND = frozenset("enige enigste oudste jongste only eldest youngest".split())
NARROWING = {
    "nl": frozenset("van uit op in aan boven naast onder achter bij met".split()),
    "en": frozenset("of from in at on above next behind opposite with".split()),
}
"""Prepositions after which a name, number or street narrows a role to one person."""

DEMONSTRATIVES = {
    "nl": frozenset("die dat deze dit zo'n zulke dat stelletje zooitje stel".split()),
    "en": frozenset("that those these this such".split()),
}
PEOPLE_NOUNS = {
    "nl": frozenset(
        """
        vent mens lui gast gasten kerel kerels wijf vrouw vrouwen man mannen mannetje vrouwtje figuur figuren type
        types clown clowns volk volkje tuig knaap griet lieden mensen gozer gozers knul meisje kinderen heertje
        heerschap club clubje kliek bende groepje prutser prutsers idioot idioten sukkel sukkels losers loser
        zakkenvullers graaiers klojo klojo's eikel eikels randdebiel randdebielen amateurs amateur kneuzen
        praatjesmakers hypocrieten leugenaar leugenaars oplichters boeven schoften droplul onbenul onbenullen
        nietsnutten lapzwansen dwazen gekken zeurpieten zeikerds zwetsers baantjesjagers
        """.split()
    ),
    "en": frozenset(
        """
        man woman bloke guy guys fella chap lad lads lot people folk folks person clown clowns muppet muppets idiot
        idiots fool fools moron morons lady girl boy crowd bunch mob gang types type character jokers joker losers
        loser liars liar crooks crook cowboys amateurs hypocrites hypocrite numpties numpty creeps cretins thugs
        louts yobs scroungers gobshites
        """.split()
    ),
}
"""What follows "die" or "those" where a person or people are pointed at."""
PRONOUNS = {
    "nl": frozenset("hij hem zij ze jij jou jullie hen u".split()),
    "en": frozenset("he him she they them you".split()),
}
"""Who is spoken of or to without a name; never the writer."""

NOT_SURNAMES = frozenset(
    """
    ons onze we wij en of maar dus want als dan in op aan uit bij met voor door over onder naar het een die dat dit
    deze er hier daar wie wat waar wanneer waarom hoe ik jij je hij zij ze u jullie hun haar zijn is was niet geen
    ook nog wel dank bedankt hoi hallo beste lieve geachte the a an and or but so if when while this that these
    those i you he she they it our your their my at by from to for has had will says said are were dear hello hi
    thanks thank congratulations friday monday tuesday wednesday thursday saturday sunday january february april may
    june july august september october november december maandag dinsdag woensdag donderdag vrijdag zaterdag zondag
    januari februari maart mei juni juli augustus oktober
    """.split()
)
"""Words that, with a capital, are no surname."""
NOT_FIRST_NAMES = NOT_SURNAMES | frozenset(
    """
    dag week maand jaar huis raad partij ministerie commissaris universiteit gemeente provincie stad dorp slag nacht
    hof plein markt vrienden stichting vereniging koning koningin hart ronde tour kasteel hoek open festival route
    museum theater bibliotheek school kerk station wet besluit verklaring verdrag bank kamer college kabinet team
    club park haven bos brug laan straat weg kaap berg rivier meer eiland dienst bureau instituut centrum afdeling
    commissie inspectie autoriteit orde bond unie verbond beurs fonds prijs boek film plan code dagblad krant omroep
    tuin hotel cafe restaurant lijst lijn groep klas zaal wijk buurt polder wijkteam voorzitter directeur wethouder
    burgemeester minister griffier jongen meisje man vrouw moeder vader van de goed mooi fijn new old great royal
    north south east west upper lower st saint mount lake port high town city county village street road lane avenue
    square bridge hall house church university hospital library office council committee board service year class
    room well done good bad happy garden gardens day days fair awards award cup league show trail wood forest farm
    court
    """.split()
)
"""Words that, with a capital, do not start a person's name."""
PLACES = frozenset(
    """
    amsterdam rotterdam utrecht eindhoven tilburg groningen almere breda nijmegen apeldoorn haarlem arnhem enschede
    amersfoort zaanstad zwolle leiden leeuwarden maastricht dordrecht ede delft zoetermeer venlo deventer gouda
    alkmaar hilversum sneek drachten gorredijk assen emmen hoogeveen meppel kampen lelystad nederland holland
    friesland drenthe gelderland limburg brabant zeeland europa belgie duitsland frankrijk engeland london
    manchester birmingham leeds glasgow edinburgh dublin belfast cardiff bristol liverpool sheffield newcastle york
    oxford cambridge england scotland wales ireland britain europe france germany zuid noord oost west zuidoost
    noordoost zuidwest noordwest centrum state justitie financien volksgezondheid onderwijs algemene arbeid dieren
    vrijheid democratie toezicht bestuur koophandel aarde zorg jeugd stad noorden zuiden
    """.split()
)
"""What after "van" is no surname."""
