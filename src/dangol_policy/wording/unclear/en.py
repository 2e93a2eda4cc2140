"""English words that readers understand differently."""

from __future__ import annotations

from dangol_policy.wording.cues import Cue
from dangol_policy.wording.finding import Ask, Kind

_SUM = (
    r"(?:fees?|charges?|amounts?|sums?|payments?|deposits?|costs?|surcharges?|percentages?|shares?|parts?|portions?|"
    r"discounts?|"
    r"bonus(?:es)?|gifts?|tokens?|contributions?|differences?|delays?|extras?|orders?|purchases?|quantit(?:y|ies)|"
    r"numbers?|"
    r"groups?|compensation|refunds?|vouchers?|credits?|penalt(?:y|ies)|reductions?|savings?|increases?|fines?|"
    r"prices?|spend(?:ing)?|"
    r"waits?|queues?|rewards?|points|value|limits?|interest)"
)
_BUSINESS = (
    r"\b(?:we|the (?:\w+ )?(?:shop|store|salon|restaurant|café|cafe|branch|company|business|manager|management|owner|"
    r"staff|"
    r"team|lead|waiter|host|hotel|clinic|workshop|seller|provider|administrator)|staff|management|our \w+)\b"
)
_CUSTOMER = (
    r"\b(?:you|customers?|members?|guests?|buyers?|clients?|visitors?|patients?|students?|child(?:ren)?|holders?|"
    r"passengers?|anyone|everyone|everybody|nobody|who|users?|shoppers?|parents?|people|consumers?)\b[^,;:]*$"
)
_HARM = (
    r"(?:refused|excluded|asked|charged|required|denied|blocked|suspended|cancelled|canceled|removed|limited|reduced|"
    r"subject|withdrawn|closed|deducted|turned)"
)
_DONE = (
    r"(?:logged|recorded|inspected|approved|blocked|filed|collected|reported|checked|sent|answered|informed|notified|"
    r"reviewed|"
    r"handled|processed|documented|signed|confirmed|completed|investigated|escalated|forwarded|trained|updated|"
    r"deleted|stored|"
    r"refunded|replaced|made|given|done|told|called|taken|resolved|closed|assessed|verified|published|announced|"
    r"acknowledged|"
    r"obtained|offered|provided|submitted|registered|written|ensured|cleaned|counted|entered|issued|passed|explained|"
    r"granted|"
    r"repaired|corrected|credited|removed|asked|contacted|tested|emptied|locked|measured|weighed|packed|washed|"
    r"served|invited|warned|"
    r"noted|labelled|labeled|monitored|settled|dealt with)"
)
_PERSON_AFTER = (
    r"\bby (?!\d|noon|midnight|e-?mail|phone|post|letter|sms|hand|the (?:end|close|next|due|time|date|following|same)|"
    r"(?:mon|tues|wednes|thurs|fri|satur|sun)day|close|tomorrow|today)\w+"
)

