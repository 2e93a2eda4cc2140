# 응대 시나리오와 자주 묻는 질문.

section-scripts = 자주 묻는 질문
script-flow = { QUOTE($name, "은") } 응대 시나리오입니다
script-kinds = 쓰는 경우: { $list }
script-begins = 시작: { $what }
script-ends = 마침: { $list }
script-question = 다음과 같이 물으시는 분이 많습니다: { $ask }
script-answer = { $answer }
end-resolved = 해결
end-handed-over = 이관
end-waiting = 대기
end-refused = 거절과 다른 방법 안내
