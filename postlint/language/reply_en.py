"""What English posts ask and English replies say; see `postlint.language.phrasebook` for the notation."""

from postlint.language.phrasebook import Phrasebook

ASKING = Phrasebook(
    {
        "when": """
            when | what/which time/day/date/dates/month/week/evening | until/since/by when | until what time | at
            what time | on what/which day/date | how soon | how late | how early | what are your/the opening
            hours/times | what are your/the hours | what time | what is/'s the deadline | what's the deadline
        """,
        "how_long": """
            how long | how many minutes/hours/days/weeks/months/years | how much longer/time | for how long
        """,
        "how_much": """
            what … cost/costs | how much | how many | how often | how old | how far | how big | how tall | how high |
            how heavy | how large | what does/do/did/will/would/could … cost | what is/are the
            price/cost/costs/fee/fees/fare/rent/charge | what's the price/cost/fee/fare/rent/charge/percentage | what
            percentage | at what price
        """,
        "where": """
            where | where exactly | what/which address/street/streets/floor/room/hall/location/entrance/
            stop/platform/road/roads | in which | at which | what's the address | what is the address
        """,
        "who": """
            who | whom | whose | who's | which/what department/team/company/contractor/firm/councillor/person/
            supplier/doctor | with/by/from/to whom
        """,
        "why": """
            why | how come | what's the reason | what is/was the reason | for what reason | what caused/causes |
            what's/what is/was the cause | how is it that | how can it be that | why's | what for
        """,
        "how": "how | how do/does/can/did/would/should | in what way",
        "what": "what | which | what's | how about | what about",
        "telling": """
            anyone/anybody/someone/somebody know | you/u/they/someone know | do you know | can/could/would/will
            you/someone/anyone/somebody/anybody/u … tell/explain/say/know/clarify/confirm/check/share/advise |
            wondering | i wonder | wonder if/whether/when/how/why/what/where/who | love/like/want/need to
            know/hear/understand | curious | any idea | any ideas | no idea | no clue | any clue | not sure | tell
            me/us | please explain | explain | let me/us know | may i ask | can i ask | quick question : | question : |
            any word/news on | i'd like to know | do we know | have you decided | unclear
        """,
        "whether": """
            ^ is/are/was/were/do/does/did/can/could/will/would/should/has/ have/am/may/shall
            i/you/we/they/it/there/the/this/that/he/she/my/your/our/ these/those/any/anyone/someone/a/an | ^
            isn't/aren't/don't/doesn't/can't/won't/didn't/haven't/hasn't/wasn't
            i/you/we/they/it/there/the/this/that/your
        """,
        "can_you": """
            ^ can/could/will/would you/someone/anyone/somebody/anybody/u | please | pls | plz | any chance of/you |
            would you mind
        """,
        "rhetorical": """
            are you kidding | you kidding | are you serious | are you for real | seriously ? | ^ really ? | ^ what ? |
            ^ hello ? | ^ anyone ? | ^ excuse me ? | how dare | how
            stupid/dumb/thick/hard/daft/difficult/low/hopeless | who comes/thinks/thought/came/dreams/dreamt … up |
            who thought | who on earth | who the hell | what the hell/heck | what on earth | what planet | are you
            blind/deaf/mad/stupid/insane/crazy/joking/having/asleep/even | is this/that a joke | is this some | have
            you no | have you lost | do you even | do you people | does anyone even | are we supposed | am i supposed |
            what is wrong with you/this | what's wrong with you/people | what is the point | what's the point | why
            am i not surprised | why bother | who cares | who needs | who pays | who voted | what a … ? | when will
            you learn | when will it end | how is this/that acceptable/ok/okay/possible/fair/allowed/legal/right |
            how much worse | how many times do/must/does | how hard can | isn't it | aren't you ashamed | don't you
            care | what next | what did you expect | you call this/that | happy now | what were you thinking | what
            are you thinking | how do you sleep | how can you live | what do we pay | what am i paying | what do i
            pay | anyone there | anybody there | is anybody home | is anyone reading | no shame | so much for | what
            gives | who does that | really , | why even
        """,
        "complaint": """
            without water/heat/heating/power/internet/electricity/hot/gas | broken | faulty | defective | leak |
            leaks | leaking | leaked | late | delayed | delay | delays | still
            no/not/waiting/hasn't/haven't/nothing/isn't/broken/closed/there | again | yet again |
            second/third/fourth/fifth/sixth/umpteenth time/week/day/month/letter/report/year/call/email | {number}
            times | three/four/five/six/ten times | for weeks/months/days/hours/years/ages |
            weeks/months/days/hours/years ago | no answer/reply/response/one | nobody/noone
            answers/called/came/replied/responds/has/comes/told/picks/ is/cares/ever | no one
            answers/called/came/replied/responds/has/comes/told/picks/is/ever | never/not
            heard/called/replied/came/arrived/answered/received/got/ showed/happened | no
            call/heat/heating/water/power/internet/electricity/hot/ apology/explanation | been waiting | waited |
            waiting | wait/waited | refused | rejected | denied | turned away/down | complaint | complain | skipped |
            ignored | missed | rude | unanswered | charged twice | double charged | overcharged | smell | smells |
            stink | stinks | noise | mess | filthy | dirty | litter | overflowing | blocked | mould | mold | damp |
            rats | dangerous | unsafe | for nothing | doesn't/don't/didn't/won't work | not working | not work |
            stopped working | wrong | lost | cancelled | canceled | closed without | hung up | fed up | had enough |
            sick of | tired of | ruined | damaged | crashed | down again | hasn't/haven't/wasn't/weren't/didn't …
            been/collected/emptied/arrived/come/work/stop/fixed/ answered/replied/show/turn | drove past | drove
            straight | keeps/keep | nothing happens/happened/done/changes | not been | not
            collected/emptied/fixed/delivered/cleared/gritted | passed around | pillar to post | error | expired |
            i've/we've asked/emailed/written/rung/called/reported … since | has/have been
            full/closed/shut/empty/dark/off/down/locked/cold since | no … came/come/arrived/showed/turned |
            didn't/never/doesn't/don't show/turn/come/ring/call/answer/reply | silence |
            same story/thing/answer/excuse |
            isn't/aren't/wasn't moving/running/opening/answering/open | locked door/doors/gate/out |
            stood/sat/stand/standing/sitting … for an/{number}/two/three/half hour/hours/minutes/mins |
            stood/sat/queued … hour/hours/minutes | {number}/two/three/four/five emails/calls/letters/messages/reports
            sent/later/in/and | start/started/begin/starting all over | start/starting from scratch |
            your/the site/website/app/system says |
            was/were supposed/meant to | nowhere to be seen/found | have/has/had yet to | you/they promised |
            not seen . | shut/closed counter/desk/door/gate | every time i ring/call/email/ask/phone/visit |
            different story/answer every/each | a different story/answer | just drove/drives by | drove by |
            took … off | gets/get/got my/our name/address/date/order |
            nobody calls/rings/replies/responds/shows/turns | no one calls/rings/replies/shows/turns |
            outage | dead | on hold | threw away | out of order | where's my refund | refund
        """,
        "-complaint": """
            get lost | see you again | back again | once again | thanks again | thank you again | no
            complaint/complaints | late night/opening/evening/night/bus | too late to | open late | latest | again
            next | again this | can't wait | wait to | wait for | how late | read again | again soon | waiting list |
            what's wrong with | minute's/minute silence | moment of silence | silence for | didn't know | took … off the
        """,
        "outrage": """
            disgrace | disgraceful | ridiculous | shameful | shambles | unacceptable | appalling | outrageous |
            pathetic | joke | useless | terrible | awful | absurd | shocking | insane | disgusting | unbelievable |
            scandalous | a farce | thanks for nothing
        """,
        "hurt": """
            died | death | dying | dead | passed away | funeral | buried | grief | grieving | cancer | chemo | cry |
            cried | crying | cries | tears | scared | afraid | fear | terrified | frightened | anxious | anxiety |
            panic | pain | hurt | hurts | injured | injury | accident | miscarriage | depressed | sleepless |
            can't/cannot/couldn't/not sleep | desperate | wits' end | wit's end | at my end | can't cope | breaking
            point | humiliated | humiliating | laughed at | ashamed | embarrassed | bullied | discriminated | angry |
            furious | livid | upset | heartbroken | devastated | lost my/his/her/our
            job/mother/father/dad/mum/mom/son/daughter/husband/wife/ baby/home/house | fired | homeless | lonely |
            stolen | burgled | robbed | assaulted | threatened | trauma | hospital | hospitalised | shaking | worried
            sick | suicidal | surgery | grieving | widow
        """,
        "-hurt": """
            not scared | not angry | no pain | don't be scared | no fear | dead end | not upset
        """,
        "compliment": """
            well done | lovely/great/beautiful/brilliant piece/talk/picture/photo/story/exhibition/post | what a
            lovely/beautiful/great/wonderful | thank you so much | thanks so much | compliments to | hats off | kudos |
            great job | lovely to | brilliant job | so helpful | made my day
        """,
        "insult": """
            idiot/idiots | moron/morons | clowns | a clown | incompetent/incompetents | useless | loser/losers |
            liar/liars | thief/thieves | crook/crooks | scum | parasite/parasites | bastard/bastards |
            arsehole/arseholes | asshole/assholes | wanker/wankers | tosser/tossers | twat/twats | prick/pricks |
            dickhead/dickheads | muppet/muppets | cretin/cretins | imbecile/imbeciles | shower of | get lost | piss
            off | fuck off | f off | bugger off | jerk/jerks | pathetic | cowards/coward | hypocrite/hypocrites |
            stupid | dimwit/dimwits | fool/fools | jobsworth/jobsworths | bunch of | pack of | lying | go to hell |
            screw you | shame on you | drop dead | numpty/numpties | snake/snakes | sheep | leech/leeches |
            fraud/frauds | ugly | brainless | rot in
        """,
    }
)

