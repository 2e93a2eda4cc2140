# Bodies the business belongs to.

section-memberships = 가입한 단체
belongs-to = { $body } 회원입니다
body-number = 회원 번호: { $number }
body-until = 회원 자격: { $day }까지
body-verify = 확인하실 수 있는 곳: { $page }
body-route = 저희가 도와 드리지 못할 때 문의하실 곳: { $what }
body-answer = 그곳을 거친 불만에는 { $time } 이내에 답변드립니다
