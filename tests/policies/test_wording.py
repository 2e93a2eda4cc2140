"""Sentences of the ready policies in Vietnamese and Belarusian, word for word: cases, plural forms, order, figures."""

from __future__ import annotations

import pytest

from dangol_policy import words
from tests.policies.test_ready import policy_of

NBSP = "\u00a0"


@pytest.mark.parametrize(
    ("name", "clause", "expected"),
    [
        (
            "restaurant",
            "tenth-visit-dessert",
            "На кожнае 10-е наведванне Вы атрымліваеце падарунак «дэсерт дня». Лічыцца адно наведванне на дзень. "
            "Першае наведванне таксама лічыцца. "
            "Лічацца толькі пакупкі на суму не менш за 8 000 ₩. Падарунак можна атрымаць на працягу 30 дзён. "
            "Калі картка запоўнена, пачынаецца новая.",
        ),
        (
            "restaurant",
            "dish-not-right",
            "Вы можаце вярнуць любыя тавары на працягу 1 дня з дня пакупкі, калі тавар мае недахоп або прыйшоў не той "
            "тавар.",
        ),
        (
            "electronics",
            "base-earn",
            "Вы атрымліваеце баламі 0,5% («Базавы»), 1% («Плюс») або 1,5% («Прафесійны») ад сумы да аплаты пасля "
            "зніжак за ўсе тавары (апрача тавараў з катэгорыі «Падарункавыя карткі»). За тое, што аплачана баламі, "
            "балы не налічваюцца.",
        ),
        (
            "electronics",
            "one-year",
            "Гарантыя на ўсе тавары дзейнічае 12 месяцаў з дня пакупкі. Што пакрывае гарантыя: Бясплатны рамонт "
            "заводскіх недахопаў.",
        ),
        (
            "electronics",
            "loyalty.tiers",
            "Узровень залежыць ад сумы пакупак за апошнія 24 месяцы. Вышэйшы ўзровень дзейнічае з Вашага наступнага "
            "заказу.",
        ),
        (
            "salon",
            "regular",
            "Вы пераходзіце на ўзровень «Пастаянны кліент», калі ў Вас не менш за 4 наведванні. Узровень «Пастаянны "
            "кліент» дае такія перавагі. Вы атрымліваеце зніжку 5% на агульны кошт тавараў з катэгорый «Стрыжкі», "
            "«Фарбаванне», «Завіўка» або «Догляд валасоў».",
        ),
    ],
)
def test_belarusian(name: str, clause: str, expected: str) -> None:
    said = {one.clause: one.text for one in words.sentences(policy_of(name), "be")}[clause]
    assert said.replace(NBSP, " ") == expected


@pytest.mark.parametrize(
    ("name", "clause", "expected"),
    [
        (
            "webshop",
            "second-snack-half",
            "Từ 01/03/2026 đến hết 30/06/2026, khi mua sản phẩm thuộc danh mục Đồ ăn vặt, Quý khách được giảm 50% cho "
            "mỗi sản phẩm thứ 2. Sản phẩm được đếm từ giá cao nhất. Áp dụng tối đa 3 lần cho mỗi đơn hàng. ",
        ),
        (
            "webshop",
            "base-earn",
            "Quý khách được tích 1 điểm cho mỗi 10.000 ₫ trọn vẹn trong số tiền thanh toán sau khi giảm giá. "
            "Phần thanh toán bằng điểm tích lũy không được tích điểm.",
        ),
        (
            "shop",
            "gold-change-of-mind",
            "Nếu Quý khách thuộc hạng Vàng, Quý khách có thể trả sản phẩm do đổi ý trong vòng 14 ngày kể từ ngày mua "
            "hàng.",
        ),
        (
            "restaurant",
            "tenth-visit-dessert",
            "Cứ đến lượt ghé thứ 10, Quý khách được tặng món tráng miệng trong ngày. Mỗi ngày chỉ tính một lượt ghé. "
            "Lượt ghé đầu tiên cũng được tính. "
            "Chỉ tính các lần mua từ 8.000 ₩ trở lên. Quý khách có thể nhận trong vòng 30 ngày. Khi thẻ đầy, thẻ mới "
            "bắt đầu.",
        ),
    ],
)
def test_vietnamese(name: str, clause: str, expected: str) -> None:
    said = {one.clause: one.text for one in words.sentences(policy_of(name), "vi")}[clause]
    assert said.replace(NBSP, " ").startswith(expected)


def test_summaries_name_figures_as_readers_write_them() -> None:
    assert f"Узроўні: «Базавы», «Плюс» ад 2{NBSP}000,00{NBSP}BYN, «Прафесійны» ад 6{NBSP}000,00{NBSP}BYN" in (
        words.summary(policy_of("electronics"), "be")
    )
    assert "Узроўні: «Госць», «Пастаянны кліент» ад 4 наведванняў, «Даўні кліент» ад 10 наведванняў" in words.summary(
        policy_of("salon"), "be"
    )
    assert f"Tích điểm: 1 điểm cho mỗi 10.000{NBSP}₫" in words.summary(policy_of("webshop"), "vi")
    assert "Bảo hành: 12 tháng" in words.summary(policy_of("webshop"), "vi")
