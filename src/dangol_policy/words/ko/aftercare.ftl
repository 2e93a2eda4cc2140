# 판매 뒤에 하는 일.

section-aftercare = 사후 관리
plan = { QUOTE($name, "은") } { $begins }부터 시작합니다
plan-of = 다음을 구매하신 경우입니다: { $of }
plan-stops = 다음과 같은 일이 있으면 그만둡니다: { $list }
plan-solved = 문제가 해결되고 { $time } 뒤에 정말 해결되었는지 여쭙니다
touch-message = { $begins } { $time } 뒤에 다음과 같이 연락드립니다: { $what }
touch-task = { $begins } { $time } 뒤에 다음과 같이 챙겨 드립니다: { $what }
touch-role = 담당: { $role }
touch-channel = 연락 방법: { $list }
touch-relevant = { $time } 이내에 보내지 못하면 보내지 않습니다
begins-purchase = 구매
begins-delivery = 배송
begins-visit = 방문
begins-case-resolved = 문제 해결
stop-return = 반품
stop-complaint = 불만
stop-customers-wish = 고객님의 요청
stop-next-order = 다음 주문
