# 협력사.

section-partners = 협력사
partner = { JOSA($name, "은") } 다음 일을 맡습니다: { $does }
partner-contract = 계약 기간: { $days }. 계약이 끝나면 열람 권한도 끝납니다
partner-kinds = 맡는 상담: { $list }
partner-fields = 볼 수 있는 개인정보: { $list }
partner-no-fields = 고객님의 개인정보는 볼 수 없습니다
partner-standards = 지키는 기준: { $list }
