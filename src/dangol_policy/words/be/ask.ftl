# Адказы на пытанні пра сітуацыю.

ask-goods = гэты тавар
ask-supposing = лічым, што тавар куплены і атрыманы { $day }
ask-return-until = яго можна вярнуць да { $day } уключна
ask-return-yes = яго можна вярнуць
ask-return-fee = вяртанне каштуе { $money }
ask-return-free = вяртанне бясплатнае
ask-return-check = праверце, ці ў тым стане тавар, якога патрабуе палітыка
ask-exchange-until = яго можна абмяняць да { $day } уключна
ask-exchange-over = тэрмін абмену скончыўся { $day }
ask-warranty-until = гарантыя дзейнічае да { $day } уключна
ask-warranty-over = гарантыя скончылася { $day }
ask-give = { $what }: { $money }
