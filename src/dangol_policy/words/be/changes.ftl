# How the policy itself is changed.

section-changes = Калі гэтая палітыка змяняецца
changes-notice = пра змены, менш выгадныя для Вас, мы паведамляем не пазней як за { FORM($time, "acc") } да пачатку іх дзеяння
changes-two-people = кожную версію гэтай палітыкі зацвярджае не той, хто яе напісаў
changes-review = мы нанава разглядаем гэтую палітыку не пазней як праз { FORM($time, "acc") } пасля ўступлення ў сілу
