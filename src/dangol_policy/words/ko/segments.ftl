# 고객군과 페르소나.

section-segments = 고객군
section-personas = 페르소나
segment = { QUOTE($name, "은") } 다음에 해당하시는 고객군입니다: { $list }
segment-focus = 저희가 가장 힘쓰는 고객군입니다
belongs-region = 지역 { $list }
belongs-language = 언어 { $list }
belongs-store = 마지막으로 구매한 매장 { $list }
belongs-spent = 구매 금액 { $bounds }
belongs-orders = 주문 { $bounds }
belongs-of = { $of } { $what }
belongs-within = 최근 { $time } { $what }
belongs-last-order-within = 최근 { $time } 안에 주문
belongs-no-order-for = { $time } 동안 주문 없음
belongs-known-for = 알게 된 지 { $time } 이상
bounds-between = { $least } 이상 { $most } 이하
bounds-least = { $least } 이상
bounds-most = { $most } 이하
bounds-any = 상관없음
persona = { QUOTE($name, "은") } 다음과 같은 분입니다: { $who }
persona-segment = 고객군: { $name }
persona-thinks = 생각: { $what }
persona-wants = 바라는 것: { $what }
persona-fears = 걱정하는 것: { $what }
persona-evidence = 근거: { $list }
