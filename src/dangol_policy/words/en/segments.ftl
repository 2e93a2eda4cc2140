# Groups of customers and personas.

section-segments = Groups of customers
section-personas = Whom we picture
segment = { $name }: { $list }
segment-focus = we turn to this group above others
belongs-region = region { $list }
belongs-language = language { $list }
belongs-store = last bought at { $list }
belongs-spent = spent { $bounds }
belongs-orders = orders { $bounds }
belongs-of = { $what } with { $of }
belongs-within = { $what } in the last { $time }
belongs-last-order-within = last order within { $time }
belongs-no-order-for = no order for { $time }
belongs-known-for = known to us for { $time }
bounds-between = from { $least } to { $most }
bounds-least = at least { $least }
bounds-most = at most { $most }
bounds-any = any
persona = { $name }: { $who }
persona-segment = group: { $name }
persona-thinks = thinks: { $what }
persona-wants = wants: { $what }
persona-fears = fears: { $what }
persona-evidence = what shows it: { $list }
