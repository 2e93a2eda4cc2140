# Балы, узроўні, карткі, рэкамендацыі, членства, абяцанні пастаянным кліентам.

base-net = сума да аплаты пасля зніжак
    .gen = сумы да аплаты пасля зніжак
base-net-of = сума да аплаты пасля зніжак за { $of }
    .gen = сумы да аплаты пасля зніжак за { $of }
base-list = сума пакупкі да зніжак
    .gen = сумы пакупкі да зніжак
base-list-of = сума да зніжак за { $of }
    .gen = сумы да зніжак за { $of }
earn-rate = Вы атрымліваеце { FORM($points, "ins") } { $value } ад { FORM($base, "gen") }
    .tiers = Вы атрымліваеце { FORM($points, "ins") } { $value } ад { FORM($base, "gen") }
earn-per = Вы атрымліваеце { $value } за кожныя { $step } { FORM($base, "gen") }, прапарцыйна суме
earn-per-full = Вы атрымліваеце { $value } за кожныя поўныя { $step } { FORM($base, "gen") }
earn-per-unit = Вы атрымліваеце { $value } за кожную купленую адзінку { FORM($of, "gen") }
earn-name = { $value } ад сумы
earn-name-per = { $value } за кожныя { $step }
earn-name-unit = { $value } за адзінку
earn-without-tax = падатак у суму не ўваходзіць
earn-points-spent-do-not-count = за тое, што аплачана { FORM($points, "ins") }, балы не налічваюцца

rounding-down = { $points } лічацца адзін раз на заказ і акругляюцца ў меншы бок
rounding-half-up = { $points } лічацца адзін раз на заказ і акругляюцца да цэлых
rounding-up = { $points } лічацца адзін раз на заказ і акругляюцца ў большы бок
rounding-decimals-down = { $points } лічацца адзін раз на заказ і акругляюцца ў меншы бок да { $decimals ->
    [one] { $decimals } знака
   *[other] { $decimals } знакаў
} пасля коскі
rounding-decimals-half-up = { $points } лічацца адзін раз на заказ і акругляюцца да { $decimals ->
    [one] { $decimals } знака
   *[other] { $decimals } знакаў
} пасля коскі
rounding-decimals-up = { $points } лічацца адзін раз на заказ і акругляюцца ў большы бок да { $decimals ->
    [one] { $decimals } знака
   *[other] { $decimals } знакаў
} пасля коскі
pending-for-purchase = { $points } можна выкарыстаць праз { FORM($time, "acc") } пасля дня пакупкі
pending-for-delivery = { $points } можна выкарыстаць праз { FORM($time, "acc") } пасля дня дастаўкі
pending-day-purchase = { $points } можна выкарыстаць з { $days }-га дня, калі лічыць ад дня пасля пакупкі
pending-day-delivery = { $points } можна выкарыстаць з { $days }-га дня, калі лічыць ад дня пасля дастаўкі
pending-purchase = { $points } можна выкарыстаць адразу
pending-delivery = { $points } можна выкарыстаць пасля дастаўкі тавару
expire-day = { $points } згараюць праз { FORM($time, "acc") } пасля дня налічэння
expire-end-of-month = { $points } згараюць у канцы таго месяца, у якім мінае { FORM($time, "acc") } з дня налічэння
expire-end-of-year = { $points } згараюць у канцы таго года, у якім мінае { FORM($time, "acc") } з дня налічэння
redeem-worth = пры аплаце { FORM($points, "ins") } кожны бал адпавядае { $money }
redeem-minimum = Вы можаце выкарыстаць іх, калі маеце не менш за { $value }, і не менш за гэтую колькасць за раз
redeem-step = балы выкарыстоўваюцца крокам у { $value }
redeem-maximum = за раз можна выкарыстаць не больш за { $value }
redeem-up-to = імі можна аплаціць да { $value } кошту тавараў
redeem-order-minimum = іх можна выкарыстаць у заказах, дзе тавары пасля зніжак каштуюць не менш за { $money }
redeem-on = імі можна аплаціць { $of }
redeem-shipping = { FORM($points, "ins") } можна аплаціць і дастаўку
redeem-not-shipping = { FORM($points, "ins") } нельга аплаціць дастаўку
redeem-same-order = { $points }, налічаныя за заказ, можна выкарыстаць у гэтым жа заказе
reward = за { $value } { $gives }
already-spent-negative = калі { $points }, што здымаюцца пры вяртанні тавару, ужо выкарыстаны, яны вылічваюцца з наступных налічэнняў
already-spent-reduce-refund = калі { $points }, што здымаюцца пры вяртанні тавару, ужо выкарыстаны, іх кошт вылічваецца з сумы вяртання
already-spent-forgive = калі { $points }, што здымаюцца пры вяртанні тавару, ужо выкарыстаны, мы не патрабуем іх назад
restored = { $points }, вернутыя Вам пры вяртанні тавару, можна выкарыстаць не менш чым на працягу { FORM($time, "gen") }

measure-spend = сума пакупак
    .gen = сумы пакупак
measure-visits = колькасць наведванняў
    .gen = колькасці наведванняў
