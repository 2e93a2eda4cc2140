# Што атрымлівае кліент. Тэкст заканчвае сказ; .name — кароткая назва ў спісах.

give-percent-price = цана { FORM($of, "gen") } зніжаецца на { $value }
    .name = зніжка { $value } на { $of }
give-percent-line = Вы атрымліваеце зніжку { $value } на { $of }
    .name = зніжка { $value } на { $of }
give-percent-unit = Вы атрымліваеце зніжку { $value } на кожную адзінку { FORM($of, "gen") }
    .name = зніжка { $value } на кожную адзінку { FORM($of, "gen") }
give-percent-cheapest = Вы атрымліваеце зніжку { $value } на самую танную адзінку { FORM($of, "gen") }
    .name = зніжка { $value } на самую танную адзінку { FORM($of, "gen") }
give-percent-dearest = Вы атрымліваеце зніжку { $value } на самую дарагую адзінку { FORM($of, "gen") }
    .name = зніжка { $value } на самую дарагую адзінку { FORM($of, "gen") }
give-percent-order = Вы атрымліваеце зніжку { $value } на заказ
    .name = зніжка { $value } на заказ
give-percent-order-of = Вы атрымліваеце зніжку { $value } на агульны кошт { FORM($of, "gen") }
    .name = зніжка { $value } на агульны кошт { FORM($of, "gen") }
give-percent-shipping = Вы атрымліваеце зніжку { $value } на дастаўку
    .name = зніжка { $value } на дастаўку

give-amount-price = цана кожнай адзінкі { FORM($of, "gen") } зніжаецца на { $value }
    .name = зніжка { $value } на кожную адзінку { FORM($of, "gen") }
give-amount-line = Вы атрымліваеце зніжку { $value } на кожную пазіцыю { FORM($of, "gen") } у заказе
    .name = зніжка { $value } на кожную пазіцыю { FORM($of, "gen") }
give-amount-unit = Вы атрымліваеце зніжку { $value } на кожную адзінку { FORM($of, "gen") }
    .name = зніжка { $value } на кожную адзінку { FORM($of, "gen") }
give-amount-cheapest = Вы атрымліваеце зніжку { $value } на самую танную адзінку { FORM($of, "gen") }
    .name = зніжка { $value } на самую танную адзінку { FORM($of, "gen") }
give-amount-dearest = Вы атрымліваеце зніжку { $value } на самую дарагую адзінку { FORM($of, "gen") }
    .name = зніжка { $value } на самую дарагую адзінку { FORM($of, "gen") }
give-amount-order = Вы атрымліваеце зніжку { $value } на заказ
    .name = зніжка { $value } на заказ
give-amount-order-of = Вы атрымліваеце зніжку { $value } на агульны кошт { FORM($of, "gen") }
    .name = зніжка { $value } на агульны кошт { FORM($of, "gen") }
give-amount-shipping = Вы атрымліваеце зніжку { $value } на дастаўку
    .name = зніжка { $value } на дастаўку

give-per-spend = Вы атрымліваеце зніжку { $value } за кожныя поўныя { $step } { FORM($of, "gen") }
    .name = зніжка { $value } за кожныя { $step }
give-price = кожная адзінка { FORM($of, "gen") } каштуе { $value }
    .name = { $of } за { $value }
give-prices = для Вас дзейнічаюць такія цэны: { $list }
    .name = асаблівыя цэны
price-item = { QUOTE($product) } — { $value }
give-nth = Вы атрымліваеце зніжку { $value } на кожную { FORM($nth, "fem") } адзінку { FORM($of, "gen") }
    .name = зніжка { $value } на кожную { FORM($nth, "fem") } адзінку { FORM($of, "gen") }
give-units-free-cheapest = з кожных { $each } шт. { FORM($of, "gen") } Вы атрымліваеце бясплатна { $units } шт. з самай нізкай цаной
    .name = { $units } з кожных { $each } шт. { FORM($of, "gen") } бясплатна
give-units-free-dearest = з кожных { $each } шт. { FORM($of, "gen") } Вы атрымліваеце бясплатна { $units } шт. з самай высокай цаной
    .name = { $units } з кожных { $each } шт. { FORM($of, "gen") } бясплатна
give-units-percent-cheapest = з кожных { $each } шт. { FORM($of, "gen") } Вы атрымліваеце зніжку { $value } на { $units } шт. з самай нізкай цаной
    .name = зніжка { $value } на { $units } з кожных { $each } шт. { FORM($of, "gen") }
give-units-percent-dearest = з кожных { $each } шт. { FORM($of, "gen") } Вы атрымліваеце зніжку { $value } на { $units } шт. з самай высокай цаной
    .name = зніжка { $value } на { $units } з кожных { $each } шт. { FORM($of, "gen") }
