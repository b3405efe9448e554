"""Words that drafts have on any day, whatever may not be told yet; and words beside which they bring news."""

from __future__ import annotations

EVERYDAY = {
    "nl": frozenset(
        # Who holds an office, papers, and places.
        """
        rector burgemeester wethouder directeur directrice bestuurder voorzitter minister staatssecretaris dijkgraaf
        gedeputeerde commissaris secretaris penningmeester trainer coach speler keeper docent leraar lerares juf meester
        conciërge predikant dominee pastoor dirigent hoofdredacteur manager chef wijkagent huisarts arts conservator
        rapport verslag onderzoek studie cijfer cijfers nota brief begroting plan artikel boek enquête audit advies
        school gymzaal sporthal zwembad bad bibliotheek museum theater ziekenhuis apotheek winkel kantoor gebouw pand
        loods hal kerk station halte perron brug tunnel weg straat plein park markt kade haven sluis dijk gemaal kazerne
        fabriek locatie terrein wijk buurt dorp stad gemeente provincie waterschap club vereniging team ploeg afdeling
        bus trein tram boot water buren klas jury naam prijs zomer najaar voorjaar woning woningen huis huizen flat
        """.split()
    ),
    "en": frozenset(
        """
        rector mayor director chair chairman chairwoman minister secretary president governor sheriff coach manager
        headteacher principal teacher vicar conductor editor curator treasurer trainer player captain doctor chief
        report study paper figures numbers letter budget plan article book survey audit advice
        school gym pool library museum theatre theater hospital pharmacy shop office building hall church station stop
        platform bridge tunnel road street square park market quay harbour harbor port lock dyke depot factory site
        ward village town city county council club team department bus train tram ferry boat water neighbours neighbors
        class jury name prize summer autumn spring house houses flat flats homes
        """.split()
    ),
}
"""Who holds an office, papers, places and the like: alone they give nothing away."""
LEADS = {
    "nl": frozenset("nieuwe nieuw wordt worden benoemd".split()),
    "en": frozenset("new becomes become becoming named appointed".split()),
}
"""What makes news of an everyday word that stands close behind it ("onze nieuwe rector")."""
NEWS = {
    "nl": frozenset(
        """
        welkom gefeliciteerd felicitaties proficiat benoemd benoeming aangesteld gekozen verkozen opvolger opvolgt
        opvolging vertrekt vertrek vertrokken stopt afscheid laatste besloten besluit blijft blijven verhuist verhuizen
        verhuizing sluit sluiting dicht verdwijnt verdwijnen sloop gesloopt verkoop verkocht getekend tekende
        handtekening wint won winnen gewonnen winnaar stijgt daalt omhoog omlaag verdubbelt blijkt conclusie conclusies
        uitkomst uitslag alvast eindelijk officieel hint spoiler heten
        """.split()
    ),
    "en": frozenset(
        """
        welcome congratulations congrats appointed appointment chosen elected successor succeeds leaves leaving resigns
        resigned quits decided decision stays staying moves moving closes closing closure scrapped demolished sold
        goodbye farewell signed wins won winner rises falls rose fell doubled concludes conclusion reveals finally
        officially hint spoiler renamed
        """.split()
    ),
}
"""What makes news of an everyday word in the same sentence."""
