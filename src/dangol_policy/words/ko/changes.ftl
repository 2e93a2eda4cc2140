# How the policy itself is changed.

section-changes = 이 정책이 바뀔 때
changes-notice = 고객님께 불리하게 바뀌는 내용은 시행되기 { $time } 전까지 알려 드립니다
changes-two-people = 이 정책의 모든 버전은 작성자가 아닌 사람이 승인합니다
changes-review = 이 정책은 시행된 뒤 { $time } 안에 다시 검토합니다
