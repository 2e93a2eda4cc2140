# Цэнтр палітыкі: што чытаюць кліенты, частка за часткай.

centre-short = Коратка
centre-reach = Хто мы і як з намі звязацца
centre-standards = Стандарты абслугоўвання
centre-complain = Як падаць скаргу
centre-returns = Вяртанне, абмен, вяртанне грошай, гарантыя
centre-membership = Удзел у праграме і балы
centre-promotions = Акцыі цяпер і ў бліжэйшы час
centre-privacy = Вашы персанальныя даныя
centre-failure = Калі мы не справіліся
centre-asks = Пра што мы просім Вас
centre-voice = Ваш голас
centre-access = Даступнасць і мовы
centre-bodies = Аб’яднанні і сертыфікаты
centre-about = Пра гэту палітыку

missing-short = яшчэ няма пункта, з якога можна абяцаць лічбу
missing-reach = ніводзін канал не кажа, дзе, калі і хто адказвае кліентам (раздзел channels)
missing-standards = кліентам не абяцаны ніводзін стандарт абслугоўвання (раздзел service)
missing-complain = ніводзін від звароту не з’яўляецца скаргай (раздзел cases)
missing-returns = нічога не сказана пра вяртанне (раздзел returns)
missing-membership = няма ні балаў, ні ўзроўняў, ні картак (раздзел loyalty)
missing-promotions = у гэты дзень няма акцый (раздзел promotions)
missing-privacy = персанальныя даныя не пералічаны (раздзел privacy)
missing-failure = ніводзін стандарт не кажа, што атрымае кліент, калі ён парушаны (ключ if_missed)
missing-asks = кліентаў ні пра што не просяць (ключ asks раздзела business)
missing-voice = няма ні апытання, ні спосабу падаць прапанову (раздзел voice)
missing-access = не названа дапамога тым, каму яна патрэбна (ключ access раздзела business)
missing-bodies = не названа ніводнае аб’яднанне (ключ memberships раздзела business)
missing-about = не названы адказны за палітыку (ключ owner раздзела business)

head-channel = Спосаб
head-place = Куды
head-hours = Гадзіны працы
head-first = Хто адказвае першым
head-cost = Кошт
head-answer = Тэрмін адказу
head-cases = Справа
head-actual = Мінулы перыяд
head-tier = Узровень
head-threshold = Ад
head-benefits = Што ён дае
head-data = Даныя
head-purpose = Мэта
head-kept = Тэрмін захоўвання
head-missed = Калі парушана
head-receive = Вы атрымаеце
not-measured = яшчэ не вымяралася
first-person = супрацоўнік
first-machine = аўтаадказ
cost-free = бясплатна
open-days = { $days } { $hours }
open-holidays = зачынена ў святочныя дні ({ $country })
open-next-day = { $hours } (наступнага дня)

reach-name = назва: { $name }
reach-legal = рэгістрацыя: { $name }
reach-owner = адказны за палітыку: { $name }
reach-store = { $store }: { $place }
reach-contact = { $kind }: { $value }
contact-address = адрас

promise-channel = { $channel }: супрацоўнік адказвае на працягу { FORM($time, "gen") }
promise-returns = вярнуць тавар, калі Вы перадумалі, можна на працягу { FORM($time, "gen") }
promise-fault = вярнуць тавар з дэфектам або не той тавар можна на працягу { FORM($time, "gen") }
promise-requests = на запыт пра Вашы персанальныя даныя мы адказваем на працягу { FORM($time, "gen") }
promise-missed = калі мы парушылі стандарт: { $what }

complain-tell = скажыце нам зручным для Вас спосабам: { $list }
complain-say = калі ласка, паведаміце: { $list }
say-own-words = што здарылася, сваімі словамі
say-wish = чаго Вы жадаеце
say-product = пра які тавар ідзе гаворка
say-order = пра які заказ ідзе гаворка
say-harm = якая шкода прычынена
complain-expect = Вы можаце разлічваць на гэта: { $list }
complain-decides = хто вырашае: { $level }
complain-wish = калі Вы пажадаеце, вырашае: { $level }
complain-outside = калі наш адказ Вас не задаволіў, Вы можаце звярнуцца сюды: { $body }
assurance-no-charge = падаць скаргу можна бясплатна
assurance-no-disadvantage = скарга ніколі не пагоршыць стаўленне да Вас
assurance-helper = за Вас можа гаварыць чалавек, якому Вы давяраеце

access-languages = гэту палітыку можна прачытаць на мовах: { $list }
access-formats = кожную старонку можна надрукаваць, захаваць як PDF і праслухаць праз праграму чытання з экрана

law-requests = паводле закона мы павінны адказаць на працягу { FORM($time, "gen") }, калі Вы патрабуеце: { $list }
law-leaks-people = паводле закона мы павінны паведаміць Вам на працягу { FORM($time, "gen") }, калі даныя трапілі ў чужыя рукі
law-leaks-authority = паводле закона мы павінны паведаміць органу на працягу { FORM($time, "gen") }, калі даныя трапілі ў чужыя рукі
law-source = крыніца: { $source }, праверана { $day }, патрэбна пацвярджэнне юрыста

worked-order = Вы купляеце тавары на { $money }. Дзень пакупкі: { $day }
worked-earned = Вам налічваецца { $points }
worked-by-tier = колькі налічваецца па ўзроўнях: { $list }
worked-tier = { $tier } { $points }
worked-from = выкарыстаць іх можна з { $day }
worked-until = выкарыстаць іх можна да { $day }
worked-taken = калі Вы вернеце ўсё, будзе знята { $points }
worked-spend = калі ў Вас ёсць { $points }, з { $money } Вы плаціце імі { $paid } і іншым спосабам { $rest }
worked-back-until = вярнуць іх, калі Вы перадумалі, можна да { $day }
worked-back = калі Вы вернеце ўсё { $day }, Вы атрымаеце назад { $money }
worked-fee = збор { $money } ужо адлічаны
worked-refund-by = мы вернем грошы да { $moment }
worked-visits = калі прыходзіць раз на дзень з { $day }, то { $last }, у { $nth } раз, Вы атрымаеце: { $gift }
worked-case = Вы звяртаецеся да нас { $moment }. Справа: { $cases }
worked-basket = заказ ад { $day }

about-version = версія { $n }
about-since = дзейнічае з { $moment }
about-updated = апошняе абнаўленне { $moment }
about-author = аўтар: { $name }
about-approver = хто зацвердзіў: { $name }
about-checked = тэкст з таго часу не змяняўся: SHA-256 { $digest }
doer-owner = уладальнік
doer-policy-editor = рэдактар палітыкі
doer-approver = той, хто зацвярджае
doer-lead = кіраўнік
doer-staff = супрацоўнікі

paper-title = Палітыка абслугоўвання кліентаў: { $business }
centre-contents = Змест
centre-worked = Прыклад разліку
embed-more = уся палітыка: вяртанне тавару, скаргі, персанальныя даныя

head-promotion = Акцыя
head-points = Балы за яе
head-together = Разам з іншымі акцыямі
head-often = Колькі разоў
head-until = Да
head-how = Як атрымаць
rights-points-earned = налічваюцца
rights-points-not-earned = не налічваюцца
rights-alone = ніколі
rights-one-of-group = дзейнічае найлепшая з падобных
rights-together = так
rights-often = { $n ->
    [one] { $n } раз
    [few] { $n } разы
   *[many] { $n } разоў
}
rights-no-limit = без абмежавання для Вас
rights-no-end = канец не прызначаны
rights-code = з кодам { $codes }
rights-by-itself = аўтаматычна