get-same = той самы тавар
    .gen = таго самага тавару
give-get-free = за { $bought_units ->
    [one] кожную { $bought_units }
   *[other] кожныя { $bought_units }
} шт. { FORM($bought, "gen") } Вы атрымліваеце бясплатна { $units } шт. { FORM($of, "gen") }
    .name = бясплатна { $units } шт. { FORM($of, "gen") } за { $bought_units } шт. { FORM($bought, "gen") }
give-get-off = за { $bought_units ->
    [one] кожную { $bought_units }
   *[other] кожныя { $bought_units }
} шт. { FORM($bought, "gen") } Вы атрымліваеце зніжку { $value } на { $units } шт. { FORM($of, "gen") }
    .name = зніжка { $value } на { $units } шт. { FORM($of, "gen") } за { $bought_units } шт. { FORM($bought, "gen") }
give-get-amount = за { $bought_units ->
    [one] кожную { $bought_units }
   *[other] кожныя { $bought_units }
} шт. { FORM($bought, "gen") } Вы атрымліваеце зніжку { $value } на кожную адзінку з { $units } шт. { FORM($of, "gen") }
    .name = зніжка { $value } на кожную адзінку з { $units } шт. { FORM($of, "gen") } за { $bought_units } шт. { FORM($bought, "gen") }
bundle-part = { $units } шт. { FORM($of, "gen") }
give-bundle-price = камплект ({ $parts }) каштуе { $value }
    .name = камплект ({ $parts }) за { $value }
give-bundle-off = на камплект ({ $parts }) Вы атрымліваеце зніжку { $value }
    .name = зніжка { $value } на камплект ({ $parts })
give-shipping-free = дастаўка для Вас бясплатная
    .name = бясплатная дастаўка
give-shipping-at = дастаўка каштуе { $value }
    .name = дастаўка за { $value }

give-item = Вы атрымліваеце падарунак { QUOTE($item) }
    .name = { $item }
give-items = Вы атрымліваеце падарунак { QUOTE($item) }, { $units } шт.
    .name = { $item }, { $units } шт.
give-points = Вы атрымліваеце дадаткова { $value }
    .name = дадаткова { $value }
give-times-points = за { $of } Вы атрымліваеце ў { $times ->
    [one] { $times } раз
    [few] { $times } разы
   *[many] { $times } разоў
} больш { FORM($points, "gen") }
    .name = у { $times ->
    [one] { $times } раз
    [few] { $times } разы
   *[many] { $times } разоў
} больш { FORM($points, "gen") }
give-voucher = Вы атрымліваеце ваўчар на зніжку { $value } для аднаго з наступных заказаў
    .name = ваўчар на зніжку { $value }
give-free-returns = Вы можаце вяртаць тавары бясплатна
    .name = бясплатнае вяртанне тавару
give-free-shipping = дастаўка для Вас бясплатная
    .name = бясплатная дастаўка
give-warranty = гарантыя на { $of } падаўжаецца для Вас на { FORM($time, "acc") }
    .name = падаўжэнне гарантыі на { FORM($time, "acc") }
give-priority-queue = мы абслугоўваем Вас па-за чаргой
    .name = абслугоўванне па-за чаргой
give-priority-phone = мы адказваем на Вашы званкі раней за іншыя
    .name = хутчэйшы адказ на званкі
give-priority-delivery = мы дастаўляем Вашы заказы раней за іншыя
    .name = хутчэйшая дастаўка
give-gesture = мы самі падрыхтуем для Вас: { $what }
    .name = { $what }

also-at-most = зніжка складае не больш за { $money }
also-times = прапанова дзейнічае не больш за { $times ->
    [one] { $times } раз
    [few] { $times } разы
   *[many] { $times } разоў
} у кожным заказе
also-dearest-units = прапанова дзейнічае не больш чым для { $units } шт. у заказе, пачынаючы з самых дарагіх
also-units-each = прапанова дзейнічае не больш чым для { $units } шт. кожнага тавару ў заказе
also-counted-dearest = лік пачынаецца з самых дарагіх тавараў
also-counted-cheapest = лік пачынаецца з самых танных тавараў
also-same-product = разам лічацца толькі аднолькавыя тавары
also-pick-cheapest = перавага дзейнічае для самых танных з іх
also-pick-dearest = перавага дзейнічае для самых дарагіх з іх
also-proposed = дадатковы тавар прапануецца Вам на выбар; самі мы нічога не дадаём у заказ
also-valid = тэрмін выкарыстання — { $time } з дня атрымання
also-voucher-minimum = ваўчар можна выкарыстаць у заказе на суму не менш за { $money } да зніжак
also-voucher-of = ваўчар можна выкарыстаць на { $of }
