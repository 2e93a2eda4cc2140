# Якія тавары, якія кліенты, якія заказы.

lines-all = усе тавары
    .gen = усіх тавараў
lines-any = любыя тавары
    .gen = любых тавараў
lines-head = тавары
    .gen = тавараў
lines-products = { $count ->
    [1] тавар { $names }
   *[other] тавары { $names }
}
    .gen = { $count ->
        [1] тавару { $names }
       *[other] тавараў { $names }
    }
lines-with = { $lines } { $trait }
trait-category = { $count ->
    [1] з катэгорыі { $names }
   *[other] з катэгорый { $names }
}
trait-tag = з пазнакай { $names }
trait-price-at-least = коштам не менш за { $money }
trait-price-at-most = коштам не больш за { $money }
trait-price-between = коштам ад { $least } да { $most }
trait-discounted = са зніжанай цаной
trait-full-price = без зніжкі
trait-any = з ліку { FORM($list, "gen") }
trait-all = з ліку адначасова { FORM($list, "gen") }
trait-not = (апрача { FORM($lines, "gen") })

if = калі { $what }
not-so = не выканана ўмова ({ $what })
not = { $without }
either-item = ({ $what })
either-group = ({ $what })
either = выканана хаця б адна з умоў { $list }
always = Вы наш кліент
never = няма ніводнага такога выпадку

who-tier = у Вас узровень { $tiers }
    .not = у Вас не ўзровень { $tiers }
who-segment = Вы ўваходзіце ў групу { $names }
    .not = Вы не ўваходзіце ў групу { $names }
who-membership = у Вас ёсць членства { $names }
    .not = у Вас няма членства { $names }
who-member = Вы ўдзельнічаеце ў праграме
    .not = Вы не ўдзельнічаеце ў праграме
who-guest = Вы робіце заказ без удзелу ў праграме
    .not = Вы робіце заказ як удзельнік праграмы
who-member-at-least = Вы ўдзельнічаеце ў праграме не менш за { FORM($time, "acc") }
    .not = Вы ўдзельнічаеце ў праграме менш за { FORM($time, "acc") }
who-member-at-most = Вы ўдзельнічаеце ў праграме не больш за { FORM($time, "acc") }
    .not = Вы ўдзельнічаеце ў праграме больш за { FORM($time, "acc") }
birthday-day = у дзень нараджэння
birthday-month = у месяц нараджэння
birthday-before = у дзень нараджэння або на працягу { $before ->
    [one] { $before } дня
   *[other] { $before } дзён
} да яго
birthday-after = у дзень нараджэння або на працягу { $after ->
    [one] { $after } дня
   *[other] { $after } дзён
} пасля яго
birthday-around = у дзень нараджэння, на працягу { $before ->
    [one] { $before } дня
   *[other] { $before } дзён
} да яго або на працягу { $after ->
    [one] { $after } дня
   *[other] { $after } дзён
} пасля яго
who-birthday = Вы робіце заказ { $when }
    .not = Вы робіце заказ не { $when }
who-order = гэта Ваш { $nth } заказ
    .not = гэта не Ваш { $nth } заказ
who-order-from = гэта Ваш { $nth } заказ або больш позні
    .not = гэта заказ да Вашага { FORM($nth, "gen") }
who-order-to = гэта Ваш { $nth } заказ або больш ранні
    .not = гэта заказ пасля Вашага { FORM($nth, "gen") }
who-order-between = гэта адзін з Вашых заказаў з { FORM($first, "gen") } па { $last }
    .not = гэта не адзін з Вашых заказаў з { FORM($first, "gen") } па { $last }
who-order-every = гэта кожны { $nth } Ваш заказ
    .not = гэта не кожны { $nth } Ваш заказ
who-no-order = Вы рабілі заказы раней, але не за { FORM($time, "last") }
    .not = Вы рабілі заказ за { FORM($time, "last") } або не рабілі ніколі
who-referred = Вы прыйшлі па рэкамендацыі іншага кліента
    .not = Вы прыйшлі без рэкамендацыі іншага кліента
who-not-referred = Вы прыйшлі без рэкамендацыі іншага кліента
    .not = Вы прыйшлі па рэкамендацыі іншага кліента

spending-before = сума заказу да зніжак
    .gen = сумы заказу да зніжак
spending-before-of = сума за { $of } да зніжак
    .gen = сумы за { $of } да зніжак
spending-now = сума заказу пасля папярэдніх зніжак
    .gen = сумы заказу пасля папярэдніх зніжак
spending-now-of = сума за { $of } пасля папярэдніх зніжак
    .gen = сумы за { $of } пасля папярэдніх зніжак
need-spend = { $of } складае не менш за { $least }
    .not = { $of } складае менш за { $least }
need-spend-between = { $of } складае ад { $least } да { $most }
    .not = { $of } складае менш за { $least } або больш за { $most }
need-above = { $of } складае больш за { $money }
    .not = { $of } складае не больш за { $money }
need-units = Вы купляеце не менш за { $least } шт. { FORM($of, "gen") }
    .not = Вы купляеце менш за { $least } шт. { FORM($of, "gen") }
need-units-between = Вы купляеце ад { $least } да { $most } шт. { FORM($of, "gen") }
    .not = Вы купляеце менш за { $least } або больш за { $most } шт. { FORM($of, "gen") }
need-products = Вы купляеце не менш за { $least ->
    [one] { $least } від
    [few] { $least } розныя віды
   *[many] { $least } розных відаў
} { FORM($of, "gen") }
    .not = Вы купляеце менш за { $least ->
    [one] { $least } від
    [few] { $least } розныя віды
   *[many] { $least } розных відаў
} { FORM($of, "gen") }
need-products-between = Вы купляеце ад { $least } да { $most } розных відаў { FORM($of, "gen") }
    .not = Вы купляеце менш за { $least } або больш за { $most } розных відаў { FORM($of, "gen") }
need-code = Вы ўводзіце код { $codes }
    .not = Вы не ўводзіце код { $codes }
need-payment = спосаб аплаты — { $means }
    .not = спосаб аплаты — не { $means }
