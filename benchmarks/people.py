"""How many mentions of people, offices, groups, organisations and media are found, on sentences labelled by hand.

Run: python benchmarks/people.py. A mention counts as found when kind and span are exactly the labelled ones.
"""

import re
from collections import Counter

from postlint.document import Document
from postlint.language.people import people

_KINDS = {
    "p": "private_person",
    "o": "public_office",
    "w": "own_organisation",
    "z": "organisation",
    "g": "group",
    "m": "medium",
    "h": "handle",
}
_LABEL = re.compile(r"\{([a-z]):([^}]*)\}")

DUTCH = """
Gisteren zat ik naast {p:mevrouw Van Leeuwen} in de trein.
{p:Hanneke} en {p:Bilal} stonden om zeven uur al bij de kraam.
De {o:wethouder} wil de brug toch openhouden.
Wat vindt {o:minister Bruins} daar nou van?
Onze nieuwe collega heet {p:Floortje Hendriks}.
Volgens {m:de Volkskrant} kost het drie miljoen.
De {m:NOS} belde, en daarna {m:Omroep Brabant}.
{w:Onze gemeente} plant duizend bomen.
In de {z:gemeente Vlietland} doen ze dat anders.
{z:CDA} en {z:BBB} dienden samen een motie in.
Het {z:UWV} stuurde drie brieven op een dag.
Die {g:boeren} staan weer op het plein.
Steeds meer {g:ouderen} willen leren vloggen.
De {g:bewoners} van de Dorpsstraat kregen koffie.
{p:Mijn schoonmoeder} kan geen wachtwoord onthouden.
Er kwam {p:een huurder} aan de balie met een taart.
De {p:dochter van Ria} heeft haar diploma.
De {p:man op nummer 12} zet zijn container nooit terug.
Vandaag is het precies tien jaar geleden.
Roos en tulp bloeien tegelijk in het park.
Mark die datum, want dan is de opening.
Op de Burgemeester Jansenstraat ligt nieuw asfalt.
Den Bosch en Sint Michielsgestel werken samen.
{p:Dr. Osman} is onze nieuwe huisarts.
Tot zo! Groet, {p:Koen}
Dank {h:@wijkteamnoord} voor het meedenken.
{o:Burgemeester Aarts} knipte het lint door.
{o:Raadsleden} kregen een rondleiding van {p:Wim}.
Het {z:ministerie van Defensie} zoekt ruimte.
{z:Transportbedrijf Molenaar BV} rijdt straks elektrisch.
De {g:actievoerders} plakten zich vast aan het hek.
Een {m:journalist} vroeg of het waar was.
Het {m:FD} schreef er een mooi stuk over.
{g:Ouders} brengen hun kind lopend naar school.
Wij gaan zaterdag schaatsen op de Gouwzee.
De {o:gedeputeerde} nam de petitie aan.
{w:Ons team} won de quiz.
Vraag het {p:Sjoerd van der Wal}, die weet alles.
Gefeliciteerd {p:Esra Yildiz} met je benoeming!
Dat is de fiets van {p:Thijs}.
De {z:politie} zoekt getuigen.
De {z:brandweer} had het snel geblust.
Kom naar het Huis van de Wijk.
Vanavond spreekt {p:prof. dr. Beate Roessler} in de bieb.
De {o:dijkgraaf} liep een rondje over de dijk.
{o:Oud-minister Plasterk} gaf een college.
Een {o:directeur} die zelf de telefoon opneemt.
{p:Jouw buurman} is ook van harte welkom.
{g:Wielrenners} en {g:wandelaars} delen het pad.
Ook de {m:Leeuwarder Courant} was erbij.
De {z:Belastingdienst} kan het niet makkelijker maken.
Hoi {p:Inge}, ik kijk het voor je na.
{p:Meneer Ouali} heeft geen Nederlandse bankrekening.
Bel gerust met {p:Jan-Peter}, hij zit er tot vijf.
De {z:VVD}-fractie stelde vragen aan de {o:burgemeester}.
{g:Leerkrachten} staken dinsdag.
De {g:complotdenkers} hebben een nieuw filmpje.
Herfst in het bos, heerlijk.
We reden langs Wijk bij Duurstede.
{p:Zijn ex} werkt ook op het stadhuis.
"""

