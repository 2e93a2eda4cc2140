# Bodies the business belongs to.

section-memberships = Các tổ chức chúng tôi tham gia
belongs-to = chúng tôi là thành viên của { $body }
body-number = mã số thành viên: { $number }
body-until = có hiệu lực đến { $day }
body-verify = nơi kiểm tra: { $page }
body-route = nơi Quý khách có thể liên hệ khi chúng tôi không giải quyết được: { $what }
body-answer = chúng tôi trả lời khiếu nại gửi qua tổ chức này trong vòng { $time }
