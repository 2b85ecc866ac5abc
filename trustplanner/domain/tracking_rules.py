"""The words and shapes of watching somebody, for `tracking`: a small grammar, made into patterns when first needed.

A rule begins at the edge and goes on in indented lines. "@" is the person as subject or object, "@s" what is theirs,
"@h" is "her", which may be either. `check*` stands for every word with that beginning, a name in capitals for the
words under that name, ANY for any one word. Brackets, `|`, `?` and `{0,4}` mean what they mean in patterns; `!(...)`
says what must not follow and `?(...)` what must. Nothing repeats without a limit, so that the work stays in proportion
to the length of a sentence.
"""

import re
from collections.abc import Iterator
from functools import cache
from typing import Final, NamedTuple

WORDS: Final = """
# what can be watched
DEVICE: phone | phones | mobile | mobiles | cell | cellphone | smartphone | handset | iphone | ipad | tablet |
    laptop | laptops | computer | pc | mac | device | devices | smartwatch | whatsapp | instagram | insta | facebook
    | snapchat | tiktok | telegram | messenger | tinder
WRITING: message | messages | text | texts | chat | chats | dm | dms | email | emails | inbox | voicemail |
    voicemails | call | calls | history | browser | searches | apps | profile | profiles | socials | feed | stories
    | posts | followers | status | account | accounts | statement | statements | contacts | online | activity
SECRET: password | passwords | passcode | passcodes | pin | pins | login | logins | location | locations |
    whereabouts | position | movements | gps
BELONGING: bag | bags | handbag | handbags | purse | purses | wallet | wallets | rucksack | backpack | pocket |
    pockets | coat | jacket | drawer | drawers | things | belongings | stuff | mileage | odometer | satnav |
    glovebox | spending | expenses | purchases | receipts | move | moves | alibi | comings | goings | breath |
    laundry | diary | diaries | journal | journals | notebook | shifts
SEARCHED_PLACE: car | room | desk | wardrobe | bed | house | flat | letter | letters | post | mail | calendar |
    photos | pictures
TO_BE_TAKEN: phone | keys | card | money | passport
ABODE: flat | house | home | place | work | office | workplace | gym | street | car | window | shop
OF_THEIR_LIFE: friends | contact | contacts | calls | spending | money | time | drinking | clothes | outings |
    visits | movements | food | phone
TOOL: tracker | trackers | tracking | airtag | tag | gps | spyware | keylogger | stalkerware | bug | camera |
    cameras | dashcam | recorder | microphone | location sharing | find my | parental control* | monitoring | app |
    apps | software
SURE_TOOL: tracker | trackers | tracking device | airtag | air tag | spyware | keylogger | stalkerware | hidden
    camera* | listening device | gps
NO_THING: !(number | bill | bills | contract | charger | case | screen)
THING: (DEVICE | WRITING | SECRET | BELONGING) NO_THING
ANY_THING: (DEVICE | WRITING | SECRET | BELONGING | SEARCHED_PLACE) NO_THING
PRIVATE: (DEVICE | WRITING | SECRET) NO_THING

# small words
SMALL: a | an | the | all | any | some | of | out | up | at | in | on | into | over | inside | through | around |
    from | off | to | for | and | or | by | as | is | what | whatever | that | every | each | other | again | once |
    twice | daily | nightly | weekly | hourly | always | still | regularly | secretly | quietly | closely |
    carefully | often | now | then | also | only | just | both | evening* | night | nights | morning* | day | days |
    week | weeks | hour | hours | minutes | weekend | while | before | after | when | bed | work | sleeps | asleep |
    monday* | tuesday* | wednesday* | thursday* | friday* | saturday* | sunday* | time | times | new | last |
    incoming | latest
AFTER_OBJECT: SMALL | but | if | whether | where | who | how | why | so | with | without | during | until | till |
    too | everywhere | anywhere | home | back | online | down | there | tonight | today | tomorrow | because | since
    | whenever | wherever | along | more | less | about
FEW: SMALL{0,4}
GAP: (SMALL | DEVICE | WRITING | SECRET | BELONGING | SEARCHED_PLACE){0,6}
OFTEN: (always | never | often | really | actually | still | just | also | ever | even | only)?

# the person
THEIR: (@s | @h) (!(my | our | own | i | @ | @s | @h) ANY){0,2}
THEM: (@ | @h ?(AFTER_OBJECT | END))
WHO: (@ | @s | @h | (@s | @h) (car | phone | bike))
PEOPLE: sister* | brother* | mother | mum | mom | father | dad | parents | friend | friends | colleague* | boss |
    neighbour* | neighbor* | children | kids | son | sons | daughter* | family | people | flatmate* | housemate* |
    roommate* | cousin* | coworker* | teacher* | someone | somebody | everyone | everybody | others

# what one does to watch
LOOK: check* (up | over | through)? | inspect* | monitor* | track* | scan | scanning | examin* | brows* | scroll* |
    trawl* | peek* | glanc* | verif* | audit* | unlock* | access* | hack* | (have | get | keep | want | demand)
    access | (log* | sign*) (in | into | on) | get* into | copy | copying | photograph | screenshot | download |
    forward | intercept | listen* (in | to) | control* | view | viewing | watch | watching | stalk* | (read | reads
    | reading) (through | over)? | look* (through | at | into | in | over | up | on | inside) | (have | take |
    taking | having) a (quick | good)? look | (go | goes | going | went) (through | over | into | on) | keep* (an
    eye | tabs | track | a record | a log | a list)
RUMMAGE: search* | rummag* | snoop* | spy* | pry* | (go | going) through | look* through | open | opening |
    intercept* | track* | empty* | turn* out
FIND_OUT: check* | find* out | see | seeing | watch | watching | monitor* | track* | know | knowing | learn |
    verify* | confirm* | establish | investigat* | look* up? | work* out | figur* out | be told | be sure | mak*
    (sure | certain) | hear
NOTE: (note | notes | noting) down? | writ* down | log | logs | logging | record | recording | count | counting |
    time | timing | keep* (a | the)? (log | list | record | note | notes | track | diary | count) of | mark* down
ENSURE: mak* (sure | certain) | ensur* | see to it | seeing to it | insist*
DEMAND: ask* | tell | telling | get | getting | make | making | have | having | want | wanting | need | needing |
    expect* | requir* | remind* | order | ordering | forc* | insist* | demand* | beg | urge | push | oblige |
    request*
PUT: install* | put | putting | hide | hiding | fit | attach | plant | place | set up | add | slip | leave | (switch
    | turn) on | enable | activate

# what they do
IS: is | are | was | were | has been | have been | had been | be | will be
IS_AT: IS | goes | go | went | sleeps | slept | stays | stayed | spends | spent | drives | parks | lives | hangs
DEALS_WITH: see* | saw | meet* | met | talk* | text* | call* | ring* | rang | phon* | messag* | writ* | wrote |
    speak* | spoke | chat* | follow* | dat* | contact* | spend* | spent | hang* | sit* | flirt* | reply* | replie* |
    go | goes | went | likes | liked | IS | had
MOVES: IS OFTEN (home | back | out | online | there | lying | cheating | hiding | honest | faithful | sober | clean
    | asleep | awake | alone | active | late | really | telling | seeing | texting | talking | meeting | going |
    doing | wearing | spending | drinking | using | calling | messaging | writing | in bed | in the | at !(ease |
    peace) | with | up to) | (come | comes | came | get | gets | got) (home | back | in | there | to | up) !(safe*)
    | leave | leaves | left | arrive | arrives | arrived | go | goes | went | (has | have | had) (been | gone | left
    | come | deleted | read | seen | met | talked | texted | spent | drunk | eaten | called | written) | (spend |
    spends | spent | drinks | drank | texts | texted | deletes | deleted | lies | lied | wears | wore | posts |
    posted | logs (in | on) | sleeps | stays out | calls | called | rings | rang | (speaks | talks) to | meets | met
    | sees !(me | the) | saw) !(me (about | what | how))
DOES_NOT: (does not | do not | never | no longer | only | will not | can not) ever?
MEETS: goes | go | sees | see | meets | meet | talks | talk | speaks | speak | texts | text | calls | call | rings |
    ring | messages | message | drinks | drink | spends | spend | wears | wear | leaves | leave | lies | lie | hides
    | hide | contacts | contact | deletes | delete | flirts | flirt | dates | date
MUST: IS OFTEN (home | back | in bed | indoors | at home | in by | where | not (out | late) | online | reachable |
    sober) | (come | comes | get | gets | go | goes | stay | stays) straight? (home | back | in | indoors | at home)
    !(safe*) | DOES_NOT MEETS !(without | hungry | short | the | my | it | me | this | us | in vain) | answers |
    reply | replies | responds | picks up | behave* | obey* | reports | asks me | checks in | keep* (@h | @s | @) |
    sticks to | (tells | texts | calls | rings | messages | shows | sends | lets) me
ON_THE_MOVE: where | who | whom | what time | how late | every | each | hourly | nightly | (when | whenever | before
    | after | once | if | as soon as | that) WHO OFTEN MOVES
WITH_WHOM: with? (who | whom | whose) else? WHO OFTEN DEALS_WITH
WHERE_THEY_ARE: where exactly? WHO OFTEN IS_AT
FREEDOM: seeing !(me | the | my) | going !(without) | meeting | talking | speaking | texting | calling | messaging |
    leaving | wearing | drinking | spending | working | contacting | using | driving | dating
SHARES: send | share | shares | show | shows | give | hand over? | forward | turn on | switch on | enable | leave |
    keep | unlock | open | provide | tell | surrender | let me (see | have | read | check)
TELLS: tell | tells | text | texts | message | messages | call | calls | ring | rings | phone | phones | say | says
    | write | writes | email | emails | inform | informs | notify | notifies | (let | lets) me know | send me (a |
    one)? (text | message | line) | prove
"""

