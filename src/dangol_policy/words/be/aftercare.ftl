# Што бывае пасля продажу.

section-aftercare = Пасля пакупкі
plan = { $name }: пачынаецца пасля { FORM($begins, "gen") }
plan-of = для каго: хто купіў { $of }
plan-stops = калі мы спыняемся: { $list }
plan-solved = праз { FORM($time, "acc") } пасля вырашэння мы пытаемся, ці сапраўды ўсё ў парадку
touch-message = праз { FORM($time, "acc") } пасля { FORM($begins, "gen") } мы пішам Вам: { $what }
touch-task = праз { FORM($time, "acc") } пасля { FORM($begins, "gen") } мы робім: { $what }
touch-role = хто гэта робіць: { $role }
touch-channel = як: { $list }
touch-relevant = чаго не ўдалося даслаць на працягу { FORM($time, "gen") }, мы не дасылаем зусім
begins-purchase = пакупка
    .gen = пакупкі
begins-delivery = дастаўка
    .gen = дастаўкі
begins-visit = наведванне
    .gen = наведвання
begins-case-resolved = вырашэнне звароту
    .gen = вырашэння звароту
stop-return = вяртанне тавару
stop-complaint = скарга
stop-customers-wish = Ваша просьба
stop-next-order = наступны заказ
