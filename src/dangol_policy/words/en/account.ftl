# A customer's points, tier, cards, vouchers, refunds.

entry-earned = you earned { $points }
    .order = you earned { $points } with order { $order }
    .clause = you earned { $points }: { $clause }
    .both = you earned { $points } with order { $order }, by the clause “{ $clause }”
entry-granted = we gave you { $points }
    .clause = we gave you { $points }: { $clause }
entry-matured = you can now use { $points }
    .order = you can now use { $points } earned with order { $order }
entry-spent = you used { $points }
    .order = you used { $points } on order { $order }
    .clause = you used { $points } for { $clause }
entry-expired = { $points } expired
entry-reversed = { $points } were taken back
    .order = { $points } were taken back because order { $order } was returned or cancelled
entry-restored = we gave you back { $points } you had used
    .order = we gave you back { $points } you had used on order { $order }
entry-adjusted = we corrected your balance by adding { $points }
entry-adjusted-down = we corrected your balance by taking away { $points }
entry-owed = { $points } already used will be taken from what you earn next
    .order = { $points } to be taken back for order { $order } were already used and will be taken from what you earn next
entry-repaid = { $points } filled what was missing in your balance
entry-waived = { $points } that were missing are let off
entry-dated = the day from which you can use { $points } is fixed
entry-because = the reason: { $because }
entry-usable-from = you can use them from { $when }
entry-expires = you can use them until { $day }
points-expire = you can use { $points } until { $day }; then they expire
balance = you can use { $points } now
balance-pending = another { $points } will become usable
balance-debt = the next { $points } you earn fill what is missing

tier-entry = you begin in the { $after } tier
tier-up = congratulations: you have moved up from the { $before } tier to the { $after } tier
tier-down = you have moved from the { $before } tier to the { $after } tier
tier-kept = you keep the { $after } tier
tier-because-review = this is the result of the tier review
tier-because-policy = the rules of the tiers have changed
tier-distance = { $more } to go to the { $tier } tier
tier-soon = you qualify for the { $tier } tier; it will hold soon
stamps-left-visits = { $n ->
    [one] { $n } more visit
   *[other] { $n } more visits
} to { $gift }
stamps-left-stamps = { $n ->
    [one] { $n } more stamp
   *[other] { $n } more stamps
} to { $gift }
stamps-full = your card is full: { $gift } is yours

held = { $what }
held-voucher = voucher for { $value } off
held-items = { $units ->
    [one] { $units } unit
   *[other] { $units } units
} of { $item }
held-until = you can use it until { $day }

refund-part-goods = { $amount } for the goods comes back
refund-part-shipping = { $amount } for shipping comes back
refund-part-fee = the return fee is { $amount }
refund-part-by-points = { $amount } paid with { $word } comes back as { $word }
refund-part-gift-card = { $amount } goes back to the gift card
refund-part-kept-back = { $amount } is kept for { $word } already used
refund-part-money = you get back { $amount }
refund-part-points = you get back { $amount } you had used
refund-part-taken-back = { $amount } you had earned are taken back
refund-part-shortfall = { $amount } to be taken back are missing
objection-excluded = { $line } cannot be returned on a change of mind
objection-no-window = { $line } cannot be returned for this reason
objection-window-closed = the time for returning { $line } is over
objection-because = the reason: { $because }
objection-last-day = the last day was { $day }
objection-way-out = if the goods are faulty, please tell us at any time