WATCHING: Final = """
# what belongs to somebody
LOOK GAP THEIR THING
RUMMAGE GAP THEIR ANY_THING
LOOK GAP (password | passcode | pin | messages | texts | calls | photos | history) (to | on | in | of | for) THEIR
    THING
(see | seeing | get | know | knowing | have | having | keep | keeping | use | using | hold | learn | guess | want |
    demand | need | (ask | asking) for | insist on | request) FEW THEIR SECRET
(see | seeing | (ask | asking) for | demand | demanding | insist on) FEW (see | seeing)? THEIR PRIVATE
(take | taking | confiscat*) (away THEIR TO_BE_TAKEN | THEIR TO_BE_TAKEN (away | off | from))

# where somebody is, with whom, until when
(FIND_OUT | NOTE) FEW (WHERE_THEY_ARE | WITH_WHOM)
(check* | find* out | see | verify | confirm | monitor | watch | track | be sure | know) FEW (when | what time | how
    (long | often | late) | whether | if | that)? WHO OFTEN MOVES
NOTE FEW (when | what time | how (long | often | late | many | much) | (every | each) time | whether | if | that |
    the (time | times | hour | hours)) (!(@ | @s | @h) ANY)? WHO OFTEN (MOVES | has | takes | uses | eats | smokes)
(check* | find out | watch | watching | monitor* | see | know | control) FEW (what | how much | how many ANY) WHO
    OFTEN (IS (doing | up to | hiding | saying to | writing | buying | texting | spending | wearing | drinking) |
    does | did | buys | bought | spends | spent | writes | posts | wears | eats | drinks | hides | deletes | gets
    up)
ENSURE that? WHO OFTEN MUST

# somebody
keep* ANY{0,2} (eye | eyes | tabs | watch | check | track) (on | of | over) THEM
(follow | following | track | tracking | monitor | monitoring | stalk | stalking | tail | tailing | shadow |
    shadowing | (spy | spying | snoop | eavesdrop) on | (check | checking) up on | surveil | supervise | police |
    policing | trace | locate | film | bug | interrogate | quiz | grill | chaperone | search | control | controlling
    | restrict | forbid | prohibit) THEM
(watch | watching) THEM !(play | sing | perform | race | run | swim | compete | dance | act | win | graduate)
have THEM (followed | watched | tracked | monitored | checked)
(driv* | walk* | ride | cycl* | go | going | come) (past | by) THEIR ABODE
(sit | sitting | park | parking | hang around | lurk) (outside | near | in front of) THEIR ABODE
PUT (!(@ | @s | @h) ANY){0,4} TOOL (on | in | into | under | to | at | for | inside | behind) THEIR
(PUT | buy) (!(@ | @s | @h) ANY){0,3} SURE_TOOL (on | in | into | under | inside | to) !(my | mine | our own)
(share | sharing | exchange | swap | swapping) both? our live? (location | locations | passwords | passcodes |
    phones)

# control
(forbid | ban | prohibit | stop | stopping | prevent | keep | block | bar) THEM from? ever? FREEDOM
(not | never | no longer | only) (let | letting | allow | allowing | permit) THEM to? (go !(without | first) | goes
    | out | see !(me | the | my | it) | meet | (talk | speak) to | text | call !(me) | leave the | wear | drink |
    spend | drive | contact | use | message)
(allow | let | permit) THEM to? (go out | see ANY? (@s | @h)? friends | use (@s | @h) phone | leave the house)
(decide | choose | approve | dictate | say) (who | whom | where | what | when | which ANY | how (much | often)) WHO
    OFTEN (may | can | (is | are) allowed | is to | wears | sees | meets | spends | goes | talks | eats | drinks)
(approve | limit | restrict | ration | cut off | vet | manage | control | controlling) THEIR OF_THEIR_LIFE
(set | give | giving | impose) on? (@ | @h) (a | an)? (curfew | allowance | time limit)

# others, asked about somebody
(ask | asking | question | questioning | quiz | call | ring | phone | text | message | pump) (@ | @s | @h | the | my
    | our | mutual | all | other | any | some){0,4} PEOPLE ANY{0,3} (WHERE_THEY_ARE | WITH_WHOM | what WHO OFTEN (IS
    (doing | up to) | does | did | says about | said about) | (whether | if | when) WHO OFTEN MOVES | about THEM)
"""

