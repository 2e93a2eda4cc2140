# How the policy itself is changed.

section-changes = Калі гэтая палітыка змяняецца
changes-notice = пра змены, менш выгадныя для Вас, мы паведамляем не пазней як за { FORM($time, "acc") } да пачатку іх дзеяння
changes-two-people = кожную версію гэтай палітыкі зацвярджае не той, хто яе напісаў
changes-review = мы нанава разглядаем гэтую палітыку не пазней як праз { FORM($time, "acc") } пасля ўступлення ў сілу

# What differs between two versions, and what it means for customers.

diff-added = гэта новае
diff-removed = гэтага больш няма
diff-none = няма
diff-neutral = для кліентаў нічога не змяняецца
diff-cannot-tell = выгадна гэта ці не, залежыць ад выпадку
diff-both = для адных кліентаў лепш, для другіх горш
diff-gain-better = Вы атрымліваеце больш
diff-gain-worse = Вы атрымліваеце менш
diff-needed-better = для гэтага патрэбна менш
diff-needed-worse = для гэтага патрэбна больш
diff-cost-better = Вы плаціце менш
diff-cost-worse = Вы плаціце больш
diff-time-better = тэрмін даўжэйшы
diff-time-worse = тэрмін карацейшы
diff-wait-better = гэта адбываецца раней
diff-wait-worse = гэта адбываецца пазней
diff-scope-better = дзейнічае ў большай колькасці выпадкаў
diff-scope-worse = дзейнічае ў меншай колькасці выпадкаў
diff-limit-better = абмежаванне мякчэйшае
diff-limit-worse = абмежаванне больш строгае
diff-runs-better = дзейнічае даўжэй
diff-runs-worse = дзейнічае карацей
diff-presence-better = цяпер гэта ёсць
diff-presence-worse = гэтага больш няма
diff-condition-better = умова знята
diff-condition-worse = дададзена ўмова
diff-rule-better = правіла больш выгаднае для Вас
diff-rule-worse = правіла менш выгаднае для Вас
diff-data-better = Вашых даных выкарыстоўваецца менш або карацейшы час
diff-data-worse = Вашых даных выкарыстоўваецца больш або даўжэйшы час
diff-hours-better = мы працуем больш часу
diff-hours-worse = мы працуем менш часу
verdict-better = лепш
verdict-worse = горш
verdict-both = і лепш, і горш
verdict-neutral = без змен для кліентаў
verdict-cannot-tell = нельга вызначыць
