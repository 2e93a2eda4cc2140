# 정책 센터: 고객님이 읽으시는 순서대로.

centre-short = 한눈에 보기
centre-reach = 저희 소개와 연락 방법
centre-standards = 서비스 기준
centre-complain = 불만을 말씀하시는 방법
centre-returns = 반품·교환·환불·보증
centre-membership = 회원 혜택과 포인트
centre-promotions = 진행 중이거나 예정된 프로모션
centre-privacy = 개인정보 처리방침
centre-failure = 기준을 지키지 못했을 때
centre-asks = 고객님께 부탁드리는 것
centre-voice = 고객의 소리
centre-access = 접근성과 언어
centre-bodies = 가입 단체와 인증
centre-about = 이 정책에 대하여

missing-short = 수치로 약속할 조항이 아직 없습니다
missing-reach = 고객님께 어디서, 언제, 누가 답변드리는지 정한 채널이 없습니다(channels 항목)
missing-standards = 고객님께 약속하는 서비스 기준이 없습니다(service 항목)
missing-complain = 불만에 해당하는 상담 건의 종류가 없습니다(cases 항목)
missing-returns = 반품에 관한 내용이 없습니다(returns 항목)
missing-membership = 포인트, 등급, 카드가 모두 없습니다(loyalty 항목)
missing-promotions = 이날 진행하는 프로모션이 없습니다(promotions 항목)
missing-privacy = 개인정보 목록이 없습니다(privacy 항목)
missing-failure = 기준을 지키지 못했을 때 고객님이 받으시는 것이 정해져 있지 않습니다(if_missed 키)
missing-asks = 고객님께 부탁드리는 내용이 없습니다(business 항목의 asks 키)
missing-voice = 설문조사도, 의견을 받는 방법도 없습니다(voice 항목)
missing-access = 도움이 필요하신 분을 위한 안내가 없습니다(business 항목의 access 키)
missing-bodies = 가입한 단체가 없습니다(business 항목의 memberships 키)
missing-about = 정책 책임자의 이름이 없습니다(business 항목의 owner 키)

head-channel = 방법
head-place = 연락처
head-hours = 운영 시간
head-first = 먼저 답변하는 쪽
head-cost = 요금
head-answer = 답변 기한
head-cases = 내용
head-actual = 지난 기간 실적
head-tier = 등급
head-threshold = 기준
head-benefits = 혜택
head-data = 항목
head-purpose = 이용 목적
head-kept = 보유 기간
head-missed = 지키지 못한 기준
head-receive = 받으시는 것
not-measured = 아직 측정하지 않았습니다
first-person = 상담원
first-machine = 자동 응답
cost-free = 무료
open-days = { $days } { $hours }
open-holidays = 공휴일 휴무({ $country })
open-next-day = { $hours }(다음 날)

reach-name = 상호: { $name }
reach-legal = 등록 정보: { $name }
reach-owner = 정책 책임자: { $name }
reach-store = { $store }: { $place }
reach-contact = { $kind }: { $value }
contact-address = 주소

promise-channel = { $channel }: 상담원이 { $time } 이내에 답변드립니다
promise-returns = 단순 변심 반품은 { $time } 이내에 하실 수 있습니다
promise-fault = 하자가 있거나 잘못 보내 드린 상품은 { $time } 이내에 반품하실 수 있습니다
promise-requests = 개인정보에 관해 요구하시면 { $time } 이내에 답변드립니다
promise-missed = 기준을 지키지 못하면 다음과 같이 해 드립니다: { $what }

complain-tell = 편하신 방법으로 말씀하시면 됩니다: { $list }
complain-say = 다음을 함께 알려 주시면 됩니다: { $list }
say-own-words = 있었던 일(편하신 말로)
say-wish = 바라시는 것
say-product = 어떤 상품인지
say-order = 어떤 주문인지
say-harm = 입으신 피해
complain-expect = 다음을 약속드립니다: { $list }
complain-decides = 결정하는 곳은 다음과 같습니다: { $level }
complain-wish = 원하시면 다음에서 결정합니다: { $level }
complain-outside = 저희 답변에 만족하지 못하시면 다음 기관에 문의하실 수 있습니다: { $body }
assurance-no-charge = 불만을 말씀하시는 데 비용이 들지 않습니다
assurance-no-disadvantage = 불만을 말씀하셨다는 이유로 불이익을 받으시는 일은 없습니다
assurance-helper = 믿으시는 다른 분이 대신 말씀하셔도 됩니다

access-languages = 이 정책은 다음 언어로 읽으실 수 있습니다: { $list }
access-formats = 모든 페이지는 인쇄하거나 PDF로 저장하실 수 있으며, 화면 낭독기로 들으실 수 있습니다

law-requests = 다음을 요구하시면 법에 따라 { $time } 이내에 답변드려야 합니다: { $list }
law-leaks-people = 개인정보가 유출되면 법에 따라 { $time } 이내에 고객님께 알려 드려야 합니다
law-leaks-authority = 개인정보가 유출되면 법에 따라 { $time } 이내에 관계 기관에 신고해야 합니다
law-source = 출처: { $source }, 확인한 날 { $day }, 변호사의 확인이 필요합니다

worked-order = { $day }에 { $money }어치를 구매하신 경우입니다
worked-earned = { JOSA($points, "이") } 적립됩니다
worked-by-tier = 등급별 적립은 다음과 같습니다: { $list }
worked-tier = { $tier } { $points }
worked-from = { $day }부터 쓰실 수 있습니다
worked-until = { $day }까지 쓰실 수 있습니다
worked-taken = 모두 반품하시면 { JOSA($points, "이") } 회수됩니다
worked-spend = { JOSA($points, "을") } 가지고 계시면 { $money } 가운데 { JOSA($paid, "을") } 그것으로 내시고 나머지 { JOSA($rest, "을") } 다른 방법으로 내십니다
worked-back-until = 단순 변심 반품은 { $day }까지 하실 수 있습니다
worked-back = { $day }에 모두 반품하시면 { JOSA($money, "을") } 돌려받으십니다
worked-fee = 수수료 { JOSA($money, "을") } 이미 뺀 금액입니다
worked-refund-by = { $moment }까지 환불해 드립니다
worked-visits = { $day }부터 하루에 한 번 오시면 { $last } { $nth } 방문에 다음을 받으십니다: { $gift }
worked-case = { $moment }에 연락하신 경우입니다. 내용: { $cases }
worked-basket = { $day }의 주문입니다

about-version = 버전 { $n }입니다
about-since = { $moment }부터 시행합니다
about-updated = 마지막으로 고친 때는 { $moment }입니다
about-author = 작성자: { $name }
about-approver = 승인자: { $name }
about-checked = 글이 바뀌지 않았음을 확인하는 값: SHA-256 { $digest }
doer-owner = 대표
doer-policy-editor = 정책 담당자
doer-approver = 승인 책임자
doer-lead = 관리자
doer-staff = 직원

paper-title = { $business } 고객 관리 정책
centre-contents = 목차
centre-worked = 계산 예시
embed-more = 정책 전체 보기: 반품, 불만, 개인정보
