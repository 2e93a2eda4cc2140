# A decision explained: what applied, what did not and why, the nearest miss, the sum of points.
# A reason (why-*) has fuller forms for when more is known: .detailed, .figures, .most, .other.

tier-named = { $tier } tier
tier-discount = { $tier } tier discount
referral-name = referral
windows-name = time for returns
exclusions-name = not returnable
conditions-name = condition of returned goods
fees-name = return fee
exchange-name = exchange
warranty-name = warranty

total-goods = goods come to { $amount }
total-discounted = goods come to { $list }, less { $discount } of discount
total-shipping = shipping is { $amount }
total-shipping-free = shipping is free
total-points = { $points } pay { $amount }
total-gift-card = the gift card pays { $amount }
total-due = to pay: { $amount }

applied = applied: { $name }
applied-off = { $name }: { $amount } off
applied-off-times = { $name }, { $times ->
    [one] { $times } time
   *[other] { $times } times
}: { $amount } off
applied-shipping = { $name }: { $amount } off shipping
applied-shipping-times = { $name }, { $times ->
    [one] { $times } time
   *[other] { $times } times
}: { $amount } off shipping
announced = this is { $percent } below the lowest earlier price of { $prior }

gift-item = you get { $item } with it
gift-items = you get { $units ->
    [one] { $units } unit
   *[other] { $units } units
} of { $item } with it
gift-proposed = you may add { $item } on the terms of the offer
gift-proposeds = you may add { $units ->
    [one] { $units } unit
   *[other] { $units } units
} of { $item } on the terms of the offer
gift-voucher = you get a voucher for { $value } off a later order
gift-warranty = the warranty is { $time } longer
gift-gesture = we prepare something for you ourselves: { $name }

about = about { $what }
sum-rate = { $rate } of { $base } = { $result }
sum-per = { $points } per { $step } of { $base } = { $result }
sum-per-full = { $points } per full { $step } of { $base } = { $result }
sum-per-unit = { $points } for each of { $units ->
    [one] { $units } unit
   *[other] { $units } units
} = { $result }
sum-times = { $name }: { $result } added to make it { $times } times
sum-bonus = { $name }: { $result } added
sum-plain = { $name }: { $result }
points-total = you will earn { $points } in all
points-total-rounded = { $exact } in all, rounded: you will earn { $points }

code-accepted = the code { $code } was applied
code-refused = the code { $code } was not applied
code-unknown = we do not know the code { $code }
code-unknown-way-out = please check the spelling
not-applied = not applied: { $name }
would-give = it would have given { $amount } off
miss-spend = add { $more } for { $gift }
miss-spend-of = add { $more } of { $of } for { $gift }
miss-units = add { $more } more for { $gift }
miss-units-of = add { $more ->
    [one] { $more } unit
   *[other] { $more } units
} of { $of } for { $gift }
miss-worth = that is { $amount } off

why-not-begun = it has not begun yet
    .other = it begins on { $other }
why-ended = it has ended
    .other = it ended on { $other }
why-wrong-weekday = it does not hold on this day of the week
    .detailed = it holds { $detail }
why-wrong-hour = it does not hold at this hour
    .detailed = it holds { $detail }
why-wrong-store = it does not hold in this store
    .detailed = it holds at { $detail }
why-wrong-channel = it does not hold for this way of ordering
    .detailed = it holds when you order through { $detail }
why-wrong-payment = it does not hold for this means of payment
    .detailed = it holds when you pay by { $detail }
why-code-missing = it needs a code to be entered
why-guest = it is for members; you can join and get it
why-members-excluded = it is for customers who are not members
why-wrong-tier = it is for customers of another tier
    .detailed = it is for customers in the { $detail } tier
why-wrong-segment = it is for a particular group of customers
why-no-membership = it is for holders of a membership
    .detailed = it is for holders of { $detail }
why-member-too-short = it is for customers who have been members for longer
    .detailed = it is for customers who have been members for at least { $detail }
why-member-too-long = it is for customers who joined lately
    .detailed = it is for customers who joined no more than { $detail } ago
why-not-birthday = it is for your birthday
why-wrong-order-number = this order is not the one it is for
why-ordered-recently = it is for customers who have not ordered for a while
    .detailed = it is for customers who have not ordered for { $detail }
why-not-referred = it is for customers whom another customer referred
why-customer-excluded = you meet a condition that excludes it
why-customer-condition = you meet none of the conditions it asks for
why-units-short = there are not enough units
    .figures = it needs { $need ->
    [one] { $need } unit
   *[other] { $need } units
}; { $more } more will do
    .detailed = it needs { $need ->
    [one] { $need } unit
   *[other] { $need } units
} of { $detail }; { $more } more will do
why-units-over = there are too many units
    .figures = it holds for up to { $need } units, and there are { $have }
why-spend-short = the amount is too small
    .figures = it needs { $need }; { $more } more will do
    .detailed = it needs { $need } of { $detail }; { $more } more will do
why-spend-over = the amount is too large
    .figures = it holds up to { $need }, and yours is { $have }
why-need-excluded = there is something in the basket that excludes it
why-need-alternatives = the basket has none of what it asks for
why-nothing-matches = nothing in the basket matches
why-nothing-left = what matches cannot become any cheaper
why-too-small = the discount is too small to count
why-no-shipping = there is no shipping to pay
why-better-in-group = a better offer applies instead
    .other = { $other } applies instead and is better for you
why-alone-better = an offer that stands alone is better for you
    .other = { $other } stands alone and is better for you
why-others-better = the other offers together are better for you
why-limit-customer = you have used it as often as one customer may
    .figures = it may be used { $need ->
    [one] { $need } time
   *[other] { $need } times
} per customer, and you have used it { $have ->
    [one] { $have } time
   *[other] { $have } times
}
why-limit-total = it has been used up
    .figures = it may be used { $need ->
    [one] { $need } time
   *[other] { $need } times
} in all, and has been used { $have ->
    [one] { $have } time
   *[other] { $have } times
}
why-budget = its budget is used up
    .figures = it would take { $need }, and { $have } is left of its budget
why-no-tier-value = it gives nothing for your tier
why-reward-not-chosen = you have not chosen it
why-points-short = there are not enough { $word }
    .figures = it takes { $need }, and you have { $have }
why-voucher-expired = the voucher has expired
why-voucher-minimum = the order is too small for the voucher
    .figures = it needs an order of { $need }; { $more } more will do
why-not-dearer = the price is already as low
why-no-order-yet = it is for customers who have ordered before
why-enough-together = enough promotions apply already
    .most = { $need ->
    [one] { $need } promotion goes
   *[other] { $need } promotions go
} together at most
why-unknown-reward = there is no such reward
why-points-not-payment = { $word } cannot be used as payment
why-points-minimum = there are too few { $word } to use
    .figures = they can be used from { $need }, and this is { $have }
why-points-limit = not so many { $word } may be used
    .most = up to { $need } may be used here
why-points-step = { $word } are used in steps
    .most = they are used in steps of { $need }
why-order-minimum = the order is too small to use { $word }
    .figures = goods must come to { $need }; { $more } more will do