ENGLISH = """
I sat next to {p:Mrs Abernathy} on the bus.
{p:Hannah} and {p:Bilal} were at the stall by seven.
The {o:mayor} wants to keep the bridge open.
What does {o:Councillor Reid} make of this?
Our newest starter is {p:Fiona Brennan}.
According to {m:the Guardian} it costs three million.
The {m:BBC} rang, then the {m:Irish Times}.
{w:Our council} is planting a thousand trees.
{z:Hartfield Town Council} does it differently.
{z:Labour} and the {z:Lib Dems} tabled a motion.
{z:HMRC} sent three letters in a day.
Those {g:farmers} are back on the square.
More and more {g:pensioners} learn to vlog.
The {g:residents} of Mill Lane got coffee.
{p:My mother} can't remember a password.
{p:A tenant} came to the desk with a cake.
The {p:daughter of Maeve} passed her exam.
The {p:man at number 12} never takes his bin in.
It is exactly ten years ago today.
Rose and lily bloom together in the park.
Mark the date, because the doors open at nine.
New tarmac on King Edward Avenue.
Milton Keynes and St Albans work together.
{p:Dr Osman} is our new GP.
See you soon! {p:Ken}
Thanks {h:@northteam} for thinking along.
{o:Mayor Ellis} cut the ribbon.
{o:Councillors} were shown round by {p:Wendy}.
The {z:Ministry of Defence} needs room.
{z:Miller Haulage Ltd} goes electric.
The {g:protesters} glued themselves to the gate.
A {m:journalist} asked if it was true.
The {m:Daily Mail} wrote a kind piece about it.
{g:Parents} walk their children to school.
We go skating on Saturday at the lake.
The {o:chief executive} took the petition.
{w:Our team} won the quiz.
Ask {p:Declan O'Shea}, he knows it all.
Congratulations {p:Esra Yildiz} on your new post!
That is {p:Tom}'s bike.
The {z:police} want witnesses.
The {z:fire brigade} put it out fast.
Come to the Old Town Hall on Friday.
Tonight {p:Professor Ruth Akande} speaks at the library.
The {o:Taoiseach} walked along the quay.
{o:MPs} voted late last night.
A {o:headteacher} who answers the phone herself.
{p:Your neighbour} is welcome too.
{g:Cyclists} and walkers share the path.
{m:Sky News} was there too.
The {z:NHS} turned 77 this week.
Hi {p:Ingrid}, let me look into it.
{p:Mr Ouali} has no bank account here.
Do ring {p:Mary-Kate}, she is in until five.
The {z:Tory} group put questions to the {o:mayor}.
{g:Teachers} strike on Tuesday.
{g:Conspiracy theorists} have a new video.
Autumn in the woods, lovely.
We drove past Stow on the Wold.
{p:His ex} works at the town hall too.
"""


def labelled(sentence: str) -> tuple[str, set[tuple[str, int, int]]]:
    """The sentence without its labels, and the mentions they mark as kind, start and end."""
    text, mentions, end = "", set(), 0
    for match in _LABEL.finditer(sentence):
        text += sentence[end : match.start()]
        mentions.add((_KINDS[match[1]], len(text), len(text) + len(match[2])))
        text += match[2]
        end = match.end()
    return text + sentence[end:], mentions


def main() -> None:
    """Print precision and recall per language, and every difference."""
    for lang, sentences in (("nl", DUTCH), ("en", ENGLISH)):
        count: Counter[str] = Counter()
        for sentence in sentences.strip().splitlines():
            text, wanted = labelled(sentence)
            got = {
                (item.kind.value, *item.span) for item in people(Document(text, lang)) if item.kind.value != "product"
            }
            count.update(right=len(got & wanted), found=len(got), wanted=len(wanted), sentences=1)
            for kind, start, end in sorted(got ^ wanted):
                sign = "missed" if (kind, start, end) in wanted else "wrong "
                print(f"  {sign} {kind}: {text[start:end]} | {text}")
        print(
            f"{lang}: {count['sentences']} sentences, {count['wanted']} mentions, "
            f"precision {count['right'] / count['found']:.3f}, recall {count['right'] / count['wanted']:.3f}"
        )


if __name__ == "__main__":
    main()
