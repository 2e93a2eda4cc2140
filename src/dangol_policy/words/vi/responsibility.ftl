# Cấp trách nhiệm.

section-responsibility = Ai quyết định
level = { $name }: người quyết định là { $roles }
level-kinds = việc được quyết định ở cấp này: { $list }
level-may = điều được phép ở cấp này: { $list }
level-cover = người thay khi vắng mặt: { $roles }
level-rises-after = nếu sau { $time } chưa giải quyết xong, yêu cầu được chuyển lên { $to }
level-rises-severity = với mức độ “{ $names }”, yêu cầu được chuyển ngay lên { $to }
level-rises-wish = khi Quý khách muốn, yêu cầu được chuyển lên { $to }
power-up-to = { $what } đến { $money }
remedy-refund = hoàn tiền
remedy-voucher = phiếu mua hàng
remedy-points = điểm tích lũy
remedy-discount = giảm giá
remedy-exchange = đổi hàng
remedy-repair = sửa chữa
remedy-gift = quà tặng
remedy-apology = lời xin lỗi
remedy-callback = gọi lại
authority-may = được quyết định ở cấp này
authority-higher = { $by } quyết định việc này
authority-nobody = không ai có quyền quyết định việc này
