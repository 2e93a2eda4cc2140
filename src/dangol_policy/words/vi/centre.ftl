# Trung tâm chính sách: những gì khách hàng đọc, theo từng phần.

centre-short = Tóm tắt
centre-reach = Chúng tôi là ai và cách liên hệ
centre-standards = Tiêu chuẩn dịch vụ
centre-complain = Cách khiếu nại
centre-returns = Trả hàng, đổi hàng, hoàn tiền và bảo hành
centre-membership = Hạng thành viên và điểm
centre-promotions = Chương trình khuyến mãi hiện tại và sắp tới
centre-privacy = Chính sách bảo mật dữ liệu cá nhân
centre-failure = Nếu chúng tôi không giữ đúng cam kết
centre-asks = Điều chúng tôi mong Quý khách lưu ý
centre-voice = Ý kiến của Quý khách
centre-access = Khả năng tiếp cận và ngôn ngữ
centre-bodies = Tổ chức tham gia và chứng nhận
centre-about = Về chính sách này

missing-short = chưa có điều khoản nào để cam kết bằng con số
missing-reach = chưa có kênh nào nói rõ khách hàng được trả lời ở đâu, khi nào và bởi ai (mục channels)
missing-standards = chưa có tiêu chuẩn dịch vụ nào được cam kết với khách hàng (mục service)
missing-complain = chưa có loại yêu cầu nào là khiếu nại (mục cases)
missing-returns = chưa nói gì về trả hàng (mục returns)
missing-membership = chưa có điểm, hạng hay thẻ (mục loyalty)
missing-promotions = không có chương trình khuyến mãi nào trong ngày này (mục promotions)
missing-privacy = chưa liệt kê dữ liệu cá nhân (mục privacy)
missing-failure = chưa tiêu chuẩn nào nói khách hàng nhận được gì khi không giữ đúng (khóa if_missed)
missing-asks = chưa nêu điều gì mong khách hàng lưu ý (khóa asks của mục business)
missing-voice = chưa có khảo sát và chưa có cách góp ý (mục voice)
missing-access = chưa nêu hỗ trợ cho người cần giúp đỡ (khóa access của mục business)
missing-bodies = chưa liệt kê tổ chức nào (khóa memberships của mục business)
missing-about = chưa nêu người chịu trách nhiệm về chính sách (khóa owner của mục business)

head-channel = Kênh
head-place = Liên hệ
head-hours = Giờ làm việc
head-first = Ai trả lời trước
head-cost = Phí
head-answer = Trả lời trong vòng
head-cases = Việc
head-actual = Kết quả kỳ trước
head-tier = Hạng
head-threshold = Từ
head-benefits = Quyền lợi
head-data = Dữ liệu
head-purpose = Mục đích
head-kept = Thời hạn lưu trữ
head-missed = Khi không giữ đúng
head-receive = Quý khách nhận được
not-measured = chưa đo lường
first-person = nhân viên
first-machine = máy trả lời
cost-free = miễn phí
open-days = { $days } { $hours }
open-holidays = nghỉ các ngày lễ ({ $country })
open-next-day = { $hours } (ngày hôm sau)

reach-name = tên: { $name }
reach-legal = đăng ký: { $name }
reach-owner = người chịu trách nhiệm về chính sách: { $name }
reach-store = { $store }: { $place }
reach-contact = { $kind }: { $value }
contact-address = địa chỉ

promise-channel = { $channel }: nhân viên trả lời trong vòng { $time }
promise-returns = Quý khách có thể trả hàng do đổi ý trong vòng { $time }
promise-fault = Quý khách có thể trả hàng bị lỗi hoặc giao nhầm trong vòng { $time }
promise-requests = chúng tôi trả lời trong vòng { $time } khi Quý khách hỏi về dữ liệu cá nhân của mình
promise-missed = nếu chúng tôi không giữ đúng tiêu chuẩn: { $what }

complain-tell = xin Quý khách cho chúng tôi biết bằng cách thuận tiện nhất: { $list }
complain-say = xin Quý khách nêu: { $list }
say-own-words = việc đã xảy ra, bằng lời của Quý khách
say-wish = mong muốn của Quý khách
say-product = sản phẩm liên quan
say-order = đơn hàng liên quan
say-harm = thiệt hại đã xảy ra
complain-expect = Quý khách có thể tin vào: { $list }
complain-decides = nơi quyết định: { $level }
complain-wish = nếu Quý khách muốn, nơi quyết định là: { $level }
complain-outside = nếu chưa hài lòng với câu trả lời của chúng tôi, Quý khách có thể liên hệ: { $body }
assurance-no-charge = khiếu nại không mất phí
assurance-no-disadvantage = khiếu nại không bao giờ gây bất lợi cho Quý khách
assurance-helper = người Quý khách tin cậy có thể nói thay

access-languages = Quý khách có thể đọc chính sách này bằng các ngôn ngữ: { $list }
access-formats = mọi trang đều có thể in, lưu thành PDF và nghe bằng trình đọc màn hình

law-requests = theo luật, chúng tôi phải trả lời trong vòng { $time } khi Quý khách yêu cầu: { $list }
law-leaks-people = theo luật, chúng tôi phải báo cho Quý khách trong vòng { $time } khi dữ liệu bị lộ
law-leaks-authority = theo luật, chúng tôi phải báo cho cơ quan chức năng trong vòng { $time } khi dữ liệu bị lộ
law-source = nguồn: { $source }, tra cứu ngày { $day }, cần luật sư xác nhận

worked-order = Quý khách mua hàng trị giá { $money } ngày { $day }
worked-earned = Quý khách được cộng { $points }
worked-by-tier = số điểm theo hạng: { $list }
worked-tier = { $tier } { $points }
worked-from = Quý khách có thể dùng từ ngày { $day }
worked-until = Quý khách có thể dùng đến hết ngày { $day }
worked-taken = nếu Quý khách trả lại toàn bộ, { $points } bị thu hồi
worked-spend = khi có { $points }, Quý khách thanh toán { $paid } trong { $money } bằng điểm và { $rest } bằng cách khác
worked-back-until = Quý khách có thể trả hàng do đổi ý đến hết ngày { $day }
worked-back = nếu trả lại toàn bộ ngày { $day }, Quý khách nhận lại { $money }
worked-fee = phí { $money } đã được trừ
worked-refund-by = chúng tôi hoàn tiền chậm nhất { $moment }
worked-visits = nếu mỗi ngày Quý khách ghé một lần từ ngày { $day }, ngày { $last } ở lượt ghé { $nth } Quý khách nhận: { $gift }
worked-case = Quý khách liên hệ lúc { $moment }. Việc: { $cases }
worked-basket = một đơn hàng ngày { $day }

about-version = phiên bản { $n }
about-since = có hiệu lực từ { $moment }
about-updated = cập nhật lần cuối { $moment }
about-author = người soạn: { $name }
about-approver = người duyệt: { $name }
about-checked = mã xác nhận văn bản không bị thay đổi: SHA-256 { $digest }
doer-owner = chủ doanh nghiệp
doer-policy-editor = người phụ trách chính sách
doer-approver = người phê duyệt
doer-lead = quản lý
doer-staff = nhân viên

paper-title = Chính sách chăm sóc khách hàng của { $business }
centre-contents = Mục lục
centre-worked = Ví dụ tính cụ thể
embed-more = toàn bộ chính sách: trả hàng, khiếu nại, dữ liệu cá nhân
