# 언제, 무엇 때문에, 얼마나 자주 연락드리는가.

section-contact = 고객님께 연락드리는 때
purpose-transactional = 주문·상담 안내
purpose-care = 고객 관리 연락
purpose-marketing = 광고
purpose-any = 메시지
contact-by = { JOSA($by, "으로") } 보내는 { $what }
contact-register = ‘{ $list }’ 목록에 계신 고객님께는 { JOSA($what, "을") } 보내지 않습니다
contact-consent-always = 광고는 동의하신 고객님께만 보내 드립니다
contact-consent = { JOSA($what, "은") } 동의하신 고객님께만 보내 드립니다
contact-renew-hold = { $time }마다 동의를 다시 확인하며, 확인해 주시기 전까지는 보내지 않습니다
contact-renew-send = { $time }마다 동의를 다시 확인하며, 따로 답이 없으시면 동의가 그대로 유지됩니다
contact-bought = 구매하신 뒤 { $time } 동안은 따로 동의를 받지 않습니다
contact-starts = { JOSA($what, "은") } { JOSA($words, "으로") } 시작합니다
contact-holds = { $what }에는 { JOSA($words, "을") } 적습니다
contact-quiet = 고객님이 계신 곳의 시각으로 { $hours }는 { JOSA($what, "을") } 보내지 않습니다
contact-quiet-agreed = 이 시간에 받으시겠다고 따로 동의하신 경우에는 보내 드립니다
contact-cap = { JOSA($what, "은") } { $time } 동안 최대 { $n }번 보내 드립니다
contact-floor = { JOSA($what, "을") } { $time } 동안 적어도 { $n }번 드립니다
contact-rest = 고객님의 { $cases } 건을 처리하는 동안에는 { JOSA($what, "을") } 보내지 않습니다

gate-allow = 메시지를 보낼 수 있습니다
gate-defer = 메시지는 { $until }까지 기다립니다
gate-refuse = 메시지를 보내지 않습니다
gate-on-register = 이런 메시지를 받지 않는 고객님의 목록에 있습니다
gate-no-consent = 고객님의 동의가 없습니다
gate-consent-old = 동의를 제때 다시 확인하지 않았습니다
gate-label-missing = 꼭 적어야 하는 표시가 없습니다
gate-quiet-hours = 고객님이 계신 곳은 야간 전송 제한 시간입니다
gate-cap = 보낼 수 있는 횟수만큼 이미 보냈습니다
gate-own-wish = 고객님께서 연락을 줄여 달라고 하셨습니다
gate-open-case = 처리 중인 상담 건이 있습니다
gate-too-late = 그때에는 보낼 까닭이 없어집니다
gate-never = 보낼 수 있는 시간이 없습니다
