# Калі, навошта і як часта мы пішам.

section-contact = Калі мы з Вамі звязваемся
purpose-transactional = паведамленні пра заказ або зварот
    .gen = паведамленняў пра заказ або зварот
purpose-care = сэрвісныя паведамленні
    .gen = сэрвісных паведамленняў
purpose-marketing = рэклама
    .acc = рэкламу
    .gen = рэкламы
purpose-any = паведамленні
    .gen = паведамленняў
contact-by = { $what } ({ $by })
    .acc = { FORM($what, "acc") } ({ $by })
    .gen = { FORM($what, "gen") } ({ $by })
contact-register = тым, хто ў спісе «{ $list }», мы не дасылаем { FORM($what, "gen") }
contact-consent-always = рэкламу мы дасылаем толькі з Вашай згоды
contact-consent = мы дасылаем { FORM($what, "acc") } толькі з Вашай згоды
contact-renew-hold = раз у { FORM($time, "acc") } мы просім пацвердзіць згоду; пакуль Вы яе не пацвердзілі, нічога не дасылаем
contact-renew-send = раз у { FORM($time, "acc") } мы просім пацвердзіць згоду; калі Вы не адкажаце, згода застаецца ў сіле
contact-bought = на працягу { FORM($time, "gen") } пасля пакупкі асобная згода не патрэбна
contact-starts = { $what }: першыя словы паведамлення — { $words }
contact-holds = { $what }: у тэксце ёсць { $words }
contact-quiet = { $hours } па Вашым мясцовым часе мы не дасылаем { FORM($what, "gen") }
contact-quiet-agreed = калі Вы далі згоду і на гэты час, мы можам пісаць
contact-cap = { $what }: не больш за { $n ->
    [one] { $n } раз
    [few] { $n } разы
   *[many] { $n } разоў
} на працягу { FORM($time, "gen") }
contact-floor = { $what }: не менш за { $n ->
    [one] { $n } раз
    [few] { $n } разы
   *[many] { $n } разоў
} на працягу { FORM($time, "gen") }
contact-rest = пакуль у Вас ёсць адкрыты зварот ({ $cases }), мы не дасылаем { FORM($what, "gen") }

gate-allow = паведамленне можна даслаць
gate-defer = паведамленне чакае: { $until }
gate-refuse = паведамленне не дасылаецца
gate-on-register = кліент у спісе тых, каму такое не дасылаюць
gate-no-consent = няма згоды кліента
gate-consent-old = згода не пацверджана ў тэрмін
gate-label-missing = у паведамленні няма абавязковых слоў
gate-quiet-hours = у кліента цяпер гадзіны без рассылак
gate-cap = кліент ужо атрымаў столькі паведамленняў, колькі дазволена
gate-own-wish = кліент прасіў пісаць радзей
gate-open-case = у кліента ёсць адкрыты зварот
gate-too-late = да таго часу паведамленне страціць сэнс
gate-never = няма гадзіны, калі яго можна было б даслаць