measure-points-earned = колькасць налічаных { FORM($points, "gen") }
    .gen = колькасці налічаных { FORM($points, "gen") }
tiers-rolling = узровень залежыць ад { FORM($measure, "gen") } за { FORM($time, "last") }
tiers-calendar-year = узровень залежыць ад { FORM($measure, "gen") } за каляндарны год
tiers-half-year = узровень залежыць ад { FORM($measure, "gen") } за паўгоддзе
tiers-lifetime = узровень залежыць ад { FORM($measure, "gen") } за ўвесь час
tiers-upgrade-next-order = вышэйшы ўзровень дзейнічае з Вашага наступнага заказу
tiers-upgrade-this-order = вышэйшы ўзровень дзейнічае ўжо для таго заказу, якім Вы яго дасягаеце
level-entry = як удзельнік праграмы Вы пачынаеце з узроўню { QUOTE($tier) }
level-spend = Вы пераходзіце на ўзровень { QUOTE($tier) }, калі сума Вашых пакупак складае не менш за { $least }
level-visits = Вы пераходзіце на ўзровень { QUOTE($tier) }, калі ў Вас не менш за { $least }
level-points-earned = Вы пераходзіце на ўзровень { QUOTE($tier) }, калі Вам налічана не менш за { $least }
level-benefits = узровень { QUOTE($tier) } дае такія перавагі
benefit = { $gives }
benefit-birthday = { $when } { $gives }
benefit-on-reaching = адзін раз, пры дасягненні гэтага ўзроўню, { $gives }
benefit-other = { $what }
review-none = дасягнуты ўзровень не паніжаецца
review-day = узровень пераглядаецца адзін раз на { FORM($time, "acc") }
review-end-of-month = узровень пераглядаецца адзін раз на { FORM($time, "acc") }, у канцы месяца
review-end-of-year = узровень пераглядаецца адзін раз на { FORM($time, "acc") }, у канцы года
review-step-one = калі вынік недастатковы, узровень паніжаецца толькі на адну прыступку
review-step-any = калі вынік недастатковы, Вы пераходзіце на той узровень, якому ён адпавядае
review-grace = перад паніжэннем узровень захоўваецца за Вамі яшчэ { FORM($time, "acc") }

card-visits = на кожнае { FORM($nth, "neu") } наведванне
card-stamps = за { $n ->
    [one] кожную { $n } пазнаку
    [few] кожныя { $n } пазнакі
   *[many] кожныя { $n } пазнак
} на картцы
card-per-day = лічыцца адно наведванне на дзень
card-per-purchase = кожная пакупка лічыцца наведваннем
card-first-counted = першае наведванне таксама лічыцца
card-first-not-counted = першае наведванне не лічыцца
card-minimum = лічацца толькі пакупкі на суму не менш за { $money }
card-stamps-per = Вы атрымліваеце адну пазнаку за кожныя поўныя { $money } аплаты пасля зніжак
card-valid = падарунак можна атрымаць на працягу { FORM($time, "gen") }
card-repeats = калі картка запоўнена, пачынаецца новая
card-once = падарунак даецца адзін раз
referral-referrer = калі па Вашай рэкамендацыі прыйшоў новы кліент і зрабіў першы заказ, Вы атрымліваеце { FORM($gives, "acc") }
referral-friend = новы кліент таксама атрымлівае { FORM($gives, "acc") }
referral-points = { $value }
referral-voucher = ваўчар на зніжку { $value }
referral-voucher-valid = ваўчар на зніжку { $value } з тэрмінам дзеяння { $time }
referral-thanks = наша падзяка
    .acc = нашу падзяку
referral-order = першы заказ павінен складаць не менш за { $money }
referral-wait-purchase = узнагарода даецца праз { FORM($time, "acc") } пасля дня першага заказу
referral-wait-delivery = узнагарода даецца праз { FORM($time, "acc") } пасля дня дастаўкі першага заказу
referral-day-purchase = узнагарода даецца на { $days }-ы дзень, калі лічыць ад дня пасля першага заказу
referral-day-delivery = узнагарода даецца на { $days }-ы дзень, калі лічыць ад дня пасля дастаўкі першага заказу
referral-most = узнагарода даецца не больш за { $times ->
    [one] { $times } раз
    [few] { $times } разы
   *[many] { $times } разоў
} на год
referral-rules = узнагарода даецца адзін раз за кожнага новага кліента; рэкамендацыі самому сабе або па крузе не лічацца
membership-free = Вы можаце бясплатна атрымаць членства { QUOTE($name) }
membership-price = Вы можаце атрымаць членства { QUOTE($name) } за { $money }
membership-valid = яно дзейнічае { FORM($time, "acc") } з дня ўступлення
moment = { $when }
moment-order = на Ваш { $nth } заказ
moment-visit = на Ваша { FORM($nth, "neu") } наведванне
moment-anniversary = у кожную гадавіну Вашага ўдзелу ў праграме
moment-birthday = у дзень нараджэння
gesture-limit = падарунак даецца { $times ->
    [one] { $times } раз
    [few] { $times } разы
   *[many] { $times } разоў
} на ўсіх кліентаў разам
