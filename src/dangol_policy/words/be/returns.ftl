# Вяртанне, абмен, гарантыя.

reason-change-of-mind = Вы перадумалі
reason-fault = тавар мае недахоп
reason-wrong-item = прыйшоў не той тавар
window-delivery = Вы можаце вярнуць { $of } на працягу { FORM($time, "gen") } з дня дастаўкі, калі { $reasons }
window-purchase = Вы можаце вярнуць { $of } на працягу { FORM($time, "gen") } з дня пакупкі, калі { $reasons }
returns-none = тавары нельга вярнуць толькі таму, што Вы перадумалі; тавары з недахопам можна вярнуць заўсёды
exclusion = калі Вы перадумалі, мы не прымаем назад { $of }. Прычына: { $because }
state-unused = тавар не выкарыстоўваўся
state-unopened = упакоўка не адкрывалася
state-original-packaging = захавана арыгінальная ўпакоўка
state-tags-attached = захаваны біркі
state-receipt = ёсць чэк
condition = мы прымаем назад { $of }, калі { $states }
condition-except-fault = калі тавар мае недахоп, гэта не мае значэння
fee = калі Вы перадумалі, вяртанне { FORM($of, "gen") } каштуе { $money }
fee-none = калі Вы перадумалі, вяртанне { FORM($of, "gen") } бясплатнае
return-shipping-customer = калі Вы перадумалі, перасылку назад аплачваеце Вы; калі вінаватыя мы, плацім мы
return-shipping-business = перасылку тавару назад аплачваем мы
refund-as-paid = грошы вяртаюцца тым жа спосабам, якім Вы плацілі
refund-as-paid-within = грошы вяртаюцца тым жа спосабам, якім Вы плацілі, на працягу { FORM($time, "gen") }
refund-store-credit = замест грошай Вы атрымліваеце суму на рахунак для пакупак у нас
refund-store-credit-within = замест грошай Вы атрымліваеце суму на рахунак для пакупак у нас на працягу { FORM($time, "gen") }
refund-customers-choice = спосаб вяртання грошай выбіраеце Вы
refund-customers-choice-within = спосаб вяртання грошай выбіраеце Вы; вяртаем на працягу { FORM($time, "gen") }
refund-shipping-kept = калі Вы перадумалі, плата за першую дастаўку не вяртаецца; калі вінаватыя мы, вяртаецца
refund-shipping-given-back = калі вяртаецца ўвесь заказ, вяртаецца і плата за першую дастаўку
tier-at-purchase = перавагі ўзроўню пры вяртанні залежаць ад Вашага ўзроўню на час пакупкі
tier-at-return = перавагі ўзроўню пры вяртанні залежаць ад Вашага ўзроўню на час вяртання
exchange = Вы можаце абмяняць { $of } на працягу { FORM($time, "gen") } з дня атрымання
exchange-times = абмяняць можна не больш за { $times ->
    [one] { $times } раз
    [few] { $times } разы
   *[many] { $times } разоў
}
warranty = гарантыя на { $of } дзейнічае { FORM($time, "acc") } з дня пакупкі
warranty-covers = што пакрывае гарантыя: { $what }
