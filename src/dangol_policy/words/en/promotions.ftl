# Terms of a promotion: combination, limits, notice, returns.

rules-together = unless stated otherwise, different promotions can be combined
rules-most = at most { $n ->
    [one] { $n } promotion applies
   *[other] { $n } promotions apply
} to one order
rules-return = unless stated otherwise, when you return discounted goods you get back what you really paid for them
combine-alone-best = it is not combined with other promotions; you get whichever side is better for you
combine-alone-priority = it is not combined with other promotions and comes before them
combine-group-best = it is not combined with { $names }; you get the best of them
combine-group-priority = it is not combined with { $names }; the one that comes first applies
combine-group-many-best = it is not combined with the other promotions of its group; you get the best of them
combine-group-many-priority = it is not combined with the other promotions of its group; the one that comes first applies
limits = limits: { $list }
limit-customer = { $times ->
    [one] { $times } time per customer
   *[other] { $times } times per customer
}
limit-total = { $times ->
    [one] { $times } time for all customers together
   *[other] { $times } times for all customers together
}
limit-budget = { $money } of discount in all
limit-given-back = if you cancel an order, its use is given back
limit-kept = a cancelled order still counts as a use
terms-no-points = goods discounted by this promotion earn no { $points }
terms-reference = the reduction is measured against the lowest price of the { $time } before it
terms-programme-concentrated = it is part of a concentrated promotion programme of the state
terms-return-net-price = if you return something, you get back what you really paid for it
terms-return-reprice-kept = if you return a part, what you keep is priced again and you get back the difference
terms-warranty = warranty: { $what }
notice = we tell you at least { $time } before it starts
notice-by = we tell you at least { $time } before it starts, through: { $by }
