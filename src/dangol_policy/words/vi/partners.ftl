# Đối tác.

section-partners = Đối tác
partner = { $name }: { $does }
partner-contract = hợp đồng: { $days }; khi hợp đồng kết thúc, quyền truy cập cũng chấm dứt
partner-kinds = xử lý: { $list }
partner-fields = được xem dữ liệu: { $list }
partner-no-fields = không được xem dữ liệu của Quý khách
partner-standards = tuân theo tiêu chuẩn: { $list }
