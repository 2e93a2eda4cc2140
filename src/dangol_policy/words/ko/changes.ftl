# How the policy itself is changed.

section-changes = 이 정책이 바뀔 때
changes-notice = 고객님께 불리하게 바뀌는 내용은 시행되기 { $time } 전까지 알려 드립니다
changes-two-people = 이 정책의 모든 버전은 작성자가 아닌 사람이 승인합니다
changes-review = 이 정책은 시행된 뒤 { $time } 안에 다시 검토합니다

# What differs between two versions, and what it means for customers.

diff-added = 새로 생긴 내용입니다
diff-removed = 없어진 내용입니다
diff-none = 없음
diff-neutral = 고객님께 달라지는 것은 없습니다
diff-cannot-tell = 유리한지 불리한지는 경우에 따라 다릅니다
diff-both = 고객님에 따라 유리할 수도 불리할 수도 있습니다
diff-gain-better = 받으시는 혜택이 늘어납니다
diff-gain-worse = 받으시는 혜택이 줄어듭니다
diff-needed-better = 필요한 기준이 낮아집니다
diff-needed-worse = 필요한 기준이 높아집니다
diff-cost-better = 내시는 금액이 줄어듭니다
diff-cost-worse = 내시는 금액이 늘어납니다
diff-time-better = 기간이 길어집니다
diff-time-worse = 기간이 짧아집니다
diff-wait-better = 시점이 빨라집니다
diff-wait-worse = 시점이 늦어집니다
diff-scope-better = 적용 범위가 넓어집니다
diff-scope-worse = 적용 범위가 좁아집니다
diff-limit-better = 한도가 넉넉해집니다
diff-limit-worse = 한도가 빠듯해집니다
diff-runs-better = 진행 기간이 길어집니다
diff-runs-worse = 진행 기간이 짧아집니다
diff-presence-better = 새로 제공합니다
diff-presence-worse = 더 이상 제공하지 않습니다
diff-condition-better = 조건이 없어집니다
diff-condition-worse = 조건이 추가됩니다
diff-rule-better = 고객님께 더 유리해집니다
diff-rule-worse = 고객님께 더 불리해집니다
diff-data-better = 이용하는 개인정보가 줄거나 보관 기간이 짧아집니다
diff-data-worse = 이용하는 개인정보가 늘거나 보관 기간이 길어집니다
diff-hours-better = 운영 시간이 늘어납니다
diff-hours-worse = 운영 시간이 줄어듭니다
verdict-better = 유리
verdict-worse = 불리
verdict-both = 유리·불리 모두
verdict-neutral = 변화 없음
verdict-cannot-tell = 판단할 수 없음
