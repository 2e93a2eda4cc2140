# 여쭙고 듣는 방법.

section-voice = 고객의 소리
survey-after = { $begins } { $time } 뒤에 다음과 같이 여쭙니다: { $ask }
survey-every = { $time }마다 다음과 같이 여쭙니다: { $ask }
survey-measure = 여쭙는 내용: { $what }
survey-channel = 여쭙는 방법: { $list }
survey-sample = 고객님 가운데 { JOSA($rate, "을") } 무작위로 골라 여쭙니다
survey-satisfaction = 만족하셨는지
survey-recommendation = 다른 분께 추천하실지
survey-effort = 이용하기 쉬우셨는지
survey-complaint-handling = 불만을 처리한 방법에 만족하셨는지
survey-relationship = 저희가 전반적으로 잘하고 있는지
fatigue = { $time } 동안 최대 { $n }번만 여쭙니다
reviews-ask = 구매하시고 { $time } 뒤에 모든 고객님께 후기를 부탁드립니다
reviews-answer = 후기에는 { $time } 이내에 답변드립니다
reviews-low = 별점이 { $n }개 이하인 후기는 { JOSA($kind, "으로") } 접수하여 살펴봅니다
reviews-reward = 좋은 후기든 아쉬운 후기든 다음을 드립니다: { $what }
ideas = 주신 제안은 { $time } 이내에 결정하고 알려 드립니다
ideas-panel = 함께하시는 분들: { $what }
ideas-reward = 감사의 표시: { $what }