WANTING_REPORTS: Final = """
(ask | asking) THEM? FEW (WHERE_THEY_ARE | WITH_WHOM)
DEMAND that? (@ | @h) to? OFTEN SHARES (@ | me | over | us){0,3} (the | all | any | some | a | live | of | proof of
    | @s | @h){0,4} (!(@ | @s | @h) ANY){0,2} (PRIVATE | screenshot* | selfie* | proof | receipt* | photo* (of |
    from) (where | @) | diary)
DEMAND that? (@ | @h) to? OFTEN TELLS to? me? at? (!(@ | @s | @h) ANY){0,2} ON_THE_MOVE
DEMAND that? (@ | @h) to? OFTEN (report* | account (to | for) | (check | checks) in with me | (keep | keeps) me
    (posted | updated | informed) | update* me | clock* in | justify | justifies | explain where | answer* (within |
    at once | straight | immediately | every | whenever | all my calls) | (reply | replies) (within | at once |
    straight | immediately) | pick* up (whenever | every | within) | prove | be (home | back | in) | come straight?
    home | stay (home | in | at home) | (get | ask for) my permission | ask me (first | before))
(tell* | text* | show* | send* | report* | let | lets | give* | giving) to? me know? FEW (WHERE_THEY_ARE | who WHO
    OFTEN DEALS_WITH | (when | whether | if) WHO OFTEN MOVES | THEIR PRIVATE)
(demand | expect | require | insist on | want) (!(@ | @s | @h) ANY){0,4} (report | reports | proof | text | texts |
    call | calls | update | updates | answer | answers | account) (from | of | by) (@ | @h)
"""

