# Khi nào, vì việc gì và bao lâu một lần chúng tôi liên hệ.

section-contact = Khi chúng tôi liên hệ với Quý khách
purpose-transactional = thông báo về đơn hàng hoặc yêu cầu hỗ trợ
purpose-care = tin nhắn chăm sóc khách hàng
purpose-marketing = quảng cáo
purpose-any = tin nhắn
contact-by = { $what } qua { $by }
contact-register = khách hàng trong danh sách “{ $list }” không nhận { $what }
contact-consent-always = chúng tôi chỉ gửi quảng cáo khi Quý khách đồng ý
contact-consent = chúng tôi chỉ gửi { $what } khi Quý khách đồng ý
contact-renew-hold = cứ { $time } chúng tôi xin xác nhận lại; khi chưa được xác nhận, chúng tôi không gửi
contact-renew-send = cứ { $time } chúng tôi xin xác nhận lại; nếu Quý khách không trả lời, sự đồng ý vẫn có hiệu lực
contact-bought = trong { $time } sau khi mua hàng, chúng tôi không cần xin đồng ý riêng
contact-starts = { $what } bắt đầu bằng { $words }
contact-holds = { $what } có ghi { $words }
contact-quiet = { $hours }, theo giờ nơi Quý khách ở, chúng tôi không gửi { $what }
contact-quiet-agreed = nếu Quý khách đồng ý nhận cả trong khung giờ này, chúng tôi được gửi
contact-cap = Quý khách nhận { $what } tối đa { $n } lần trong { $time }
contact-floor = Quý khách nhận { $what } ít nhất { $n } lần trong { $time }
contact-rest = khi còn xử lý { $cases } của Quý khách, chúng tôi không gửi { $what }

gate-allow = được gửi tin nhắn
gate-defer = tin nhắn chờ đến { $until }
gate-refuse = không gửi tin nhắn
gate-on-register = khách hàng nằm trong danh sách không nhận loại tin này
gate-no-consent = khách hàng chưa đồng ý
gate-consent-old = sự đồng ý chưa được xác nhận lại đúng hạn
gate-label-missing = tin nhắn thiếu nội dung bắt buộc phải ghi
gate-quiet-hours = nơi khách hàng ở đang là khung giờ không gửi quảng cáo
gate-cap = khách hàng đã nhận đủ số tin được phép
gate-own-wish = khách hàng đã đề nghị nhận ít tin hơn
gate-open-case = khách hàng còn yêu cầu đang được xử lý
gate-too-late = đến lúc đó tin nhắn không còn ý nghĩa
gate-never = không có giờ nào được gửi
