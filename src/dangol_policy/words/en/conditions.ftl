# Which lines, which customers, which orders.

lines-all = all products
lines-any = any product
lines-head = products
lines-products = { $names }
lines-with = { $lines } { $trait }
trait-category = { $count ->
    [one] in the { $names } category
   *[other] in the { $names } categories
}
trait-tag = tagged { $names }
trait-price-at-least = priced at { $money } or more
trait-price-at-most = priced at { $money } or less
trait-price-between = priced from { $least } to { $most }
trait-discounted = already discounted
trait-full-price = not yet discounted
trait-any = that are { $list }
trait-all = that are at once { $list }
trait-not = except { $lines }

if = if { $what }
not-so = it is not so that { $what }
not = { $without }
either-item = { $what }
either-group = ({ $what })
either = either { $list }
always = you are a customer
never = nothing holds

who-tier = you are in the { $tiers } tier
    .not = you are not in the { $tiers } tier
who-segment = you belong to the group { $names }
    .not = you do not belong to the group { $names }
who-membership = you hold { $names }
    .not = you do not hold { $names }
who-member = you are a member
    .not = you are not a member
who-guest = you order as a guest
    .not = you do not order as a guest
who-member-at-least = you have been a member for at least { $time }
    .not = you have not been a member for { $time }
who-member-at-most = you have been a member for no more than { $time }
    .not = you have been a member for more than { $time }
birthday-day = your birthday
birthday-month = any day of the month of your birthday
birthday-before = { $before ->
    [one] your birthday or the { $before } day before it
   *[other] your birthday or any of the { $before } days before it
}
birthday-after = { $after ->
    [one] your birthday or the { $after } day after it
   *[other] your birthday or any of the { $after } days after it
}
birthday-around = any day from { $before ->
    [one] { $before } day
   *[other] { $before } days
} before your birthday to { $after ->
    [one] { $after } day
   *[other] { $after } days
} after it
who-birthday = you order on { $when }
    .not = you do not order on { $when }
who-order = this is your { $nth } order
    .not = this is not your { $nth } order
who-order-from = this is your { $nth } order or a later one
    .not = this order comes before your { $nth }
who-order-to = this is your { $nth } order or an earlier one
    .not = this order comes after your { $nth }
who-order-between = this is one of your { $first } to { $last } orders
    .not = this is none of your { $first } to { $last } orders
who-order-every = this is every { $nth } order of yours
    .not = this is not every { $nth } order of yours
who-no-order = you have ordered before but not in the last { $time }
    .not = you have ordered in the last { $time } or never before
who-referred = another customer referred you
    .not = no customer referred you
who-not-referred = no customer referred you
    .not = another customer referred you

spending-before = your order before discounts
spending-before-of = your purchase of { $of } before discounts
spending-now = your order after earlier discounts
spending-now-of = your purchase of { $of } after earlier discounts
need-spend = { $of } comes to at least { $least }
    .not = { $of } comes to less than { $least }
need-spend-between = { $of } comes to at least { $least } and at most { $most }
    .not = { $of } does not come to between { $least } and { $most }
need-above = { $of } comes to more than { $money }
    .not = { $of } comes to no more than { $money }
need-units = you buy at least { $least ->
    [one] { $least } unit
   *[other] { $least } units
} of { $of }
    .not = you buy fewer than { $least ->
    [one] { $least } unit
   *[other] { $least } units
} of { $of }
need-units-between = you buy at least { $least } and at most { $most } units of { $of }
    .not = you do not buy between { $least } and { $most } units of { $of }
need-products = you buy at least { $least } different kinds of { $of }
    .not = you buy fewer than { $least } different kinds of { $of }
need-products-between = you buy at least { $least } and at most { $most } different kinds of { $of }
    .not = you do not buy between { $least } and { $most } different kinds of { $of }
need-code = you enter the code { $codes }
    .not = you do not enter the code { $codes }
need-payment = you pay by { $means }
    .not = you do not pay by { $means }
