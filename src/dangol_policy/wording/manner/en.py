"""English words that customers take badly."""

from __future__ import annotations

from dangol_policy.wording.cues import Cue
from dangol_policy.wording.finding import Ask, Kind
from dangol_policy.wording.manner.shared import ABBREVIATIONS

_SUPPOSED = (
    r"\b(?:if|when|whenever|unless|in case|whether|should|once|even if|that|what|where|how|why|before|after|until|or|"
    r"and|which) $"
)

CUES = (
    Cue(
        Kind.BLAME,
        Ask.NO_BLAME,
        r"""
        your (?:own )?(?:\w+ )?(?:fault|mistake|error|carelessness|negligence|oversight|handling|failure)
        it was you who / if you had(?!n't) / down to (?:your|you) / you (?:\w+ )?the wrong \w+
        you only have yourself
        you (?:have |had |obviously |clearly |simply |just |also |again |yourself |probably |apparently )*(?:failed|
        forgot|forgotten|neglected|omitted|refused|ignored|broke|damaged|dropped|lost|missed|misread|
        misunderstood|mistyped|misused|overlooked|violated|breached|caused|claim|claimed|allege|alleged|insist|
        insisted|mishandled|spilled|entered (?:the |a |an )?(?:wrong|incorrect|invalid)|gave (?:us )?(?:the |a |
        an )?(?:wrong|incorrect)|
        provided (?:us with )?(?:the |a |an )?(?:wrong|incorrect)|chose the wrong|used (?:it |the \w+ )?(?:wrongly|
        incorrectly|improperly)|made (?:a|the) mistake|came too late|were (?:late|careless|wrong|supposed to)|
        waited too long)
        you (?:did not|didn't|have not|haven't|never|do not|don't) (?:follow|read|provide|pay|tell|enclose|include|
        send|check|confirm|comply|respond|answer|listen|understand|inform|notify|bother|show up|complete|charge|keep|
        meet|take care|update|fill|cancel|observe)
        you (?:should|could|ought to|must) have / you (?:ought|were meant) to have
        (?:your|the customer's|the client's) (?:own )?(?:fault|mistake|error|carelessness|negligence|failure|misuse|
        oversight|wrongdoing|misunderstanding|inattention|delay|incompetence)
        because of you / due to (?:your|the customer's) / had you (?:\w+ ){0,2}\w+ / according to you
        you are (?:\w+ )?(?:responsible|to blame|at fault|liable|guilty) / user error
        blame (?:lies|is) (?:with|on) you / you have only yourself
        """,
        not_after=_SUPPOSED,
    ),
    Cue(
        Kind.RETORT,
        Ask.NO_RETORT,
        r"""
        better things to do / (?:we|i) heard you / you people / (?:nobody|no one) (?:forced|asked|told|made) you
        (?:figure|work|find|sort) (?:it|that) out (?:for )?yourself / (?:look|google) it up / google it
        you always (?:want|complain|ask) / for nothing / argue / how should i know / so what / as if / give me a break
        you (?:clearly )?don't (?:understand|get) it
        (?:as|like) (?:i|we) (?:have )?(?:already )?(?:told|said|explained|mentioned|wrote|
        stated)(?: you)?(?: before)? / (?:i|we)(?: have|'ve)? (?:already|repeatedly) (?:told|explained|said|answered)
        how many times (?:do|must|have|should|did|can) / calm down / relax / get over it / grow up
        (?:not|isn't|is not|never) (?:my|our) (?:problem|job|department|concern|business|responsibility)
        (?:nobody|no one|no other \w+)(?: else)?(?: has| ever)* (?:complain\w*|had|said|minded)
        (?:everyone|everybody) else / you are (?:wrong|mistaken|confused|exaggerating|being \w+|overreacting)
        you're (?:wrong|mistaken)
        that(?:'s| is) (?:just )?(?:how it is|the way it is|life|not true|nonsense|ridiculous|false|too bad|
        your opinion|your problem) / if you (?:don't|do not) like / (?:go|buy|shop|try) (?:somewhere else|elsewhere)
        what (?:do|did) you expect / can(?:'t|not) do anything about
        (?:it's|it is|that's|that is) (?:the|our) policy
        with (?:all )?(?:due )?respect / stop (?:asking|calling|writing|complaining|shouting|wasting) / you signed
        read (?:the|your|our) (?:terms|manual|rules|contract|policy|conditions) and / i don't care / rules are rules
        deal with it / do you understand / take it or leave it / makes? no sense / sue us / whatever you say
        be (?:more )?(?:patient|reasonable) / don't be (?:so )?\w+ / we (?:have|had) told you / it is not up to me
        i can't help (?:it|that) / this is pointless / use your common sense
        """,
    ),
    Cue(
        Kind.EMPTY,
        Ask.SAY_SOMETHING,
        r"""
        means? (?:the world|a lot|so much|everything) to us / at the heart of
        (?:sincerely|deeply|truly|greatly) (?:regret|apologi[sz]e|sorry)
        (?:regret|sorry for|apologi[sz]e for) (?:the|this|your|all) inconvenience
        (?:constantly|continually|continuously|always) (?:improving|striving|working|looking)
        serve you (?:even )?better / you can trust / (?:everything|all) we do / matters? to us
        we (?:really |truly )?care / your trust / we are here for you / number one
        (?:is|are) (?:very |so |extremely |really )?important to us
        we (?:greatly |truly |highly |really |deeply |always |sincerely )*(?:value|appreciate|cherish|
        treasure) (?:your|our|every|each|all) / top priority / (?:first|highest|number one) priority
        (?:first and foremost|comes first|come first)
        striv(?:e|es|ing) / excellen(?:ce|t service) / any inconvenience / (?:not|never) hesitate / hesitate to
        feel free to
        for your (?:\w+ )?(?:patience|understanding|cooperation|loyalty|continued \w+|support|interest|custom|
        trust)(?: and \w+)?
        (?:are|is|remain|am) (?:fully |strongly |deeply |firmly )?(?:committed|dedicated|devoted) to
        (?:highest|best|utmost|finest|superior|outstanding|exceptional|unparalleled|first-class|
        top) (?:possible )?(?:level|standards?|quality|service|care|experience|importance|satisfaction)
        (?:customer|client|guest) is (?:always )?(?:king|right|queen) / (?:very|extremely|most) seriously / extra mile
        dedicated (?:team|staff) / always (?:there|here) (?:for|to)
        rest assured / be assured / in (?:good|safe|the best) hands / world-class / passionate / best of our ability
        (?:our|the) (?:very )?best to / (?:do|try|doing|trying) our (?:very )?best / at your service
        valued (?:customer|guest|client|member) / look(?:ing)? forward to / at the end of the day / going forward
        it is what it is / delight(?:ed)? to / second to none
        state of the art / cutting[- ]edge / one-stop / your satisfaction / exceed (?:your )?expectations
        customer-centric / seamless / with you every step / like family / utmost / bear with us / we hear you(?! out)
        we understand your (?:frustration|concern) / proud to
        """,
    ),
    Cue(
        Kind.JARGON,
        Ask.PLAIN_WORD,
        rf"""
        backlog / exceptions?(?= was| has| in the) / threw an exception / pos (?:terminal|system|device)
        lead[- ]times? / stack trace / log files? / patch(?:ed)? / hotfix / downtime / escrow / remit / reconcil\w+
        inbound / outbound / fulfil\w*ment
        {ABBREVIATIONS}
        (?:your|the|this|a|support|service|open|new|trouble) tickets?(?= (?:has|have|is|was|will|number|id|queue|
        status|#|system|\d)) / (?:support|service|help ?desk|trouble) tickets?
        tickets? (?:escalated|assigned|closed|raised|logged)
        escalat\w+ / churn\w* / (?:re)?onboard\w* / off-?board\w* / up-?sell\w* / cross-?sell\w* / back-?end
        front-?end / back office / payload / ledger / opt(?:ed)?[- ](?:in|out) / stakeholders? / touch-?points?
        customer journeys? / pipeline / workflows? / deliverables? / will action / actioned / triag\w+
        (?:an|our|the|your|live|support|service|human) agents? / agents? (?:will|has|is|have|are) / fulfil(?:l)?ment
        line items? / master data / chargebacks? / call deflection / first[- ]contact resolution / handling time
        queue (?:l\d|id) / tier[- ]?[123] / (?:be|been|was|is|are|were) logged / segment(?:ed|ation)
        (?:golden|single) record / omni-?channel
        data ?base / endpoint / end user / in scope / out of scope / bandwidth / validat\w+ / provision(?:ed|ing)
        ping(?:ed)? / sync(?:ed)? / deprecated / rolled? out / leverag\w+ / synerg\w+ / actionable / circle back
        loop(?:ed)? in / root cause / work ?order / dispositions? / wrap-?up code / entitlements?
        """,
        not_after=r"\b(?:travel|estate|insurance|cleaning|shipping|letting|booking|ticket) $",
        unless=r"train ticket|concert|parking ticket|bus ticket|lottery|admission",
    ),
    Cue(
        Kind.NEGATIVE,
        Ask.WAY_OUT,
        r"""
        (?:do|does|did) not (?:qualify|apply|count|cover) / (?:is|are) not (?:eligible|covered|included|valid)
        (?:we|i) don't do
        (?:we|i)(?: are| am|'re|'m)? (?:can(?:no|')t|can not|cannot|unable|not able|not in a position|won't|will not|
        could not|couldn't|do not|don't|never) (?:be able to |to )?(?:help|assist|process|accept|offer|refund|
        exchange|deliver|ship|take|serve|repair|change|cancel|return|give|grant|make|extend|do|provide|issue|honou?r|
        replace|find|approve|allow|credit|send|book|move|reserve)
        (?:we|i) (?:can't|cannot)(?=[.!]|$) / (?:are|is|am|was|were) (?:unable|not able) to
        (?:is|are|was|were) (?:\w+ly )?(?:not possible|impossible|not allowed|not permitted|forbidden|prohibited|
        not accepted|not available|not refund\w+|non-refundable|rejected|refused|denied|declined|out of the question|
        not exchange\w+|not entitled)
        you (?:can(?:no|')t|can not|cannot|may not|must not|are not (?:allowed|entitled|permitted|eligible)|aren't)
        (?:^|(?<=[.;:] ))no (?:refunds?|returns?|exchanges?|exceptions?|changes|cancellations|discounts?|cash|entry|
        pets|cards?) / nothing (?:we|i|that) can
        (?:has|have|had|was|were) been (?:rejected|refused|denied|declined|turned down)
        unfortunately / regrettably
        (?:cannot|can't|won't|will not) be (?:returned|exchanged|refunded|changed|cancelled|canceled|accepted|
        combined|processed|extended|repaired|transferred) / i(?:'m| am) afraid / against (?:our|the) (?:rules|policy)
        """,
    ),
    Cue(
        Kind.TONE,
        Ask.POLITE_FORM,
        r"""
        no probs / no prob / gotcha / got you covered / my bad / hit us up / hang tight
        guys / yo / sup / gonna / wanna / gotta / gimme / lemme / ya / lol / omg / lmao / dude / buddy / bro / mate
        honey / sweetie / sweetheart / darling / whatever / yeah / yep / nope / u / ur / pls / plz / thx / kinda
        sorta / ain't / y'all / folks / cheers / hiya / fyi / btw / asap pls / my friend / babe / dunno / whoops
        oopsie / no biggie / chill
        pursuant to / herewith / hereby / hereinafter / hereto / hereunder / aforementioned / aforesaid / forthwith
        heretofore / thereof / therein / thereto / whereby / whereas / to whom it may concern
        (?:kindly )?do the needful / kindly revert / revert back / please be (?:advised|informed)(?: that)?
        be advised that / dear sirs?(?: or madam|/madam)? / henceforth / notwithstanding / the undersigned
        enclosed herewith / in respect of / duly noted / we beg to
        (?:^)(?:wait|hurry(?: up)?|come back(?: later)?|call us|sit|show it|next|hold on|hang on|
        listen(?: up)?)(?=[.!]|$) / you lot / lady / mister
        """,
        not_after=r"\b(?:ask|for) $|first $",
    ),
)

