"""Abbreviations in capitals that not everybody knows, told by their form and by what everybody knows.

A rule can list the abbreviations of a trade; those of every office and system it cannot. A few of them in a row shut
most readers out, whatever they stand for.
"""

from __future__ import annotations

from itertools import pairwise
from typing import Final

from postlint.document import Document, Span, view
from postlint.language.glosses import is_explained
from postlint.language.tokens import Token, TokenKind, tokens

_SHORTEST, _LONGEST = 2, 6  # letters

KNOWN: Final = frozenset(
    # countries and what they are united in
    """
    nl be eu vn vs vk uk us usa un navo nato nsb ussr cccp ddr gdr gb dc ny nyc la sf uae eer oeso oecd who wto imf ecb
    """
    # broadcasters, papers, firms, clubs and sport
    """
    npo nos rtl sbs vrt vtm bbc itv cnn nbc abc cbs hbo mtv ad nrc fd ns nmbs klm kpn anwb ing abn asn bmw vw gm ibm hp
    htc lg ups dhl gls pwc ey kpmg dpd ikea hema hmv tsb hsbc rbs ah psv az nac nec ado fc sc rkc mvv vvv knvb uefa fifa
    ioc noc nsf knsb nba nfl mlb nhl fa wk ek os tt mvp vv hv rac aa rspca rspb rnli
    """
    # public bodies, parties and care that people meet
    """
    ggd ggz knmi rivm uwv svb duo rdw cjib ind ocw vws szw bzk kvk afm acm dnb cpb scp om aivd fiod nvwa knaw nwo tno tu
    vu uva rug wur ub vng ivn knrm ehbo ov hsl hmrc dvla dwp tfl nhs gp gps fbi cia nasa mp mps pm mod mi5 mi6 rnib raf
    cdc fda epa irs dmv vvd cda d66 sp pvv pvda gl cu sgp fvd bbb nsc denk cd&v vb snp dup seh ic icu er hiv aids adhd
    add ass ptss ptsd ocd copd soa sti std dna rna mri ct ecg ivf covid sars pcr als bmi
    """
    # school, work, money and home
    """
    havo vwo vmbo mbo hbo vbo bso tso aso wo ba ma bsc msc phd gcse gcses vat btw bv nv vzw vof zzp ww wia aow cao bsn
    iban pin woz ozb wmo pgb vog cv hr ceo cfo cto it ict vip wc hq isa ltd plc llc inc or mr bhv vve apk atv adv
    """
    # machines, files, letters and the like
    """
    tv tvs dvd dvds cd cds lp lps ep hd led lcd usb wifi pc pcs sms mms app apps url www http html pdf jpg png csv xls
    zip sd ssd cpu gpu ai gpt vr ar gsm nfc qr gif api sim vpn uv pfas lpg cng suv bbq atm dj djs mc ufo xl xxl xs
    nvt tbc tba faq diy byob rsvp asap fyi aub svp am lol omg imo tgif wtf brb dm dms rt id nb ps ok oke okay gmt utc
    cet bc nt abc xyz lhbti lhbtiq lhbtqi lhbtiqa lgbt lgbtq lgbtqi lgbtqia poc bame blm sos mbe obe cbe kbe qc kc mep
    meps rip
    """
    # Roman numbers
    """
    ii iii iv vi vii viii ix xi xii xiii xiv xv xvi xvii xviii xix xx xxi
    """
    # words that people write in capitals for weight
    """
    nu niet wel geen nooit altijd meer echt ja nee heel en of de het een ik wij jij u jullie zijn is was mag moet kan
    alles alle ook uit aan op in let open dicht gratis nieuw vol leeg info stop max min per dag week uur tot
    not now no yes all never always more free sale new only very really and the you we our are were do does did don can
    will must so me my us this that too out up on off big day love please hello thank thanks help win ever
    """.split()
)
"""What everybody knows, or takes for a word; in small letters."""


@view
def unknown_abbreviations(document: Document) -> tuple[Span, ...]:
    """The first mention of each abbreviation that the draft does not explain and not everybody knows.

    It has two to six letters, most of them capitals: "HHNK", "CvB", "SPoA". A draft that shouts has none: words in
    capitals beside each other, or longer ones, are no abbreviations.
    """
    text = document.text
    written = [token for token in tokens(document) if token.kind is TokenKind.WORD and _is_formed(token, text)]
    if _shouts(written, text):
        return ()
    first: dict[str, Span] = {}
    for token in written:
        if token.norm not in KNOWN:
            first.setdefault(token.norm, token.span)
    return tuple(span for span in first.values() if not is_explained(document, span))


def _is_formed(token: Token, text: str) -> bool:
    """Whether more than half of its letters, and two at least, are capitals, the first among them."""
    start, end = token.span
    if end - start < _SHORTEST or not text[start].isupper():
        return False
    word = text[start:end]
    return word.isalpha() and 2 * sum(map(str.isupper, word)) > len(word)


def _shouts(written: list[Token], text: str) -> bool:
    """Whether one of the words is longer than an abbreviation, or nothing but a space parts two of them."""
    return any(token.span.end - token.span.start > _LONGEST for token in written) or any(
        text[before.span.end : after.span.start] == " " for before, after in pairwise(written)
    )
