# Як з намі звязацца.

section-channels = Як з намі звязацца
channel-phone = тэлефон
channel-email = эл. пошта
channel-sms = SMS
channel-chat = чат
channel-messenger = месенджар
channel-kakao = KakaoTalk
channel-web = сайт
channel-app = праграма
channel-push = апавяшчэнне ў праграме
channel-social = сацсеткі
channel-post = пошта
channel-store = у краме
channel-reach = { $name }: тут Вы можаце з намі звязацца
channel-at = { $name }: Вы можаце з намі звязацца — { $at }
channel-purposes = для чаго гэты канал: { $list }
channel-person-first = адказвае супрацоўнік
channel-machine-first = спачатку адказвае аўтаадказчык і кажа пра гэта; калі Вам патрэбны чалавек, супрацоўнік падключыцца на працягу { FORM($time, "gen") }
channel-answer = супрацоўнік адказвае на працягу { FORM($time, "gen") }
channel-cost = Вы плаціце { $money }
channel-free = гэта бясплатна
channel-identity = перш чым гаварыць пра асабістае, мы правяраем, што гэта Вы: { $what }
channel-identity-none = называць сябе не трэба
identity-order-number = нумар заказу
identity-phone-number = нумар тэлефона
identity-one-time-code = аднаразовы код
identity-signed-in = уваход у акаўнт
identity-identity-card = дакумент, які сведчыць асобу
channel-length = у адным паведамленні не больш за { $n ->
    [one] { $n } знак
    [few] { $n } знакі
   *[many] { $n } знакаў
}
channel-files = можна даслаць не больш за { $n ->
    [one] { $n } файл
    [few] { $n } файлы
   *[many] { $n } файлаў
}, кожны да { $size } МБ
channel-file-types = тыпы файлаў: { $list }
channel-recording = пра запіс размоў: { $what }
channel-languages = мовы адказу: { $list }

case-question = пытанне
case-advice = кансультацыя
case-order-help = дапамога з заказам
case-complaint = скарга
case-return = вяртанне тавару
case-exchange = абмен тавару
case-warranty = гарантыя
case-privacy = запыт пра персанальныя даныя
case-feedback = зваротная сувязь
case-praise = падзяка
case-incident = інцыдэнт
