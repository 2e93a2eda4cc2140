# 프로모션의 조건: 중복 적용, 한도, 안내, 반품.

rules-together = 서로 다른 프로모션은 따로 정하지 않는 한 중복 적용 가능합니다
rules-most = 한 주문에는 프로모션을 최대 { $n }개까지 함께 적용합니다
rules-return = 할인받으신 상품을 반품하시면 따로 정하지 않는 한 실제로 내신 금액을 돌려 드립니다
combine-alone-best = 다른 프로모션과 함께 적용되지 않으며, 고객님께 더 유리한 쪽을 적용해 드립니다
combine-alone-priority = 다른 프로모션과 함께 적용되지 않으며, 이 프로모션을 먼저 적용합니다
combine-group-best = { $names } 프로모션과는 중복되지 않으며, 그중 가장 유리한 하나를 적용해 드립니다
combine-group-priority = { $names } 프로모션과는 중복되지 않으며, 그중 순서가 앞선 하나를 적용합니다
combine-group-many-best = 같은 묶음의 프로모션과는 중복되지 않으며, 그중 가장 유리한 하나를 적용해 드립니다
combine-group-many-priority = 같은 묶음의 프로모션과는 중복되지 않으며, 그중 순서가 앞선 하나를 적용합니다
limits = 적용 한도: { $list }
limit-customer = 고객님 한 분당 { $times }번
limit-total = 모든 고객님 합계 { $times }번
limit-budget = 할인 총액 { $money }
limit-given-back = 주문을 취소하시면 사용 횟수를 돌려 드립니다
limit-kept = 주문을 취소하셔도 사용 횟수는 돌려 드리지 않습니다
terms-no-points = 이 프로모션으로 할인된 상품에는 { JOSA($points, "이") } 적립되지 않습니다
terms-reference = 할인 폭은 시작 전 { $time } 동안의 가장 낮은 가격과 비교한 것입니다
terms-programme-concentrated = 국가가 정한 집중 프로모션 기간의 행사입니다
terms-return-net-price = 반품하시면 그 상품에 실제로 내신 금액을 돌려 드립니다
terms-return-reprice-kept = 일부를 반품하시면 남은 상품의 가격을 다시 계산하여 차액을 돌려 드립니다
terms-warranty = 품질 보증: { $what }
notice = 시작하기 { $time } 전까지 고객님께 안내해 드립니다
notice-by = 시작하기 { $time } 전까지 { JOSA($by, "으로") } 고객님께 안내해 드립니다