CUES = (
    Cue(
        Kind.TIME,
        Ask.WITHIN,
        r"""
        (?:once|when|as|whenever|after) (?:we|she|he|they|somebody|someone|staff|time) (?:get|gets|has|have|can|
        permits?|finds?)\b[^,.;]* / a while (?:before|after|later|longer|ahead|from)
        later in the (?:day|week|month|year|season) / or thereabouts / at some point / some ?day / sooner or later
        one of these / by and by / in the meantime / not too long
        (?:slightly|somewhat|a little|a bit) (?:late|later|delayed|longer)
        as (?:soon|quickly|fast|promptly|early|speedily|swiftly) as (?:is |it is |we |humanly |
        reasonably )?\w+(?: manage)?
        asap / at (?:the|our|your|its|their|his|her) (?:very )?earliest(?: \w+)? / in due (?:course|time) / promptly
        speedily
        prompt(?:est)? (?:reply|response|answer|refund|attention|action|solution|service) / shortly / soon / swiftly
        expeditiously
        in the (?:near |foreseeable )?future / before (?:too )?long
        without (?:undue |unnecessary |any |further |much )?delay
        quickly / rapidly / speedy \w+
        quick(?:er|est)? (?:reply|response|answer|refund|solution|service|delivery|repairs?)
        in a (?:timely|prompt|speedy|swift) (?:manner|fashion|way) / timely / on a timely basis
        (?:within|in|after|for) an? (?:reasonable|short|certain|suitable|adequate|appropriate|acceptable) (?:time|
        period|while|timeframe|time frame|delay)
        (?:within|in) reasonable time / in good time / (?:at|on) (?:a|some) later (?:date|time|stage|day) / later on
        eventually
        in time / some time (?:after|later|before|thereafter) / sometime / after a (?:while|time)
        in a (?:while|moment)
        (?:in|over|within) the (?:coming|next few|following) (?:days|weeks|months|hours) / any (?:day|time) now
        one of these days
        (?:a few|several|some|a couple of|a number of|many) (?:more )?(?:business |working )?(?:minutes|hours|days|
        weeks|months)
        (?:longer|later|slower) than (?:usual|normal|planned|expected) / (?:right|straight) away
        immediately(?! (?:after|upon|when|before|once|following))
        instantly / at once
        urgently / with (?:all )?(?:speed|urgency|priority) / without hesitation / at short notice / on short notice
        in no time
        at (?:your|our) (?:earliest )?convenience
        when(?:ever)? (?:we|they|staff) (?:can|have time|get to it|are able)
        """,
        not_after=r"\b(?:too|no|how|more) $",
        not_before=r"^ means",
    ),
    Cue(
        Kind.TIME,
        Ask.HOW_OFTEN,
        r"""
        from time to time / often / sometimes / routinely / regularly / periodically / occasionally
        (?:at|in) regular intervals / now and then
        every so often
        on (?:a|an) (?:regular|ongoing|periodic) basis / once in a while / at intervals / every now and then
        as often as \w+
        """,
    ),
    Cue(
        Kind.TIME,
        Ask.HOW_LONG,
        r"""
        as long as (?:is |it is |they are |we )?(?:necessary|needed|required|reasonable|need|useful|relevant)(?: it)?
        (?:is |are )?no longer (?:be )?(?:needed|necessary|required|of use) / until further notice / temporarily
        for the time being
        for (?:a|an|some) (?:limited |short |certain |extended |long |longer |prolonged |lengthy )?(?:time|period|
        while) / for a limited period / indefinitely
        for the foreseeable future
        """,
    ),
    Cue(
        Kind.TIME,
        Ask.HOW_EARLY,
        r"(?:well |far |long )?in advance / beforehand / ahead of time / early enough / with (?:sufficient|enough|"
        r"due|reasonable|adequate) notice",
        unless=r"paid in advance|payment in advance|pay in advance",
    ),
    Cue(
        Kind.QUANTITY,
        Ask.HOW_MUCH,
        rf"""
        (?:of )(?:moderate|normal|reasonable|usual|standard|average|limited|manageable) (?:weight|size|length|value|
        amount|volume|duration)
        (?:long|longer|heavy|light|big|bulky|frequent) (?:stays?|users?|luggage|parcels?|visits?|waits?|guests?|
        bookings?) / roughly / approximately / or so
        a (?:good|fair|decent|large|small) (?:part|deal|share|portion|chunk|bit) / a handful of
(?:get|gets|receive|receives|given|give|gives|offer|offers|enjoy|enjoys) (?:you |them |members |guests )?(?:a|
an) (?:extra |further |nice )?(?:discount|reduction|bonus|surprise|little something)
(?:pay|pays|cost|costs) (?:a bit |a little |somewhat )?(?:extra|more|a higher rate)
        (?:small|minor|modest|nominal|token|moderate|slight|low|little|symbolic|marginal|negligible) (?:\w+ )?{_SUM}
        (?:reasonable|appropriate|adequate|fair|suitable|certain|substantial|considerable|significant|generous|
        attractive|sizeable|
        sizable|large|larger|big|high|higher|unusual|proportionate|limited|extra|special|bulk|great|
        major) (?:\w+ )?{_SUM}
        (?:a |very )?(?:large|big|bulk) (?:orders?|purchases?|groups?|parties|quantit\w+|sums?) / frequent(?:ly)?
        very often / repeatedly
        several / a few / various / numerous / multiple / a number of / a couple of / a handful of
        a (?:whole )?lot of / lots of / plenty of
        (?:a |only |just )?(?:part|portion|fraction|share) of (?:the|your|its|their|what) / partial(?:ly)? / partly
        somewhat / roughly / a bit
        a certain (?:amount|number|value|extent|limit|level|sum|percentage) / a great deal / a little / to some extent
        up to a point
        limited (?:quantities|number|availability|stock|supply|places|seats) / more than once
        too (?:many|often|much)
        """,
        not_after=r"\b(?:no|not|without) $",
        unless=r"fewer|\beach\b.*\bof the \d",
    ),
    Cue(
        Kind.QUANTITY,
        Ask.WHICH,
        r"""
        some (?:of (?:our|the|these|your) )?[a-z]+ / most (?:of (?:our|the|these) )?[a-z]+s
        many (?:of (?:our|the|these) )?[a-z]+s
        certain (?:of our )?(?:\w+ )?(?:products?|items?|goods|services?|branches|stores?|days|offers?|customers?|
        members?|brands?|categories)
        selected (?:products?|items?|goods|services?|branches|stores?|shops?|days|offers?|brands?|customers|partners)
        a (?:range|variety|selection|choice) of / the majority of / a minority of
        participating (?:stores|shops|branches)
        """,
        not_after=r"\b(?:at|the|how|as|so|too) $",
        not_before=r"^ \d",
        unless=(
            r"some (?:\d|other time)|some time\b|some restrictions|some exceptions|in some|the most|most recent|"
            r"many thanks"
        ),
    ),
    Cue(
        Kind.DISCRETION,
        Ask.WHEN_MAY,
        r"""
        (?:we|our (?:team|staff|shop|company)) (?:will |always |do )?(?:try|aim|endeavou?r|strive|hope|seek|plan) to
        our (?:aim|goal|hope|intention) is to
        """,
        unless=r"\d",
    ),
    Cue(
        Kind.DISCRETION,
        Ask.WHEN_MAY,
        r"""
        (?:is|are|it is) for (?:us|the house|management|the manager|the owner|the team|the shop) to (?:decide|say|
        judge|choose) / remains? possible / (?:not|never) open to (?:appeal|discussion|negotiation)
        cannot be appealed / no appeal / goodwill
        (?:as|whom|anyone|whoever|whenever|however) we (?:like|please|wish|choose|prefer)
        considers? (?:it )?(?:best|right|fit|proper|necessary|appropriate)
        we can (?:refuse|turn away|reject|deny|change|cancel|withdraw|exclude|ban|close|suspend|end|limit|charge|
        remove)
        (?:at|in|under|by) (?:our|the|its|their|his|her|my) (?:\w+ )?(?:\w+ )?(?:discretion|opinion|judge?ment|option|
        estimation)
        discretion(?:ary)? / (?:left )?to the (?:judge?ment|discretion|decision) of / reserves? the right
        retains? the right
        without (?:any |prior |further |advance |previous |giving |stating |a )*(?:notice|reasons?|explanation|
        warning|justification)
        subject to (?:change|changes|alteration|availability|approval|our approval|review|confirmation|management)
        (?:as|where|if|when|what|whenever|how) (?:we|he|she|they|it|the \w+|staff|management) (?:see|sees|think|
        thinks|thought|deem|deems|
        consider|considers|feel|feels|find|finds|believe|believes|judge|judges|prefer|prefers|wish|wishes|choose|
        chooses|like|likes) (?:it |this |that |them )?(?:is |to be )?(?:fit|fair|necessary|appropriate|right|proper|
        suitable|best|reasonable|advisable|so)
        up to (?:the|our) (?:\w+ )?(?:manager|branch|staff|lead|owner|management|team|waiter|host|shop|store|company)
        up to us / (?:final|last) (?:say|word) / decision (?:\w+ ){0,3}is final / case[- ]by[- ]case
        on an individual basis
        individually (?:decided|assessed|considered|agreed) / (?:considered|decided|assessed) individually
        at any time(?: and)? without
        depends? on (?:the|our) (?:manager|branch|staff|lead|owner|management|mood|goodwill)
        as a gesture of goodwill / goodwill gesture
        (?:is|are) entitled to (?:refuse|close|change|cancel|withdraw|amend|exclude|end|charge|reject|limit|terminate|
        suspend) / if we wish
        """,
    ),
    Cue(Kind.DISCRETION, Ask.WHEN_MAY, rf"(?:may|might) be {_HARM}"),
    Cue(
        Kind.DISCRETION,
        Ask.WHEN_MAY,
        r"may(?: also| then| even| sometimes| at any time| in some cases)? / might",
        not_after=_CUSTOMER
        + r" / \b(?:what|in|since|until|till|from|to|of|by|and|,|–|-|each|every|on|during|before|after|\d) $",
        not_before=(
            r"^ (?:\d|have \w+ed|not be combined|and june|or june|come back|[^.,;]*\bup to\b|be (?:returned|"
            r"exchanged|used|combined|"
            r"redeemed|spent|picked up|paid|brought|transferred|hurt|injured|harmed|ill|sick|lost|broken|dangerous))"
        ),
    ),
    Cue(Kind.DISCRETION, Ask.WHEN_MAY, r"could", after=_BUSINESS + r"[^,;:]*$", not_before=r"^ not"),
    Cue(
        Kind.CONDITION,
        Ask.WHEN,
        r"""
        should the (?:need|occasion|case) arise / in the (?:ordinary|normal|usual) course
        unless there (?:are|is) (?:\w+ )?(?:reasons?|grounds?|objections?)
        (?:under|on|at) (?:the|our) (?:usual|standard|normal|customary) (?:terms|conditions|rates)
        if (?:he|she|it|they|you|all|everything) (?:behaves?|deserves?|qualif(?:y|ies)|cooperates?|goes well|is well|
        is in order|are good) / well behaved / within limits / barring \w+
        (?:where|wherever|if|when|whenever|as|unless) (?:it is |this is |and when |and where |and if )?(?:applicable|
        appropriate|necessary|needed|
        required|possible|feasible|practicable|practical|relevant|suitable|reasonable|warranted|justified|called for|
        desired|available)
        if need be / as the case may be / to the (?:greatest |fullest )?extent (?:possible|practicable|feasible)
        as far as possible
        (?:in|under|for) (?:certain|some|exceptional|special|particular|specific|rare|individual|justified|urgent|
        other|appropriate|such|
        most|unusual|extraordinary|extreme|unforeseen|mitigating|many|normal|ordinary|usual|the right|favou?rable|
        difficult) (?:cases?|circumstances?|situations?|instances?|conditions?|reasons?|events?)
        depending on (?:the |our |your |each )?(?:\w+ )?(?:situation|circumstances?|case|availability|needs?|demand|
        season|workload|capacity|conditions?|mood)
        (?:circumstances|conditions|weather|time|capacity|workload|staffing|space) (?:permit|allow)(?:s|ting|ing)?
        exceptions? (?:may |can |will |could )?(?:apply|applies|be made|are possible|is possible|exist)
        there are (?:some )?exceptions
        (?:terms and |further |additional |other |special |certain |some )?(?:conditions|restrictions|limitations|
        exclusions) (?:may |will |can )?apply
        unless otherwise (?:agreed|stated|specified|indicated|provided) / with (?:some|certain|a few) exceptions
        within reason
        for (?:good|important|valid|operational|technical|security|other) reasons? / in principle / as a rule
        generally / normally / typically
        usually / ordinarily / in general / by and large / more or less / if all goes well / whenever we can
        if (?:we|they) can / under normal \w+
        """,
    ),
    Cue(
        Kind.LIST,
        Ask.WHAT_ELSE,
        r"""
        etc(?:etera)? / et cetera / and so (?:on|forth) / (?:and|or) (?:the|such) like / and such
        including but not limited to
        and (?:many |much |some |several )?more(?=[.!;)]|$) / and others / amongst? other(?:s| things) / and what ?not
        and the rest / and all that / and stuff / you name it / and things like that / or whatever
        (?:and|or) (?:many |some |several |various )?(?:similar|other|related|comparable|further|additional|
        such) (?!branch|shop|store|than|customer|guest|member|side|day|hand|half|one)(?:\w+ )?[a-z]+
        or something similar / or similar / for example,? but not only / to name (?:but )?a few
        """,
    ),
    Cue(Kind.LIST, Ask.WHAT_ELSE, r"(?<=\w)\.\.\.(?=\W|$)"),
    Cue(
        Kind.TERM,
        Ask.MEANS_WHAT,
        r"""
        (?:suitable|appropriate|acceptable|decent|sensible|proper|respectable|genuine|real|true|satisfactory|
        adequate|reasonable) (?!form|page|box|button|counter|desk|link|number|time|name|sum|amount|fee)(?:\w+ )?[a-z]+
        (?:really|truly|genuinely) (?:urgent|necessary|serious|important|needed|sick|ill)
        (?:good|perfect|acceptable|proper|poor|bad|resal(?:e)?able|saleable|satisfactory|decent|reasonable|excellent|
        usable) (?:condition|state|order|shape)
        (?:un)?(?:justified|legitimate|valid|good|serious|important|substantiated|reasonable|compelling|genuine|
        founded|plausible|proper|convincing|weighty) (?:complaints?|reasons?|causes?|grounds?|excuses?|requests?|
        claims?|concerns?|explanations?|need)
        (?:normal|fair|ordinary|usual|reasonable|everyday|regular|natural) (?:wear(?: and tear)?|use|usage|handling|
        care|ageing|aging|household use)
        (?:improper|inappropriate|incorrect|excessive|abusive|unreasonable|abnormal|careless|unfair|suspicious|
        wrongful|negligent|undue|rude|disruptive|fraudulent) (?:\w+ )?[a-z]+
        (?:valued|loyal|vip|special|good|best|preferred|premium|important|faithful|eligible|qualifying|qualified|key|
        top|trusted|selected|active) (?:customers?|guests?|members?|clients?|purchases?|orders?|visitors?|products?|
        spending|items?)
        (?:sufficient|adequate|satisfactory|appropriate|proper|suitable|acceptable|reliable|valid|clear|
        convincing) (?:proofs?|evidence|documents?|documentation|identification|id|papers|receipt)
        (?:serious|severe|major|material|grave|critical|urgent|significant|minor|substantial|gross) (?:incidents?|
        defects?|faults?|complaints?|problems?|damages?|breach(?:es)?|cases?|violations?|matters?|injur(?:y|ies)|
        issues?|errors?|misuse|negligence|failures?)
        (?:high|reasonable|acceptable|adequate|good|poor|sufficient) (?:quality|standards?|effort|level)s? / as new
        misuse / abuse / force majeure / best efforts
        in (?:an )?(?:appropriate|suitable|proper|fair|reasonable|adequate|orderly) (?:way|manner|fashion|form)
        appropriately / adequately / properly / reasonably / satisfactorily / duly
        """,
    ),
    Cue(
        Kind.ACTOR,
        Ask.WHO,
        r"""
        (?:somebody|someone|one) (?:has to|must|needs to|should|shall|ought to)
        it is (?:necessary|required|important|mandatory|essential|compulsory|advisable|obligatory) (?:to|that)
        """,
    ),
    Cue(
        Kind.ACTOR,
        Ask.WHO,
        rf"""
        (?:must|shall|should|has to|have to|needs? to|ought to|(?:is|are) to|will have to) (?:always |first |then |
        also )?be (?:\w+ly )?{_DONE}
        it (?:must|should|shall|has to|needs to) be (?:made sure|ensured|checked)
        """,
        not_before=_PERSON_AFTER,
    ),
)
