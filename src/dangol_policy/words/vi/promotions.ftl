# Điều kiện của chương trình khuyến mãi: áp dụng đồng thời, giới hạn, thông báo, trả hàng.

rules-together = trừ khi có quy định khác, các chương trình khuyến mãi khác nhau được áp dụng đồng thời
rules-most = mỗi đơn hàng được áp dụng tối đa { $n } chương trình khuyến mãi
rules-return = trừ khi có quy định khác, khi trả hàng đã giảm giá, Quý khách được hoàn đúng số tiền thực trả cho món hàng đó
combine-alone-best = chương trình không áp dụng đồng thời với chương trình khuyến mãi khác; Quý khách được hưởng phương án có lợi hơn
combine-alone-priority = chương trình không áp dụng đồng thời với chương trình khuyến mãi khác và được ưu tiên áp dụng trước
combine-group-best = không áp dụng đồng thời với chương trình { $names }; Quý khách được hưởng chương trình có lợi nhất
combine-group-priority = không áp dụng đồng thời với chương trình { $names }; chương trình đứng trước được áp dụng
combine-group-many-best = không áp dụng đồng thời với các chương trình cùng nhóm; Quý khách được hưởng chương trình có lợi nhất
combine-group-many-priority = không áp dụng đồng thời với các chương trình cùng nhóm; chương trình đứng trước được áp dụng
limits = giới hạn: { $list }
limit-customer = { $times } lần cho mỗi khách hàng
limit-total = { $times } lần cho tất cả khách hàng
limit-budget = tổng số tiền giảm { $money }
limit-given-back = nếu Quý khách hủy đơn hàng, lượt sử dụng được trả lại
limit-kept = đơn hàng đã hủy vẫn tính là một lượt sử dụng
terms-no-points = sản phẩm được giảm giá theo chương trình này không được tích { $points }
terms-reference = mức giảm được so với giá thấp nhất trong { $time } trước chương trình
terms-programme-concentrated = chương trình thuộc đợt khuyến mại tập trung của Nhà nước
terms-return-net-price = nếu trả lại một món hàng, Quý khách được hoàn đúng số tiền thực trả cho món hàng đó
terms-return-reprice-kept = nếu trả lại một phần, phần giữ lại được tính giá lại và Quý khách được hoàn phần chênh lệch
terms-warranty = bảo hành: { $what }
notice = chúng tôi thông báo trước ít nhất { $time }
notice-by = chúng tôi thông báo trước ít nhất { $time } qua { $by }
