# 서비스 기준과 시계.

section-service = 서비스 기준
standard-promised = { $cases } 건에는 다음을 약속드립니다: { $list }
standard-aimed = { $cases } 건에는 다음을 목표로 합니다: { $list }
standard-reached = 전체의 { $rate } 이상에서 이 기준을 지킵니다
standard-missed = 지키지 못하면 다음과 같이 해 드립니다: { $what }
cases-all = 모든 상담
cases-tier = { $tiers } 등급
cases-severity = 심각도 { $names }
clock-acknowledge-within = 접수 확인 { $time } 안
clock-first-response-within = 상담원의 첫 답변 { $time } 안
clock-next-response-within = 이어지는 답변 { $time } 안
clock-update-every-within = 진행 상황 안내 { $time }마다
clock-resolve-within = 해결 { $time } 안
clock-acknowledge = 접수 확인
clock-first-response = 첫 답변
clock-next-response = 이어지는 답변
clock-update-every = 진행 상황 안내
clock-resolve = 해결
awaited-customer = 고객님의 답변
awaited-third-party = 다른 곳의 답변
pause = { JOSA($whom, "을") } 기다리는 동안에는 다음 시간을 세지 않습니다: { $clocks }
