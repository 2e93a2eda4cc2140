# Chính sách trong một cái nhìn.

summary-earn = tích điểm: { $list }
summary-use = dùng { $points }: mỗi điểm { $money }
summary-expire = thời hạn dùng { $points }: { $time }
summary-tiers = hạng thành viên: { $list }
summary-tier = { $tier } từ { $least }
summary-card = thẻ tích lượt: { $gift } khi đến lượt ghé { $nth }
summary-card-stamps = thẻ tích dấu: { $gift } khi đủ { $n } dấu
summary-referral = giới thiệu bạn bè: { $gift }
summary-promotions = { $n } chương trình khuyến mãi: { $list }
summary-promotions-more = { $n } chương trình khuyến mãi: { $list } và các chương trình khác
summary-returns = trả hàng trong vòng { $time }
summary-returns-none = trả hàng: chỉ hàng bị lỗi
summary-fee = phí trả hàng: { $money }
summary-warranty = bảo hành: { $time }
