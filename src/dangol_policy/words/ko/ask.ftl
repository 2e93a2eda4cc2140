# 상황에 대한 답변.

ask-goods = 이 상품
ask-supposing = { $day }에 구매하여 받으신 것으로 봅니다
ask-return-until = { $day }까지 반품하실 수 있습니다
ask-return-yes = 반품하실 수 있습니다
ask-return-fee = 반품 비용은 { $money }입니다
ask-return-free = 반품 비용은 없습니다
ask-return-check = 상품이 정책에서 정한 상태인지 확인해 주십시오
ask-exchange-until = { $day }까지 교환하실 수 있습니다
ask-exchange-over = 교환 기간은 { $day }에 끝났습니다
ask-warranty-until = 품질 보증은 { $day }까지입니다
ask-warranty-over = 품질 보증은 { $day }에 끝났습니다
ask-give = { $what }: { $money }