ANSWERING = Phrasebook(
    {
        "greeting": """
            ^ hi | ^ hello | ^ hey | ^ dear | ^ good morning/afternoon/evening | ^ morning | ^ hiya | regards | ^
            best wishes
        """,
        "thanks": "thank you | thanks | thankful | grateful | cheers | appreciate | appreciated",
        "-thanks": "thanks to",
        "apology": """
            mea culpa | sorry | apologies | apology | apologise | apologize | my/our fault | our/my mistake |
            our/my bad | i/we
            regret | we're to blame | on us | on me | that's on | forgive
        """,
        "-apology": """
            sorry but | sorry , but | apologies/apologise/apologize/sorry/regret for/any any inconvenience | regret
            any | sorry for any inconvenience | apologise for any inconvenience | apologies for any inconvenience |
            sorry not sorry | any inconvenience | regret that your experience | less than optimal | sorry you feel |
            sorry if you
        """,
        "sympathy": """
            sorry to/for/about/that/you | that must | must be/have/feel | i/we understand |
            understand/understandable/understandably | i get | can imagine | can't imagine | imagine | awful |
            horrible | terrible | dreadful | rotten | frustrating | frustration | oh no | oh dear | ouch | oof | ugh |
            oh | gosh | yikes | condolences | heartbreaking | sad | sadness | hard to | tough | rough | distressing |
            stressful | upsetting | scary | frightening | worrying | worry | hear you | feel for | feel |
            thinking of | thoughts are |
            get well | take care of that | i'm with you | no fun | miserable | painful | grim | nasty | annoying |
            infuriating | maddening | what a shame/day/night/mess/week/thing/blow/way | a shame | that's a lot |
            brave | courage | loss | unfair | hurts | hurt | makes me sad | made me | moved | shocked | shocking |
            heart
        """,
        "concern": """
            that's/that is/was not/no/bad/poor/awful/too/one/three/two/far | not the | bloody ridiculous | ridiculous |
            a mess | shambles | leave it with | had enough | dreadful | blunder | botched
        """,
        "-concern": """
            not the case | not the only | not the first | that's not our/up/something/a | that's no problem | not the
            responsibility | that is not
        """,
        "-sympathy": """
            understand that you must | it is understood | please understand | hope you understand | oh well | feel
            free | imagine that | if i understand | at the heart | heart of | must be
            kept/made/reported/submitted/sent/paid/signed/done | must have been | must be a
        """,
        "concession": """
            you're right | you are right | right to | fair point | fair enough | fair question | fair | should have |
            should've | shouldn't have | should not have | shouldn't/should not happen | never have happened | not
            good enough | not acceptable | unacceptable | not okay | not ok | not on | isn't right | isn't good |
            isn't okay | isn't fair | not right | got it wrong | got this wrong | got that wrong | went wrong | went
            badly | we messed | messed up | we slipped | slipped up | let you down | fell short | too long | too late |
            too many | too slow | too often | too much | deserve/deserved/deserves | no excuse | our doing | we
            failed | failed you | bad enough | wasn't good | we missed | we forgot | i forgot | we broke | that's
            poor | embarrassing | embarrassed | ashamed | glad you told/said | thanks/thank …
            telling/flagging/reporting/honest/honesty/saying/shout/ letting/pointing/spotting | you deserve | clumsy |
            not how we | not how it | not what you | not the service | a long time | long wait | a long wait | one
            too many | too few | own up | own that | we own
        """,
        "handover": """
            passed/passing/handed/forwarded/sent/flagged/given/raised … to/with | i've asked | i have asked | we've
            asked | asked … to | i'll ask | i've put | put you in touch | put this to | my/our colleague | colleague
            … will | taken this/it to | is looking into | are looking into | on the case | has/have your | will/'ll
            call/ring/phone/email/contact/reach | picking/pick/picks this/it up | picks up | looping | tagging |
            copied in | is on it | knows | in charge of | her/his/their number | introduce you | connect you |
            escalated | i'll pass | i'll hand | i'll flag | will pass
        """,
        "-handover": """
            will contact you shortly | member of our team will | will be in touch shortly | sent to collections
        """,
        "step": """
            i'll/we'll call/ring/phone/come/send/bring/fix/sort/put/replace/refund/
            swap/collect/clear/stop/book/arrange/add/change/update/get/
            post/hold/keep/cancel/reset/write/drop/pop/move/have/make/print/look | i am/'m
            calling/sending/coming/fixing/sorting | i'm calling/sending/coming/fixing/sorting/on | calls you | will
            call | called you | rang | rings you | comes/coming round/over/out/by/to | on its way | on the way | on
            their way | i've/we've fixed/sorted/booked/cancelled/stopped/refunded/put/changed/
            sent/taken/added/reset/moved/asked/set/ordered/pulled/removed/made/got | is fixed | been fixed | been
            refunded | are fixing | being fixed/repaired/replaced/cleared/collected | will be
            fixed/repaired/replaced/collected/cleared/emptied/back/refunded | refund/refunded | replacement | can i
            call/ring | may i call/ring | pop/come in/by/round/along/over | come to the | bring it |
            crew/engineer/plumber/van/lorry/truck … is/comes/coming/will/on | let me call/ring | we're fixing | i'm
            putting | sorted | we will call
        """,
        "finds_out": """
            i'll/we'll/will/let find/check/ask/look | find out | finding out | let me check/find/ask/look/see |
            checking | check with | looking into | look into | look it up | i don't know | we don't know | don't know |
            do not know | not sure | no idea | i'll ask | asked | asking | will ask | not known | isn't known |
            unknown | not yet | can't say yet | cannot say yet | too early | not decided | undecided | haven't
            decided | not been decided | investigating | under investigation | being investigated | no date | no
            decision | to be confirmed | tbc | tba | will know | we'll know | know more | know by |
            decides/decide/votes/vote on | can't tell | cannot tell | hear by | i'll dig | chasing | chase | as soon
            as i/we know | won't know
        """,
        "-finds_out": """
            check our/the/out/your | please check | don't know about you | as everyone asked | find out more | find
            out on/at/via | did you know
        """,
        "asks_back": """
            ^ which | ^ what is/was/'s your | ^ what's your/the | ^ whereabouts | ^ where
            are/is/did/do/was/in/exactly | ^ when did/was/do/are | ^ could/can/would/will you
            send/tell/give/share/let/dm/message/say/drop/pop/confirm/ point/email/describe | ^ do you
            have/mean/know/remember/live/want/need | ^ did you | ^ are you/they/the/we | ^ is it/that/this | ^ have
            you got | ^ who did | ^ how did/old/many/much | ^ may/can/could i have/call/ask/get/ring | ^ mind/care |
            ^ what did | ^ would | ^ was it | ^ on which | ^ in which
        """,
        "declines": """
            can't/cannot/can not/not comment/discuss/say/disclose/share | no comment | no statements/statement | not
            able to comment/discuss/say/advise/share | aren't able to | unable to | won't be drawn | not at liberty |
            confidential | not public | nothing to add | not going to | won't say | pay grade
        """,
        "invites": """
            dm | dms | message me/us | send me/us | drop me/us | inbox | direct message | private message | privately |
            email me | call me | ring me | tell me | text me | write to me | pm | give me | come
            and/by/in/along/round | pop in/by/round | reply here | say so
        """,
        "elsewhere": """
            not our/my department/team/job/responsibility/area/road/decision/call/remit/patch | isn't ours/mine/us/me |
            not ours | not us | not mine | not up to us/me | not down to us | different/another/other
            department/team/office/organisation/agency/company/council | a matter for | responsibility of |
            responsible for | run by | falls under | comes under | with the … department/office | outside our |
            beyond our | not something we | the wrong person/desk/account | belongs to | handled by | dealt with by |
            up to the | that's for the | sits with | lies with | owned by | you'd have to | you'll have to ask |
            deals with
        """,
        "hands_on": """
            rings/calls/emails/phones/visits you | will/'ll call/ring/email/phone/visit/contact/see you | will check …
            with you | i've/we've passed/handed/forwarded/sent/given/put/shown … to/with | passed/passing/handed/
            forwarded/flagged/raised … to/with our/the/my/a | i've/we've asked our/the/my/a | i/we have asked
            our/the/my/a | put/putting you in touch | my/our colleague … will/'ll/is/can/calls/rings/picks/comes/has |
            taken/taking this/it to our/the/my | is/are looking into it/this/that | on the case | picking/pick/picks
            this/it up | introduce you to | connect you with | escalated this/it/your | i'll/we'll
            pass/hand/flag/forward/raise/escalate | i'm/we're passing/handing/flagging/forwarding/raising | is on it |
            has your details/number/address/report |
            passed/handed/forwarded/given it/this/that/them/these on/over to | passed/handed/forwarded it/this/that to |
            sent it/this/that on to | will look into it/this/that | is looking at it/this/that
        """,
        "acts": """
            i'll/we'll call/ring/phone/come/send/bring/fix/sort/put/replace/refund/swap/collect/clear/book/arrange/
            change/update/post/cancel/reset/move/mend/repair/pick/drop/write | i/we will call/ring/phone/send/bring/fix/
            sort/replace/refund/collect/clear/book/arrange/change/cancel/mend/repair | i'm/we're calling/ringing/
            sending/coming/fixing/sorting/mending/repairing/replacing/refunding | i am/we are
            calling/sending/coming/fixing/sorting | i've/we've fixed/sorted/booked/cancelled/stopped/refunded/changed/
            reset/moved/ordered/removed/mended/replaced/repaired/corrected | has/have been fixed/refunded/mended/
            replaced/repaired/cleared/collected/corrected | is/are being fixed/repaired/replaced/cleared/collected/
            mended | will be fixed/repaired/replaced/collected/cleared/emptied/refunded/mended | can/may i call/ring |
            let me call/ring/fix | crew/engineer/plumber/van/lorry/truck … is/comes/coming/will/on | is/are on
            its/their/the way | refund is on
        """,
        "looks_up": """
            i'll/we'll find/check/ask/look/dig/chase | let me check/find/ask/look/see | i'm/we're
            checking/finding/asking/looking/chasing | i am/we are checking/finding/looking | i/we will
            find/check/ask/look | being investigated | under investigation | i've asked
        """,
        "refers": """
            ^ see | please see | see our/the/my/{url} | check our/the/your/out/{url} | ^ check | ^ visit | please visit
            | visit our/the/{url} | please refer | refer to | consult | read the/our/my/this/all/more | look at/up/on |
            have a look | take a look | fill in/out | complete the/our/a/this | submit a/your/the/an | call {number} |
            call/ring/phone/contact/email the/our/your/{email}/{number} | contact us | get in touch | write to | go to |
            head to/over | {url} | {email} | link in/below/is | in our/my bio | find/found … on/at/in/here | apply via |
            via our/the website/site/app/portal/form/helpline/helpdesk/chat | directed to | direct you to | for more
            information/details/info/help | further queries/information | all the information | please report | report …
            on/via/at/to | reporting … through/via/on | google
        """,
        "channel": """
            website | web site | site | webpage | web page | faq | faqs | form | forms | online | portal | app |
            helpline | hotline | helpdesk | help desk | customer service/services/care/support | call centre/center |
            contact centre/center | switchboard | front desk | reception | brochure | leaflet | terms | policy |
            complaints procedure/process/form | procedure | chatbot | chat | virtual assistant | assistant | information
            | details | guide | chapter | page | papers | newsletter | noticeboard | press office | 311 | 101 | 999 |
            book | handbook | stories
        """,
        "points": """
            ^ fill/go/use/try/visit/follow/open/click/ask/email/ring/call/find/look/read/check/see | you
            can/could/may/must/should/need/'ll/will | you'd have to | you'll find/need/have | please | use/using
            the/our/my | tried our/the/my | met our/the/my | met … our/the/my | it's/its all | all of that/this/it | all
            on/in | everything … is/on/in | is/are/'s on/in our/my/the | it's on/in our/my/the | first thing on |
            there's a/an/our/my | there is a/an | we have a/an | we've a/an/got | to be submitted | questions
            about/on/for | for … questions | contact | ask our/the | live/lives on/in | try our/the/my | found on/in
        """,
        "promise": """
            get back to | back to you | be in touch | in touch | hear from us/me | hear back | on it | looking into |
            look into | to be continued | watch this space | stay tuned | keep you posted/updated/informed | let you
            know | update you | updates | follow up | working on | work on | sort this | sort it | i'll/we'll/will
            call/ring/email/contact/reply/respond/write/tell/answer/come/fix/sort | more soon | more to follow | will
            follow | come back to | been received | in the queue | dealt with | be processed | nearer the time | bear
            with | waiting on/for | we're waiting
        """,
        "-promise": """
            get in touch with | please get in touch | keep in touch | rely on it | depend on it | based on it | let
            us know
        """,
        "reason": """
            because | because of | 'cause | cos | due to | since | as the/we/it/they/our/there | owing to | caused by |
            thanks to | the reason/cause | reason is/was/being | that's why | which is why | so that | so we | to
            avoid/prevent/protect/make/keep/give/stop/save | otherwise | after a/the/an | for safety | in order to |
            means/meant | needed/needs | had to | has to | have to | result of | wanted to | so the | so it | down to |
            ran out | short of | too few | broke | failed | went wrong
        """,
        "-reason": "since when | hi : | dear : | due to arrive/open/start/finish",
        "yes_no": """
            yes | no | yep | yeah | nope | yup | nah | aye | sure | of course | certainly | absolutely | indeed |
            correct | right | unfortunately | sadly | afraid | not | none | never | nothing | nobody | neither | both |
            only | can | cannot | can't | couldn't | won't | wouldn't | isn't | aren't | doesn't | don't | didn't |
            hasn't | haven't | wasn't | weren't | shouldn't | you may | may | must | free | always | it is | it does |
            it will | it was | they are | they do | they will | we are | we do | we will | he is | she is | i am | i
            do | i will | i have | we did | it did | i did | allowed | possible | impossible | closed | open | sold
            out | full | cancelled | confirmed | until | unless | except | from | provided | if | as long as | done |
            will do | happy to | gladly | welcome | agreed | deal | probably | likely | maybe | perhaps | partly |
            still | usually | mostly | sometimes | for now | stays | runs | sorry | happens | counts | you'll need |
            already | please do | of all | it's on | on the way | it's back
        """,
        "-yes_no": """
            can't wait | cannot wait | not only | welcome to | no one loves | nobody loves | never stop/stops | the
            right | so much | not just | of course we care | we are
            proud/committed/passionate/delighted/excited/always | we're proud/committed/passionate | we do our | we
            have the best/a | did you know | no matter | there is nothing/no we love | there's nothing we love | we
            are all | if you have/need any | do not hesitate | don't hesitate | no comment | don't forget | you can
            find/read | open day | from all | from our | i can't | nothing beats | number one | sorry , but | we
            always | always striving/listening | only the best | can be found
        """,
        "person": """
            was/it's/is me/us | that'd be me/us | we did | i did | we/i decided/chose/made/took
        """,
        "place": """
            at the/our/a/number/door/gate | in the/our/a/room/building | on the/our/floor/platform/street | next to |
            behind | opposite | between | along | corner | address | street | square | road | lane | entrance | hall |
            room | floor | outside | inside | here | there | at home | online | everywhere | anywhere | nowhere |
            left | right | upstairs | downstairs | near | towards | beside | under | by the | door | gate
        """,
        "time": """
            once | as soon as | from | until | till | after | daily | weekly | never | cancelled | not happening |
            immediately | straight away | later today | summer | autumn | winter | spring | already | overnight
        """,
        "-time": """
            as soon as possible | as soon as we can | soon as possible | always love/loved/happy/proud/delighted |
            from our/all/everyone | see you
        """,
        "hours": """
            on weekdays | every weekday | from {number} to/until/till {number} | between {number} and {number} |
            {number} - {number} | {number} to {number}
        """,
        "way": """
            by | via | using | use | with a/your/the | if you | first | then | step | steps | you
            can/could/need/should/may/must/don't | fill | call | email | send | click | choose | pick | take | go to |
            bring | ask | report | log in | download | open | put | press | scan | sign up | register | apply | tip |
            tips | way | through | draw | we/they/i
            use/used/look/count/measure/take/ask/pick/check/did/do/make/made/go | based on | without
        """,
    }
)

