"""English cues, one table an assertion; see `postlint.language.cues.Lexicon` for the notation."""

from postlint.language.cues import Cue, Direction, Lexicon, Reach

_AHEAD = Cue(Direction.FORWARD)
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
            don't/doesn't/didn't/isn't/aren't/wasn't/weren't/won't/wouldn't/can't/cannot/couldn't/shouldn't/haven't/
            hasn't/hadn't/ain't/mustn't/needn't/dont/doesnt/didnt/isnt/arent/wasnt/werent/wont/wouldnt/cant/couldnt/
            shouldnt/havent/hasnt/hadnt/aint/not | no | never | without | nor | neither | nobody | nothing | none of/the
            | no one | nowhere | no longer | instead of | rather than | far from | anything but | never ever | never ,
            ever | refuse/refuses/refused to | hardly | lack/lacks/lacked | not any more | not and never | free of | let
            alone | barely | cease/ceases/ceased to | neither … nor | cannot and will not | can not and will not | can't
            and won't | not … nor | not and will not | won't and can't | not ever | never once | no no | by no means |
            at no point | stop calling | minus the | rarely | seldom | zero | scarcely | nowhere near |
            fail/fails/failed/failing to | unable to | unwilling to | refusing to | in the absence of | devoid of | none
            are/is | ruled/rule/rules out | ruling out | no such | no longer any | nor any | instead of being | not
            remotely | never actually
            """,
        ),
        (
            _SENTENCE_AHEAD,
            """
            never … promised/agreed/confirmed/decided/suggested/announced/implied/stated/proposed/admitted |
            not true that | not that | don't/doesn't/didn't/dont/doesnt/didnt think/believe/say/mean/claim/suggest | not
            saying | never said | never claimed | deny/denies/denied | no evidence that | a myth that | nonsense that |
            no truth in | not the case that | don't/doesn't/didn't/not … say/think/believe/feel/mean/imply/suggest/
            claim/agree/accept/find/true/right/certain/proven/shown/established/case/evidence/mean/convinced that |
            isn't/wasn't true that | nobody is saying | no one is saying | nobody said | no one said | no suggestion
            that | no reason to think | no sign that | no indication that | wouldn't say | would not say | is not true
            that | isn't true that | is untrue that | is a myth that | is nonsense that | is not the case that | isn't
            the case that | is simply not true that | not to say | it's/is false that | untrue that | false
            claim/claims/rumour/rumours that | falsely/wrongly claim/claims/claimed/say/says/said/suggest/suggests/
            suggested | reject/rejects/rejected … that | refute/refutes/refuted/dispute/disputes/disputed … that |
            contrary to claims/rumours/reports that | wrong/mistaken/unfair to say/suggest/claim/think/believe/call | we
            dispute | nowhere does it say | no truth to | no basis for | no question of | doesn't/don't/didn't mean |
            far from true that | isn't to say | no proof that | nobody thinks/claims/believes/suggests | no one
            thinks/claims/believes/suggests | nobody is suggesting | no one is suggesting | wouldn't call/describe |
            would not call/describe | wouldn't dream of | would never call/say
            """,
        ),
        (
            _SENTENCE_BEHIND,
            """
            is not true | isn't true | is untrue | is a myth | is nonsense | is false | is not the case | isn't the case
            | is simply wrong | are nonsense | is rubbish | he is not . | she is not . | they are not . | we are not . |
            i am not . | he isn't . | it is not . | it's not true | not one bit | , we deny | , i deny | is just not
            true | isn't so | , no chance | , not at all | is simply not true | is incorrect | nothing of the sort | is
            a lie | is a hoax | is fake | is fake news | is out of the question | is off the table | never happened |
            didn't happen | did not happen | isn't happening | is not happening | isn't right | isn't correct | is not
            correct | is a misunderstanding | was not true | wasn't true | are untrue | are false | are lies | aren't
            true | are not true | is far from true | , not true | couldn't be further from the truth | is a fairy tale |
            is pure invention | is made up | was made up | is ruled out | is a rumour | is a rumor | is no truth |
            is/are/was/were simply/just/plainly/completely/totally/utterly/entirely/absolutely/flatly/quite/patently
            untrue/false/wrong/incorrect/nonsense/rubbish/invented | couldn't be further from | is pure fiction
            """,
        ),
        (
            _LOOKALIKE,
            """
            never not | don't/doesn't/didn't/isn't/aren't/wasn't/weren't/won't/wouldn't/can't/cannot/couldn't/haven't/
            hasn't/hadn't/ain't just/only/merely/simply | never thought | never imagined | never expected | never knew |
            didn't think it would | don't/doesn't have to be | don't/doesn't need to be | no need to be | doesn't take
            a/an | didn't know | didn't expect | not only | not just | not merely | not simply | not for nothing | not
            for the first time | no doubt | without a doubt | without doubt | no question | without question | no wonder
            | no joke | no kidding | no idea | no surprise | not surprisingly | not to mention | no matter | nothing but
            | nothing less than | nothing short of | no less than | no other than | none other than | no better than |
            not even kidding | can't help but | cannot help but | couldn't agree more | could not agree more | can't
            wait | cannot wait | cant wait | don't forget | do not forget | dont forget | not least | couldn't be more |
            could not be more | never been such | never seen such | never met such | never known such | never seen so |
            never met a bigger | never seen a bigger | never been so | never been a bigger | why not | why don't | why
            can't | not without | never without | not no | no secret | no denying | can't deny | cannot deny | don't
            deny | not deny | nothing new | no exception | believe it or not | like it or not | or not ? | isn't it ? |
            aren't they ? | isn't he ? | isn't she ? | don't you ? | don't they ? | doesn't he ? | doesn't it ? | wasn't
            it ? | aren't we ? | aren't you ? | didn't they ? | hasn't he ? | no more than | never fails to | not fail
            to | no small | not uncommon | couldn't care less | could not care less | not bad | no mistake | make no
            mistake | can't stress enough | cannot stress enough | can't be bothered | not to be missed | not unlike |
            no … who doesn't | no … who isn't | nobody … doesn't | no offence | no offense | if not | not that i mind |
            not gonna lie | not going to lie | no , | no . | no ! | can't stand | cannot stand | can't bear | can't
            believe | cannot believe | could not believe | couldn't believe | never a dull | no thanks to | not cool
            that | not ok that | not okay that | not fair that | not surprised that | not proud that | no hiding | don't
            understand why | don't get why | don't know why | it's no secret | not long ago | not far from | no end of |
            no stranger to | no mean feat | no sooner | never mind | no problem | not afraid to say | not to put too
            fine | no two ways | no other word for | no other way to | not just any | nothing other than | nothing else
            than | can't think of a bigger/worse/better | cannot think of a bigger/worse/better | couldn't have been
            more | could not have been more | no ordinary | no excuse for | who wouldn't | how could … not | whether or
            not | not half | nothing beats | don't ask me why | don't even get me | don't get me started | couldn't make
            it up | can't make it up | can't hide | cannot hide | won't hide that | not hiding that | no getting away
            from | no getting around | don't need telling | doesn't matter | don't be fooled | not to speak of | no way
            round | not once but | not a moment too soon | no use pretending | no point pretending | can't pretend |
            don't pretend | hasn't escaped | didn't stop | doesn't stop | not stopped | no apology for | won't let |
            wasn't for nothing | doesn't help that | not often you see | no telling | don't need a | doesn't need a |
            won't rest until | don't call me | rarely seen such | rarely met such | not failed to | hardly surprising |
            hardly a surprise | can hardly believe | hardly believe | hardly wait |
            cannot/can't/couldn't get over | no sense of
            """,
        ),
        (
            _STOP,
            """
            and that's/it's/there's/what's/here's/this | , and | but | because | although | though | however | except |
            so | ; | : | – | — | instead | yet | whereas | while | , he/she/it/they/we/i/you/just | ,
            he's/she's/it's/they're/we're/i'm/you're | and he/she/they/it/you | and he's/she's/they're/it's/you're |
            rather | simply a | and … is/are/was/were/has/have/will/can/does/do/keeps
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
            ^ should | ^ were the/our/your | if | unless | would | would've | 'd |
            he'd/she'd/they'd/we'd/i'd/you'd be | he'd/she'd/they'd/we'd/i'd/you'd have | ^ were i/he/she/it/they/we/you
            | ^ had i/he/she/it/they/we/you … , | as if | as though | in
            case | provided that | provided | ^ say the/a/your/our/we/you/he/she/they | what if | even if | only if | in
            theory | hypothetically | in the event of | in the event that | wouldn't | wouldnt | might as well be |
            otherwise | ^ were there/this/that/it | providing | as long as | so
            long as | on condition that | in the unlikely event | in case of | ^ had the/our/your/this/that … , | i wish
            | we wish | if only | lest | whenever | for fear that | depending on whether
            """,
        ),
        (
            _SENTENCE_AHEAD,
            """
            suppose | supposing | imagine | assuming | let's say | lets say | say we | picture this | let us assume |
            let's assume | let's pretend | pretend | assume | let us suppose | let us imagine | let's suppose | let's
            imagine | thought experiment : | worst case : | scenario : | hypothetical : | worst - case scenario : | for
            the sake of argument
            """,
        ),
        (
            _LOOKALIKE,
            """
            ^ should be/have/not/never/probably/really/now/also/do/work/help/go/say/see/get/add/know |
            if you ask me | if i'm honest | if i am honest | if i may | if i may say so | if only you knew | if you know
            what i mean | would like to | would love to | i'd like to | i'd love to | we'd like to | we'd love to |
            would say | i'd say | wonder/wondered/wonders/wondering if | ask/asked/asks/asking … if | know if |
            check/checked/checking if | see if | see whether | tell me if | not sure if | as if by magic | if i remember
            rightly | if you like | if memory serves | would you believe it | would rather | if i say so myself | if i
            do say so myself | wouldn't you say | if not for | if anything | would often | would always | would never
            ask | no ifs | let me know if | assume responsibility | you'd think | one would think | would be happy to |
            i would like | we would like | would argue | would appreciate | as if we needed | if you must know | if you
            please | if ever there was | i wish you/everyone/him/her/them | we wish you/everyone/him/her/them | if you
            can believe | if truth be told | wouldn't have it | if it kills me | if you will | if a little | as long as
            i can remember
            """,
        ),
        (
            _STOP,
            """
            but | ; | however
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
            wonder/wonders/wondered/wondering … if/whether/who/what/why/when/how/where/which | wonder if/whether/who/
            what/why/when/how/where/which | whether | ask/asks/asked/asking … if/whether/who/what/why/when/how/where |
            know/knows/knew if | not sure if | unsure if | unclear if | check/checks/checked/checking if | see if | find
            out if | let me know if | let us know if | tell me if | tell us if | question is | question of | does anyone
            | anyone know | anyone else | has anyone | curious if/who/what/why/when/how | curious to know | any idea
            if/who/what/why/when/how/where | looking into | finding out if/who/what/why/when/how | no word on | asking
            for a friend : | poll : | quick question : | question : | debate about | find out who/what/why/when/how |
            want/wants/wanted/like/love to know if/who/what/why/when/how/where/which | tell me/us
            who/what/why/when/how/where/which | let me/us know who/what/why/when/how/where/which | don't/doesn't/didn't
            know who/what/when/where/how | no idea if/who/what/when/where/how/which | unclear
            who/what/why/when/how/where/which | remains to be seen if/who/what/how | work out if/who/what/why/when/how |
            figure out if/who/what/why/when/how | look/looking/looked into if/who/what/why/when/how |
            investigate/investigates/investigating if/who/what/why/how | in the dark about who/what/why/when/how |
            decide/decides/deciding/decided if | to see if | establish if/who/what/why/when/how | who knows if | doubt
            if | asked me/us/them/him/her if/why/who/what/when/how
            """,
        ),
        (
            _LOOKALIKE,
            """
            ask the/a … who/what | ask a … how | whether you like it or not | whether or not you | whether we like it or
            not | whether they like it or not | no wonder | out of the question | question of time
            """,
        ),
        (
            _STOP,
            """
            but | ;
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
            better not | ^ never share/give/say/write/use/send/post/click/call/name/make/do/go/come/let/put/tell/keep/
            reply/respond/promise/ask/fill/log/open/download/pay/text/email/talk/speak/read/be/stay/take/think/trust/
            tag/publish/report/leak/reveal/guess/speculate/accuse/insult/start/end/type/copy/quote/wear/show/tweet/
            spread/film/walk/reuse/enter/hand/store/assume/believe/underestimate/ever/leave/lend/pick/feed/park/sign/
            swim/shout/turn/buy/vote/answer/react/hide/bury | ^ please/and/so/then/also/just/folks/everyone never | ^
            please do not | ^ please don't | ^ do not | ^ don't | ^ dont | ^ please dont | ^
            and/so/also/just/folks/everyone don't | ^ and/so/also/just do not | ^ never accept/add/agree/answer/
            apologise/approve/argue/attach/blame/block/book/bring/cancel/change/charge/check/choose/claim/comment/
            compare/complain/confirm/copy/criticise/cut/delete/describe/disclose/discuss/dismiss/drink/drive/eat/embed/
            expect/explain/expose/forward/generalise/gossip/ignore/include/install/invite/joke/judge/jump/label/laugh/
            lie/link/look/mention/mix/mock/move/order/overpromise/paste/photograph/place/play/point/punish/push/record/
            refer/refuse/register/remove/repeat/ridicule/rush/scan/scold/screenshot/search/select/settle/sit/skip/
            stick/store/stress/surf/switch/swear/threaten/throw/touch/transfer/treat/try/upload/wait/work | ^ under no
            circumstances | you'd better not | you had better not | at no time should
            """,
        ),
        (
            _AROUND,
            """
            you should never | you should not | you shouldn't | you must never | you must not | you mustn't | you can't
            just | one should never | we should never | we should not | we shouldn't | you're better off not | will
            never ask | we'll never ask | would never ask | never ask/asks you | never ask/asks for | never need to |
            should never be | should not be | shouldn't be | must never be | must not be | mustn't be | ought not |
            should never | should not | best not to | best avoided | no sharing | no posting | not to be shared | never
            to be | under no circumstances | ask/asks/asked/asking/urge/urges/urged/beg … not to | ask/asks/asked/
            asking/urge/urges/urged/beg … never to | remember not to | remember never to | take care not to | best to
            avoid | nobody should | no one should | don't have to share | you don't want to | it's better not to | it is
            better not to | at all costs | you never need to | can't ask you for | cannot ask you for
            """,
        ),
        (
            _SENTENCE_AHEAD,
            """
            ^ do not write/say/claim/tell/suggest/post/tweet … that | ^ don't/never
            write/say/claim/tell/suggest/post/tweet … that | ^ please/and never/don't write/say/claim that |
            tip/tips/advice : use/choose/pick/write/say/make/name/check/ask/think/replace/start/keep/read/avoid/be/swap/
            take/cut/drop | beware | beware of | watch out for | look out for | be careful with | be wary of | be
            careful of | be careful not to | warning : | style tip : | reminder : | golden rule : | rule of thumb : |
            our advice | my advice | avoid | steer clear of | stay away from | don'ts : | think twice before | it is not
            wise to | it's not wise to | unwise to | bad idea to | not a good idea to | advise against | advises against
            | advise not to | advise you not to | advise everyone not to | warn/warns/warned/warning people/everyone/you
            about/against/of/not | warn/warns against | warn/warns about | warn/warns of | caution against | refrain
            from | fall for | banned words | words to avoid | phrases to avoid | make sure you don't | make sure not to
            | try not to | taboo : | never : | resist the urge to | the trap of | how not to | stop | guard against | on
            your guard for | be alert to | be suspicious of | be mindful of | look out : | mistake to avoid | mistakes
            to avoid | don't recommend | wouldn't recommend | do not recommend | cut out the | ^ ditch | ^ scrap the
            word | ^ lose the word | ditch the | drop the word | leave out | keep … out of |
            keep … off/private/away/offline | keep … to yourself | leave … off/out/behind |
            think twice about | lesson : never/don't/avoid
            | rule one : never/don't/avoid | instead of saying/writing | rather than saying/writing | dos and don'ts |
            not advisable to | inadvisable to | risky to | rude to | unkind to
            """,
        ),
        (
            _SENTENCE_BEHIND,
            """
            is a bad idea | is not a good idea | isn't a good idea | is unwise | is a no-no | is a no - no | is not on |
            isn't ok | is not ok | isn't okay | are out | are off limits | is off limits | don't do it | don't do that |
            not a good look | should be avoided | are best avoided | , we advise against | is asking for trouble | is
            poor practice | has no place | have no place | do not belong | don't belong | doesn't belong |
            does not belong | is never ok |
            is never okay | is not recommended | isn't recommended | is discouraged | is not advisable | isn't wise | is
            not wise | isn't smart | is not smart | isn't clever | is not clever | isn't allowed | is not allowed |
            aren't allowed | are not allowed | is banned | are banned | is prohibited | is forbidden | is a mistake | is
            rude | is risky | are a bad idea | is a terrible idea | are to be avoided | is to be avoided | is never a
            good idea | is never wise | helps nobody | helps no one | won't help | don't help anyone | wins you no
            friends | , never do | is a definite no | can land you in trouble |
            is not funny | isn't funny | is never funny
            """,
        ),
        (
            _LOOKALIKE,
            """
            don't forget | do not forget | dont forget | don't miss | do not miss | don't hesitate | do not hesitate |
            don't worry | please don't hesitate | please do not hesitate | don't wait | never say never | don't get me
            wrong | don't get me started | unstoppable | stop by | bus stop | can't stop | never stop | don't stop |
            stop press | don't tell anyone | don't tell anyone but | don't know | don't think | don't believe | don't
            get why | don't understand | don't care | don't want | don't like | won't stop | can't avoid
            """,
        ),
        (
            _STOP,
            """
            but | ;
            """,
        ),
    )
)

# What tells that others said it.
REPORTED = Lexicon(
    (
        (
            _SENTENCE_AHEAD,
            """
            people/parents/residents/neighbours/patients/readers/critics/colleagues/staff/students/customers/tenants/
            visitors/
            teachers/nurses/drivers/cyclists/shopkeepers/businesses/voters/members/others/many/some feel/think/say/
            call/find/reckon/believe/
            complain/claim/argue/worry/fear/write/told | accused of | hear most/often/lately ? that |
            hear a lot ? that | is/are/was/were/being/be/been/get/got told | complain/complains that |
            complain/complains about | to say
            that | found us/our/me | finds us/our/me | find us/our | say we're | accuses us of | accused us of |
            accusing us of | we read that | we read on | i hear that | i hear we | we hear that | we hear we | i hear
            people | says | said | say that | saying that | saying we | writes | wrote | write that | claims | claimed |
            claim that | claiming that | argues | argued | argue that | states | stated | thinks | thought | think that
            we | believes | believed | feels | reckons | calls | called | call us | call me | calling us | calling me |
            call our | labels | labelled | labeled | dubbed | branded | described as | describes | described | describe
            us | accuses | accused | accuse | tweets | tweeted | posts that | posted that | shouted | shouts | yelled |
            yells | screamed | told us | told me | tells us | tells me | people tell | told that | i read that | i read
            on | i read online | i heard | i've heard | we heard | i saw someone | i see people | the claim that | the
            accusation that | the rumour that | the rumor that | the idea that | the criticism that | the headline : |
            headline : | the complaint that | complaints that | the suggestion that | rumours that | rumors that | they
            say | people say | some say | critics say | folks say | residents say | many say | people think | some think
            | reports that | reported that | the story that | the myth that | the view that | accusations of | rt | rt @
            | put it : | commented | comments that | commented that | complained | complains | suggested | suggests |
            was called | been called | got called | were called | being called | getting called | be called | am called
            | get called | are called | insisted | insists | concluded that | found that | concludes that | alleged |
            alleges | alleging | quote : | someone : | asserted | replied : | replied that | the phrase | the word |
            hears that | announced that | they call | people call | some call | critics call | they called | mocked as |
            dismissed as | denounced as | referred to as | adds that | added that | warns that | warned that | notes
            that | noted that | mentions that | mentioned that | suggests that | maintains | maintained that | admits
            that | admitted that | declares | declared | explains that | explained that | jokes | joked | moans | moaned
            | grumbles | grumbled | snapped | muttered | whispered | sneered | chanted | cried | texted | emailed that |
            emails that | emailed to say | rang to say | phoned to say | wrote in to say | predicts | predicted | fears
            that | feared that | is said to | are said to | was said to | is believed to | are believed to | is rumoured
            to | are rumoured to | is rumored to | is thought to | are thought to | is reported to | are reported to |
            is alleged to | are alleged to | considers/consider/considered us/me/our/him/her/it |
            regards/regard/regarded us/me/our/him/her/it as | sees/see us/me/our as | rates/rate/rated us/me/our |
            compares/compare/compared us/me/our/him/her | likens/likened us/me/our/him/her | criticised/criticized/
            slammed/blasted/mocked/ridiculed for/as | seen as | perceived as | the rumour is | word is | word has it |
            the gossip is | the story goes | hears people say | hear people say | heard people say | i hear it | i heard
            it | i keep reading | i keep hearing | we keep hearing that | we keep reading that | quoted as saying |
            quoting | sign says | many think | finds/find it/the/this/that/its/my | find them | found it/my/your/this |
            comes/came across as | the allegation that | allegations that | allegations of | claims that | the charge
            that | the charge of | the feeling that | the impression that | the perception that | the reproach that |
            the stereotype that | the prejudice that | the cliché that | the notion that | verdict : | one comment : | a
            comment : | the comment : | one reply : | feedback : | one review : | review : | reads/read : | said : |
            asks us why we're | asked us why we're | told to our faces | ask why we're | asked why we're | they think |
            they believe | they feel | they claim | they write | told our/my/the/his/her |
            you hear that we/we're/our | you read that we/we're/our
            """,
        ),
        (
            _SENTENCE_BEHIND,
            """
            , says | , said | , writes | , wrote | , claims | , claimed | , according to | , he says | , she says | ,
            they say | , he said | , she said | , they said | , reports | , tweeted | , argues | , i hear | , i read | ,
            i'm told | , we're told | , people say | , some say | , apparently | , is what they called | , he wrote | ,
            she wrote | , he called | , she called | they called us | he called us | she called us | people call us |
            they call us | they call me | he called me | she called me | is what he said | is what i keep | is what we
            keep | is what i hear | is what we hear | is what i read | is what we read | is what you hear | is what she
            said | is what they said | is what people say | is how they | was how they | i keep hearing | we keep
            hearing | was the headline | ran the headline | was the verdict of | was the reply | was the response | was
            the comment | one resident | a reader | , one | , they think | , he thinks | , she thinks | , they claim | ,
            he claims | , she claims | , some think | , many say | , others say | , critics say | , residents say | ,
            parents say | , they told us | , they told me | , he told us | , she told us | , he told me | , she told me
            | , we hear | , we were told | , i was told | , i've been told | , was the complaint | , was one comment | ,
            went the | , ran the | , reads the | , read the | , so they say | , or so they say | , it seems to them | ,
            they write | , he writes | , she writes | , in their words | , in his view | , in her view | , in their view
            | , in the words of | , as one | , as they put it | , as he put it | , as she put it | , to quote | , to
            hear them | , it is said | , it's said | , supposedly | , reportedly | , allegedly | was one comment | was
            one reply | was a comment | was the accusation | was the complaint | was the headline in | was the criticism
            | they shouted | he shouted | she shouted | someone shouted at |
            , so i'm told | , so we're told | , so we hear | , so i hear
            """,
        ),
        (
            _SENTENCE_AROUND,
            """
            according to | someone wrote | someone said | someone tweeted | someone shouted | someone called |
            reportedly | allegedly | in the words of | in his words | in her words | in their words | rumour has it |
            rumor has it | so the story goes | purportedly | supposedly | by all accounts | in the eyes of | in their
            eyes | in his eyes | in her eyes | in their view | in his view | in her view | in the opinion of | if you
            believe | if you believe the | as one resident/reader/parent/patient/customer put it | as they put it | as
            he put it | as she put it | someone emailed | someone posted | someone told | someone asked | the papers are
            full of | per the
            """,
        ),
        (
            _LOOKALIKE,
            """
            i have to say | have to say | need to say | want to say | like to say | just to say | sorry to say | proud
            to say | happy to say | pleased to say | glad to say | nothing to say | sad to say | safe to say | that's to
            say | that is to say | has to say | something to say | a lot to say | dare to say | truth be told | all told
            | things to say | easy to say | got to say | gotta say | hate to say | as i wrote | as i said | i … wrote |
            i … said | we … said | we … wrote | let me say that | i can say that | finally say that | i have to say that
            | have to say that | as we wrote | so - called | i told | we told | i have told | i've told | who says | who
            wrote | who said | who called | who … called | who thinks | who claims | we hear you | i hear you | anyone
            who thinks | who writes | according to plan | according to schedule | according to the plan | according to
            our records | i said | i say | i called | i call | we said | we called | i wrote | we wrote | i thought | we
            thought | i claimed | we say that | i say that | that said | having said that | it must be said | must be
            said | i must say | that being said | he said she said | easier said | so called | be called in | called for
            | call for | called off | called on | calls for | calls off | calls on | i'd describe | we described | i
            described | i have said | i've said | we've said | as we said | i've called | i have called | i felt | we
            felt | i stated | we stated | i argued | we argued | i suggested | we suggested | , i thought | , i said |
            when all is said and done | well said | needless to say | a meeting called | a project called | a scheme
            called | a book called | is called the | phone calls | calls to | calls from | calls about | missed calls |
            suggested improvements | called in | called to | calls in | united states | member states | feels like | it
            feels | described in | called back | i tweeted | we tweeted | i posted that | calls us on | called us on |
            call us on | call us at | call me on | call us if | call us for | call our office | call our team | call our
            desk | call our helpline | call us today | call us now | call us between | call us before | find it hard |
            find it in | found it in | find it on | find it at | find it here | find the link | find the time | find the
            details | find the form | find the answer | find the map | find this on | find this at | i find it | we find
            it | i find the | we find the | i find this | we find this | i found it | we found it | i found this | we
            found this | you find it | you find the | you'll find it | you'll find the | to find the | to find it | i
            find that | we find that | can find it | can find the | seen as many | declared open | who declared | i
            declared | we declared | i joked | we joked | i admitted that | we admitted that | i maintain | we maintain
            | well maintained | claims department | insurance claims | that feared | i predicted | we predicted | i
            cried | we cried | word is out | word is bond | price quoted | i was quoting | i muttered | i whispered |
            read : on | expenses claims | i predict
            """,
        ),
        (
            _STOP,
            """
            so | but | ; | however | i think | in my view | in my opinion | we think | i'd say | if you ask me
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
            my/our explanation/reply/answer/answers/post/tweet/letter/email/message/wording/words/text/statement/
            response/
            tone/estimate/timing/communication/presentation/joke/comment/remark/invitation/report/planning/approach/
            handwriting/spelling … was/were/is/are/sounded/came |
            our own fault/mistake/mistakes/blunder/blunders/error/errors/stupidity/failure/failings/making/cock-up | our
            own stupid/silly/worst
            """,
        ),
        (
            _AROUND,
            """
            i have | we have | i've | we've | i am | i'm | im | i was | i've been | i have been | i felt | i feel like |
            i became | i looked like | i sounded like | i made | i did | i sent | i forgot | i got | i missed | i left |
            i walked | i sat | i behaved | i acted | i must be | i can be | i might be | i may be | i'd been | am i |
            was i | did i | we are | we're | we were | we've been | we have been | we made | we did | we got | we missed
            | we looked like | we sounded | we acted | we behaved | were we | are we | we forgot | call me | call us |
            myself | ourselves | yours truly | we sent | we left | we had been | we can be | i wrote | i posted | i
            booked | i lost | i broke | i dropped | i locked | i spilled | i spilt | i tripped | i clicked | i typed | i
            pressed | i mixed | i misread | i misheard | i forwarded | i published | i parked | i overslept | i promised
            | i failed | i panicked | we wrote | we posted | we booked | we lost | we broke | we dropped | we locked |
            we misread | we printed | we published | we forwarded | we mixed | we promised | we failed | we panicked |
            we underestimated | we overlooked | i overlooked | i underestimated | i'll be the first | i sounded | i seem
            | i look like | i sound like | we look like | we sound like | we seem | silly me | stupid me | daft me |
            clumsy me | shame on me | shame on us | my bad | our bad | we've got it | we feel like | i felt like | we
            felt | we felt like
            """,
        ),
        (
            _LOOKALIKE,
            """
            i have to | we have to | i have seen | i've seen | i've never | i have never | i've met | i have met | we've
            seen | we have seen | i've had it | i've had enough | we've had enough | i've got a | we've got a | i have
            an | we have an | we've got an | i've worked | i have worked | i've asked | i've heard | i have heard |
            we've heard | we have heard | i've known | i have known | we've known | i have no | we have no | i'm told |
            i've been told | i have been told | we've been told | we've been asked | we were asked | i've been asked | i
            was asked | i think | i believe | i see | i know | i hate | i want | i say | i call | i called | i said | i
            hear | i met | i saw | we think | we see | we know | we say | we have a | i have a | we believe | i hope |
            we met | we saw | i don't think | i voted | we voted | i work | we work | i'm sick of | i am sick of | i'm
            done with | i am done with | i'm tired of | i am tired of | we're tired of | we are tired of | i'm fed up |
            i am fed up | i'm angry | i'm so angry | i'm furious | i was told | i was called | we were told | i'm sure |
            i am sure | i'm convinced | i'm sorry | i was served by | i was helped by | i'm dealing | we're dealing | we
            are dealing | i'm calling | i'm glad | i'm happy | i made the mistake of trusting | my own boss | our own
            boss | my own manager | my own councillor | our own councillor | our own mayor | our own minister | our own
            council | my own council | my own mp | i got a | i got an | i did hear | i did see | we got a | i am not
            voting | i'm not voting | i'm surrounded | i am surrounded | we're surrounded | i'm watching | i was
            watching | i'm looking at | we're stuck | i'm stuck | i'm with | two of us | some of us | many of us | all
            of us | most of us | ahead of us | in front of us | none of us | one of us said | i sent a | i sent the | we
            sent the | i made them | we're governed | we are governed | we are ruled | we're ruled | we're led | we are
            led
            """,
        ),
        (
            _STOP,
            """
            until | what | why | how | and the/my/our/their/his/her | , so/the/which | but | ; | because | with | by |
            that | those | these | this | of | about | at | for | from | to | than | who | against | under | you | he |
            she | they | he's | she's | they're | you're | who's | when | while | the fact | and you | and he | and she
            | and they
            """,
        ),
        (
            Cue(Direction.FORWARD, Reach.CLAUSE, most=1),
            """
            i | we
            """,
        ),
        (
            Cue(Direction.FORWARD, Reach.CLAUSE, most=4),
            """
            my own | my biggest | my worst | our worst | our biggest | my most | my dumbest | mea culpa : | my stupid |
            my stupidest | our most | my silly | makes me | made me | makes us | made us | made me look | my greatest |
            my latest | our latest | my first | my fault | confession : | self - confessed | i admit | i confess | i own
            up | guilty of | my mistake | our mistake | my error | our error | our dumbest | our stupidest | our silly
            """,
        ),
        (
            Cue(Direction.BACKWARD, Reach.CLAUSE, most=6),
            """
            of me | of us | that we are | that we were | that we sometimes are | as i am | as i was | as we are | as we
            were | of mine | of ours | on my part | on our part | that i am | that i was | , me | is me | was me | was
            us | is on me | is on us | was mine | was ours | my side | our side | by yours truly | as me | like me |
            like us | than me | than us | was my doing | was our doing | i must admit | i admit | i confess | , i own |
            , we own | , my bad | , our bad | , my fault | , our fault | is my own fault | is our own fault | , guilty
            """,
        ),
        (
            Cue(Direction.BACKWARD, Reach.TEXT, most=12),
            """
            that's me | that was me | that was us | that would be me | that is me | that's us
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
            more : {url} | details : {url} | info : {url} | here : {url} | read : {url} | {url} … read | press release
            is | press release out | our press release | in the press release | in a press release | see the press
            release | the press release on | read the press release | at the press conference | at a press conference |
            during the press conference | the press conference again | back the press conference | in our annual report
            | annual report shows | annual report says | annual report is | on our site | on our website | on the
            website | on the council's website | on our page | on our channel | on our facebook page | is now public |
            are now public | now public | is public | are public | made public | went public | published | has been
            announced | was announced | were announced | have been announced | announced yesterday | announced today |
            announced last | announced this | we announced | has announced | have announced | in the public meeting | at
            the public meeting | in a public meeting | in public session | in open session | open session | at a public
            meeting | public hearing | public gallery | public record | on the public record | public minutes | public
            agenda | public register | in the public domain | is online | are online | now online | is live on | is up
            on | are up on | went live | now live | livestream recording | watch back | catch up on | available online |
            available at | available on | in the papers | in the paper | in the news | in the media | on the news | open
            data | freely available | was made public | were made public | read … at {url} | read … {url} | more … {url}
            | {url} … more | details … {url} | full … {url} | in full … {url} | it's official | it is official | is
            official | officially announced | released yesterday | released today | released last | was released | were
            released | publicly | was unveiled | unveiled yesterday | in the gazette | gov . uk | gov.uk | in parliament
            | in hansard | for all to read | open to all | public consultation | has been released | have been released
            | you can read | free to read | out now | is out today | are out today | came out yesterday | came out today
            | came out this | came out last | link below | linked below | link in bio | see the link | link in the
            comments | link in the first comment | as reported in | as reported by | in the press | in the local press |
            on tv | on the radio | on bbc | on the bbc | on the front page | in today's | in this morning's | in
            yesterday's | has been published | posted on our | posted online | on the noticeboard | on our noticeboard |
            in our newsletter | in the newsletter | for everyone to read | for everyone to see | for anyone to read |
            anyone can read | anyone can look | open for anyone | press release : | news is out | news broke | broke the
            news | secret is out | is common knowledge | was broadcast | broadcast live | broadcast last | on the
            planning portal | on the portal | on the public register | foi response | freedom of information | minutes
            are | minutes show | on the agenda for |
            it's public | it's now public | it's all public | they're public | that's public | it's online now |
            no longer a secret | no longer secret | council/ministry/minister/government/cabinet/board/company/police/
            university/hospital/trust announced/confirmed/published |
            as the … wrote/reported/writes/reports/said/says | as the … had it | council/councillors/parliament/mps/
            senate/board voted | council/parliament … approved/adopted | website has said/says/shows | site has
            said/says/shows | on our website since |
            in the published/public report/minutes/papers/accounts/plan/letter |
            published/public minutes/accounts/papers/report | hit the headlines | made the front page |
            as the … has/had reported | paper/papers/press/bbc/gazette
            reported/reports/wrote/has/had |
            as you could read/hear/see | as you may have read/heard/seen | had the letter | have had the letter
            """,
        ),
        (
            _LOOKALIKE,
            """
            public transport | public health | public sector | public servant | public servants | public service |
            public services | publicly funded | public holiday | annual report is due | published author | publicly
            owned | public library | public toilet | public toilets
            """,
        ),
    )
)

SECRET = Lexicon(
    (
        (
            _SENTENCE_AROUND,
            """
            not public | not yet public | not yet announced | not yet published | isn't public | aren't public | not
            been announced | not been published | hasn't been announced | hasn't been published | haven't announced |
            isn't out | yet to be announced | secret | embargo | embargoed | under embargo | confidential | between us |
            between you and me | off the record | sneak preview | sneak peek | shouldn't say | not supposed to | not
            allowed to | leaked | behind closed doors | closed session | private session | closed meeting | not on our
            site | not on our website | internal memo | unpublished | never published | not officially | don't tell |
            just between | keep it quiet | keep this quiet | not for publication | nobody knows | hush
            """,
        ),
        (
            _LOOKALIKE,
            """
            no longer secret | no longer a secret | no longer confidential | no longer under embargo | not a secret |
            no secret | embargo has
            lifted | embargo lifted | embargo is over | embargo is off | embargo has ended | were/was/been secret until
            | kept/keep secret until now/today/yesterday | secret is out | secret until now/today/yesterday/recently |
            confidential until now/today/yesterday/recently | embargoed until now/today/yesterday/recently | under
            embargo until now/today/yesterday/recently | was/were secret | was/were confidential | was/were under
            embargo | was/were embargoed | been secret | been confidential | been under embargo | once secret | once
            confidential | previously secret | previously confidential | formerly secret | formerly confidential |
            declassified | secret no longer | secret no more | secret any more | confidential any more | no longer off
            the record | secret ballot | secret santa | secret garden | secret ingredient | weren't allowed to | wasn't
            allowed to | weren't supposed to | wasn't supposed to | couldn't say until now |
            was/were kept secret | kept secret until
            """,
        ),
    )
)

LATER = Lexicon(
    (
        (
            _SENTENCE_AROUND,
            """
            tomorrow | later | soon | next week/month/year | tonight | until | will | won't | it'll | we'll | they'll |
            going to | gonna | once | as soon as | before it | before the | when it's | ahead of the | yet to | no press
            release | without a press release | never | draft press release | waiting for |
            monday/tuesday/wednesday/thursday/friday … goes/lands/is out/publish | lands/goes …
            monday/tuesday/wednesday/thursday/friday
            """,
        ),
        (
            _LOOKALIKE,
            """
            from tomorrow | starting tomorrow | you will find | you'll find | will be able to | sooner or later | open
            until | will find |
            until today/yesterday/now/recently/lately | until this morning/week/afternoon | until last
            week/month/year/night
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
            also known as | , also known as | aka | , better known as | better known as | , also called | also called |
            , otherwise known as | otherwise known as | is what we call
            """,
        ),
        (
            Cue(Direction.BACKWARD, Reach.TEXT, most=3),
            """
            ie | that is , | , that is | , meaning | means | which means | stands for | stand for | is short for | ,
            short for | in other words | , in plain english | in plain english | , or , in | , or in plain | is jargon
            for | is the term for | , a fancy word for | is a fancy word for | is just a fancy | is civil service speak
            for | simply means | which is | to you and me | is code for | refers to | is an abbreviation | is the
            abbreviation | is an acronym | , in short | , put simply | , or rather | basically means | translates as | ,
            by which we mean | , by which i mean | is officialese for | , put another way | , which means | , in other
            words | is another word for | is a posh word for | is a fancy name for | is just another | , shorthand for |
            is shorthand for | , the fancy word for | , the official word for | , the official name for | is the
            official name for | is where | is when | is how we | is what you | is jargon | , as in | boils down to |
            comes down to | is how long | , the technical term for | is the technical term
            """,
        ),
        (
            Cue(Direction.FORWARD, Reach.SENTENCE, most=7),
            """
            ^ by/with … we/i mean | known as | so-called | so - called | what we call | abbreviated to |
            abbreviated as | , or | , called | is
            called | it's called | this is called | in jargon | in the jargon | in planning speak | what's called | what
            is called | in official speak | or , in jargon , | we call this | we call it | we call that | shortened to |
            officially | the term for this is | the official term is | technically | the jargon for | jargon : | the
            jargon is | the abbreviation is | which we call | that we call | we refer to as | referred to as | the word
            for that is | the word for it is | the name for that is | the name for this is | professionals call |
            planners call | doctors call | lawyers call | experts call | nurses call | teachers call | , also referred
            to as | goes by the name | by the name of | the proper term is | the legal term is | the medical term is |
            short : | in short form | or in short
            """,
        ),
        (
            _LOOKALIKE,
            """
            that/those/this/these/his/her/their/your so - called | that's where | this is where | that is where | that's
            when | this is when | that is when | that's how we | this is how we
            """,
        ),
    )
)

# Words that open a question, and words that may stand before them.
QUESTION_STARTS = frozenset(
    """
    am any anyone are aren't can can't could couldn't did didn't do does doesn't don't ever had has hasn't have
    haven't how how's is isn't may might must shall should shouldn't was wasn't were weren't what what's whats
    when when's where where's which who who's whom whose why why's will won't would wouldn't
    """.split()
)
QUESTION_LEADS = frozenset(
    """
    also and at because but by for from genuinely hey hi honestly in just no of oh ok okay on or seriously so
    sorry then to well with yes
    """.split()
)
# What turns no statement into a question: "…, toch?"
TAGS = frozenset(
    tag.strip()
    for tag in """
    agreed | anyone | are they | aren't they | aren't we | aren't you | bet | can't they | correct | didn't he |
    didn't they | do they | does he | doesn't he | doesn't it | doesn't she | don't they | don't we | don't you
    | don't you think | eh | eh folks | hasn't he | hasn't it | huh | innit | is he | is it | is she | isn't he
    | isn't it | isn't she | isn't that so | no | ok | okay | or is it just me | or not | or what | right | see
    | wanna bet | want to bet | was he | wasn't he | wasn't it | weren't they | won't they | wouldn't you say |
    yes | you know | you see
    """.split("|")
)
# Words before a span that take it for granted, and words after which that is denied all the same.
DEFINITE = frozenset("that the these this those".split())
POINTING = frozenset("that those".split())
COMPANY = frozenset("about after around at believe by for from near of to trust with".split())
INDEFINITE = frozenset("a an".split())
# After "that" these begin a clause: it does not point at what follows.
CLAUSE_STARTS = frozenset(
    "i you he she we they it the a an there this these our my your his her its their no nobody".split()
)
DENIES_NEXT = frozenset("aren't be been isn't neither never no nor not wasn't weren't without".split())
COMPLEMENTED = frozenset(
    """
    , : all anyone anything believe believes claim claims everyone feel feels is know knows mean means not
    nothing people said say saying says so someone something such suggest suggesting sure thing think thinks
    thought true
    """.split()
)
ADJECTIVE_ENDS = tuple(
    """
    ing ed ish ous ful less old lazy crazy greedy stupid pathetic arrogant silly useless bloody total complete
    big little poor sad new whole same
    """.split()
)
# What follows a predicate that opens its clause ("een prutser is hij niet"), not a subject.
AFTER_A_FRONTED_PREDICATE = frozenset("am are he i is isn't it never not she they we you".split())
