"""First names, surnames and the particles between them: enough to recognise a form, no register."""

from __future__ import annotations

FIRST_NAMES = frozenset(
    """
    aad aadje aafke aaliyah aaron abdel abdelkader abdullah abel abigail achmed ada adam adele adrian adriaan
    adriana agnes agnieszka ahmed ahmet aicha aidan aiden aileen aisha aisling ajay alan albert aleksandra
    alessandro alex alexander alexandra alfie alfred ali alice alicia alina alison alistair allison alma amal amalia
    amanda amara amber amelia amin amina amir amira amy ana anas andre andrea andreas andrew andy angela angelique
    angus anika anil anita anja anke ann anna annabel annabelle anne annelies annemarie annemiek annet annette
    annika annie anouk anthony anton antonia antoinette antonio aoife archie arend arie arjan arjen arnold arnoud
    arthur ashley ashraf astrid auke ava ayaan ayesha aylin ayoub ayse aziz bart bastiaan barbara barry bas beatrix
    beatrice becky bella ben benjamin bennie berend bernadette bernard bernie bert berta beth bethany betty bianca
    bilal bjorn boris bouke bram brandon brenda brendan brian bridget brigitte britt bronagh bruce bruno bryan
    caitlin callum camiel camilla carel carin carl carla carlijn carlos carmen carol carole caroline casper
    catharina catherine cathy cecilia cees cees-jan celine charlene charles charlie charlotte chantal cheryl chiara
    chloe chris christa christiaan christian christina christine christopher ciara cillian cindy claire clara
    claudia clive cliff colin colm coby conor connor connie corinne corrie craig cristina cynthia daan dafne dale
    damian damien dan daniel daniela danielle danny daphne darragh darren dave david debbie deborah declan deirdre
    demi denise dennis derek derk desmond devon diana diane diederik dieuwke dilara dimitri dina dineke dirk dirkje
    dolf dominic dominique donald donna doreen dorien doris dorothy dounia douglas duncan dylan dymphna eamon ebru
    eddy edith eduard edward edwin eefje eileen ekaterina elaine eleanor elena elif elias elin elisa elisabeth elise
    eliza elizabeth ella ellen ellie elly els elsa elsbeth emer emil emilia emily emine emma emre engin enrico eric
    erica erik erika erin ernst ester esther ethan eugene eva evan evelien evelyn evert ewa ewan ezra fabian farah
    farid fatih fatima fatma fay felicia felix femke fenna ferdinand fergus ferry fien fiona fionn fleur floor
    floortje floris fokke fons frances francesca francis francisca frank franka frans fred freddie frederik freek
    freya frida frits gabriel gabriela gareth gary gavin geert geertje geertruida gemma george georgia georgina
    gerald geraldine gerard gerben gerda gerrit gert gertie gertjan gertrude giovanni gijs gillian giulia glenn
    gloria goran gordon graham greg gregory greta guido gulsen gus gwen hafsa hajar hakan halima hamid hamza hana
    hannah hanna hanneke hannie hans harm harold harriet harrie harry harvey hassan hasan hayley hazel heather
    hedwig heidi helen helena helga hendrik hendrika hendrikje henk hennie henny henri henriette henry herbert
    herman hester hidde hilda hilde hiske holly houda hubert hugh hugo huseyin ian ibrahim ibtissam ida ignace ilham
    ilja ilona ilse imane imran ina ineke inez inga inge ingrid ingeborg irene irina iris irma isa isaac isabel
    isabella isabelle isla ismail ivan ivo jaap jaap-jan jack jackie jacob jacoba jacqueline jade jaimy jake jamal
    james jamie jamila jan jana jane janet janice janine janneke jannie janny jantje jarno jason jasmijn jasmine
    jasper jay jayden jean jeanet jeanette jeff jeffrey jelle jelmer jennie jennifer jenny jens jeremy jeroen jerry
    jesse jessica jesper jet jetske jill jim jimmy jo joan joanna joanne jochem jodie joe joel joep joey johan
    johanna johannes john johnny jolanda jolien jonas jonathan jonna joop joost jordan jordy jorien joris jorn
    jorrit jos jose josef josephine joseph josh joshua joyce juan judith julia julian juliana julie juliette julius
    june jurgen jurre justin kaan kaitlyn kamal karel karen karim karin karina karl karlijn karolina kasper kate
    katarzyna kathleen kathryn katie katja katrijn kay kayla kees keith kelly ken kenan kenneth kenny kenza kerry
    kevin khadija khalid kieran kim kimberley kirsten kirsty klaas klaas-jan koen koos kristel kristina krzysztof
    kyle kylie lara larissa lars laura lauren laurence lea leah leanne lena lenie lennart leo leon leonie leontien
    lewis leyla lianne liam lidia lidwien liesbeth lieke lies lieselot lieve lina linda lindsay linde lisa lisanne
    lisette liv liz lizzie loes logan lois lola lorenzo lorna lorraine lotte lou louis louisa louise luc luca lucas
    lucia lucinda lucy ludo luigi luis luisa luke luna lydia lynn maaike maarten maartje mabel machteld maddison
    maeve magda maggie mahmoud maike maja malcolm malika mandy manon manuel manuela mara marc marcel marcin marco
    marcus margaret margot margreet margriet maria marian marianne marieke marie marijke marijn marike marina mario
    marion marit marja marjan marjolein marlies marloes marta martha martijn martin martina martine marwan mary
    maryam mateo matthew matthijs matthias maud maura maureen maurice maurits mavis meera megan mehmet mei-ling
    melanie melissa melle melvin merel merijn merve mette mia micha michael michel michelle michiel miep mieke mien
    mike mikael milan milou mina minke miranda miriam mirjam mirthe moaz mohamed mohammad mohammed moira molly mona
    monica monique mourad muhammad muriel murat mustafa myrna myrthe nabil nada nadia nadine naima nancy naomi
    nasser natalia natalie natasha nathalie nathan neil nell nelleke nelly niall niamh nick nicky nicola nicolas
    nicole niek niels nigel nikki nina noa noah noel nora noor noortje norbert norma norman nour noura oisin olaf
    olga oliver olivia omar onno oscar osman ot otto owen paddy padraig pamela pascal patricia patrick patrik patty
    paul paula paulien pauline pavel pedro peggy petra peter petronella phil philip phoebe phyllis piet pieter
    pieter-jan pietje pim pippa piotr pjotr polly priscilla priya quinten quirijn rabia rachel rachid rafael raj
    rajesh ralf ralph ramon ramona rana raoul raymond rebecca reggie reinier remco remi renate rene renee rens
    renske reza rhys riana rianne ricardo richard rick rik rikkert rina ria rita riley rob robbert robbie robert
    roberto robin rochelle roderick rodney roel roeland roelof roger roisin roland romy ron ronald ronan ronnie rosa
    rosalie rosanne rosemary rosie ross rowan roxanne roy ruben rudi rudolf rupert ruth ruud ryan saar saartje
    sabine sabrina saida saleh salim sally salma sam samantha samir samira samuel sander sandra sanjay sanne sara
    sarah saskia scott sean sebastiaan sebastian selim selma sem serena sergio sevda shane shanice shannon sharon
    shaun sheila shirley siobhan sienna sietske sigrid silke silvia simon simone sinead sjaak sjoerd sjors sofia
    sofie soraya sophie stan stefan stefanie stella stephanie stephen steve steven stijn stuart sue sunita susan
    susanna susanne sven svetlana sylvia sylvie taco tamara tanja tara tarik tariq ted teresa tessa teun thea theo
    theresa thijs thomas tiago tijmen tijn tilly tim timo timothy tina tineke tirza titia tjeerd tobias tod tom
    tomasz tommy tonny toos tracey trevor tristan trudy truus tuncay tyler ulrich ursula valentina valerie vanessa
    vera veronica vicky victoria viktor vikram vincent violet virginia wanda wendy werner wesley wiebe wieteke
    willemijn willem willemien willy wilma wim wopke wouter xander xavier yara yasemin yasin yasmin yasmine yassine
    youssef yolanda yusuf yvette yvonne zahra zainab zara zeynep zoe zuzanna
    """.split()
)
"""First names that show by themselves, with a capital, that a person is meant."""

