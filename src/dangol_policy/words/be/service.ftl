# Стандарты абслугоўвання і іх тэрміны.

section-service = Стандарты абслугоўвання
standard-promised = { $cases }: мы абяцаем — { $list }
standard-aimed = { $cases }: наша мэта — { $list }
standard-reached = мы прытрымліваемся гэтага ў { $rate } выпадкаў
standard-missed = калі мы не справімся: { $what }
cases-all = усе звароты
cases-tier = узровень { $tiers }
cases-severity = сур’ёзнасць «{ $names }»
clock-acknowledge-within = пацвярджэнне атрымання на працягу { FORM($time, "gen") }
clock-first-response-within = першы адказ супрацоўніка на працягу { FORM($time, "gen") }
clock-next-response-within = кожны наступны адказ на працягу { FORM($time, "gen") }
clock-update-every-within = перапынак паміж паведамленнямі пра ход справы — не больш за { FORM($time, "acc") }
clock-resolve-within = вырашэнне на працягу { FORM($time, "gen") }
clock-acknowledge = пацвярджэнне атрымання
clock-first-response = першы адказ
clock-next-response = наступныя адказы
clock-update-every = паведамленні пра ход справы
clock-resolve = вырашэнне
awaited-customer = Ваш адказ
awaited-third-party = адказ іншага боку
pause = пакуль мы чакаем на { $whom }, гэтыя тэрміны не ідуць: { $clocks }

told-due = { $clock }: тэрмін — { $due }
told-waiting = { $clock }: тэрмін вызначыцца, калі скончыцца чаканне
told-met = { $clock }: у тэрмін
told-breached = { $clock }: пратэрмінавана { $at }
told-changed = { $clock }: пратэрмінавана { $at }, бо зварот змяніўся
told-ended = { $clock }: скончылася без адказу
step-started = { $at }: пачатак
step-paused = { $at }: паўза
step-resumed = { $at }: працяг
step-changed = { $at }: зварот змяніўся
closed-day = { $day } не лічыцца: выхадны
closed-holiday = { $day } не лічыцца: { $name }
