# Як мы пытаемся і слухаем.

section-voice = Голас кліента
survey-after = тэрмін пасля падзеі ({ $begins }) — { $time }; мы пытаемся: { $ask }
survey-every = як часта мы пытаемся — раз у { FORM($time, "acc") }: { $ask }
survey-measure = што мы хочам даведацца: { $what }
survey-channel = як: { $list }
survey-sample = доля кліентаў, у якіх мы пытаемся (выбар выпадковы): { $rate }
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
reviews-ask = мы просім водгук ва ўсіх пакупнікоў; тэрмін пасля пакупкі — { $time }
reviews-answer = мы адказваем на водгукі на працягу { FORM($time, "gen") }
reviews-low = водгук, у якім зорак не больш за { $n }, мы разглядаем асобна: { $kind }
reviews-reward = за кожны водгук, добры ці не, Вы атрымаеце: { $what }
ideas = кожная прапанова атрымлівае рашэнне на працягу { FORM($time, "gen") }, і Вы пра яго даведаецеся
ideas-panel = хто ўдзельнічае: { $what }
ideas-reward = у падзяку: { $what }