WORDLIKE_FIRST_NAMES = frozenset(
    """
    abby amber angel art autumn bart baron bas ben bill bing blue bob bo cherry clover cor daisy dale dan dawn dean
    dick dolf door dot drew eden elke evi faith fay fenne ferry fleur floor frank gale ger germain glen grace grant
    guy hank harm heather hope hunter iris ivy jack jade jasmine jet jewel jip joy junior ken kit lance laurel lee
    lex lieve lily linde mark mart max maud mercy miles noor olive pam pat patience pearl penny perry piet pim pip
    pippa poppy prince puck ray reed rein rex rich rob robin rocky roos rose rosemary rowan ruby sage sam sandy
    scott sky skye star sterling storm sue sunny tad ted terry tess ties toby tom ton tony tracey troy victor viola
    violet ward wes wil will willow wim wolf woody wout
    """.split()
)
"""First names that are words too: at the start of a sentence they show a person only before a surname."""
NEVER_ALONE = frozenset(
    """
    april may mei june august christian frans german roman norman florence chelsea austin dallas houston israel
    victoria virginia georgia charlotte sydney paris london savannah carolina lourdes jordan ida said march summer
    harmony charity justice chance melody major duke earl king king's trace wade temple brook carol holly crystal
    van vic valk sol rio sem-ester ada
    """.split()
)
"""First names that are months, places, languages or the like: they never show a person without a surname."""

