# The policy at a glance.

summary-earn = earning: { $list }
summary-use = using { $points }: { $money } each
summary-expire = { $points } hold for { $time }
summary-tiers = tiers: { $list }
summary-tier = { $tier } from { $least }
summary-card = visit card: { $gift } on every { $nth } visit
summary-card-stamps = stamp card: { $gift } for { $n ->
    [one] { $n } stamp
   *[other] { $n } stamps
}
summary-referral = bring a friend: { $gift }
summary-promotions = { $n ->
    [one] { $n } promotion
   *[other] { $n } promotions
}: { $list }
summary-promotions-more = { $n ->
    [one] { $n } promotion
   *[other] { $n } promotions
}: { $list } and more
summary-returns = returns within { $time }
summary-returns-none = returns: faulty goods only
summary-fee = return fee: { $money }
summary-warranty = warranty: { $time }
