"""Vietnamese words that customers take badly: quý khách is expected, in talk anh or chị with ạ."""

from __future__ import annotations

from dangol_policy.wording.cues import Cue
from dangol_policy.wording.finding import Ask, Kind
from dangol_policy.wording.manner.shared import ABBREVIATIONS

_YOU = r"(?:quý khách(?: hàng)?|anh|chị|anh/chị|anh chị|khách(?: hàng)?|bạn|ông|bà)"
_SUPPOSED = r"\b(?:nếu|khi|trường hợp|trong trường hợp|lỡ|chẳng may|dù|để|sau khi|trước khi|mà) $"

CUES = (
    Cue(
        Kind.BLAME,
        Ask.NO_BLAME,
        rf"""
        chính {_YOU} / {_YOU} lại (?:\w+ )?(?:sai|nhầm|quên|trễ|hỏng)
        (?:gõ|bấm|nhập|ghi|chọn) (?:sai|nhầm)(?: \w+)* thì / do {_YOU} (?:dùng|để|kéo|bấm|va|đè|mở) / giá mà {_YOU}
        {_YOU} (?:đã |tự |lại |cố ý |có )*(?:nhập sai|nhập nhầm|ghi sai|điền sai|chọn sai|chọn nhầm|gửi nhầm|quên|
        không đọc|không chịu|không xem|không kiểm tra|không tuân|không làm theo|không cung cấp|không gửi|không mang|
        không xác nhận|không giữ|không báo|không thanh toán|chưa đọc|hiểu nhầm|hiểu sai|nhầm lẫn|nhầm|cố tình|cố ý|
        làm (?:rơi|hỏng|vỡ|mất|gãy|ướt|sai|đổ)|bất cẩn|sơ suất|sơ ý|cẩu thả|vi phạm|sử dụng sai|dùng sai|đến trễ|
        đến muộn|tới trễ|chậm trễ|tự ý|bỏ lỡ|bỏ qua|thao tác sai|khai sai|thiếu)
        lỗi (?:này )?(?:là )?(?:của|do|tại|từ|thuộc về) (?:phía )?{_YOU}
        (?:do|vì|tại|bởi) (?:lỗi |sự |phía )*(?:của )?{_YOU} (?:mà|nên|đã|không|bất|sơ|đến|làm|dùng|quên|tự|nhập|chậm|
        chưa|cẩu|thiếu|vi) / (?:lẽ ra|đáng lẽ|đáng ra|đúng ra) {_YOU}
        {_YOU} (?:phải )?(?:tự )?(?:chịu |có )(?:hoàn toàn )?(?:trách nhiệm|lỗi)
        (?:sự )?(?:bất cẩn|cẩu thả|sơ suất|thiếu hiểu biết) của {_YOU} / {_YOU} (?:đã )?(?:cho rằng|khẳng định|nói là)
        tại {_YOU} / người dùng (?:sai|bất cẩn)
        """,
        not_after=_SUPPOSED,
    ),
    Cue(
        Kind.BLAME,
        Ask.NO_BLAME,
        r"""
        thì đã (?:không|chẳng|được|còn) / thì đâu (?:có|đến) / phải chi
        """,
        after=r"\bnếu\b|\bgiá\b|phải chi|^",
    ),
    Cue(
        Kind.RETORT,
        Ask.NO_RETORT,
        rf"""
        lúc nào cũng (?:muốn|đòi|kêu|thế|vậy|chê) / còn (?:nhiều )?việc khác / không ai (?:ép|bắt|bảo|mời|xin)
        tự (?:tìm hiểu|lo|xử|giải quyết|đọc|tra|làm)(?: \w+)? đi / nói một lần / nghe rồi / biết rồi / đừng hỏi
        có gì đâu mà
        (?:em|tôi|chúng tôi|bên em|mình|shop) đã (?:nói|giải thích|bảo|báo|trả lời|thông báo|
        trình bày)(?: \w+){{0,3}} (?:rồi|mà) / rồi mà
        (?:không|đâu) phải (?:là )?(?:việc|lỗi|trách nhiệm|chuyện|phận sự) của (?:em|tôi|chúng tôi|bên em|mình)
        (?:không|chẳng|chưa) (?:có )?ai (?:\w+ )?(?:phàn nàn|than|kêu|khiếu nại|nói|ý kiến|thắc mắc)
        bình tĩnh / không thích thì / (?:mua|đi|tìm|qua|sang) (?:chỗ|nơi|cửa hàng|quán|tiệm) khác
        (?:giá|tiền) (?:đó|này|vậy|thế) thì / tiền nào của nấy / đòi hỏi / phải đọc kỹ
        chứ(?: gì| sao| còn)?(?=[.!?]|$) / quy định là quy định
        (?:nói|nghĩ|hiểu) (?:vậy|thế|như vậy|như thế) là (?:không|sai)
        hỏi (?:gì |đi |tới )?(?:mà )?hỏi (?:hoài|mãi|lại|nhiều) / hỏi (?:hoài|mãi|lắm)
        muốn \w+ thì cứ / (?:thì )?cứ (?:đi )?kiện
        đã (?:giải thích|nói|bảo|nhắc) (?:\w+ )?(?:nhiều|bao nhiêu|mấy) lần / biết sao được / chịu thôi / chịu khó
        tùy {_YOU} / muốn sao thì / thông cảm đi / (?:nói|giải thích) (?:hoài|mãi)
        sao (?:không|chẳng) (?:chịu |đọc|xem|hỏi) / (?:vô|phi) lý / đừng (?:có )?(?:làm|hỏi|gọi|la|nóng|cãi|phàn)
        lớn tiếng / đã ký (?:rồi|hợp đồng)
        """,
    ),
    Cue(
        Kind.EMPTY,
        Ask.SAY_SOMETHING,
        r"""
        đổi mới / phục vụ (?:\w+ )?(?:tốt|tận|chu) ?(?:hơn|tâm|đáo)? / trái tim / thương hiệu / tin dùng / tin yêu
        tiếp tục (?:ủng hộ|đồng hành|tin) / vì khách hàng / giá trị (?:đích thực|bền vững)
        mang lại (?:giá trị|sự|niềm) / trân quý
        (?:rất |vô cùng |luôn )?quan trọng (?:với|đối với) (?:chúng tôi|cửa hàng|quán)
        trân trọng (?:mọi|ý kiến|sự|những|từng|các|cảm ơn|góp ý) / ưu tiên (?:hàng đầu|số một|cao nhất) / không ngừng
        thông cảm / lượng thứ / thượng đế / đồng hành / (?:bất kỳ|mọi|bất cứ) (?:thắc mắc|câu hỏi|vấn đề)
        trải nghiệm (?:tốt nhất|tuyệt vời|hoàn hảo|đẳng cấp|đáng nhớ|khó quên)
        hân hạnh / rút kinh nghiệm / tận tâm / tận tình / tận tụy / hết lòng / hết mình / hết sức / nỗ lực
        luôn (?:sẵn sàng|luôn|cố gắng|lắng nghe|đặt|hướng|mong|bên)
        (?:chất lượng|dịch vụ|sản phẩm|tiêu chuẩn|phục vụ) (?:\w+ )?(?:tốt nhất|hoàn hảo|hàng đầu|vượt trội|đẳng cấp|
        cao nhất) / lắng nghe (?:ý kiến|khách|mọi|từng|và) / sự (?:ủng hộ|tin tưởng|tin yêu|quan tâm|đồng hành)
        niềm tin
        cam kết (?:mang|đem|đồng hành|tốt)
        nâng cao chất lượng / cải thiện (?:hơn nữa|không ngừng|chất lượng) / tốt hơn (?:nữa|mỗi ngày) / sự hài lòng
        đặt khách hàng / như người nhà / nhiệt thành / nhiệt tình / chu đáo / chuyên nghiệp
        vì sự bất tiện này nếu có / mọi sự bất tiện / trên cả mong đợi / hoàn thiện hơn / vinh dự / thịnh vượng
        uy tín
        """,
    ),
    Cue(
        Kind.JARGON,
        Ask.PLAIN_WORD,
        rf"""
        backlog / forward / exception / pos / lead time / bug / server / downtime / pending / ship / checkout / cancel
        booking id
        {ABBREVIATIONS} / tickets? / escalat\w+ / merge / queue / agents? / churn / back-?end / front-?end / validate
        payload / log / up-?sell / cross-?sell / opt-?in / opt-?out / onboard\w* / cases? / tier(?: \d)? / feedback
        deadline / follow[- ]?up / confirm / out of stock / support / assign\w* / workflow / pipeline / database
        sync / process / update / check / review / request / check-?in code / team / order id / hotline cs / lead
        voucher code id / user / staff / manager / fail
        service level / touch ?point / segment / campaign / retention / data / form / submit / pending / reject
        approve / refund / policy / stock / delivery / ship cod / back ?office / call ?center / inbound / outbound
        root cause / chăm sóc lead / phễu / tệp khách / định danh hợp nhất / luồng xử lý / chuyển tuyến
        điều phối case / hạch toán / đối soát / nhập liệu hệ thống
        """,
        unless=r"email.*@",
    ),
    Cue(
        Kind.NEGATIVE,
        Ask.WAY_OUT,
        r"""
        không có (?:trả|giao|đổi|dịch vụ|hỗ trợ|chỗ|bán|nhận|bảo hành)(?= )
        không được (?:bồi thường|giải quyết|áp dụng|hoàn|duyệt|xét) / không (?:làm|có)(?=[.!]|$)
        (?:không|chưa) thể (?:giúp|đổi|hoàn|nhận|giao|hủy|trả|thực hiện|xử lý|đáp ứng|hỗ trợ|áp dụng|sử dụng|sửa|thay|
        cung cấp|cấp|dời|gia hạn|giảm|bảo hành|làm|dùng|tặng|đặt|giải quyết|phục vụ|chấp nhận)
        (?:không|chưa) thể(?=[.!]|$)
        không được (?:phép |quyền )?(?:dùng|đổi|trả|hoàn|mang|sử dụng|áp dụng|hủy|chuyển|vào|hưởng|đem|cộng|nhận|giảm|
        bảo hành|chấp nhận|tích|hút|quay|chụp) / (?:thì |là )?không được(?=[.!]|$)
        (?:không|chẳng) (?:nhận|giao|hoàn|đổi|bán|phục vụ|hỗ trợ|chấp nhận|giải quyết|bảo hành|áp dụng|cho phép|
        trả lại|xử lý|bồi thường|giảm giá|ship|cấp|tiếp)(?= |[.!]|$)
        bất khả thi / (?:bị |đã |xin |phải )từ chối / từ chối / (?:nghiêm )?cấm / rất tiếc / đáng tiếc
        không (?:có cách|làm (?:gì |khác )?được|giúp (?:gì )?được|còn cách) / miễn (?:đổi|trả|tiếp|hoàn)
        không có ngoại lệ / không thuộc (?:trách nhiệm|phạm vi) / không đủ điều kiện / không chịu trách nhiệm
        vô hiệu
        """,
        not_after=r"\b(?:nếu|khi|trường hợp|cho bất kỳ ai) (?:\w+ ){0,4}$ / \bchỉ (?:\w+ )?$",
        not_before=r"^ (?:sau|trước) \d",
    ),
    Cue(
        Kind.TONE,
        Ask.POLITE_FORM,
        r"""
        thanks / thank / khỏi lo / tụi tui / mình giao / mình gửi / lo hết
        bạn(?! bè| đồng| đời| học| hàng| thân| cùng) / mày / tao / tụi (?:bay|mày|tui|mình)
        mấy (?:người|ông|bà|anh|chị|bạn) / ông bà / ông anh / bà chị / cưng / fen / iu / bro / ê / hello / hi / hey
        ok / oke / okie / okay / alo / nha / nghen / hen / nhen / nè / hihi / haha / hehe / thế thôi / bye / shop / ad
        admin / ib / inbox / ck / sdt / đc / ko / hok / hông / dzậy / bít / j / mik / b / thôi nhé / kệ
        nhé(?! ạ)
        (?:chờ|lấy|đợi|nói|đưa|ngồi|xem|gọi|đi|về|mua|trả|hỏi|thử|chọn|điền|ký|đọc)(?: \w+){0,5} đi(?=[.!]|$)
        (?:đưa|nộp|trả|để|mang|lấy|ký)(?: \w+){0,4} (?:đây|coi|xem nào)(?=[.!]|$) / bé ơi / em ơi / anh ơi / chị ơi
        má ơi / cô ơi / chú ơi / người đẹp / anh đẹp trai / các bác / bác nào / mọi người ơi / cả nhà / cả nhà ơi
        tui / ổng / bả
        """,
        not_after=r"\b(?:người|nhóm|cùng|những người|làm) $",
    ),
    Cue(
        Kind.TONE,
        Ask.POLITE_FORM,
        r"""
        mình (?:sẽ|đã|xin|gửi|gọi|giữ|có thể|chưa|đang)
        """,
        not_after=r"\b(?:của|tự|chính) $",
    ),
)

WAY_OUT = (
    r"\bnhưng\b|thay vào đó|;|quý khách (?:có thể|vẫn được|được (?:đổi|nhận|chọn|hoàn|tặng|trả)|nhận|vui lòng (?:gọi|"
    r"chọn|đến|liên hệ|gửi))|"
    r"chúng tôi (?:sẽ |xin )?(?:đổi|cho mượn|sửa|hoàn|gửi|tặng|tìm|giữ|báo|gọi|đề nghị)|\bbù lại\b|\btuy nhiên\b|"
    r"vẫn được|em (?:có thể|xin|sẽ)|trừ khi|cho đến|từ ngày|chỉ từ chối"
)
"""Words with which a refusal goes on to what is possible."""
EMPHASIS = frozenset(["KHUY", "MUA", "NGAY", "FREE", "SALE", "HOT"])
