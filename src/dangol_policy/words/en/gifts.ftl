# What is given. The text ends a sentence; .name is the short name in lists.

give-percent-price = you get { $value } off the price of { $of }
    .name = { $value } off { $of }
give-percent-line = you get { $value } off { $of }
    .name = { $value } off { $of }
give-percent-unit = you get { $value } off each unit of { $of }
    .name = { $value } off each unit of { $of }
give-percent-cheapest = you get { $value } off the cheapest unit of { $of }
    .name = { $value } off the cheapest unit of { $of }
give-percent-dearest = you get { $value } off the dearest unit of { $of }
    .name = { $value } off the dearest unit of { $of }
give-percent-order = you get { $value } off your order
    .name = { $value } off the order
give-percent-order-of = you get { $value } off the sum of { $of }
    .name = { $value } off the sum of { $of }
give-percent-shipping = you get { $value } off shipping
    .name = { $value } off shipping

give-amount-price = you get { $value } off the unit price of { $of }
    .name = { $value } off each unit of { $of }
give-amount-line = you get { $value } off each line of { $of }
    .name = { $value } off each line of { $of }
give-amount-unit = you get { $value } off each unit of { $of }
    .name = { $value } off each unit of { $of }
give-amount-cheapest = you get { $value } off the cheapest unit of { $of }
    .name = { $value } off the cheapest unit of { $of }
give-amount-dearest = you get { $value } off the dearest unit of { $of }
    .name = { $value } off the dearest unit of { $of }
give-amount-order = you get { $value } off your order
    .name = { $value } off the order
give-amount-order-of = you get { $value } off the sum of { $of }
    .name = { $value } off the sum of { $of }
give-amount-shipping = you get { $value } off shipping
    .name = { $value } off shipping

give-per-spend = you get { $value } off for each full { $step } of { $of }
    .name = { $value } off for each { $step }
give-price = you get each unit of { $of } for { $value }
    .name = { $of } for { $value }
give-prices = you get these prices: { $list }
    .name = special prices
price-item = { $product } { $value }
give-nth = you get { $value } off every { $nth } unit of { $of }
    .name = { $value } off every { $nth } unit of { $of }
give-units-free-cheapest = you get the cheapest { $units } of every { $each } units of { $of } free
    .name = { $units } of { $each } free: { $of }
give-units-free-dearest = you get the dearest { $units } of every { $each } units of { $of } free
    .name = { $units } of { $each } free: { $of }
give-units-percent-cheapest = you get { $value } off the cheapest { $units } of every { $each } units of { $of }
    .name = { $value } off { $units } of { $each }: { $of }
give-units-percent-dearest = you get { $value } off the dearest { $units } of every { $each } units of { $of }
    .name = { $value } off { $units } of { $each }: { $of }
get-same = the same product
give-get-free = for every { $bought_units ->
    [one] { $bought_units } unit
   *[other] { $bought_units } units
} of { $bought } you buy, you get { $units ->
    [one] { $units } unit
   *[other] { $units } units
} of { $of } free
    .name = { $units ->
    [one] { $units } unit
   *[other] { $units } units
} of { $of } free for { $bought_units ->
    [one] { $bought_units } unit
   *[other] { $bought_units } units
} of { $bought }
give-get-off = for every { $bought_units ->
    [one] { $bought_units } unit
   *[other] { $bought_units } units
} of { $bought } you buy, you get { $value } off { $units ->
    [one] { $units } unit
   *[other] { $units } units
} of { $of }
    .name = { $value } off { $units ->
    [one] { $units } unit
   *[other] { $units } units
} of { $of } for { $bought_units ->
    [one] { $bought_units } unit
   *[other] { $bought_units } units
} of { $bought }
give-get-amount = for every { $bought_units ->
    [one] { $bought_units } unit
   *[other] { $bought_units } units
} of { $bought } you buy, you get { $value } off each of { $units ->
    [one] { $units } unit
   *[other] { $units } units
} of { $of }
    .name = { $value } off each of { $units ->
    [one] { $units } unit
   *[other] { $units } units
} of { $of } for { $bought_units ->
    [one] { $bought_units } unit
   *[other] { $bought_units } units
} of { $bought }
bundle-part = { $units ->
    [one] { $units } unit
   *[other] { $units } units
} of { $of }
give-bundle-price = you get { $parts } together for { $value }
    .name = { $parts } for { $value }
give-bundle-off = you get { $value } off { $parts } bought together
    .name = { $value } off { $parts }
give-shipping-free = you get free shipping
    .name = free shipping
give-shipping-at = you pay { $value } for shipping
    .name = shipping for { $value }

give-item = you get { $item } as a gift
    .name = { $item }
give-items = you get { $units ->
    [one] { $units } unit
   *[other] { $units } units
} of { $item } as a gift
    .name = { $units ->
    [one] { $units } unit
   *[other] { $units } units
} of { $item }
give-points = you get { $value } extra
    .name = { $value } extra
give-times-points = you earn { $times } times the { $points } on { $of }
    .name = { $times } times the { $points }
give-voucher = you get a voucher for { $value } off a later order
    .name = { $value } voucher
give-free-returns = you return goods free of charge
    .name = free returns
give-free-shipping = you get free shipping
    .name = free shipping
give-warranty = the warranty on { $of } is { $time } longer
    .name = { $time } more warranty
give-priority-queue = you are served first in the queue
    .name = first in the queue
give-priority-phone = your calls are answered first
    .name = calls answered first
give-priority-delivery = your goods are delivered first
    .name = delivered first
give-gesture = we prepare something for you ourselves: { $what }
    .name = { $what }

also-at-most = the discount is at most { $money }
also-times = it applies at most { $times ->
    [one] { $times } time
   *[other] { $times } times
} per order
also-dearest-units = it holds for at most { $units ->
    [one] { $units } unit
   *[other] { $units } units
} per order, dearest first
also-units-each = it holds for at most { $units ->
    [one] { $units } unit
   *[other] { $units } units
} of each product per order
also-counted-dearest = units are counted dearest first
also-counted-cheapest = units are counted cheapest first
also-same-product = only units of the same product are counted together
also-pick-cheapest = the cheapest units are the ones given
also-pick-dearest = the dearest units are the ones given
also-proposed = the extra units are offered for you to choose; we never add them ourselves
also-valid = you can use it for { $time } from the day you receive it
also-voucher-minimum = the voucher can be used on an order of at least { $money } before discounts
also-voucher-of = the voucher can be used on { $of }
