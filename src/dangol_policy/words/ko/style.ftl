# 말투와 문체.

section-style = 말투와 문체
style = { JOSA($language, "으로") } 말씀드릴 때에는 고객을 부르는 말은 ‘{ $address }’입니다
style-own = 스스로를 가리키는 말은 ‘{ $words }’입니다
style-tone = 말투: { $words }
style-greeting = 첫인사: “{ $words }”
style-closing = 끝인사: “{ $words }”
style-longest = 한 문장은 { $n }단어까지입니다
style-never = { $words } 대신 “{ $instead }”라고 말씀드립니다
style-pair = “{ $bad }”보다 “{ $good }”라고 말씀드립니다