# What shows that a reply does something else than answer; where praise stands, nothing of the sentence is an answer.
FILLER = Phrasebook(
    {
        "praise": """
            is special | every child | we appreciate | a/such
            great/good/lovely/excellent/important/fantastic/brilliant/ interesting/an question |
            great/good/lovely/excellent/important/fantastic/brilliant/interesting question | did you know | proud |
            passion | passionate | committed to | commitment | dedicated | we/i value | values your | we value |
            valued | we strive | striving | strive | take … seriously | something we take | number one priority | top
            priority | our priority | at the heart | heart of | we care | care deeply | matters/matter/means to us |
            means a lot | exceed expectations | have a great/lovely/good/nice/wonderful/bright/fab
            day/evening/weekend/week/one | can't wait | cannot wait | delighted | wishing you |
            customer/guest/passenger/travel/elevated/customer experience | we love | loves our/your | nobody loves |
            love that you/your | love your | what a beautiful/lovely/great/fantastic/fascinating/day/picture/moving |
            it's/is/it'll be going to be a/an/so/the | special spot | come and see | world class | world-class | our
            dna | hidden gem | journey | in a row | finest | best in | leading | excited | so glad you | happy to
            serve | here for you | every one of | each and every | at its best | award | awards | looking
            lovely/great/forward | fascinating | such an important | thank you for following | thanks for following |
            if you have any | any questions | such a | super question | wonderful | joyful | smoother | quieter |
            vital | bold | a place to | for years to come
        """,
        "courtesy": """
            thank/thanks | appreciate/appreciates | regards | best wishes | do not hesitate | don't hesitate | be
            assured | rest assured | assure you | patience | inconvenience | stay tuned | your message | feedback |
            input | enjoy | see you | in due course | shortly | reaching out | automatic | auto-reply | out of office |
            dear valued | we hope | lovely | wonderful | amazing | noted | love | funny how | proudly | hun | virtual
        """,
    }
)

