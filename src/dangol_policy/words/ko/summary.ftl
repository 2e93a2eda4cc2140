# 한눈에 보는 정책.

summary-earn = 적립: { $list }
summary-use = { $points } 사용: 한 점당 { $money }
summary-expire = { $points } 유효 기간: { $time }
summary-tiers = 등급: { $list }
summary-tier = { $tier } { $least } 이상
summary-card = 방문 카드: { $n }번마다 { $gift }
summary-card-stamps = 스탬프 카드: { $n }개마다 { $gift }
summary-referral = 친구 추천: { $gift }
summary-promotions = 프로모션 { $n }건: { $list }
summary-promotions-more = 프로모션 { $n }건: { $list } 등
summary-returns = 반품: { $time } 이내
summary-returns-none = 반품: 하자가 있는 상품만
summary-fee = 반품 수수료: { $money }
summary-warranty = 품질 보증: { $time }
