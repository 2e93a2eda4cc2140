# Phân khúc và chân dung khách hàng.

section-segments = Phân khúc khách hàng
section-personas = Chân dung khách hàng
segment = { $name }: { $list }
segment-focus = đây là nhóm chúng tôi chú trọng nhất
belongs-region = khu vực { $list }
belongs-language = ngôn ngữ { $list }
belongs-store = mua lần cuối tại { $list }
belongs-spent = chi tiêu { $bounds }
belongs-orders = số đơn hàng { $bounds }
belongs-of = { $what } có { $of }
belongs-within = { $what } trong { $time } gần đây
belongs-last-order-within = đơn hàng cuối trong vòng { $time }
belongs-no-order-for = không đặt hàng trong { $time }
belongs-known-for = là khách hàng từ { $time } trở lên
bounds-between = từ { $least } đến { $most }
bounds-least = từ { $least } trở lên
bounds-most = không quá { $most }
bounds-any = bất kỳ
persona = { $name }: { $who }
persona-segment = phân khúc: { $name }
persona-thinks = suy nghĩ: { $what }
persona-wants = mong muốn: { $what }
persona-fears = lo ngại: { $what }
persona-evidence = căn cứ: { $list }
