# Балы, узровень, карткі, ваўчары і вяртанні кліента.

entry-earned = Вам налічана { $points }
    .order = Вам налічана { $points } за заказ { $order }
    .clause = Вам налічана { $points }: { $clause }
    .both = Вам налічана { $points } за заказ { $order } паводле пункта { QUOTE($clause) }
entry-granted = мы падарылі Вам { $points }
    .clause = мы падарылі Вам { $points }: { $clause }
entry-matured = цяпер Вы можаце выкарыстаць { $points }
    .order = цяпер Вы можаце выкарыстаць { $points } за заказ { $order }
entry-spent = Вы выкарысталі { $points }
    .order = Вы выкарысталі { $points } у заказе { $order }
    .clause = Вы выкарысталі { $points } на { QUOTE($clause) }
entry-expired = балы згарэлі: спісана { $points }
entry-reversed = з Вашага баланса знята { $points }
    .order = з Вашага баланса знята { $points }, бо заказ { $order } вернуты або адменены
entry-restored = мы вярнулі Вам { $points }, якія Вы выкарысталі
    .order = мы вярнулі Вам { $points }, якія Вы выкарысталі ў заказе { $order }
entry-adjusted = мы выправілі Ваш баланс: дададзена { $points }
entry-adjusted-down = мы выправілі Ваш баланс: аднята { $points }
entry-owed = ужо выкарыстана { $points }, мы вылічым гэта з наступных налічэнняў
    .order = за заказ { $order } трэба зняць { $points }; яны ўжо выкарыстаны, мы вылічым гэта з наступных налічэнняў
entry-repaid = залічана ў кошт нястачы на Вашым балансе: { $points }
entry-waived = нястача даравана: { $points }
entry-dated = вызначаны дзень, з якога можна выкарыстаць { $points }
entry-because = прычына: { $because }
entry-usable-from = можна выкарыстаць з { $when }
entry-expires = можна выкарыстаць да { $day } уключна
points-expire = { $points } можна выкарыстаць да { $day } уключна; пасля гэтага балы згараюць
balance = цяпер Вы можаце выкарыстаць { $points }
balance-pending = яшчэ { $points } можна будзе выкарыстаць пазней
balance-debt = спачатку { $points } з наступных налічэнняў пойдзе на нястачу

tier-entry = Вы пачынаеце з узроўню { QUOTE($after) }
tier-up = віншуем: Вы перайшлі з узроўню { QUOTE($before) } на ўзровень { QUOTE($after) }
tier-down = Вы перайшлі з узроўню { QUOTE($before) } на ўзровень { QUOTE($after) }
tier-kept = за Вамі захоўваецца ўзровень { QUOTE($after) }
tier-because-review = гэта вынік перагляду ўзроўняў
tier-because-policy = правілы ўзроўняў змяніліся
tier-distance = да ўзроўню { QUOTE($tier) } засталося { $more }
tier-soon = Вы выканалі ўмовы ўзроўню { QUOTE($tier) }; хутка ён пачне дзейнічаць
stamps-left-visits = да падарунка { QUOTE($gift) } { $n ->
    [one] засталося { $n } наведванне
    [few] засталіся { $n } наведванні
   *[many] засталося { $n } наведванняў
}
stamps-left-stamps = да падарунка { QUOTE($gift) } { $n ->
    [one] засталася { $n } пазнака
    [few] засталіся { $n } пазнакі
   *[many] засталося { $n } пазнак
}
stamps-full = Ваша картка запоўнена, Вас чакае падарунак { QUOTE($gift) }

held = { $what }
held-voucher = ваўчар на зніжку { $value }
held-items = { $item }, { $units } шт.
held-until = можна выкарыстаць да { $day } уключна

refund-part-goods = вяртаецца за тавары: { $amount }
refund-part-shipping = вяртаецца за дастаўку: { $amount }
refund-part-fee = плата за вяртанне тавару: { $amount }
refund-part-by-points = { $amount }, аплачаныя { FORM($word, "ins") }, вяртаюцца { FORM($word, "ins") }
refund-part-gift-card = вяртаецца на падарункавую картку: { $amount }
refund-part-kept-back = утрымліваецца { $amount } за ўжо выкарыстаныя { $word }
refund-part-money = Вы атрымаеце назад { $amount }
refund-part-points = Вам вернецца { $amount }, якія Вы выкарысталі
refund-part-taken-back = здымаецца { $amount }, якія былі налічаны
refund-part-shortfall = не хапае { $amount }, якія трэба зняць
objection-excluded = тавар { QUOTE($line) } нельга вярнуць толькі таму, што Вы перадумалі
objection-no-window = тавар { QUOTE($line) } нельга вярнуць па гэтай прычыне
objection-window-closed = тэрмін вяртання тавару { QUOTE($line) } скончыўся
objection-because = прычына: { $because }
objection-last-day = апошні дзень быў { $day }
objection-way-out = калі тавар мае недахоп, паведаміце нам у любы час
