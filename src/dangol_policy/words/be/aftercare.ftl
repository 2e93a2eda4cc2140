# Што бывае пасля продажу.

section-aftercare = Пасля пакупкі
plan = { $name }: пачатак — { $begins }
plan-of = для каго: хто купіў { $of }
plan-stops = калі мы спыняемся: { $list }
plan-solved = мы спытаем, ці сапраўды ўсё вырашана; тэрмін пасля вырашэння — { $time }
touch-message = тэрмін пасля падзеі ({ $begins }) — { $time }; мы пішам Вам: { $what }
touch-task = тэрмін пасля падзеі ({ $begins }) — { $time }; мы робім: { $what }
touch-role = хто гэта робіць: { $role }
touch-channel = як: { $list }
touch-relevant = чаго не ўдалося даслаць на працягу { FORM($time, "gen") }, мы не дасылаем зусім
begins-purchase = пакупка
begins-delivery = дастаўка
begins-visit = наведванне
begins-case-resolved = вырашэнне звароту
stop-return = вяртанне тавару
stop-complaint = скарга
stop-customers-wish = Ваша просьба
stop-next-order = наступны заказ
