# Kịch bản và câu hỏi.

section-scripts = Câu hỏi thường gặp
script-flow = { $name }: kịch bản tư vấn
script-kinds = dùng cho: { $list }
script-begins = bắt đầu: { $what }
script-ends = có thể kết thúc: { $list }
script-question = câu hỏi: { $ask }
script-answer = { $answer }
end-resolved = đã giải quyết
end-handed-over = chuyển cấp trên
end-waiting = chờ
end-refused = từ chối và chỉ cách khác
