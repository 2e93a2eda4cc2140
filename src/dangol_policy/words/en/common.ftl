# Figures, durations, lists, names.
# A condition is said as `you …`; `.not` is its contrary.

capitals = yes
list-comma = { ", " }
list-and = { $first } and { $last }
list-or = { $first } or { $last }
every-separator = { ", " }
every = { $first } and { $last }
lead-separator = { ", " }
offer-lead = { $lead }, { $gives }
offer-if = { $condition }, { $gives }
offer-lead-if = { $lead }, { $condition }, { $gives }
named = { $name }
titled = { $name }

duration-minutes = { $n ->
    [one] { $n } minute
   *[other] { $n } minutes
}
duration-hours = { $n ->
    [one] { $n } hour
   *[other] { $n } hours
}
duration-days = { $n ->
    [one] { $n } day
   *[other] { $n } days
}
duration-weeks = { $n ->
    [one] { $n } week
   *[other] { $n } weeks
}
duration-months = { $n ->
    [one] { $n } month
   *[other] { $n } months
}
duration-years = { $n ->
    [one] { $n } year
   *[other] { $n } years
}
duration-business-hours = { $n ->
    [one] { $n } business hour
   *[other] { $n } business hours
}
duration-business-days = { $n ->
    [one] { $n } business day
   *[other] { $n } business days
}
ordinal = { $kind ->
    [one] { $n }st
    [two] { $n }nd
    [few] { $n }rd
   *[other] { $n }th
}

points-word = points
points = { $n ->
    [one] { $n } point
   *[other] { $n } points
}
points-word-named = { $name }
points-named = { $n } { $name }
visits = { $n ->
    [one] { $n } visit
   *[other] { $n } visits
}
tier-word = tier
by-tier = { $either }
by-tier-item = { $value } ({ $tier })

section-loyalty = For our regulars
section-promotions = Promotions
section-returns = Returns, exchange and warranty

means-email = e-mail
means-sms = text message
means-phone = phone
means-post = post
means-app = the app
means-push = app notification
means-web = the website
means-store = the shop
means-counter = the counter
means-kakao = KakaoTalk
means-card = card
means-cash = cash
means-transfer = bank transfer
means-other = { $name }

day-mon = Mondays
day-tue = Tuesdays
day-wed = Wednesdays
day-thu = Thursdays
day-fri = Fridays
day-sat = Saturdays
day-sun = Sundays
on-days = on { $days }
on-weekdays = on weekdays
on-weekend = at weekends
hours = from { $start } to { $end }
hours-overnight = from { $start } to { $end } the next day
days-between = from { $first } to { $last }
days-from = from { $first }
days-to = until { $last }
days-on = on { $day }
at-stores = at { $stores }
by-channels = ordering through { $channels }
