# Tiêu chuẩn dịch vụ và cách tính thời gian.

section-service = Tiêu chuẩn dịch vụ
standard-promised = { $cases }: chúng tôi cam kết { $list }
standard-aimed = { $cases }: chúng tôi đặt mục tiêu { $list }
standard-reached = chúng tôi giữ đúng trong { $rate } số trường hợp
standard-missed = nếu không giữ được: { $what }
cases-all = mọi yêu cầu
cases-tier = hạng { $tiers }
cases-severity = mức độ “{ $names }”
clock-acknowledge-within = xác nhận tiếp nhận trong vòng { $time }
clock-first-response-within = nhân viên phản hồi lần đầu trong vòng { $time }
clock-next-response-within = mỗi phản hồi tiếp theo trong vòng { $time }
clock-update-every-within = thông báo tiến độ ít nhất mỗi { $time }
clock-resolve-within = giải quyết trong vòng { $time }
clock-acknowledge = xác nhận tiếp nhận
clock-first-response = phản hồi lần đầu
clock-next-response = phản hồi tiếp theo
clock-update-every = thông báo tiến độ
clock-resolve = giải quyết
awaited-customer = phản hồi của Quý khách
awaited-third-party = bên thứ ba
pause = khi chờ { $whom }, chúng tôi tạm dừng tính thời gian cho: { $clocks }

told-due = hạn { $clock }: { $due }
told-waiting = hạn { $clock } được xác định khi hết thời gian chờ
told-met = đã giữ đúng hạn { $clock }
told-breached = đã quá hạn { $clock } lúc { $at }
told-changed = đã quá hạn { $clock } lúc { $at } vì yêu cầu thay đổi
told-ended = { $clock } kết thúc mà không có phản hồi
step-started = { $at }: bắt đầu tính
step-paused = { $at }: tạm dừng
step-resumed = { $at }: tiếp tục tính
step-changed = { $at }: yêu cầu thay đổi
closed-day = ngày { $day } không tính: nghỉ
closed-holiday = ngày { $day } không tính: { $name }