WAY_OUT = (
    r"\bbut\b|\binstead\b|\balternativ|\bhowever\b|;|\byou (?:can|may|get|receive|will get)\b(?! ?not|not|'t)|"
    r"\bwe (?:will |can |also |would )?"
    r"(?:offer|lend|replace|repair|refund|exchange|send|give|help|keep|call|collect|find|order|suggest|ship|bring|"
    r"credit|extend)\b|\bi (?:can|will)\b(?! ?not|not|'t)|"
    r"\bcan be\b|\bhere is what\b|\bplease (?:call|write|come|choose|bring|send|ask)\b|\bunless\b|\buntil\b|\bfrom \d"
)
"""Words with which a refusal goes on to what is possible."""
EMPHASIS = frozenset(
    {
        "NEVER",
        "ALWAYS",
        "MUST",
        "ONLY",
        "FREE",
        "SALE",
        "STOP",
        "NOT",
        "ALL",
        "ANY",
        "NOW",
        "TODAY",
        "PLEASE",
        "IMPORTANT",
        "ATTENTION",
        "WARNING",
        "NOTE",
        "NOTICE",
        "STRICTLY",
        "ABSOLUTELY",
        "LAST",
        "CHANCE",
        "HURRY",
        "BEFORE",
        "EVERY",
        "NOTHING",
        "CANNOT",
        "READ",
        "DO",
        "DONT",
        "SHALL",
        "WILL",
        "URGENT",
        "FINAL",
        "HOT",
        "NEW",
        "BIG",
        "YOUR",
        "YOU",
    }
)
