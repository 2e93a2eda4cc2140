# Sau khi bán hàng.

section-aftercare = Chăm sóc sau bán hàng
plan = { $name }: bắt đầu từ khi { $begins }
plan-of = áp dụng cho { $of }
plan-stops = dừng lại khi có: { $list }
plan-solved = { $time } sau khi giải quyết, chúng tôi hỏi xem vấn đề đã thật sự được giải quyết chưa
touch-message = { $time } sau khi { $begins }, chúng tôi nhắn Quý khách: { $what }
touch-task = { $time } sau khi { $begins }, chúng tôi thực hiện: { $what }
touch-role = người thực hiện: { $role }
touch-channel = qua: { $list }
touch-relevant = nếu không gửi được trong vòng { $time }, chúng tôi không gửi nữa
begins-purchase = mua hàng
begins-delivery = giao hàng
begins-visit = ghé thăm
begins-case-resolved = giải quyết xong yêu cầu
stop-return = trả hàng
stop-complaint = khiếu nại
stop-customers-wish = đề nghị của Quý khách
stop-next-order = đơn hàng tiếp theo