PARTICLES = frozenset("about with for of on".split())
"""No test on place in English: "where from" is one."""

SECOND = frozenset(
    """
    is are was were do does did can could will would should has have 's isn't aren't don't doesn't didn't can't won't
    haven't hasn't am may must happened happens time much many long often the
    """.split()
)
"""Words that show a question word without a question mark to ask."""

STOPWORDS = frozenset(
    """
    about after again all already also always another any anyone anything around asked because been before being best
    better both call came cannot come could dear does doing done each even ever every everyone everything find first
    from getting give going good great have haven having hello here into just keep know last like little long love
    made make many maybe more most much must need never next nothing only other over people please questions question
    really right said same should some someone something soon sorry still such sure take tell than thank thanks that
    their them then there these they thing things think this those time today under until very want wanted wants was
    well were what when where which while will with without would year yeah your yours day days week weeks month
    months that's what's it's don't didn't doesn't can't hope keep able
    """.split()
)
"""Words that two texts share without sharing a topic."""

SELF = frozenset("i i'm i'll i've i'd".split())
"""Who speaks: a sentence with it is more than sending away."""

CALENDAR = frozenset(
    """
    monday tuesday wednesday thursday friday saturday sunday january february march april may june july august
    september october november december
    """.split()
)
"""Words with a capital that are no names."""

