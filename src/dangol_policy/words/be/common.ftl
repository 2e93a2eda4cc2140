# Лічбы, тэрміны, спісы, назвы.
# Умова гаворыцца як `Вы …`; `.not` — яе адмаўленне. Склоны: без пазнакі назоўны, `.acc` вінавальны, `.gen` родны,
# `.ins` творны; `.neu` ніякі род, `.fem` вінавальны жаночага роду, `.last` — «за апошнія …», `.by` — якім шляхам.

capitals = yes
list-comma = { ", " }
list-and = { $first } і { $last }
list-or = { $first } або { $last }
every-separator = { ", " }
every = { $first } і { $last }
lead-separator = { " " }
offer-lead = { $lead } { $gives }
offer-if = { $condition }, { $gives }
offer-lead-if = { $lead }, { $condition }, { $gives }
named = { QUOTE($name) }
titled = { QUOTE($name) }

duration-minutes = { $n ->
    [one] { $n } хвіліна
    [few] { $n } хвіліны
   *[many] { $n } хвілін
}
    .acc = { $n ->
        [one] { $n } хвіліну
        [few] { $n } хвіліны
       *[many] { $n } хвілін
    }
    .gen = { $n ->
        [one] { $n } хвіліны
       *[other] { $n } хвілін
    }
    .last = { $n ->
        [one] апошнюю { $n } хвіліну
        [few] апошнія { $n } хвіліны
       *[many] апошнія { $n } хвілін
    }
duration-hours = { $n ->
    [one] { $n } гадзіна
    [few] { $n } гадзіны
   *[many] { $n } гадзін
}
    .acc = { $n ->
        [one] { $n } гадзіну
        [few] { $n } гадзіны
       *[many] { $n } гадзін
    }
    .gen = { $n ->
        [one] { $n } гадзіны
       *[other] { $n } гадзін
    }
    .last = { $n ->
        [one] апошнюю { $n } гадзіну
        [few] апошнія { $n } гадзіны
       *[many] апошнія { $n } гадзін
    }
duration-days = { $n ->
    [one] { $n } дзень
    [few] { $n } дні
   *[many] { $n } дзён
}
    .gen = { $n ->
        [one] { $n } дня
       *[other] { $n } дзён
    }
    .last = { $n ->
        [one] апошні { $n } дзень
        [few] апошнія { $n } дні
       *[many] апошнія { $n } дзён
    }
duration-weeks = { $n ->
    [one] { $n } тыдзень
    [few] { $n } тыдні
   *[many] { $n } тыдняў
}
    .gen = { $n ->
        [one] { $n } тыдня
       *[other] { $n } тыдняў
    }
    .last = { $n ->
        [one] апошні { $n } тыдзень
        [few] апошнія { $n } тыдні
       *[many] апошнія { $n } тыдняў
    }
duration-months = { $n ->
    [one] { $n } месяц
    [few] { $n } месяцы
   *[many] { $n } месяцаў
}
    .gen = { $n ->
        [one] { $n } месяца
       *[other] { $n } месяцаў
    }
    .last = { $n ->
        [one] апошні { $n } месяц
        [few] апошнія { $n } месяцы
       *[many] апошнія { $n } месяцаў
    }
duration-years = { $n ->
    [one] { $n } год
    [few] { $n } гады
   *[many] { $n } гадоў
}
    .gen = { $n ->
        [one] { $n } года
       *[other] { $n } гадоў
    }
    .last = { $n ->
        [one] апошні { $n } год
        [few] апошнія { $n } гады
       *[many] апошнія { $n } гадоў
    }
duration-business-hours = { $n ->
    [one] { $n } працоўная гадзіна
    [few] { $n } працоўныя гадзіны
   *[many] { $n } працоўных гадзін
}
    .acc = { $n ->
        [one] { $n } працоўную гадзіну
        [few] { $n } працоўныя гадзіны
       *[many] { $n } працоўных гадзін
    }
    .gen = { $n ->
        [one] { $n } працоўнай гадзіны
       *[other] { $n } працоўных гадзін
    }
    .last = { $n ->
        [one] апошнюю { $n } працоўную гадзіну
        [few] апошнія { $n } працоўныя гадзіны
       *[many] апошнія { $n } працоўных гадзін
    }
