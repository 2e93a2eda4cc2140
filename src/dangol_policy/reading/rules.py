"""Which sentences hold a figure that a clause can be made of, and which only look so: then a person is asked.

A rule proposes only from a sentence that speaks of its subject, holds exactly the one figure it needs, and none of the
words that could change its meaning (a tier, an exception, "up to", "not"). Everything else about its subject is asked.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from dangol_policy.reading.atoms import Atom
from dangol_policy.start.parts import Part
from dangol_policy.values import Duration

Clause = dict[str, object]
Read = Callable[[str, str, tuple[Atom, ...]], Clause | None]
"""What a sentence says: text, language, figures. None where it is not certain."""


@dataclass(frozen=True, slots=True)
class Rule:
    """One kind of clause. `subject` words must all be there; one of `blocks` makes the sentence uncertain."""

    id: str
    place: str
    """Where the document has it."""
    part: Part
    subject: Mapping[str, tuple[str, ...]]
    figure: tuple[str, ...]
    """Kinds of figure without any of which a sentence is not about it at all."""
    read: Read
    blocks: Mapping[str, str]


def has(pattern: str, text: str) -> bool:
    """Whether the words are there, however they are written."""
    return re.search(pattern, text, re.IGNORECASE) is not None


HEDGED = {
    "ko": r"최대|약\s*\d|대략|정도|내외|제외|불가|다만|단[,，]|않|못|없|가급적|가능한|등급|골드|실버|VIP|경우에 따라",
    "en": r"\bup to\b|\babout\b|\bapprox\w*|\baround\b|\busually\b|\bnormally\b|\bexcept\b|\bunless\b|\bnot\b|\bno\b"
    r"|n't\b|\bcannot\b|\bgold\b|\bsilver\b|\bvip\b"
    r"|(?<!you )\bmay\b|\bmight\b|\btry to\b|\bsome\b|\bselected\b|\bif possible\b",
    "vi": r"tối đa|khoảng|thường|ngoại trừ|trừ (?:khi|các|hàng)|không|chưa|hạng|vàng|bạc|vip|tùy|cố gắng"
    r"|một số",
    "be": r"да \d+ ?%|каля|прыблізна|звычайна|акрамя|за выключэннем|\bне\b|нельга|залат|золат|срэб[рн]|vip"
    r"|паспрабуем|некатор",
}
"""Words after which a figure is not the whole truth."""


def only(found: tuple[Atom, ...], *kinds: str) -> Atom | None:
    """The only figure of the sentence, when it is of one of these kinds and certain."""
    if len(found) == 1 and found[0].kind in kinds and found[0].certain:
        return found[0]
    return None


def length(found: tuple[Atom, ...], *units: str) -> Duration | None:
    """The only figure of the sentence, when it is a length of time in one of these units."""
    atom = only(found, "duration")
    if atom is None or not isinstance(atom.value, Duration) or (units and atom.value.unit not in units):
        return None
    return atom.value


def whole(amount: Decimal) -> int | str:
    """An amount as a policy writes it."""
    return int(amount) if amount == amount.to_integral_value() else f"{amount:.2f}"


def share(atom: Atom) -> str:
    """A rate as a policy writes it."""
    assert isinstance(atom.value, Decimal)
    return f"{atom.value.normalize():f}%"


_WITHIN = {
    "ko": r"이내|안에|내에|까지",
    "en": r"\bwithin\b|\bin no more than\b|\bno later than\b",
    "vi": r"\btrong\b|chậm nhất",
    "be": r"на працягу|цягам|не пазней",
}
_BOUGHT = {
    "ko": r"구매|구입|결제",
    "en": r"\bpurchase\b|\bbuying\b|\bbought\b|\bbuy\b",
    "vi": r"ngày mua|khi mua|từ lúc mua|mua hàng",
    "be": r"пакупкі|набыцця|куплі",
}
_DELIVERED = {
    "ko": r"수령|배송|받으신",
    "en": r"\bdelivery\b|\breceipt of\b|\breceiv\w+|\bdelivered\b|\barriv\w+",
    "vi": r"nhận (?:được )?hàng|giao hàng|nhận được",
    "be": r"атрымання|дастаўкі",
}
_REFUND = {
    "ko": r"환불",
    "en": r"\brefund\w*|\bmoney back\b",
    "vi": r"hoàn (?:lại )?tiền",
    "be": r"вяртанн\w+ грошай|вернем грошы|вяртаем грошы|грошы вяртаюцца",
}


def _window(text: str, language: str, found: tuple[Atom, ...]) -> Clause | None:
    time = length(found, "days", "weeks", "months")
    bought, delivered = has(_BOUGHT[language], text), has(_DELIVERED[language], text)
    if time is None or bought == delivered or not has(_WITHIN[language], text):
        return None
    return {"id": "change-of-mind", "for": str(time), "after": "purchase" if bought else "delivery"}


def _refund(text: str, language: str, found: tuple[Atom, ...]) -> Clause | None:
    time = length(found, "days", "business days", "hours")
    return {"within": str(time)} if time and has(_WITHIN[language], text) else None


def _earn(text: str, language: str, found: tuple[Atom, ...]) -> Clause | None:
    atom = only(found, "rate")
    return {"id": "base-earn", "rate": share(atom)} if atom else None


def _expire(text: str, language: str, found: tuple[Atom, ...]) -> Clause | None:
    time = length(found, "months", "years", "days")
    return {"after": str(time)} if time else None


_LEAST = {
    "ko": r"이상|부터",
    "en": r"\bfrom\b|\bat least\b|\bminimum\b|\bor more\b|\bstarting\b",
    "vi": r"\btừ\b|tối thiểu|ít nhất|trở lên",
    "be": r"\bад\b|не менш|мінімум|мінімальн",
}


def _minimum(text: str, language: str, found: tuple[Atom, ...]) -> Clause | None:
    atom = only(found, "points")
    if atom is None or not isinstance(atom.value, Decimal) or not has(_LEAST[language], text):
        return None
    return {"minimum": int(atom.value)}


def _worth(text: str, language: str, found: tuple[Atom, ...]) -> Clause | None:
    """One point and one amount."""
    points = [one for one in found if one.kind == "points"]
    money = [one for one in found if one.kind == "money"]
    if len(found) != 2 or len(points) != 1 or len(money) != 1 or points[0].value != 1 or not money[0].certain:
        return None
    assert isinstance(money[0].value, Decimal)
    return {"worth": whole(money[0].value), "currency": money[0].currency}


def _answer(text: str, language: str, found: tuple[Atom, ...]) -> Clause | None:
    time = length(found, "minutes", "hours", "days", "business hours", "business days")
    complaint, question = (has(words[language], text) for words in (_COMPLAINT, _QUESTION))
    if time is None or complaint == question or not has(_WITHIN[language], text):
        return None
    kind = "complaint" if complaint else "question"
    return {"id": f"{kind}-standard", "kind": kind, "first_response": str(time)}


_COMPLAINT = {
    "ko": r"불만|민원|고충|컴플레인",
    "en": r"\bcomplain\w*",
    "vi": r"khiếu nại|phàn nàn",
    "be": r"скарг|прэтэнз",
}
_QUESTION = {
    "ko": r"문의|질문",
    "en": r"\bquestions?\b|\b[ei]nquir\w+",
    "vi": r"thắc mắc|câu hỏi|yêu cầu hỗ trợ",
    "be": r"пытанн|запыт",
}


def _shipping(text: str, language: str, found: tuple[Atom, ...]) -> Clause | None:
    atom = only(found, "money")
    if atom is None or not isinstance(atom.value, Decimal) or not has(_LEAST[language], text):
        return None
    return {
        "id": "free-shipping",
        "needs": {"spend": whole(atom.value)},
        "gives": {"shipping": "free"},
        "currency": atom.currency,
    }


GIFTS: Mapping[str, Mapping[str, str]] = {
    "ko": {"dessert": r"디저트", "drink": r"음료", "coffee": r"커피|아메리카노"},
    "en": {"dessert": r"\bdesserts?\b", "drink": r"\bdrinks?\b", "coffee": r"\bcoffees?\b"},
    "vi": {"dessert": r"tráng miệng", "drink": r"đồ uống|ly nước", "coffee": r"cà phê"},
    "be": {"dessert": r"дэсерт", "drink": r"напо[йяю]", "coffee": r"\bкав[аыу]\b"},
}
_FIRST_COUNTS = {
    "ko": r"첫\s*방문(?:도|을|부터)?\s*(?:포함|한 번으로 (?:셉|세)|셉)",
    "en": r"first visit (?:counts|is counted|included)|(?:counting|including) (?:the|your) first visit",
    "vi": r"(?:tính|bao gồm|kể) cả lượt (?:ghé )?đầu",
    "be": r"першае наведванне лічыцца|лічачы першае|уключаючы першае",
}
_FIRST_DOES_NOT = {
    "ko": r"첫\s*방문(?:은|을)?\s*(?:제외|세지\s*않)",
    "en": r"first visit (?:does not count|is not counted|excluded)|not counting (?:the|your) first visit",
    "vi": r"không tính lượt (?:ghé )?đầu",
    "be": r"першае наведванне не лічыцца|не лічачы першага",
}


def _card(text: str, language: str, found: tuple[Atom, ...]) -> Clause | None:
    """A gift on every so many visits; certain only when the sentence says whether the first visit counts."""
    atom = only(found, "visit")
    gifts = [gift for gift, words in GIFTS[language].items() if has(words, text)]
    counts, does_not = has(_FIRST_COUNTS[language], text), has(_FIRST_DOES_NOT[language], text)
    if atom is None or len(gifts) != 1 or counts == does_not or not isinstance(atom.value, Decimal):
        return None
    gives = {"item": gifts[0]}
    return {"id": "visit-card", "every": int(atom.value), "counts_first": counts, "gives": gives}


TIERS: Mapping[str, str] = {
    "bronze": r"브론즈|\bbronze\b|hạng đồng|бронз",
    "silver": r"실버|\bsilver\b|\bbạc\b|срэб[рн]",
    "gold": r"골드|\bgold\b|\bvàng\b|\bзалат|золат",
    "platinum": r"플래티넘|\bplatinum\b|bạch kim|плаціна",
    "diamond": r"다이아몬드|\bdiamond\b|kim cương|брыльянт|дыямент",
    "vip": r"\bvip\b|브이아이피",
}
_SPENT = {
    "ko": r"구매|결제|이용\s*금액",
    "en": r"\bspen[dt]\w*|\bpurchases?\b",
    "vi": r"mua|chi tiêu|thanh toán",
    "be": r"пакуп|трац|патрач|купл",
}
_LAST_TWELVE = {
    "ko": r"최근\s*(?:12\s*개월|1\s*년)",
    "en": r"(?:last|past|previous) (?:12|twelve) months",
    "vi": r"12 tháng (?:gần nhất|gần đây|qua)",
    "be": r"апошні\w+ 12 месяц",
}


def _tier(text: str, language: str, found: tuple[Atom, ...]) -> Clause | None:
    """One tier with its threshold of spending; certain only when the sentence says in which time it is counted."""
    named = [tier for tier, words in TIERS.items() if has(words, text)]
    money = [one for one in found if one.kind == "money"]
    times = [one for one in found if one.kind == "duration"]
    amounts_only = len(found) == len(money) + len(times) and len(money) == 1 and len(times) == 1 and money[0].certain
    if len(named) != 1 or not amounts_only or not has(_LAST_TWELVE[language], text) or not has(_LEAST[language], text):
        return None
    assert isinstance(money[0].value, Decimal)
    return {"id": named[0], "from": whole(money[0].value), "currency": money[0].currency}


def _without(*more: Mapping[str, str], **by_language: str) -> dict[str, str]:
    """What makes a sentence uncertain: the usual hedges, and words of this kind of clause."""
    return {
        language: "|".join((HEDGED[language], by_language[language], *(words[language] for words in more)))
        for language in HEDGED
    }


_GOODS_EN = r"\b(?:goods|items?|products?|purchases?|orders?|merchandise|everything|anything)\b"
_SOME_GOODS = {
    "ko": r"상품권|식품|의류|신발|속옷|가전|세일|하자|불량|결함|파손|교환권",
    "en": r"\bgift cards?\b|\bforms?\b|\bfood\b|\bclothes\b|\bshoes\b|\bfault\w*|\bdefect\w*|\bdamaged\b|\bbroken\b",
    "vi": r"phiếu quà|thẻ quà|thực phẩm|quần áo|giày|lỗi|hỏng|hư",
    "be": r"сертыфікат|харчов|адзенн|абутк|дэфект|брак|пашкодж|нядобраякасн",
}
"""Some goods, or goods with a fault: not everything that is sold."""
_SOME_TIME = {
    "ko": r"이번|오늘|주말|기간|이달|\d월",
    "en": r"\bthis (?:week|month|weekend)\b|\btoday\b|\buntil\b|\bduring\b|\bweekends?\b|\bChristmas\b",
    "vi": r"tháng \d|tuần này|hôm nay|dịp|cuối tuần|đến hết",
    "be": r"на гэтым тыдні|сёння|у выхадныя|толькі да|у снежні",
}
_SOME_PAYMENT = {
    "ko": r"현금|카드|앱|결제\s*시|결제하시면",
    "en": r"\bcash\b|\bcards?\b|\bapp\b|\bonline\b|\boff\b",
    "vi": r"tiền mặt|thẻ|ứng dụng|giảm",
    "be": r"гатоўк|картк|праграм|анлайн",
}
_TIER_WORDS = "|".join(TIERS.values())
_POINT_WORDS = {"ko": r"적립|포인트|마일리지", "en": r"\bpoints?\b", "vi": r"điểm", "be": r"\bбал(?:ы|аў|ам|амі|а)?\b"}
_USE = {
    "ko": r"사용|쓰",
    "en": r"\bus(?:e|ed|ing)\b|\bredeem\w*|\bspen[dt]\b",
    "vi": r"sử dụng|dùng|đổi",
    "be": r"выкарыст|ужы|траціць",
}

RULES: tuple[Rule, ...] = (
    Rule(
        "return-window",
        "returns.windows",
        "returns",
        {
            "ko": (r"반품",),
            "en": (r"\breturn(?:s|ed|ing)?\b|\bsen[dt] back\b|\b(?:bring|brought) back\b", _GOODS_EN),
            "vi": (r"trả hàng|đổi trả|trả lại (?:hàng|sản phẩm)",),
            "be": (r"вярнуць|вяртанн|вярнуты",),
        },
        ("duration",),
        _window,
        _without(
            _SOME_GOODS,
            ko=r"환불|보증|배송비|영업일|행사|시작|미사용|사용하지|개봉|포장|영수증|신청|교환권",
            en=r"\brefund\w*|\bmoney back\b|\bwarrant\w+|\bfees?\b|\bclothing\b|\bsale\b"
            r"|\bun(?:used|opened|worn)\b|\bpackag\w+|\bwith (?:the|a|your) receipt\b",
            vi=r"hoàn (?:lại )?tiền|bảo hành|phí|khuyến mãi|nguyên|hóa đơn|bao bì",
            be=r"грош|гаранты|кошт|акцы|[уў]пакоў|чэк",
        ),
    ),
    Rule(
        "refund-time",
        "returns.refund",
        "returns",
        {language: (words,) for language, words in _REFUND.items()},
        ("duration",),
        _refund,
        _without(
            ko=r"구매|구입|수령|신청|가능|반품\s*기간|취소",
            en=r"\bpurchase\w*|\bdeliver\w*|\brequest\w*|\bcan\b|\beligible\b|\bentitled\b|\bask\b",
            vi=r"ngày mua|nhận hàng|yêu cầu|được phép|có quyền",
            be=r"пакупк|атрыманн|можна|можаце|патрабав|запыт",
        ),
    ),
    Rule(
        "earn-rate",
        "loyalty.points.earn",
        "loyalty",
        {
            "ko": (r"적립",),
            "en": (_POINT_WORDS["en"], r"\bearn\w*|\bcollect\w*|\bback\b"),
            "vi": (r"tích|tặng|cộng", r"điểm"),
            "be": (_POINT_WORDS["be"], r"наліч|залічв|атрымл"),
        },
        ("rate",),
        _earn,
        _without(
            _SOME_TIME,
            _SOME_PAYMENT,
            ko=rf"할인|추가|더블|이벤트|생일|행사|까지|적립금으로\s*(?:결제|지불)|{_TIER_WORDS}",
            en=rf"\bdiscount\w*|\bextra\b|\badditional\b|\bbonus\b|\bdouble\b|\bbirthday\b|\bpay with\b|{_TIER_WORDS}",
            vi=rf"giảm giá|thêm|gấp đôi|sinh nhật|khuyến mãi|{_TIER_WORDS}",
            be=rf"зніжк|дадаткова|падвой|нараджэнн|акцы|{_TIER_WORDS}",
        ),
    ),
    Rule(
        "points-expiry",
        "loyalty.points.expire",
        "loyalty",
        {
            "ko": (_POINT_WORDS["ko"], r"소멸|유효"),
            "en": (_POINT_WORDS["en"], r"\bexpir\w*|\bvalid\b|\blapse\w*"),
            "vi": (r"điểm", r"hết hạn|hiệu lực|có giá trị"),
            "be": (_POINT_WORDS["be"], r"згар|дзейніча|сапраўдн"),
        },
        ("duration",),
        _expire,
        _without(
            ko=r"쿠폰|상품권|마지막|미사용|휴면|전에|안내|연장|알려",
            en=r"\bcoupons?\b|\bvouchers?\b|\bgift\b|\blast\b|\binactiv\w+|\bbefore\b|\bremind\w*|\bnotif\w+|\bextend\w*",
            vi=r"phiếu|mã|cuối cùng|không hoạt động|trước|nhắc|thông báo|gia hạn",
            be=r"купон|ваўчар|апошн|неактыўн|да таго|перад|напаміна|падоўж",
        ),
    ),
    Rule(
        "redeem-minimum",
        "loyalty.points.redeem",
        "loyalty",
        {language: (_POINT_WORDS[language] + r"|\d\s*점", words) for language, words in _USE.items()},
        ("points",),
        _minimum,
        _without(
            ko=r"단위|까지|적립됩|원(?:당|에)",
            en=r"\bsteps?\b|\beach\b|\bearn\w*|\bper\b",
            vi=r"bội số|mỗi|tích",
            be=r"кратн|кожн|наліч",
        ),
    ),
    Rule(
        "point-worth",
        "loyalty.points.redeem",
        "loyalty",
        {language: (words + r"|\d\s*점",) for language, words in _POINT_WORDS.items()},
        ("points", "money"),
        _worth,
        _without(
            ko=r"구매|결제\s*금액|마다|적립|당\s*1",
            en=r"\bevery\b|\bearn\w*|\bper\b|\bfor each\b|\bspen[dt]\b",
            vi=r"mỗi|tích|mua",
            be=r"кожн|наліч|пакуп|за \d",
        ),
    ),
    Rule(
        "first-answer",
        "service.standards",
        "standards",
        {
            "ko": (r"답변|회신|응답",),
            "en": (r"\banswer\w*|\brepl(?:y|ies|ied)\b|\brespon[ds]\w*",),
            "vi": (r"trả lời|phản hồi|giải đáp",),
            "be": (r"адказ|адкаж",),
        },
        ("duration",),
        _answer,
        _without(
            ko=r"자동|해결|통화|벨",
            en=r"\bautomatic\w*|\bresolv\w*|\bsolv\w*|\brings?\b",
            vi=r"tự động|giải quyết|chuông",
            be=r"аўтамат|аўтаадказ|вырашы|вырашаем|гудк",
        ),
    ),
    Rule(
        "free-shipping",
        "promotions",
        "promotions",
        {
            "ko": (r"무료\s*배송|배송(?:비|료)?(?:가|는)?\s*무료",),
            "en": (
                r"\bfree (?:shipping|delivery)\b|\b(?:shipping|delivery) is free\b|\b(?:ships?|deliver(?:ed)?) free\b",
            ),
            "vi": (r"miễn phí (?:vận chuyển|giao hàng)|freeship",),
            "be": (r"бясплатн\w+ дастаўк|дастаўка бясплатн|дастаўляем бясплатна",),
        },
        ("money",),
        _shipping,
        _without(
            _SOME_TIME,
            ko=rf"제주|도서|산간|까지|{_TIER_WORDS}",
            en=rf"\bislands?\b|\bonly\b|\bover\b|\babove\b|\bmore than\b|\bwithin\b|{_TIER_WORDS}",
            vi=rf"nội thành|khu vực|trên \d|tỉnh|{_TIER_WORDS}",
            be=rf"толькі|звыш|больш за|у межах|{_TIER_WORDS}",
        ),
    ),
    Rule(
        "visit-card",
        "loyalty.cards",
        "loyalty",
        {
            "ko": (r"방문|이용", r"드립|드려|제공|증정|무료"),
            "en": (r"\bvisit",),
            "vi": (r"lượt|lần",),
            "be": (r"наведванн",),
        },
        ("visit",),
        _card,
        {
            "ko": r"최대|약\s*\d|정도|다만|단[,，]|못|없|재방문",
            "en": r"\bup to\b|\babout\b|\bexcept\b|\bunless\b|\bno\b|\bmay\b|\breturn visit|\brepeat visit",
            "vi": r"tối đa|khoảng|ngoại trừ|quay lại",
            "be": r"каля|акрамя|паўторн",
        },
    ),
    Rule(
        "tier",
        "loyalty.tiers.levels",
        "loyalty",
        {language: (_TIER_WORDS, _SPENT[language]) for language in _SPENT},
        ("money",),
        _tier,
        {
            "ko": r"최대|약\s*\d|정도|제외|또는|혹은|할인",
            "en": r"\bup to\b|\babout\b|\bexcept\b|\bor\b(?! more)|\bdiscount\w*|\bover\b|\babove\b|\bmore than\b",
            "vi": r"tối đa|khoảng|ngoại trừ|hoặc|giảm giá|trên \d",
            "be": r"каля|акрамя|\bабо\b|\bці\b|зніжк|звыш|больш за",
        },
    ),
)
"""Every kind of clause that is looked for."""
