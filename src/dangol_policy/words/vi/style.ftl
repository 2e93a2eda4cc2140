# Văn phong.

section-style = Văn phong
style = bằng { $language }, chúng tôi gọi khách hàng là “{ $address }”
style-own = chúng tôi tự xưng là “{ $words }”
style-tone = giọng điệu: { $words }
style-greeting = lời chào: “{ $words }”
style-closing = lời kết: “{ $words }”
style-longest = mỗi câu dài tối đa { $n } từ
style-never = thay cho { $words }, chúng tôi nói “{ $instead }”
style-pair = không nói “{ $bad }” mà nói “{ $good }”