SURNAMES = frozenset(
    """
    jansen janssen janse jong vries bakker visser smit meijer meyer mulder bos vos peters hendriks dekker brouwer
    dijkstra smits graaf kok jacobs vermeulen schouten willems hoekstra prins postma kuipers veenstra kramer
    scholten wal koster huisman timmermans groen gerritsen jonker martens schipper vink blom kuiper hermans wolters
    verhoeven verbeek dam zwart wiersma molenaar sanders hofman gerrits bosman terpstra wouters bloem driessen maas
    groot bouwman kuijpers hoek evers boer beek brink dijk ven veen velde heuvel meer linden hulst smeets yilmaz
    kaya demir sahin celik yildiz arslan aydin ozturk el-amrani amrani bouzid benali bakkali elidrissi alaoui ouali
    chaouch singh patel kumar khan ahmed ali hussain begum shah nguyen wong chen li wang zhang tran smith jones
    taylor brown williams wilson johnson davies robinson wright thompson evans walker white roberts green hall wood
    jackson clarke clark harris cooper lewis hughes martin davis morris ward turner hill scott moore baker morgan
    harrison mitchell carter phillips parker bennett collins murphy kelly byrne ryan walsh doyle gallagher kennedy
    lynch murray quinn nolan dunne brennan burke o'brien o'connor o'neill o'sullivan mccarthy mcdonald macdonald
    campbell stewart robertson anderson reid ross young watson ferguson hamilton graham hunter simpson okafor okoro
    adeyemi mensah owusu osei mwangi diallo traore novak kowalski nowak kowalczyk ivanov petrov popescu garcia lopez
    rodriguez fernandez gonzalez silva santos costa rossi ferrari muller schmidt schneider fischer weber
    """.split()
)
"""Common surnames: after a capitalised word in the middle of a sentence they show a name."""

PARTICLES = frozenset("van de der den het 't ten ter te von zu la le du el al ben da di dos del della bin ibn".split())
"""Words between a first name and a surname, small or capitalised."""

TITLES = {
    "nl": frozenset(
        """
        mevr mevrouw mw dhr meneer mijnheer heer mej familie fam dr drs prof mr ir ing juf meester zuster broeder
        ome oom tante opa oma dominee ds pastoor dokter professor
        """.split()
    ),
    "en": frozenset(
        """
        mr mrs ms miss mx dr prof professor sir dame lord lady sister father rev reverend nurse uncle auntie aunt
        """.split()
    ),
}
"""Titles before a person's name."""
