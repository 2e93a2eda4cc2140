# Як мы пытаемся і слухаем.

section-voice = Голас кліента
survey-after = праз { FORM($time, "acc") } пасля { FORM($begins, "gen") } мы пытаемся: { $ask }
survey-every = раз у { FORM($time, "acc") } мы пытаемся: { $ask }
survey-measure = што мы хочам даведацца: { $what }
survey-channel = як: { $list }
survey-sample = мы пытаемся ў { $rate } кліентаў, выбраных выпадкова
survey-satisfaction = наколькі Вы задаволены
survey-recommendation = ці параіце Вы нас іншым
survey-effort = наколькі гэта было лёгка
survey-complaint-handling = наколькі Вы задаволены тым, як мы разгледзелі скаргу
survey-relationship = як мы працуем у цэлым
fatigue = мы пытаемся не больш за { $n ->
    [one] { $n } раз
    [few] { $n } разы
   *[many] { $n } разоў
} на працягу { FORM($time, "gen") }
reviews-ask = праз { FORM($time, "acc") } пасля пакупкі мы просім пакінуць водгук усіх пакупнікоў
reviews-answer = мы адказваем на водгукі на працягу { FORM($time, "gen") }
reviews-low = водгук, у якім зорак не больш за { $n }, мы разглядаем асобна: { $kind }
reviews-reward = за кожны водгук, добры ці не, Вы атрымаеце: { $what }
ideas = мы прымаем рашэнне па кожнай прапанове на працягу { FORM($time, "gen") } і паведамляем пра яго Вам
ideas-panel = хто ўдзельнічае: { $what }
ideas-reward = у падзяку: { $what }
