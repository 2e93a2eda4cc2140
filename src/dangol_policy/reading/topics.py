"""Which part of a policy a heading or a sentence is about, by words of four languages."""

from __future__ import annotations

import re
from collections.abc import Mapping

from dangol_policy.start.parts import Part

_WORDS: Mapping[str, Mapping[Part, str]] = {
    "ko": {
        "summary": r"한눈에|요약",
        "reach": r"전화|이메일|고객센터|문의처|카카오톡|연락처|영업\s*시간|상담\s*시간|운영\s*시간",
        "standards": r"응답|답변|회신|처리\s*기간",
        "complaints": r"불만|민원|고충|컴플레인|이의\s*제기",
        "returns": r"반품|교환|환불|청약\s*철회|품질\s*보증|A/S",
        "loyalty": r"적립|포인트|마일리지|등급|스탬프|멤버십|\d번째\s*(?:재)?방문",
        "promotions": r"행사|할인|쿠폰|프로모션|무료\s*배송",
        "privacy": r"개인\s*정보|수신\s*동의|광고성\s*정보",
        "failure": r"지키지\s*못|보상|약속을\s*어",
        "conduct": r"부탁드|폭언|존중",
        "voice": r"설문|고객의\s*소리|제안|후기|의견",
        "access": r"휠체어|점자|장애|수어|외국어",
        "bodies": r"협회|인증|소비자원",
        "about": r"시행일|개정|시행합니다",
    },
    "en": {
        "summary": r"\bat a glance\b|\bsummary\b|\bin short\b",
        "reach": r"\b(?:tele)?phone\b|\be-?mail\b|\bcontact us\b|\bcall us\b|\bopening hours\b|\breach us\b|\bchat\b",
        "standards": r"\brespon(?:d|se)\w*|\banswer\w*|\brepl(?:y|ies)\b",
        "complaints": r"\bcomplain\w*|\bdispute\w*",
        "returns": r"\breturns?\b|\breturned\b|\brefund\w*|\bexchang\w+|\bwarrant\w+|\bsend back\b|\bbring back\b",
        "loyalty": r"\bpoints?\b|\bloyalty\b|\btiers?\b|\bstamps?\b|\brewards?\b|\bmembership\b"
        r"|\d(?:st|nd|rd|th) (?:return )?visit",
        "promotions": r"\bpromotions?\b|\bdiscount\w*|\bcoupons?\b|\bfree (?:shipping|delivery)\b|\bshipping is free\b",
        "privacy": r"\bprivacy\b|\bpersonal (?:data|information|details)\b|\bconsent\b",
        "failure": r"\bif we (?:fail|miss)\b|\bcompensat\w+|\bmake it (?:right|up)\b",
        "conduct": r"\brespectful\w*|\babus\w+|\bwe ask (?:of )?you\b",
        "voice": r"\bsurveys?\b|\bfeedback\b|\bsuggestions?\b|\breviews?\b",
        "access": r"\bwheelchair\w*|\baccessib\w+|\bbraille\b|\binterpreter\w*",
        "bodies": r"\bassociations?\b|\bbureau\b|\baccredited\b|\bcertificat\w+",
        "about": r"\beffective (?:from|date)\b|\blast updated\b|\bversion\b",
    },
    "vi": {
        "summary": r"tóm tắt",
        "reach": r"hotline|điện thoại|email|liên hệ|giờ mở cửa|tổng đài|zalo",
        "standards": r"phản hồi|trả lời|giải đáp",
        "complaints": r"khiếu nại|phàn nàn",
        "returns": r"trả hàng|đổi trả|đổi hàng|trả lại|hoàn tiền|bảo hành",
        "loyalty": r"tích điểm|điểm thưởng|điểm tích|hạng thành viên|thẻ thành viên|tích lượt|lượt ghé|\d điểm|điểm",
        "promotions": r"khuyến mãi|giảm giá|mã giảm|miễn phí (?:vận chuyển|giao hàng)",
        "privacy": r"dữ liệu cá nhân|thông tin cá nhân|quyền riêng tư",
        "failure": r"bồi thường|không đúng hẹn|không giữ lời",
        "conduct": r"tôn trọng|lịch sự|mong quý khách",
        "voice": r"khảo sát|góp ý|ý kiến|đánh giá",
        "access": r"xe lăn|khuyết tật|phiên dịch",
        "bodies": r"hiệp hội|chứng nhận|hội viên",
        "about": r"có hiệu lực từ|cập nhật|phiên bản",
    },
    "be": {
        "summary": r"коратка",
        "reach": r"тэлефон|пошт|звяжыцеся|звязацца|кантакт|працуем з",
        "standards": r"адказва|адкаж|адказ\b",
        "complaints": r"скарг|прэтэнз",
        "returns": r"вяртан|вярнуць|вярнуты|абмен|гаранты",
        "loyalty": r"\bбал(?:ы|аў|ам|амі)\b|лаяльн|узров(?:ень|ні)|штамп|картк\w+ наведванн|-[ем] наведванн",
        "promotions": r"акцы[яіюй]|зніжк|купон|бясплатн\w+ дастаўк|дастаўка бясплатн",
        "privacy": r"персанальн|асабіст\w+ даны|канфідэнцыйн",
        "failure": r"кампенс|калі мы не|парушым",
        "conduct": r"просім вас|паваг|ветліва",
        "voice": r"апытан|водгук|прапанов",
        "access": r"інвалід|даступнасц|перакладчык",
        "bodies": r"асацыяц|сертыфік|аб'яднанн|саюз",
        "about": r"дзейнічае з|абноўлен|версія",
    },
}
_PATTERNS = {
    language: {part: re.compile(words, re.IGNORECASE) for part, words in parts.items()}
    for language, parts in _WORDS.items()
}


def parts_of(text: str, language: str) -> tuple[Part, ...]:
    """The parts a heading or a sentence speaks of, in the order in which customers read them."""
    return tuple(part for part, words in _PATTERNS.get(language, {}).items() if words.search(text))