# Looked for in the words just before a match, which they take back.
TAKEN_BACK: Final = """
# "not", and a few words on: "not ever secretly check", "does not have to tell me"
(not | never | neither | nor | no longer) !(only | just | forget | fail | miss | skip | neglect | omit) (!(and | but
    | then | until | till | before | unless | except | so | because | when | if | while | that | i | we | @ | @h |
    @s) ANY){0,3}

# "stop checking", "instead of reading and copying"
(stop | stops | stopping | stopped | quit | quitting | ceas* | avoid* | resist* | end | ending | refrain* | without
    | instead | rather | (give | gave) up) (from | of | than | my | ever | secretly | even){0,3} (ANY (@ | @h |
    the)? (and | or))?

# what may come up, or was once done: "when I want to look", "the app I used to track"
((want | wants | wanted | wish | wished | tempted | temptation | urge | about | itch | impulse | used | longing |
    like) to | (feel | felt) like | (catch | caught | find | found | notice | noticed) myself) (secretly | just |
    quietly)?

# what is undone or owned up to: "remove the tracker", "admit that I"
(delet* | remov* | uninstall* | (switch | turn | take) off | (sign | log) out | get rid | (hand | give) back | throw
    away | admit* | confess* | apologi* | sorry | own up | (say | tell) (@ | @h)? that i) (!(then | and (i | check |
    look | read)) ANY){0,8}
"""


