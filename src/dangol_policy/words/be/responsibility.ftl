# Узроўні адказнасці.

section-responsibility = Хто вырашае
level = { $name }: вырашае — { $roles }
level-kinds = што тут вырашаецца: { $list }
level-may = што тут можна даць: { $list }
level-cover = хто замяняе, калі нікога няма: { $roles }
level-rises-after = калі справа не вырашана на працягу { FORM($time, "gen") }, яна пераходзіць на вышэйшы ўзровень: { $to }
level-rises-severity = пры такой сур’ёзнасці ({ $names }) справа адразу пераходзіць на вышэйшы ўзровень: { $to }
level-rises-wish = калі Вы папросіце, справа пяройдзе на вышэйшы ўзровень: { $to }
power-up-to = { $what } да { $money }
remedy-refund = вяртанне грошай
remedy-voucher = ваўчар
remedy-points = балы
remedy-discount = зніжка
remedy-exchange = абмен
remedy-repair = рамонт
remedy-gift = падарунак
remedy-apology = прабачэнне
remedy-callback = званок у адказ
authority-may = гэта можна даць тут
authority-higher = гэта вырашае: { $by }
authority-nobody = гэтага ніхто не можа даць