UNITS = frozenset(
    """
    second seconds minute minutes hour hours day days week weeks month months year years quarter night nights
    fortnight lifetime forever permanently permanent temporary always weekend overnight
    """.split()
)
"""Units of a span of time."""

NUMERALS = frozenset(
    """
    zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen twenty
    thirty forty fifty sixty seventy eighty ninety hundred thousand million billion half free nothing none no pound
    pounds quid euro euros dollar dollars percent pence cents cent both couple dozen few several tens hundreds
    thousands all everyone nobody once twice double every
    """.split()
)
"""Words that tell how many or how much."""

FREE = frozenset("free".split())
"""Amounts by themselves."""

COUNTED = frozenset(
    """
    euro euros eur pound pounds quid dollar dollars cent cents pence percent times trees places spaces seats homes
    pupils people miles mile metres meters kilos litres million billion thousand hundred
    """.split()
)
"""What makes an amount of a number before it."""

ROLES = frozenset(
    """
    council government police department team mayor director board colleague colleagues contractor company
    organisation organization association school teacher doctor gp pharmacist committee college ministry minister
    inspectorate office trust foundation i we everyone nobody residents parents volunteers owner landlord editor
    supplier staff engineer manager caretaker councillor agency university governors trustees
    """.split()
)
"""Who may be the answer to *who* without a name."""

KINDS = {
    "when": "when",
    "where": "where",
    "who": "who",
    "how_much": "how much",
    "how_long": "how long",
    "why": "why",
    "whether": "yes or no",
    "how": "how",
    "can_you": "a request",
    "what": "what",
}
"""What is asked, in a word for the author."""

COMMON = frozenset("the you your and to this that it my have they what why how are i for with on".split())
"""Frequent words that no Dutch post has."""

WHETHER = frozenset(("whether", "if"))
