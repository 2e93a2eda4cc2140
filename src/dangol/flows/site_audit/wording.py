"""The words by which links and pages say what they are, in Korean, English, Vietnamese, Belarusian and Russian."""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from typing import Literal

LANGUAGES = ("ko", "en", "vi", "be", "ru")
Topic = Literal["policy", "privacy", "returns", "complaints", "contact", "checkout", "order", "summary", "updated"]

_WORDS: Mapping[Topic, Mapping[str, tuple[str, ...]]] = {
    "policy": {
        "ko": ("정책", "헌장", "운영 규정", "이용 안내"),
        "en": ("policy", "policies", "charter", "customer promise"),
        "vi": ("chính sách", "cam kết với khách hàng"),
        "be": ("палітык", "хартыя"),
        "ru": ("политик", "хартия"),
    },
    "privacy": {
        "ko": ("개인정보", "쿠키"),
        "en": ("privacy", "cookie", "personal data"),
        "vi": ("bảo mật", "riêng tư", "dữ liệu cá nhân", "cookie"),
        "be": ("персанальн", "прыватн", "cookie"),
        "ru": ("персональн", "конфиденциальн", "cookie"),
    },
    "returns": {
        "ko": ("반품", "환불", "교환"),
        "en": ("return", "refund"),
        "vi": ("trả hàng", "đổi trả", "hoàn tiền"),
        "be": ("вяртан",),
        "ru": ("возврат",),
    },
    "complaints": {
        "ko": ("불만", "고충", "민원"),
        "en": ("complain", "complaint"),
        "vi": ("khiếu nại", "phàn nàn"),
        "be": ("скарг",),
        "ru": ("жалоб", "претенз"),
    },
    "contact": {
        "ko": ("문의", "연락", "고객센터"),
        "en": ("contact", "reach us", "help desk"),
        "vi": ("liên hệ",),
        "be": ("кантакт", "звязацца"),
        "ru": ("контакт", "связаться"),
    },
    "checkout": {
        "ko": ("결제", "장바구니"),
        "en": ("checkout", "check out", "cart", "basket"),
        "vi": ("thanh toán", "giỏ hàng"),
        "be": ("кошык", "аформіць"),
        "ru": ("корзин", "оформить"),
    },
    "order": {
        "ko": ("주문",),
        "en": ("order",),
        "vi": ("đơn hàng", "đặt hàng"),
        "be": ("заказ",),
        "ru": ("заказ",),
    },
    "summary": {
        "ko": ("한눈에", "요약"),
        "en": ("in short", "summary", "at a glance"),
        "vi": ("tóm tắt",),
        "be": ("коратка", "сцісла"),
        "ru": ("кратко", "коротко"),
    },
    "updated": {
        "ko": ("시행", "개정", "업데이트", "고친 날"),
        "en": ("updated", "effective", "in force", "last changed"),
        "vi": ("cập nhật", "hiệu lực", "áp dụng từ"),
        "be": ("дзейнічае", "абнаўлен", "абноўлен"),
        "ru": ("действует", "обновл", "вступ"),
    },
}
_DATE = re.compile(
    r"\d{4}\s*[-./년]\s*\d{1,2}|\d{1,2}[-./]\d{1,2}[-./]\d{4}|\b[A-Z][a-z]{2,8}\.? \d{1,2}, \d{4}|\d{1,2} \w+ \d{4}"
)


def folded(text: str) -> str:
    """As it is compared: composed, small, with single spaces."""
    return " ".join(unicodedata.normalize("NFC", text).casefold().split())


def says(text: str, topic: Topic, languages: Iterable[str] = LANGUAGES) -> bool:
    """Whether a text speaks of a topic in one of the languages. Short Latin words must stand alone."""
    plain = folded(text)
    return any(_stands(plain, word) for language in languages for word in _WORDS[topic].get(language, ()))


def _stands(plain: str, word: str) -> bool:
    if not word.isascii():
        return word in plain
    # English words may end in s, ed, ing; `order` must not be found in `border`.
    return re.search(rf"(?<![a-z]){re.escape(word)}", plain) is not None


def is_policy_label(text: str) -> bool:
    """Whether a link says that it leads to the customer policy; one that names privacy alone does not."""
    if not says(text, "policy"):
        return says(text, "returns") and says(text, "complaints")
    if not says(text, "privacy"):
        return True
    return says(text, "returns") or says(text, "complaints")


def has_date(text: str) -> bool:
    """Whether a text holds a calendar date in one of the usual writings."""
    return _DATE.search(text) is not None
