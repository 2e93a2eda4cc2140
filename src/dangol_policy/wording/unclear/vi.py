"""Vietnamese words that readers understand differently."""

from __future__ import annotations

from dangol_policy.wording.cues import Cue
from dangol_policy.wording.finding import Ask, Kind

_SUM = (
    r"(?:khoản(?: phí| tiền)?|mức(?: phí| bồi thường| giảm| giá)?|số tiền|phí|chi phí|phần|giá trị|tỷ lệ|số điểm|"
    r"số lượng|quà|món quà|"
    r"ưu đãi|mức độ|số lần|khoảng)"
)
_BUSINESS = (
    r"(?:chúng tôi|cửa hàng|tiệm|quán|nhà hàng|salon|spa|công ty|chi nhánh|quản lý|nhân viên|shop|bên bán|người bán|"
    r"trưởng ca|"
    r"ban quản lý|chủ quán|chủ cửa hàng|khách sạn|phòng khám|trung tâm|phục vụ|lễ tân)"
)
_CUSTOMER = (
    r"(?:quý khách|khách hàng|khách|thành viên|hội viên|trẻ em|người mua|anh/chị|anh chị|người dùng|học viên|"
    r"bệnh nhân|phụ huynh|"
    r"chủ thẻ|người nhận)(?: \w+){0,4} $"
)
_AGENT = (
    r"(?:chủ|quản lý|nhân viên|trưởng|người|bộ phận|kỹ thuật|lễ tân|thợ|bếp|giám đốc|kế toán|tổng đài|xưởng|"
    r"chúng tôi|ban|đội|tổ|"
    r"phòng|bác sĩ|cửa hàng|quý khách|khách|thu ngân|phục vụ|bảo vệ|đầu bếp|giáo viên)"
)
_DO = (
    r"(?:ghi|ghi nhận|kiểm tra|phê duyệt|duyệt|gửi|khóa|nộp|thu|báo|thông báo|lưu|xử lý|trả lời|phản hồi|xác nhận|"
    r"lập|xin|hỏi|gọi|"
    r"giải quyết|cập nhật|xóa|đào tạo|bảo đảm|đảm bảo|rà soát|đánh giá|công bố|chuyển|hoàn|đổi|sửa|thực hiện|"
    r"hoàn tất|hoàn thành|có|"
    r"giải thích|liên hệ|tiếp nhận|điều tra|ký|đóng|bồi thường|xem xét|chuẩn bị|dọn|đếm|bàn giao|niêm yết|kiểm kê)"
)

