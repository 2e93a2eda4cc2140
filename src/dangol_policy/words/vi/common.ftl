# Số liệu, thời hạn, danh sách, tên gọi.
# Điều kiện được viết theo dạng `Quý khách …`; `.not` là dạng phủ định.

capitals = yes
list-comma = { ", " }
list-and = { $first } và { $last }
list-or = { $first } hoặc { $last }
every-separator = { ", " }
every = { $first } và { $last }
lead-separator = { ", " }
offer-lead = { $lead }, { $gives }
offer-if = { $condition }, { $gives }
offer-lead-if = { $lead }, { $condition }, { $gives }
named = { $name }
titled = { QUOTE($name) }

duration-minutes = { $n } phút
duration-hours = { $n } giờ
duration-days = { $n } ngày
duration-weeks = { $n } tuần
duration-months = { $n } tháng
duration-years = { $n } năm
duration-business-hours = { $n } giờ làm việc
duration-business-days = { $n } ngày làm việc
ordinal = { $n ->
    [1] thứ nhất
   *[other] thứ { $n }
}

points-word = điểm tích lũy
points = { $n } điểm
points-word-named = { $name }
points-named = { $n } { $name }
visits = { $n } lượt ghé
tier-word = hạng
by-tier = { $either }
by-tier-item = { $value } (hạng { $tier })

section-loyalty = Ưu đãi dành cho khách quen
section-promotions = Chương trình khuyến mãi
section-returns = Trả hàng, đổi hàng và bảo hành

means-email = email
means-sms = tin nhắn SMS
means-phone = điện thoại
means-post = thư bưu điện
means-app = ứng dụng
means-push = thông báo trên ứng dụng
means-web = trang web
means-store = cửa hàng
means-counter = quầy
means-kakao = KakaoTalk
means-card = thẻ
means-cash = tiền mặt
means-transfer = chuyển khoản
means-other = { $name }

day-mon = thứ Hai
day-tue = thứ Ba
day-wed = thứ Tư
day-thu = thứ Năm
day-fri = thứ Sáu
day-sat = thứ Bảy
day-sun = Chủ nhật
on-days = vào { $days }
on-weekdays = từ thứ Hai đến thứ Sáu
on-weekend = vào thứ Bảy và Chủ nhật
hours = từ { $start } đến { $end }
hours-overnight = từ { $start } đến { $end } ngày hôm sau
days-between = từ { $first } đến hết { $last }
days-from = từ { $first }
days-to = đến hết { $last }
days-on = trong ngày { $day }
at-stores = tại { $stores }
by-channels = khi đặt hàng qua { $channels }
