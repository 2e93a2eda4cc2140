# Points, tiers, cards, referral, memberships, promises to regulars.

base-net = what you pay after discounts
base-net-of = what you pay after discounts for { $of }
base-list = your purchase before discounts
base-list-of = the price before discounts of { $of }
earn-rate = you earn { $value } of { $base } as { $points }
    .tiers = you earn { $value } of { $base } as { $points }
earn-per = you earn { $value } per { $step } of { $base }, in proportion
earn-per-full = you earn { $value } for each full { $step } of { $base }
earn-per-unit = you earn { $value } for each unit of { $of } you buy
earn-name = { $value } earned
earn-name-per = { $value } per { $step }
earn-name-unit = { $value } per unit
earn-without-tax = tax is left out of the sum
earn-points-spent-do-not-count = what you pay with { $points } earns none

rounding-down = { $points } are counted once per order and rounded down
rounding-half-up = { $points } are counted once per order and rounded to the nearest whole
rounding-up = { $points } are counted once per order and rounded up
rounding-decimals-down = { $points } are counted once per order and rounded down at { $decimals ->
    [one] { $decimals } decimal
   *[other] { $decimals } decimals
}
rounding-decimals-half-up = { $points } are counted once per order and rounded to { $decimals ->
    [one] { $decimals } decimal
   *[other] { $decimals } decimals
}
rounding-decimals-up = { $points } are counted once per order and rounded up at { $decimals ->
    [one] { $decimals } decimal
   *[other] { $decimals } decimals
}
pending-for-purchase = you can use { $points } when { $time } have passed since the day of purchase
pending-for-delivery = you can use { $points } when { $time } have passed since the day of delivery
pending-day-purchase = you can use { $points } from day { $days }, counted from the day after the purchase
pending-day-delivery = you can use { $points } from day { $days }, counted from the day after the delivery
pending-purchase = you can use { $points } at once
pending-delivery = you can use { $points } once the goods have arrived
expire-day = { $points } lapse { $time } after the day they were earned
expire-end-of-month = { $points } lapse at the end of the month that lies { $time } after the day they were earned
expire-end-of-year = { $points } lapse at the end of the year that lies { $time } after the day they were earned
redeem-worth = as payment, { $points } are worth { $money } each
redeem-minimum = you can use them once you have { $value }, and no fewer than that at a time
redeem-step = you can use them in steps of { $value }
redeem-maximum = you can use at most { $value } at a time
redeem-up-to = they can pay up to { $value } of the goods
redeem-order-minimum = you can use them on orders whose goods come to at least { $money } after discounts
redeem-on = they pay for { $of }
redeem-shipping = { $points } can pay for shipping too
redeem-not-shipping = { $points } cannot pay for shipping
redeem-same-order = { $points } earned by an order can be used in that order
reward = for { $value }, { $gives }
already-spent-negative = if { $points } a return takes back are already spent, they are taken from your next { $points }
already-spent-reduce-refund = if { $points } a return takes back are already spent, their worth is taken from the refund
already-spent-forgive = if { $points } a return takes back are already spent, we let it be
restored = { $points } given back on a return can be used for at least { $time }

measure-spend = what you spend
measure-visits = your visits
measure-points-earned = the { $points } you earn
tiers-rolling = your tier goes by { $measure } in the last { $time }
tiers-calendar-year = your tier goes by { $measure } in the calendar year
tiers-half-year = your tier goes by { $measure } in the half year
tiers-lifetime = your tier goes by { $measure } from the beginning
tiers-upgrade-next-order = a higher tier holds from your next order
tiers-upgrade-this-order = a higher tier holds from the very order that reaches it
level-entry = as a member you begin in the { $tier } tier
level-spend = you reach the { $tier } tier when you have spent at least { $least }
level-visits = you reach the { $tier } tier when you have made at least { $least }
level-points-earned = you reach the { $tier } tier when you have earned at least { $least }
level-benefits = these are the benefits of the { $tier } tier
benefit = { $gives }
benefit-birthday = on { $when }, { $gives }
benefit-on-reaching = once, when you reach this tier, { $gives }
benefit-other = { $what }
review-none = a tier once reached is yours to keep
review-day = tiers are reviewed every { $time }
review-end-of-month = tiers are reviewed every { $time }, at the end of the month
review-end-of-year = tiers are reviewed every { $time }, at the end of the year
review-step-one = if you fall short, you go down one tier at most
review-step-any = if you fall short, you move to the tier you then qualify for
review-grace = before you move down, your tier holds for another { $time }

card-visits = on every { $nth } visit
card-stamps = for every { $n ->
    [one] { $n } stamp
   *[other] { $n } stamps
}
card-per-day = one visit a day is counted
card-per-purchase = each purchase counts as a visit
card-first-counted = your very first visit counts
card-first-not-counted = your very first visit is not counted
card-minimum = only purchases of { $money } or more are counted
card-stamps-per = you get a stamp for each full { $money } you pay after discounts
card-valid = you can claim it within { $time }
card-repeats = when a card is full, a new one begins
card-once = it is given once
referral-referrer = if you bring a friend who then places a first order, you get { $gives }
referral-friend = your friend gets { $gives } too
referral-points = { $value }
referral-voucher = a voucher for { $value }
referral-voucher-valid = a voucher for { $value } that can be used for { $time }
referral-thanks = our thanks
referral-order = the first order must come to at least { $money }
referral-wait-purchase = it is given when { $time } have passed since the day of the first order
referral-wait-delivery = it is given when { $time } have passed since the delivery of the first order
referral-day-purchase = it is given on day { $days }, counted from the day after the first order
referral-day-delivery = it is given on day { $days }, counted from the day after the delivery of the first order
referral-most = it is given at most { $times ->
    [one] { $times } time
   *[other] { $times } times
} a year
referral-rules = it is given once per friend; referring yourself or one another in a circle does not count
membership-free = you can join { $name } free of charge
membership-price = you can join { $name } for { $money }
membership-valid = it holds for { $time } from the day you join
moment = on { $when }
moment-order = your { $nth } order
moment-visit = your { $nth } visit
moment-anniversary = each anniversary of your joining
moment-birthday = your birthday
gesture-limit = it is given { $times ->
    [one] { $times } time
   *[other] { $times } times
} in all