CUES = (
    Cue(
        Kind.TIME,
        Ask.WITHIN,
        r"""
        (?:khi|lúc)(?: nào)? (?:chốt|xong|rảnh|sẵn sàng|thuận tiện|tiện|sắp xếp được|ổn định)(?: xong)?
        đúng (?:kỳ hạn|kỳ|lịch) / hơi (?:trễ|chậm|lâu|muộn) / (?:trong )?(?:ít|vài|mấy) (?:ngày|hôm|bữa)(?: tới| nữa)?
        (?:trong )?(?:thời gian |thời hạn )?(?:sớm|nhanh|ngắn|gần) nhất(?: có thể)? / càng (?:sớm|nhanh) càng tốt
        trong thời gian (?:tới|hợp lý|cần thiết|nhất định|phù hợp|ngắn|gần đây|cho phép|quy định|không xa)
        kịp thời / nhanh chóng / ngay lập tức / lập tức / tức thì / tức thời / không chậm trễ / không trì hoãn
        khẩn trương / mau chóng / mau lẹ / gấp rút / đúng lúc / đúng hạn / đúng thời hạn
        (?:sẽ |được |để )?sớm (?:phản hồi|trả lời|liên hệ|liên lạc|gửi|giải quyết|xử lý|hoàn|thông báo|báo|có|gọi|
        khắc phục|cập nhật|chuyển|đổi|cho) / (?:một|1) thời gian(?: ngắn| sau| nữa)? / ít lâu / ít hôm / nay mai
        trong tương lai(?: gần)? / sau này
        (?:thông báo|báo|trả lời|gửi|cập nhật|liên hệ|xử lý|bổ sung|thanh toán|hoàn) sau(?=[.,;!]|$)
        (?:một )?(?:vài|mấy|ít) (?:ngày|giờ|phút|tuần|tháng|hôm|tiếng)
        (?:vào |lúc |trong )?(?:một )?(?:thời điểm|thời gian|lúc) (?:thích hợp|phù hợp|khác)
        (?:lâu|chậm|trễ|muộn) hơn (?:bình thường|dự kiến|thường lệ|mọi khi) / (?:vào )?(?:một )?dịp khác
        ngay(?= |[.,;!]|$) / liền(?=[.,;!]|$) / khi rảnh / khi nào (?:xong|có|rảnh) / một lúc / chốc lát / giây lát
        tới đây / sắp tới / ngày gần đây / hồi sau
        """,
        not_before=r"^ (?:tại|từ|sau khi|khi|cả|trên|bên|cạnh|dưới|thẳng|đường|hàng|ngắn)\b",
    ),
    Cue(
        Kind.TIME,
        Ask.HOW_OFTEN,
        r"""
        định kỳ / thường xuyên / luôn luôn / thỉnh thoảng / đôi khi
        (?:lưu|giữ|bảo quản|chờ|đợi|kéo dài|mất)(?: \w+){0,3} lâu lâu / đều đặn / thi thoảng / có lúc / luôn cập nhật
        """,
    ),
    Cue(
        Kind.TIME,
        Ask.HOW_LONG,
        r"""
        (?:khi )?không còn cần(?: thiết)?(?: nữa)? / tạm thời / (?:cho )?đến khi có thông báo(?: mới)?
        (?:lưu|giữ|bảo quản|chờ|đợi|kéo dài|mất)(?: \w+){0,3} lâu dài
        trong thời gian cần / bao lâu tùy / vô thời hạn / khi còn cần / một thời gian dài
        (?:lưu|giữ|bảo quản|chờ|đợi|kéo dài|mất)(?: \w+){0,3} lâu
        """,
    ),
    Cue(
        Kind.TIME,
        Ask.HOW_EARLY,
        r"""
        (?:báo|thông báo|cho biết|liên hệ|đặt|hẹn|gọi|nhắc) trước(?! khi| ngày| giờ| \d)(?=[ .,;!]|$) / từ trước
        trước thời hạn / đủ sớm / trước một khoảng
        """,
        not_after=r"\b(?:không(?: cần)?(?: phải)?|đặt cọc) $",
    ),
    Cue(
        Kind.QUANTITY,
        Ask.HOW_MUCH,
        rf"""
        (?:ở|thuê|dùng|nghỉ|gửi) (?:dài|lâu|ngắn) (?:ngày|hạn|ngày hơn) / khách đoàn / đoàn khách
        (?:hành lý|hàng|kiện) (?:nặng|cồng kềnh|to|lớn)(?= (?:phải|bị|chịu|tính))
        (?:ít|nhiều) (?:tập|mua|đến|ghé|dùng|đặt)
        không (?:lớn|đáng kể|nhiều)(?= ) / kha khá / (?:được|bị) (?:bớt|trừ|giảm bớt)(?! \d)
        (?:trả|thu|tính|đóng) thêm (?:tiền|phí) / phụ thu / tặng (?:thêm )?quà(?! trị giá| \d)
        được giảm giá(?=[.,;]|$)
        {_SUM} (?:\w+ )?(?:nhỏ|lớn|hợp lý|thích đáng|thích hợp|phù hợp|tượng trưng|nhất định|vừa phải|
        tương xứng|thỏa đáng|hấp dẫn|đặc biệt|cao|thấp|đáng kể|có hạn|xứng đáng|nào đó|giới hạn)
        tượng trưng / đáng kể / không đáng kể
        (?:đơn hàng|hóa đơn|đơn) (?:lớn|nhỏ|có giá trị (?:cao|lớn)|giá trị (?:cao|lớn)|số lượng lớn) / nhiều lần
        vài lần / hay (?:ghé|đến|mua|lui|quay|dùng|trả|hủy) / một phần (?:tiền|giá|chi phí|phí|hóa đơn|số tiền|khoản)
        (?:hoàn|giảm|bồi thường|chịu|bù)(?: lại)? một phần / một ít
        ít nhiều / phần nào / kha khá
        vài(?! (?:ngày|giờ|phút|tuần|tháng|hôm)) / nhiều(?= (?:điểm|tiền|hàng|sản phẩm|đơn|ưu đãi|quà|phiếu|lượt))
        một chút / chút ít / (?:mua|ghé|đến|trả|hủy|giảm|tặng|dùng) (?:rất )?(?:thường xuyên|nhiều)
        giảm (?:giá )?(?:sâu|mạnh|lớn|hấp dẫn) / số lượng (?:lớn|nhỏ|hạn chế)
        """,
        unless=r"bao nhiêu|nhiều nhất",
    ),
    Cue(
        Kind.QUANTITY,
        Ask.WHICH,
        r"(?:một số|một vài|vài|một loạt|hàng loạt|nhiều|"
        r"rất nhiều)(?= \w) / hầu hết / phần lớn / đa số / đại đa số / phần đông / các loại / (?:sản phẩm|mặt hàng|"
        r"cửa hàng|chi nhánh|khách hàng) (?:chọn lọc|nhất định|được chọn) / số ít",
        not_after=r"\b(?:bao|càng|quá|mỗi) $",
        not_before=r"^ (?:điện thoại|tài khoản|lượng|người|hơn|nhất|thẻ|thứ tự|trường hợp|ngoại lệ|lần|\d)",
    ),
    Cue(Kind.DISCRETION, Ask.WHEN_MAY, r"(?:sẽ |luôn )?cố gắng / nỗ lực / dự kiến / mong muốn", unless=r"\d"),
    Cue(
        Kind.DISCRETION,
        Ask.WHEN_MAY,
        rf"""
        t(?:ùy|uỳ) (?:lòng|tâm|hứng|ý thích|thiện chí|lượng)
        (?:là )?do (?:chủ|quán|cửa hàng|tiệm|chúng tôi|ban|quản lý|công ty|trung tâm|nhà hàng)(?: \w+)? (?:quyết|
        quyết định|chọn|sắp xếp|định) / vì lý do (?:của|vận hành|kỹ thuật|nội bộ|riêng|khách quan|nào đó)
        (?:bất kỳ|bất cứ) (?:khi|lúc) nào / không được (?:khiếu nại|phản đối|thắc mắc)
        (?:chúng tôi|cửa hàng|quán) (?:sẽ )?(?:xem xét|cân nhắc)
        theo (?:sự )?(?:quyết định|đánh giá|ý kiến|nhận định|quan điểm|xem xét|cân nhắc|ý muốn|ý|phán đoán)(?: riêng|
         chủ quan| độc lập)? của {_BUSINESS} / theo (?:đánh giá|ý|nhận định|quyết định) riêng / toàn quyền
        (?:bảo lưu|giữ|có toàn) quyền / tùy ý / tuỳ ý / tùy {_BUSINESS}
        (?:do|để) {_BUSINESS}(?: \w+)? (?:tự )?(?:cân nhắc|xem xét|tùy|quyết(?=[.,]|$))
        tự (?:cân nhắc|quyết định mức|ý) / (?:mà )?không (?:cần |phải )?(?:báo|thông báo) trước
        không (?:cần )?nêu lý do / bất cứ lúc nào / bất kỳ lúc nào / vào bất kỳ thời điểm nào
        (?:nếu|khi)(?: xét)?(?: {_BUSINESS})? (?:thấy|cho là|cho rằng|xét thấy|nhận thấy|đánh giá là) (?:hợp lý|cần|
        phù hợp|nên|đúng|thích hợp|xứng đáng|thỏa đáng)(?: thiết)? / (?:là )?quyết định cuối cùng / quyền quyết định
        phụ thuộc vào {_BUSINESS} / (?:tùy |xét |xem xét )?(?:theo )?từng trường hợp(?: cụ thể)? / thiện chí
        """,
    ),
    Cue(Kind.DISCRETION, Ask.WHEN_MAY, r"có quyền", after=_BUSINESS),
    Cue(
        Kind.DISCRETION,
        Ask.WHEN_MAY,
        r"""
        có thể (?:bị|phải)
        có thể (?:được )?(?:thay đổi|điều chỉnh|sửa đổi|thu hồi|hủy|tạm ngừng|chấm dứt|giảm|khác|kết thúc|dừng|cắt)
        """,
        after=r"\w",
        not_after=r"không $",
        not_before=r"^ (?:thương|bệnh|đau|hỏng|mất|lạc)",
    ),
    Cue(
        Kind.DISCRETION,
        Ask.WHEN_MAY,
        r"""
        có thể
        """,
        after=_BUSINESS + r"[^,;:]*$",
        not_after=_CUSTOMER + r" / \b(?:nhất|nếu|khi|không) $",
    ),
    Cue(
        Kind.CONDITION,
        Ask.WHEN,
        r"""
        (?:ngoan|ổn|tốt|hợp lý|thuận lợi) thì / (?:^|(?<=[.;] ))bình thường(?: thì|,)
        khi (?:phát sinh|có) (?:vấn đề|sự cố|trục trặc|nhu cầu)
        không có gì (?:bất thường|thay đổi|trở ngại|đặc biệt) / nếu (?:ổn|tốt|suôn sẻ|thuận lợi|ngoan)
        t(?:ùy|uỳ)(?: theo| vào)? (?:trường hợp|tình hình|hoàn cảnh|điều kiện|từng|tình huống|lúc|thời điểm|nhu cầu|
        khả năng|mức độ|nơi|mùa)(?: \w+)?
        (?:khi|nếu|lúc|trường hợp) (?:thấy |thật sự |xét thấy )?cần(?: thiết)?(?=[ .,;!]|$)(?! (?:thêm|hóa|đổi|sửa|
        gọi|trả|mua|máy|bảo|xuất|chỗ|hỗ)) / nếu (?:có thể|phù hợp|thích hợp|áp dụng|được)(?: áp dụng)?
        (?:trong |với |vào )?(?:một số |một vài |những |các |vài )?trường hợp (?:đặc biệt|cần thiết|ngoại lệ|
        nhất định|khác|bất khả kháng|cá biệt|hãn hữu|khẩn cấp|chính đáng)
        (?:trong )(?:một số|một vài|vài|nhiều|đa số) (?:trường hợp|tình huống)
        (?:điều kiện|hoàn cảnh|thời gian|khả năng|thời tiết) cho phép
        khi có thể / (?:có )?(?:một vài |một số |vài )?ngoại lệ
        (?:lý do|nguyên nhân|lí do) (?:chính đáng|khách quan|đặc biệt|bất khả kháng|cá nhân|hợp lý|khác|riêng|hợp lệ|
        nào đó|bất ngờ) / (?:có )?kèm (?:theo )?điều kiện
        (?:một số |các )?điều kiện (?:khác|nhất định|kèm theo|đi kèm|áp dụng)
        (?:hoàn cảnh|điều kiện|tình huống) (?:đặc biệt|bình thường|bất khả kháng|nhất định|thuận lợi)
        thông thường(?=,) / nói chung / về nguyên tắc / nhìn chung / trong chừng mực / trong khả năng / bất khả kháng
        nếu không có gì (?:thay đổi|trở ngại) / khi thuận tiện
        """,
        not_after=r"\b(?:mọi|tất cả(?: các)?) $",
    ),
    Cue(
        Kind.LIST,
        Ask.WHAT_ELSE,
        r"""
        (?:các|đủ) (?:kiểu|thứ|loại|món)(?= (?:đều|và|nữa|khác)|[.,;!]|$) / linh tinh / này nọ / đại loại / lặt vặt
        v\.? ?v\.* / vân vân
        (?:và|hoặc|cùng|hay) (?:các|những|nhiều|một số|vài)(?: \w+){1,3} (?:khác|tương tự|liên quan|đi kèm|cùng loại|
        cần thiết) / và (?:nhiều )?(?:hơn nữa|thứ khác)
        (?:những|các) (?:thứ|loại|món|thông tin|giấy tờ|dịch vụ|sản phẩm|phụ kiện) (?:tương tự|liên quan|khác)
        bao gồm nhưng không giới hạn / chẳng hạn như / và tương tự / hoặc tương tự
        """,
    ),
    Cue(Kind.LIST, Ask.WHAT_ELSE, r"(?<=\w)(?:\.\.\.|…)"),
    Cue(
        Kind.TERM,
        Ask.MEANS_WHAT,
        r"""
        (?:thật|thực) sự (?:cần|cấp cứu|khẩn|nghiêm trọng|quan trọng|cần thiết)
        (?:độ tuổi|trang phục|cách|thời lượng|kích thước|mức|đối tượng|lứa tuổi) (?:thích hợp|phù hợp|hợp lý)
        (?:ăn mặc|trang phục|thái độ|cư xử|hành vi) (?:lịch sự|gọn gàng|đàng hoàng|nghiêm túc|chỉnh tề|đúng mực|
        phù hợp)
        (?:tình trạng|trạng thái) (?:tốt|hoàn hảo|ổn|bình thường|nguyên vẹn) / chính đáng / hợp lệ / hợp lý
        thỏa đáng / (?:hao mòn|sử dụng|điều kiện|nhu cầu) (?:thông thường|bình thường|hợp lý|tự nhiên)
        (?:khách|khách hàng|thành viên|người) (?:thân thiết|vip|đặc biệt|ưu tiên|quan trọng|trung thành|tốt|
        thường xuyên|lâu năm)
        (?:sự cố|lỗi|hư hỏng|vi phạm|khiếu nại|hỏng hóc|thiệt hại|trường hợp|hậu quả|tai nạn|vấn đề) (?:nghiêm trọng|
        lớn|nặng|nhẹ|nhỏ|đáng kể|khẩn cấp|quan trọng) / (?<!mức )(?<!độ )nghiêm trọng
        (?:không|sai) đúng (?:cách|mục đích|quy cách)
        sai (?:cách|mục đích) / không phù hợp / quá mức / thái quá / lạm dụng / gian lận / bất thường
        đầy đủ (?:giấy tờ|chứng từ|thông tin|bằng chứng|hồ sơ|điều kiện)
        (?:giấy tờ|chứng từ|bằng chứng|hồ sơ|thông tin) (?:cần thiết|hợp lệ|đầy đủ|phù hợp|liên quan|thích hợp|
        rõ ràng) / (?:đủ|đạt) điều kiện / đạt (?:chuẩn|yêu cầu|tiêu chuẩn)
        (?:một cách|cách) (?:thích đáng|thích hợp|phù hợp) / tận tình / chu đáo / chất lượng (?:cao|tốt)
        """,
    ),
    Cue(
        Kind.ACTOR,
        Ask.WHO,
        rf"""
        (?:phải|cần|cần phải|nên) được (?!{_AGENT}\b)\w+
        """,
        not_before=rf"\bbởi\b|\bdo {_AGENT}\b",
    ),
    Cue(Kind.ACTOR, Ask.WHO, rf"(?:phải|cần|cần phải|nên) {_DO}", not_after=r"\w[^,;:]* $"),
)
