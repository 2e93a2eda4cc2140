# Сегменты і партрэты кліентаў.

section-segments = Сегменты кліентаў
section-personas = Партрэты кліентаў
segment = { $name }: { $list }
segment-focus = гэта галоўная для нас група
belongs-region = рэгіён { $list }
belongs-language = мова { $list }
belongs-store = апошняя пакупка — { $list }
belongs-spent = сума пакупак { $bounds }
belongs-orders = колькасць заказаў { $bounds }
belongs-of = { $what } ({ $of })
belongs-within = { $what } за { FORM($time, "last") }
belongs-last-order-within = апошні заказ — за { FORM($time, "last") }
belongs-no-order-for = за { FORM($time, "last") } заказаў не было
belongs-known-for = знаёмыя з намі не менш за { FORM($time, "acc") }
bounds-between = ад { $least } да { $most }
bounds-least = не менш за { $least }
bounds-most = не больш за { $most }
bounds-any = любая
persona = { $name }: { $who }
persona-segment = сегмент: { $name }
persona-thinks = што думае: { $what }
persona-wants = чаго хоча: { $what }
persona-fears = чаго баіцца: { $what }
persona-evidence = з чаго гэта відаць: { $list }
