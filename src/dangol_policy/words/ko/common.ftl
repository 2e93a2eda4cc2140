# 숫자, 기간, 목록, 이름.
# A message whose forms are attributes (.and …시고, .or …시거나, .if …시면, .of …신) is a condition.

capitals = no
list-comma = { ", " }
list-and = { JOSA($first, "과") } { $last }
list-or = { $first } 또는 { $last }
every-separator = { " " }
every = { $first } { $last }
lead-separator = { " " }
offer-lead = { $lead } { $gives }
offer-if = { $condition } { $gives }
offer-lead-if = { $lead } { $condition } { $gives }
named = { $name }
titled = { $name }

duration-minutes = { $n }분
duration-hours = { $n }시간
duration-days = { $n }일
duration-weeks = { $n }주
duration-months = { $n }개월
duration-years = { $n }년
duration-business-hours = 영업시간 기준 { $n }시간
duration-business-days = 영업일 기준 { $n }일
ordinal = { $n ->
    [1] 첫 번째
   *[other] { $n }번째
}

points-word = 포인트
points = { $n }포인트
points-word-named = { $name }
points-named = { $name } { $n }점
visits = { $n }번
tier-word = 등급
by-tier = 등급별로 { $list }
by-tier-item = { $tier } { $value }

section-loyalty = 단골 혜택
section-promotions = 프로모션
section-returns = 반품·교환·보증

means-email = 이메일
means-sms = 문자 메시지
means-phone = 전화
means-post = 우편
means-app = 앱
means-push = 앱 알림
means-web = 웹사이트
means-store = 매장
means-counter = 매장
means-kakao = 카카오톡
means-card = 카드
means-cash = 현금
means-transfer = 계좌 이체
means-other = { $name }

day-mon = 월요일
day-tue = 화요일
day-wed = 수요일
day-thu = 목요일
day-fri = 금요일
day-sat = 토요일
day-sun = 일요일
on-days = { $days }에
on-weekdays = 평일에
on-weekend = 주말에
hours = { $start }부터 { $end }까지
hours-overnight = { $start }부터 다음 날 { $end }까지
days-between = { $first }부터 { $last }까지
days-from = { $first }부터
days-to = { $last }까지
days-on = { $day } 하루 동안
at-stores = { $stores }에서
by-channels = { JOSA($channels, "으로") } 주문하실 때
