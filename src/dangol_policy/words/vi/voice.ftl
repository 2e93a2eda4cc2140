# Cách chúng tôi hỏi và lắng nghe.

section-voice = Ý kiến khách hàng
survey-after = { $time } sau khi { $begins }, chúng tôi hỏi Quý khách: { $ask }
survey-every = cứ { $time } chúng tôi hỏi Quý khách: { $ask }
survey-measure = điều chúng tôi muốn biết: { $what }
survey-channel = qua: { $list }
survey-sample = chúng tôi hỏi { $rate } số khách hàng, chọn ngẫu nhiên
survey-satisfaction = Quý khách hài lòng đến mức nào
survey-recommendation = Quý khách có giới thiệu chúng tôi không
survey-effort = việc sử dụng dễ dàng đến mức nào
survey-complaint-handling = Quý khách hài lòng đến mức nào với cách xử lý khiếu nại
survey-relationship = nhìn chung chúng tôi phục vụ ra sao
fatigue = chúng tôi hỏi Quý khách tối đa { $n } lần trong { $time }
reviews-ask = { $time } sau khi mua hàng, chúng tôi mời mọi khách hàng viết đánh giá
reviews-answer = chúng tôi trả lời đánh giá trong vòng { $time }
reviews-low = đánh giá từ { $n } sao trở xuống được tiếp nhận như { $kind } để xem xét
reviews-reward = mọi đánh giá, dù khen hay chê, đều nhận: { $what }
ideas = mỗi góp ý được quyết định trong vòng { $time } và Quý khách được thông báo
ideas-panel = người tham gia: { $what }
ideas-reward = lời cảm ơn: { $what }
