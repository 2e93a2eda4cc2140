# 책임 등급.

section-responsibility = 누가 결정하는가
level = ‘{ $name }’에서는 다음 사람이 결정합니다: { $roles }
level-kinds = 여기에서 결정하는 일: { $list }
level-may = 여기에서 해 드릴 수 있는 것: { $list }
level-cover = 자리에 없을 때 대신하는 사람: { $roles }
level-rises-after = { $time }이 지나면 { QUOTE($to, "으로") } 넘깁니다
level-rises-severity = 심각도가 ‘{ $names }’인 건은 바로 { QUOTE($to, "으로") } 넘깁니다
level-rises-wish = 고객님께서 원하시면 { QUOTE($to, "으로") } 넘깁니다
power-up-to = { $what } { $money }까지
remedy-refund = 환불
remedy-voucher = 쿠폰
remedy-points = 포인트
remedy-discount = 할인
remedy-exchange = 교환
remedy-repair = 수리
remedy-gift = 선물
remedy-apology = 사과
remedy-callback = 다시 전화
authority-may = 여기에서 해 드릴 수 있습니다
authority-higher = ‘{ $by }’에서 결정합니다
authority-nobody = 해 드릴 수 있는 사람이 없습니다
