# Тлумачэнне рашэння: што прыменена, што не і чаму, найбліжэйшая перавага, разлік балаў.
# Прычына (why-*) мае паўнейшыя формы, калі вядома больш: .detailed, .figures, .most, .other.

tier-named = узровень { QUOTE($tier) }
tier-discount = зніжка ўзроўню { QUOTE($tier) }
referral-name = рэкамендацыя
windows-name = тэрмін вяртання тавару
exclusions-name = тавары, якія нельга вярнуць
conditions-name = стан тавару пры вяртанні
fees-name = плата за вяртанне тавару
exchange-name = абмен тавару
warranty-name = гарантыя

total-goods = тавары каштуюць { $amount }
total-discounted = тавары каштуюць { $list }, зніжка складае { $discount }
total-shipping = дастаўка каштуе { $amount }
total-shipping-free = дастаўка бясплатная
total-points = аплата баламі: { $points } — гэта { $amount }
total-gift-card = аплата падарункавай карткай: { $amount }
total-due = да аплаты: { $amount }

applied = прыменена: { QUOTE($name) }
applied-off = { QUOTE($name) }: зніжка { $amount }
applied-off-times = { QUOTE($name) }, { $times ->
    [one] { $times } раз
    [few] { $times } разы
   *[many] { $times } разоў
}: зніжка { $amount }
applied-shipping = { QUOTE($name) }: зніжка { $amount } на дастаўку
applied-shipping-times = { QUOTE($name) }, { $times ->
    [one] { $times } раз
    [few] { $times } разы
   *[many] { $times } разоў
}: зніжка { $amount } на дастаўку
announced = гэта на { $percent } ніжэй за самую нізкую ранейшую цану { $prior }

gift-item = разам Вы атрымліваеце падарунак { QUOTE($item) }
gift-items = разам Вы атрымліваеце падарунак { QUOTE($item) }, { $units } шт.
gift-proposed = Вы можаце дадаць тавар { QUOTE($item) } на ўмовах акцыі
gift-proposeds = Вы можаце дадаць тавар { QUOTE($item) }, { $units } шт., на ўмовах акцыі
gift-voucher = Вы атрымліваеце ваўчар на зніжку { $value } для аднаго з наступных заказаў
gift-warranty = гарантыя падаўжаецца на { FORM($time, "acc") }
gift-gesture = мы самі падрыхтуем для Вас: { $name }

about = прыкладна { $what }
sum-rate = { $rate } ад { $base } = { $result }
sum-per = { $points } за кожныя { $step } з { $base } = { $result }
sum-per-full = { $points } за кожныя поўныя { $step } з { $base } = { $result }
sum-per-unit = { $points } за кожную адзінку, усяго { $units } шт. = { $result }
sum-times = { QUOTE($name) }: дададзена { $result }, каб стала ў { $times ->
    [one] { $times } раз
    [few] { $times } разы
   *[many] { $times } разоў
} больш
sum-bonus = { QUOTE($name) }: дададзена { $result }
sum-plain = { QUOTE($name) }: { $result }
points-total = усяго Вам будзе налічана { $points }
points-total-rounded = усяго { $exact }, пасля акруглення Вам будзе налічана { $points }

code-accepted = код { $code } прыменены
code-refused = код { $code } не прыменены
code-unknown = код { $code } нам невядомы
code-unknown-way-out = калі ласка, праверце, ці правільна ён напісаны
not-applied = не прыменена: { QUOTE($name) }
would-give = гэта дало б зніжку { $amount }
miss-spend = дадайце тавараў на { $more }, і Вы атрымаеце: { $gift }
miss-spend-of = дадайце { $of } на суму { $more }, і Вы атрымаеце: { $gift }
miss-units = дадайце яшчэ { $more } шт., і Вы атрымаеце: { $gift }
miss-units-of = дадайце яшчэ { $more } шт. { FORM($of, "gen") }, і Вы атрымаеце: { $gift }
miss-worth = гэта зніжка { $amount }

why-not-begun = акцыя яшчэ не пачалася
    .other = акцыя пачынаецца { $other }
why-ended = акцыя скончылася
    .other = акцыя скончылася { $other }
why-wrong-weekday = акцыя не дзейнічае ў гэты дзень тыдня
    .detailed = акцыя дзейнічае { $detail }
why-wrong-hour = акцыя не дзейнічае ў гэты час
    .detailed = акцыя дзейнічае { $detail }
why-wrong-store = акцыя не дзейнічае ў гэтым філіяле
    .detailed = акцыя дзейнічае ў філіяле { $detail }
why-wrong-channel = акцыя не дзейнічае для такога спосабу заказу
    .detailed = акцыя дзейнічае пры заказе { FORM($detail, "by") }
why-wrong-payment = акцыя не дзейнічае для такога спосабу аплаты
    .detailed = акцыя дзейнічае, калі спосаб аплаты — { $detail }
why-code-missing = трэба ўвесці код
why-guest = гэта для ўдзельнікаў праграмы; Вы можаце да яе далучыцца
why-members-excluded = гэта для кліентаў, якія не ўдзельнічаюць у праграме
why-wrong-tier = гэта для кліентаў іншага ўзроўню
    .detailed = гэта для кліентаў з узроўнем { $detail }