class Rules(NamedTuple):
    """The patterns, over words that each end with a space.

    `things` are words whose plural never makes "they" ambiguous, as in "the texts on their phone".
    """

    watching: tuple[re.Pattern[str], ...]
    wanting_reports: tuple[re.Pattern[str], ...]
    taken_back: tuple[re.Pattern[str], ...]
    things: frozenset[str]


@cache
def rules() -> Rules:
    """Every rule, read and compiled once."""
    return Rules(
        watching=tuple(_compiled(WATCHING)),
        wanting_reports=tuple(_compiled(WANTING_REPORTS)),
        taken_back=tuple(_compiled(TAKEN_BACK, end="$")),
        things=frozenset(re.findall("[a-z]+", " ".join(_words()[name] for name in _THINGS))),
    )


_THINGS: Final = ("DEVICE", "WRITING", "SECRET", "BELONGING", "SEARCHED_PLACE")
_TOKEN: Final = re.compile(r"(?P<name>[A-Z_]+)|(?P<word>@[sh]?|[a-z]+\*?)|(?P<open>[!?]?\()|(?P<other>\S)")
_OPENING: Final = {"(": "(?:", "!(": "(?!", "?(": "(?="}


def _compiled(text: str, end: str = "") -> Iterator[re.Pattern[str]]:
    for line in _lines(text):
        yield re.compile(rf"(?<!\S){_pattern(line)}{end}")


@cache
def _words() -> dict[str, str]:
    return dict(line.split(": ", 1) for line in _lines(WORDS))


def _lines(text: str) -> list[str]:
    """The rules of a text, each on one line, without comments."""
    kept = "\n".join(line for line in text.splitlines() if line and not line.startswith("#"))
    return kept.replace("\n    ", " ").splitlines()


def _pattern(line: str) -> str:
    return "".join(map(_piece, _TOKEN.finditer(line)))


def _piece(found: re.Match[str]) -> str:
    if found["name"]:
        return _named(found["name"])
    if found["word"]:
        return f"(?:{found['word'].replace('*', '[a-z]*')} )"
    return _OPENING[found["open"]] if found["open"] else found["other"]


@cache
def _named(name: str) -> str:
    match name:
        case "ANY":
            return "(?:[^ ]+ )"
        case "END":
            return "$"
        case _:
            return f"(?:{_pattern(_words()[name])})"
