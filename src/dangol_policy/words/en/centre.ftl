# The policy centre: what customers read, part by part.

centre-short = In short
centre-reach = Who we are and how to reach us
centre-standards = Our service standards
centre-complain = How to complain
centre-returns = Returns, exchange, refund and warranty
centre-membership = Membership and points
centre-promotions = Promotions now and soon
centre-privacy = Your personal data
centre-failure = If we fail
centre-asks = What we ask of you
centre-voice = Your voice
centre-access = Accessibility and languages
centre-bodies = Memberships and certificates
centre-about = About this policy

missing-short = there is no clause yet to promise a figure from
missing-reach = no channel says where, when and by whom customers are answered (section channels)
missing-standards = no service standard is promised to customers (section service)
missing-complain = no kind of case is a complaint (section cases)
missing-returns = nothing is said about returns (section returns)
missing-membership = there are neither points nor tiers nor cards (section loyalty)
missing-promotions = no promotion runs on this day (section promotions)
missing-privacy = no personal data are listed (section privacy)
missing-failure = no service standard says what customers get when it is missed (key if_missed)
missing-asks = nothing is asked of customers (key asks of section business)
missing-voice = there is no survey and no way to give ideas (section voice)
missing-access = no help for those who need it is named (key access of section business)
missing-bodies = no membership is listed (key memberships of section business)
missing-about = the owner of the policy is not named (key owner of section business)

head-channel = Way
head-place = Where
head-hours = Hours
head-first = Who answers first
head-cost = Cost
head-answer = Answer within
head-cases = Matter
head-actual = Last period
head-tier = Tier
head-threshold = From
head-benefits = What it brings
head-data = Data
head-purpose = What for
head-kept = How long
head-missed = When this is missed
head-receive = You receive
not-measured = not measured yet
first-person = a person
first-machine = a machine
cost-free = free of charge
open-days = { $days } { $hours }
open-holidays = closed on public holidays ({ $country })
open-next-day = { $hours } (next day)

reach-name = name: { $name }
reach-legal = registered as: { $name }
reach-owner = answers for this policy: { $name }
reach-store = { $store }: { $place }
reach-contact = { $kind }: { $value }
contact-address = address

promise-channel = { $channel }: a person answers within { $time }
promise-returns = you can return goods on a change of mind within { $time }
promise-fault = you can return faulty or wrong goods within { $time }
promise-requests = we answer within { $time } when you ask about your personal data
promise-missed = if we miss a standard: { $what }

complain-tell = tell us, in the way that suits you: { $list }
complain-say = please say: { $list }
say-own-words = what happened, in your own words
say-wish = what you wish
say-product = which product it is about
say-order = which order it is about
say-harm = what harm was done
complain-expect = you can count on: { $list }
complain-decides = the matter is decided by: { $level }
complain-wish = if you wish, it is decided by: { $level }
complain-outside = if our answer does not satisfy you, you can turn to: { $body }
assurance-no-charge = complaining costs you nothing
assurance-no-disadvantage = a complaint never brings you a disadvantage
assurance-helper = somebody you trust may speak for you

access-languages = you can read this policy in these languages: { $list }
access-formats = every page can be printed, saved as a PDF and read aloud by a screen reader

law-requests = by law we have to answer within { $time } when you ask for this: { $list }
law-leaks-people = by law we have to tell you within { $time } when your data got into wrong hands
law-leaks-authority = by law we have to tell the authority within { $time } when data got into wrong hands
law-source = source: { $source }, looked up on { $day }, to be confirmed with counsel

worked-order = you buy goods for { $money } on { $day }
worked-earned = you earn { $points }
worked-by-tier = what you earn by tier: { $list }
worked-tier = { $tier } { $points }
worked-from = you can use them from { $day }
worked-until = you can use them until { $day }
worked-taken = if you return everything, { $points } are taken back
worked-spend = with { $points } at hand you pay { $paid } of { $money } with them and { $rest } otherwise
worked-back-until = on a change of mind you can return them until { $day }
worked-back = if you return everything on { $day }, you get back { $money }
worked-fee = a fee of { $money } is already taken off
worked-refund-by = we refund it by { $moment }
worked-visits = if you come once a day from { $day }, you get this on { $last } with your { $nth } visit: { $gift }
worked-case = you contact us on { $moment }. The matter: { $cases }
worked-basket = an order of { $day }

about-version = version { $n }
about-since = in force since { $moment }
about-updated = last updated on { $moment }
about-author = written by: { $name }
about-approver = approved by: { $name }
about-checked = the text has not been altered since: SHA-256 { $digest }
doer-owner = the owner
doer-policy-editor = the editor of the policy
doer-approver = the approver
doer-lead = the manager
doer-staff = staff

paper-title = Customer-care policy of { $business }
centre-contents = Contents
centre-worked = Worked example
embed-more = the whole policy: returns, complaints, your personal data

head-promotion = Promotion
head-points = Points on it
head-together = With other promotions
head-often = How often
head-until = Until
head-how = How to get it
rights-points-earned = earned
rights-points-not-earned = not earned
rights-alone = never
rights-one-of-group = the best of its kind applies
rights-together = yes
rights-often = { $n ->
    [one] { $n } time
   *[other] { $n } times
}
rights-no-limit = no limit for you
rights-no-end = no end is set
rights-code = with the code { $codes }
rights-by-itself = by itself
