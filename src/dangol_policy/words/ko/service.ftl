# 서비스 기준과 시계.

section-service = 서비스 기준
standard-promised = { $cases } 건에는 다음을 약속드립니다: { $list }
standard-aimed = { $cases } 건에는 다음을 목표로 합니다: { $list }
standard-reached = 전체의 { $rate } 이상에서 이 기준을 지킵니다
standard-missed = 지키지 못하면 다음과 같이 해 드립니다: { $what }
cases-all = 모든 상담
cases-tier = { $tiers } 등급
cases-severity = 심각도 ‘{ $names }’
clock-acknowledge-within = 접수 확인 { $time } 이내
clock-first-response-within = 상담원의 첫 답변 { $time } 이내
clock-next-response-within = 이어지는 답변 { $time } 이내
clock-update-every-within = 진행 상황 안내 { $time }마다
clock-resolve-within = 해결 { $time } 이내
clock-acknowledge = 접수 확인
clock-first-response = 첫 답변
clock-next-response = 이어지는 답변
clock-update-every = 진행 상황 안내
clock-resolve = 해결
awaited-customer = 고객님의 답변
awaited-third-party = 다른 곳의 답변
pause = { JOSA($whom, "을") } 기다리는 동안에는 다음 시간은 계산하지 않습니다: { $clocks }

told-due = { $clock } 기한은 { $due }입니다
told-waiting = { $clock } 기한은 기다리는 일이 끝나면 정해집니다
told-met = { $clock } 기준을 지켰습니다
told-breached = { $clock } 기준을 { $at }에 넘겼습니다
told-changed = 상담 건이 바뀌어 { $clock } 기준을 { $at }에 넘겼습니다
told-ended = { $clock } 기준은 답변 없이 끝났습니다
step-started = { $at }: 시작합니다
step-paused = { $at }: 멈춥니다
step-resumed = { $at }: 다시 셉니다
step-changed = { $at }: 상담 건이 바뀝니다
closed-day = { JOSA($day, "은") } 세지 않습니다: 휴무
closed-holiday = { JOSA($day, "은") } 세지 않습니다: { $name }
