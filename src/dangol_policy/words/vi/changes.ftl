# How the policy itself is changed.

section-changes = Khi chính sách này thay đổi
changes-notice = chúng tôi thông báo những thay đổi bất lợi cho Quý khách trước ngày hiệu lực ít nhất { $time }
changes-two-people = mỗi phiên bản của chính sách này được phê duyệt bởi người không soạn ra nó
changes-review = chúng tôi rà soát lại chính sách này chậm nhất { $time } sau khi có hiệu lực

# What differs between two versions, and what it means for customers.

diff-added = nội dung này là mới
diff-removed = nội dung này không còn nữa
diff-none = không có
diff-neutral = không có gì thay đổi đối với Quý khách
diff-cannot-tell = có lợi hay bất lợi là tùy từng trường hợp
diff-both = có lợi cho một số khách hàng và bất lợi cho một số khác
diff-gain-better = Quý khách nhận được nhiều hơn
diff-gain-worse = Quý khách nhận được ít hơn
diff-needed-better = mức cần đạt thấp hơn
diff-needed-worse = mức cần đạt cao hơn
diff-cost-better = Quý khách trả ít hơn
diff-cost-worse = Quý khách trả nhiều hơn
diff-time-better = thời hạn dài hơn
diff-time-worse = thời hạn ngắn hơn
diff-wait-better = diễn ra sớm hơn
diff-wait-worse = diễn ra muộn hơn
diff-scope-better = áp dụng cho nhiều trường hợp hơn
diff-scope-worse = áp dụng cho ít trường hợp hơn
diff-limit-better = giới hạn rộng hơn
diff-limit-worse = giới hạn chặt hơn
diff-runs-better = thời gian diễn ra dài hơn
diff-runs-worse = thời gian diễn ra ngắn hơn
diff-presence-better = nay có thêm nội dung này
diff-presence-worse = nội dung này không còn được áp dụng
diff-condition-better = bỏ một điều kiện
diff-condition-worse = thêm một điều kiện
diff-rule-better = quy tắc có lợi hơn cho Quý khách
diff-rule-worse = quy tắc kém có lợi hơn cho Quý khách
diff-data-better = dữ liệu của Quý khách được dùng ít hơn hoặc trong thời gian ngắn hơn
diff-data-worse = dữ liệu của Quý khách được dùng nhiều hơn hoặc trong thời gian dài hơn
diff-hours-better = giờ mở cửa nhiều hơn
diff-hours-worse = giờ mở cửa ít hơn
verdict-better = có lợi
verdict-worse = bất lợi
verdict-both = vừa có lợi vừa bất lợi
verdict-neutral = không ảnh hưởng
verdict-cannot-tell = không xác định được