duration-business-days = { $n ->
    [one] { $n } працоўны дзень
    [few] { $n } працоўныя дні
   *[many] { $n } працоўных дзён
}
    .gen = { $n ->
        [one] { $n } працоўнага дня
       *[other] { $n } працоўных дзён
    }
    .last = { $n ->
        [one] апошні { $n } працоўны дзень
        [few] апошнія { $n } працоўныя дні
       *[many] апошнія { $n } працоўных дзён
    }
ordinal = { $n ->
    [1] самы першы
   *[other] { $kind ->
        [few] { $n }-і
       *[other] { $n }-ы
    }
}
    .gen = { $n ->
        [1] самага першага
       *[other] { $n }-га
    }
    .neu = { $n ->
        [1] самае першае
       *[other] { $n }-е
    }
    .fem = { $n ->
        [1] самую першую
       *[other] { $n }-ю
    }

points-word = балы
    .gen = балаў
    .ins = баламі
points = { $n ->
    [one] { $n } бал
    [few] { $n } балы
    [many] { $n } балаў
   *[other] { $n } бала
}
    .gen = { $n ->
        [few] { $n } балаў
        [many] { $n } балаў
       *[other] { $n } бала
    }
points-word-named = балы { QUOTE($name) }
    .gen = балаў { QUOTE($name) }
    .ins = баламі { QUOTE($name) }
points-named = { $n ->
    [one] { $n } бал { QUOTE($name) }
    [few] { $n } балы { QUOTE($name) }
    [many] { $n } балаў { QUOTE($name) }
   *[other] { $n } бала { QUOTE($name) }
}
    .gen = { $n ->
        [few] { $n } балаў { QUOTE($name) }
        [many] { $n } балаў { QUOTE($name) }
       *[other] { $n } бала { QUOTE($name) }
    }
visits = { $n ->
    [one] { $n } наведванне
    [few] { $n } наведванні
   *[many] { $n } наведванняў
}
    .gen = { $n ->
        [one] { $n } наведвання
       *[other] { $n } наведванняў
    }
tier-word = узровень
by-tier = { $either }
by-tier-item = { $value } ({ QUOTE($tier) })

section-loyalty = Для пастаянных кліентаў
section-promotions = Акцыі
section-returns = Вяртанне і абмен тавару, гарантыя

means-email = электронная пошта
    .by = па электроннай пошце
means-sms = SMS
    .by = праз SMS
means-phone = тэлефон
    .by = па тэлефоне
means-post = пошта
    .by = поштай
means-app = мабільная праграма
    .by = у мабільнай праграме
means-push = апавяшчэнне ў мабільнай праграме
    .by = апавяшчэннем у мабільнай праграме
means-web = сайт
    .by = на сайце
means-store = крама
    .by = у краме
means-counter = каса
    .by = на касе
means-kakao = KakaoTalk
    .by = праз KakaoTalk
means-card = картка
    .by = карткай
means-cash = наяўныя
    .by = наяўнымі
means-transfer = банкаўскі перавод
    .by = банкаўскім пераводам
means-other = { $name }
    .by = праз { $name }

day-mon = панядзелках
day-tue = аўторках
day-wed = серадах
day-thu = чацвяргах
day-fri = пятніцах
day-sat = суботах
day-sun = нядзелях
on-days = па { $days }
on-weekdays = у будні
on-weekend = у выхадныя
hours = з { $start } да { $end }
hours-overnight = з { $start } да { $end } наступнага дня
days-between = з { $first } па { $last }
days-from = з { $first }
days-to = да { $last } уключна
days-on = { $day }
at-stores = у філіяле { $stores }
by-channels = пры заказе { FORM($channels, "by") }