why-wrong-segment = гэта для вызначанай групы кліентаў
why-no-membership = гэта для кліентаў з членствам
    .detailed = гэта для кліентаў з членствам { $detail }
why-member-too-short = гэта для кліентаў, якія ўдзельнічаюць у праграме даўжэй
    .detailed = гэта для кліентаў, якія ўдзельнічаюць у праграме не менш за { FORM($detail, "acc") }
why-member-too-long = гэта для кліентаў, якія нядаўна далучыліся да праграмы
    .detailed = гэта для кліентаў, якія ўдзельнічаюць у праграме не больш за { FORM($detail, "acc") }
why-not-birthday = гэта для дня нараджэння
why-wrong-order-number = гэта не той па ліку заказ
why-ordered-recently = гэта для кліентаў, якія даўно не рабілі заказаў
    .detailed = гэта для кліентаў, якія не рабілі заказаў на працягу { FORM($detail, "gen") }
why-not-referred = гэта для кліентаў, якія прыйшлі па рэкамендацыі іншага кліента
why-customer-excluded = Вы адпавядаеце ўмове, якая гэта выключае
why-customer-condition = Вы не адпавядаеце ніводнай з патрэбных умоў
why-units-short = не хапае тавараў
    .figures = трэба { $need } шт.; дастаткова дадаць { $more } шт.
    .detailed = трэба { $need } шт. { FORM($detail, "gen") }; дастаткова дадаць { $more } шт.
why-units-over = тавараў занадта шмат
    .figures = дзейнічае да { $need } шт., а ў заказе { $have } шт.
why-spend-short = сума занадта малая
    .figures = трэба не менш за { $need }; дастаткова дадаць { $more }
    .detailed = трэба не менш за { $need } за { $detail }; дастаткова дадаць { $more }
why-spend-over = сума занадта вялікая
    .figures = дзейнічае да { $need }, а сума заказу { $have }
why-need-excluded = у кошыку ёсць тое, што гэта выключае
why-need-alternatives = у кошыку няма нічога з таго, што патрэбна
why-nothing-matches = у кошыку няма адпаведных тавараў
why-nothing-left = адпаведныя тавары ўжо не могуць стаць таннейшымі
why-too-small = зніжка занадта малая, каб яе ўлічыць
why-no-shipping = за дастаўку плаціць не трэба
why-better-in-group = прыменена больш выгадная прапанова
    .other = прыменена { QUOTE($other) }: для Вас гэта больш выгадна
why-alone-better = асобная прапанова для Вас больш выгадная
    .other = асобна прыменена { QUOTE($other) }: для Вас гэта больш выгадна
why-others-better = іншыя прапановы разам для Вас больш выгадныя
why-limit-customer = Вы ўжо выкарысталі гэта столькі разоў, колькі можна аднаму кліенту
    .figures = можна { $need ->
    [one] { $need } раз
    [few] { $need } разы
   *[many] { $need } разоў
} на аднаго кліента, Вы выкарысталі { $have ->
    [one] { $have } раз
    [few] { $have } разы
   *[many] { $have } разоў
}
why-limit-total = усё ўжо выкарыстана
    .figures = можна { $need ->
    [one] { $need } раз
    [few] { $need } разы
   *[many] { $need } разоў
} на ўсіх, выкарыстана { $have ->
    [one] { $have } раз
    [few] { $have } разы
   *[many] { $have } разоў
}
why-budget = сродкі на зніжкі скончыліся
    .figures = патрэбна { $need }, а на зніжкі засталося { $have }
why-no-tier-value = для Вашага ўзроўню нічога не прадугледжана
why-reward-not-chosen = Вы гэтага не выбралі
why-points-short = не хапае { FORM($word, "gen") }
    .figures = трэба { $need }, а ў Вас { $have }
why-voucher-expired = тэрмін дзеяння ваўчара скончыўся
why-voucher-minimum = сума заказу занадта малая для ваўчара
    .figures = трэба заказ не менш за { $need }; дастаткова дадаць { $more }
why-not-dearer = цана ўжо не вышэйшая
why-no-order-yet = гэта для кліентаў, якія ўжо рабілі заказы
why-enough-together = прыменена ўжо дастаткова акцый
    .most = разам можна не больш за { $need ->
    [one] { $need } акцыю
    [few] { $need } акцыі
   *[many] { $need } акцый
}
why-unknown-reward = такой узнагароды няма
why-points-not-payment = аплаціць { FORM($word, "ins") } нельга
why-points-minimum = занадта мала { FORM($word, "gen") }, каб выкарыстаць
    .figures = трэба не менш за { $need }, а тут { $have }
why-points-limit = столькі { FORM($word, "gen") } выкарыстаць нельга
    .most = тут можна выкарыстаць не больш за { $need }
why-points-step = { $word } выкарыстоўваюцца вызначаным крокам
    .most = балы выкарыстоўваюцца крокам у { $need }
why-order-minimum = сума заказу занадта малая, каб выкарыстаць { $word }
    .figures = тавары павінны каштаваць не менш за { $need }; дастаткова дадаць { $more }
