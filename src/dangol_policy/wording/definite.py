"""What makes a vague word definite: a figure of the right sort, or an explanation, in the same sentence."""

from __future__ import annotations

import re

from dangol_policy.wording.finding import Ask

_NUMBER = r"(?:\d+(?:[.,]\d+)?)"
_TIME = {
    "en": rf"{_NUMBER}[- ]?(?:(?:business|working|calendar|opening) )?(?:minutes?|mins?|hours?|hrs?|h|days?|weeks?|"
    rf"months?|"
    r"years?|seconds?)\b"
    r"|\b(?:one|two|three|four|five|six|seven|ten|twelve|fourteen|thirty) "
    r"(?:(?:business|working|calendar|opening) )?(?:minutes?|hours?|days?|weeks?|months?|years?)\b"
    r"|\b\d{1,2}:\d\d\b|\b\d{1,2} ?(?:am|pm)\b|\b(?:same|next|following) (?:business |working )?(?:day|week|month)\b"
    r"|\b(?:every|each|once an?) (?:day|week|month|quarter|year|hour|mon|tues|wednes|thurs|fri|satur|sun)|"
    r"\bby (?:noon|midnight)\b"
    r"|\b\d{1,2} (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)|\b(?:jan|feb|mar|apr|jun|jul|aug|sep|oct|nov|"
    r"dec)\w* \d{1,2}\b"
    r"|\btoday\b|\btomorrow\b|\bdaily\b|\bweekly\b|\bmonthly\b|\byearly\b|\bannually\b|\bquarterly\b",
    "ko": r"\b\d{1,2}:\d\d\b|\d ?(?:영업일|근무일|영업시간|분|초|시간|시|일|주|개월|달|월|년)|하루|이틀|사흘|나흘|"
    r"닷새|엿새|열흘|보름|"
    r"일주일|당일|"
    r"다음 ?날|다음 영업일|한 ?달|매일|매주|매월|매달|매년|매 분기|정오|자정|오늘|내일|(?:한|두|세|네|다섯|"
    r"여섯) (?:시간|주|달|번째 날)",
    "vi": rf"\b\d{{1,2}}:\d\d\b|{_NUMBER} ?(?:phút|giờ|tiếng|ngày|tuần|tháng|năm|giây|h)\b|ngày (?:thứ|mùng|\d)|"
    rf"\b\d{{1,2}}/\d{{1,2}}\b|"
    r"(?:một|hai|ba|bốn|năm|sáu|bảy|mười) (?:phút|giờ|tiếng|ngày|tuần|tháng)\b|trong ngày|hôm nay|ngày mai|"
    r"hằng (?:ngày|tuần|tháng|năm)|"
    r"hàng (?:ngày|tuần|tháng|năm)|mỗi (?:ngày|tuần|tháng|quý|năm)|ngày hôm sau|nửa đêm",
    "be": rf"{_NUMBER}(?:-[а-яіў]+)? ?(?:прац\w+ |каляндарн\w+ |рабоч\w+ )?(?:хвілін|гадзін|дзень|дзён|дні|дня|дзя|тыд|"
    rf"месяц|"
    r"год|гадоў|секунд|минут|час(?:а|ов)?\b|дней|день|дня|недел|лет)"
    r"|\b\d{1,2}:\d\d\b|\b\d{1,2}\.\d{1,2}\b|(?:адну|дзве|тры|чатыры|пяць|адзін|два) (?:прац\w+ )?(?:хвілін|гадзін|"
    r"дзень|дн|тыд|месяц)"
    r"|у (?:той|гэты) (?:жа|самы) (?:жа )?дзень|у дзень звароту|сёння|заўтра|наступн\w+ (?:прац\w+ )?(?:дзень|дня|тыд)"
    r"|кожн\w+ (?:дзень|тыд|месяц|год|квартал|гадзін|панядз|аўтор|серад|чацв|пятніц|субот|нядзел)|штодня|штотыд|"
    r"штомес|штогод|апоўдні|апоўначы"
    r"|\d{1,2} (?:студз|лют|сакав|крас|мая|траўн|чэрв|ліп|жні|вер|каст|ліст|снеж)",
}
_COUNTED = {
    "en": r"\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|twelve|half|twice|double|third|quarter|zero|no)\b",
    "ko": r"\d|절반|두 배|(?:한|두|세|네|다섯|여섯|일곱|여덟|아홉|열) ?(?:번|개|장|분|명|잔|가지|배)",
    "vi": r"\d|một nửa|gấp đôi|(?:một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười) (?:lần|món|phiếu|điểm|người|sản phẩm|cái)",
    "be": r"\d|палов|удвая|удвая|\b(?:адзін|адну|адна|два|дзве|тры|чатыры|пяць|шэсць|дзесяць)\b",
}
_EXPLAINED = {
    "en": r"\bmeans?\b|\b(?:is|are) (?:one|those|the ones?|defined|considered|called|someone|anyone|a \w+ (?:who|which|"
    r"that|in|with|when))\b"
    r"|\bthat is\b|\bi\.e\.|\bwhich is\b|\bas (?:listed|defined|described|stated) (?:in|on|below|above)|\bpoint \d|"
    r"\bclause \d|\bsection \d",
    "ko": r"이?란 |라 함은|말합니다|말한다|뜻합니다|뜻한다|으로 봅니다|로 봅니다|본다\.|가리킵니다|제 ?\d+조|\d+항|"
    r"아래 (?:목록|표)|다음과 같|다음 각",
    "vi": r"được (?:coi|hiểu|xem) là|nghĩa là|tức là|có nghĩa|là (?:khách|sự cố|những|người|các|khi|hàng|lỗi|"
    r"trường hợp|việc)\b"
    r"|(?:điều|mục|(?<!tài )khoản) \d|danh sách (?:dưới|sau)|sau đây",
    "be": r"лічыцца|лічацца|лічым|азначае|гэта (?:той|тое|тая|тыя|калі)|— (?:той|тое|тая|тыя|гэта)\b|г\. ?зн\.|то бок"
    r"|(?:пункт|раздзел)\w* \d|спіс\w* ніжэй|наступн\w+:",
}
_LISTED = {
    "en": r":|\bfollowing\b|\bbelow\b|\babove\b|\bexcept\b|\blisted\b|\bmarked\b|\bnamed\b",
    "ko": r":|다음과 같|다음의|아래|목록|표시된|제외한|별표",
    "vi": r":|sau đây|dưới đây|danh sách|được liệt kê|có dấu|ghi trong",
    "be": r":|наступн\w+|ніжэй|спіс|пазначан|акрамя|апроч",
}
_TIMED = {Ask.WITHIN, Ask.HOW_OFTEN, Ask.HOW_LONG, Ask.HOW_EARLY}


class Definite:
    """Says whether a sentence of one language already answers a question."""

    def __init__(self, language: str) -> None:
        self._time = re.compile(_TIME[language])
        self._counted = re.compile(_COUNTED[language])
        self._explained = re.compile(_EXPLAINED[language])
        self._listed = re.compile(_LISTED[language])

    def answers(self, ask: Ask, plain: str) -> bool:
        """Whether the sentence, in small letters, holds the figure or the explanation that is asked for."""
        if ask in _TIMED:
            return self._time.search(plain) is not None
        if ask is Ask.HOW_MUCH:
            return self._counted.search(self._time.sub(" ", plain)) is not None
        if ask is Ask.WHICH:
            return self._listed.search(plain) is not None
        if ask is Ask.MEANS_WHAT:
            return self._explained.search(plain) is not None
        return False
